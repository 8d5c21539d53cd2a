import { settleUnread } from '../graduation/marked.ts';
import { settleCorrections } from '../graduation/settling.ts';
import { indexCourse, listUnindexed } from '../search/indexing.ts';
import type { Database, Pool } from '../db/connect.ts';
import { SYSTEM, withScope } from '../db/scope.ts';
import { deleteOldFailures } from '../identity/failures.ts';
import { deleteExpired } from '../identity/open-sessions.ts';
import { deliverDue, type Transport } from '../notices/mail.ts';

const MAIL_EVERY = 15_000;
const INDEXING_EVERY = 60_000;
const SETTLING_EVERY = 60_000;
const UNREAD_EVERY = 60 * 60_000;
const CLEANING_EVERY = 60 * 60_000;

/** Work that is done again and again, so many milliseconds after it last ended. */
export interface Round {
	every: number;
	work: (stop: AbortSignal) => Promise<unknown>;
}

/**
 * Sends waiting mail, takes releases that search does not know into its index, judges again what a mended key concerns,
 * settles works that nobody can read any further and forgets what has run out, for as long as the process lives, and does what is given besides; several processes may
 * do so at once. `failed` hears of what went wrong; the next round tries again. Returns how to stop, which waits for a
 * round that is under way.
 */
export function keepHouse(
	pool: Pool,
	transport: Transport,
	failed: (error: unknown) => void,
	besides: readonly Round[] = []
): () => Promise<void> {
	const stops = [
		every(MAIL_EVERY, () => deliverDue(pool, transport), failed),
		every(INDEXING_EVERY, (stop) => indexWaiting(pool, stop), failed),
		every(SETTLING_EVERY, (stop) => settleCorrections(pool, { stop }), failed),
		every(UNREAD_EVERY, (stop) => settleUnread(pool, { stop }), failed),
		every(CLEANING_EVERY, () => withScope(pool, SYSTEM, forgetWhatRanOut), failed),
		...besides.map(({ every: pause, work }) => every(pause, work, failed))
	];
	return async () => {
		await Promise.all(stops.map((stop) => stop()));
	};
}

/**
 * Publishing indexes what it publishes; this is for what was published before there was an index, or this form of it.
 * Each course is replaced in a transaction of its own, so that searching goes on meanwhile.
 */
async function indexWaiting(pool: Pool, stop: AbortSignal): Promise<void> {
	for (const courseId of await withScope(pool, SYSTEM, listUnindexed)) {
		if (stop.aborted) return;
		await withScope(pool, SYSTEM, (db) => indexCourse(db, courseId));
	}
}

async function forgetWhatRanOut(db: Database): Promise<void> {
	await deleteExpired(db);
	await deleteOldFailures(db);
}

/** The first round begins at once. Rounds never overlap: the next one is set when the last one has ended. */
function every(
	milliseconds: number,
	work: (stop: AbortSignal) => Promise<unknown>,
	failed: (error: unknown) => void
): () => Promise<void> {
	const stop = new AbortController();
	let timer: NodeJS.Timeout | undefined;
	let round: Promise<void>;
	const begin = () => {
		round = work(stop.signal)
			.then(() => {}, failed)
			.then(() => {
				if (!stop.signal.aborted) timer = setTimeout(begin, milliseconds).unref();
			});
	};
	begin();
	return async () => {
		stop.abort();
		clearTimeout(timer);
		await round;
	};
}
