import { isDelayed } from '../certification/award-state.ts';
import {
	issue,
	listWaiting,
	noteFailure,
	type IssuingState,
	type MakePdf
} from '../certification/certificates.ts';
import { keyObstacle, openSigningKey } from '../certification/keys.ts';
import { listOvertaken, renumber } from '../certification/series.ts';
import type { Database, Pool } from '../db/connect.ts';
import { SYSTEM, withScope } from '../db/scope.ts';

import { Refusal } from '../refusal.ts';

/** Most certificates of one round. */
const BATCH = 50;

/** What the installation issues certificates with. */
export interface Office {
	/** KEY_SECRET. */
	secret: string;
	/** Where the installation is reached; null while nobody has said so: then nothing is issued. */
	origin: string | null;
	makePdf: MakePdf;
}

/**
 * Gives another number to what a restored backup overtook, then issues what was confirmed and waits, one certificate a transaction, and returns how many. Several processes may do
 * so at once: each certificate is issued by one. One that cannot be issued is told to `failed`, holds up no other, and
 * is tried again later, after a longer wait each time.
 */
export async function issueCertificates(
	pool: Pool,
	{ secret, origin, makePdf }: Office,
	failed: (error: unknown) => void,
	stop?: AbortSignal,
	now = new Date()
): Promise<number> {
	for (const code of await withScope(pool, SYSTEM, listOvertaken)) {
		if (stop?.aborted) return 0;
		await withScope(pool, SYSTEM, (db) => renumber(db, code)).catch(failed);
	}
	const waiting = await withScope(pool, SYSTEM, (db) => listWaiting(db, BATCH, now));
	if (waiting.length === 0) return 0;
	if (origin === null)
		throw new Error(
			'ORIGIN is not set: an issuer would be named for ever by an address that is none'
		);
	const key = await withScope(pool, SYSTEM, (db) => openSigningKey(db, secret));
	let issued = 0;
	let retired = false;
	for (const code of waiting) {
		// The next round opens the key that signs by then.
		if (stop?.aborted || retired) break;
		const done = await withScope(pool, SYSTEM, (db) =>
			issue(db, code, { key, origin, makePdf })
		).catch(async (error: unknown) => {
			retired = error instanceof Refusal && error.code === 'key-retired';
			if (retired) return false;
			failed(error);
			await withScope(pool, SYSTEM, (db) => noteFailure(db, code, error, now));
			return false;
		});
		if (done) issued += 1;
	}
	return issued;
}

/** What has to be mended before certificates are issued; `delayed`: the rounds go on and fail, as the log tells. */
export type IssuingObstacle =
	'origin-missing' | 'key-secret-short' | 'key-secret-wrong' | 'delayed';

/** Why what waits since then is not issued; null where nothing stands in its way. In `system` scope. */
export async function findObstacle(
	db: Database,
	{ secret, origin }: Pick<Office, 'secret' | 'origin'>,
	{ since }: Pick<IssuingState, 'since'>,
	now = new Date()
): Promise<IssuingObstacle | null> {
	if (origin === null) return 'origin-missing';
	const delayed = isDelayed({ confirmedAt: since, issuedAt: null }, now);
	return (await keyObstacle(db, secret)) ?? (delayed ? 'delayed' : null);
}
