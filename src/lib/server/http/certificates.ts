import { HOST, KEY_SECRET, ORIGIN, PORT, TRIAL } from '$app/env/private';
import { certificatePdf } from '../certification/paper.ts';
import { inviteHolders } from '../journeys/invite-holders.ts';
import { issueCertificates, type Office } from '../journeys/issue-certificates.ts';
import type { Round } from '../journeys/keep-house.ts';
import { log } from './log.ts';
import { pool } from './pool.ts';

/** Issuers are named for ever by where they are reached: as whoever runs the installation says, or the trial's own. */
const origin = ORIGIN || (TRIAL === '1' ? `http://${HOST}:${PORT}` : null);

/** What this process issues certificates with. */
export const office: Office = { secret: KEY_SECRET, origin, makePdf: certificatePdf };

/** Writes to whose certificate waits for their name. */
export const inviting: Round = { every: 60_000, work: () => inviteHolders(pool, origin) };

/** Issues what was confirmed. */
export const issuing: Round = {
	every: 15_000,
	work: (stop) =>
		issueCertificates(
			pool,
			office,
			(error) => log.error({ error }, 'a certificate was not issued'),
			stop
		)
};
