import { isDelayed } from '../certification/award-state.ts';
import { countWaiting, issue, listWaiting, type MakePdf } from '../certification/certificates.ts';
import { keyObstacle, openSigningKey } from '../certification/keys.ts';
import type { Database, Pool } from '../db/connect.ts';
import { SYSTEM, withScope } from '../db/scope.ts';

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
 * Issues what was confirmed and waits, one certificate a transaction, and returns how many. Several processes may do
 * so at once: each certificate is issued by one. One that cannot be issued is told to `failed`, holds up no other, and
 * is tried again in the next round.
 */
export async function issueCertificates(
	pool: Pool,
	{ secret, origin, makePdf }: Office,
	failed: (error: unknown) => void,
	stop?: AbortSignal
): Promise<number> {
	const waiting = await withScope(pool, SYSTEM, (db) => listWaiting(db, BATCH));
	if (waiting.length === 0) return 0;
	if (origin === null)
		throw new Error(
			'ORIGIN is not set: an issuer would be named for ever by an address that is none'
		);
	const key = await withScope(pool, SYSTEM, (db) => openSigningKey(db, secret));
	let issued = 0;
	for (const code of waiting) {
		if (stop?.aborted) break;
		const done = await withScope(pool, SYSTEM, (db) =>
			issue(db, code, { key, origin, makePdf })
		).catch((error: unknown) => {
			failed(error);
			return false;
		});
		if (done) issued += 1;
	}
	return issued;
}

/** How issuing stands: what waits, and why it does where that is known. */
export interface IssuingState {
	count: number;
	since: Date | null;
	/** What has to be mended first; `delayed`: the rounds go on and fail, as the log tells. */
	obstacle: 'origin-missing' | 'key-secret-short' | 'key-secret-wrong' | 'delayed' | null;
}

/** How issuing stands. In `system` scope, for whom the caller has let in. */
export async function readIssuing(
	db: Database,
	{ secret, origin }: Pick<Office, 'secret' | 'origin'>,
	now = new Date()
): Promise<IssuingState> {
	const waits = await countWaiting(db);
	const obstacle = origin === null ? 'origin-missing' : await keyObstacle(db, secret);
	const delayed = isDelayed({ confirmedAt: waits.since, issuedAt: null }, now);
	return { ...waits, obstacle: obstacle ?? (delayed ? 'delayed' : null) };
}
