import { and, eq, sql } from 'drizzle-orm';
import type { Database } from '../db/connect.ts';
import { isId } from '../db/ids.ts';
import { demandWords } from '../demanded-words.ts';
import { Refusal } from '../refusal.ts';
import { grantedBySilenceAt, stateOf, extraAttempts, type ChanceRequest } from './chances.ts';
import { admission } from './criteria.ts';
import type { Sitting } from './sittings.ts';
import { chanceDecisions, chanceRequests } from './tables.ts';

/** Longest reason (characters). */
const REASON = { most: 2000, missing: 'chance-reason-missing', long: 'chance-reason-long' };

/** Longer than any silence lasts before it grants (ms): five working days, a weekend and the days they end on. */
const longestSilence = 10 * 86_400_000;

/**
 * Asks for one more attempt; while a request waits, asking again changes nothing. Under `takeSeat`. Refuses
 * `chance-needless` unless every attempt is used up and a mark is still to be reached, `chance-reason-missing` and `chance-reason-long`.
 */
export async function requestChance(
	db: Database,
	{ candidate, test, attempts, chances, since }: Sitting,
	reason: string,
	now = new Date()
): Promise<void> {
	if (chances.some((request) => stateOf(request, now) === 'waiting')) return;
	const why = demandWords(reason, REASON);
	const { releaseId, courseId, testId, criteria } = test;
	const { state } = admission(criteria, attempts, now, extraAttempts(chances, now), since);
	if (state !== 'used-up' || criteria.passMark === null)
		throw new Refusal('conflict', 'chance-needless');
	await db.insert(chanceRequests).values({
		...candidate,
		...{ releaseId, courseId, testId, reason: why, requestedAt: now },
		number: chances.length + 1
	});
}

/** Writes down, when they are used, the chances that nobody decided on in time. Under `takeSeat`. */
export async function recordSilentGrants(
	db: Database,
	requests: readonly ChanceRequest[],
	now: Date
): Promise<void> {
	const silent = requests.filter(
		(request) => request.decision === null && stateOf(request, now) === 'granted'
	);
	if (silent.length === 0) return;
	const granted = await db
		.insert(chanceDecisions)
		.values(
			silent.map(({ id, requestedAt }) => ({
				...{ requestId: id, granted: true, decidedBy: null },
				decidedAt: grantedBySilenceAt(requestedAt)
			}))
		)
		.onConflictDoNothing()
		.returning({ id: chanceDecisions.requestId });
	// Somebody decided at the very moment, and their word is the first.
	if (granted.length < silent.length) throw new Refusal('conflict', 'attempts-used-up');
}

/** A request as who decides on it sees it: nothing of whose it is. */
export interface OpenRequest {
	id: string;
	courseId: string;
	releaseId: string;
	testId: string;
	number: number;
	requestedAt: Date;
	reason: string | null;
	/** How many attempts were made. */
	attempts: number;
}

/** Requests that the acting organiser may decide on at `now`, the oldest first; `most` of them. */
export async function listOpenRequests(
	db: Database,
	most: number,
	now: Date
): Promise<OpenRequest[]> {
	// What silence granted is decided, whether or not it was written down yet; here only roughly, below to the moment.
	const since = new Date(now.getTime() - longestSilence).toISOString();
	const rows = await db.execute<Omit<OpenRequest, 'requestedAt'> & { requestedAt: string }>(sql`
		select id, course_id as "courseId", release_id as "releaseId", test_id as "testId", number,
			requested_at as "requestedAt", reason, attempts
		from chances_to_decide() where requested_at > ${since}::timestamptz
		order by requested_at, id limit ${most}`);
	return rows
		.map(({ requestedAt, ...row }) => ({ ...row, requestedAt: new Date(requestedAt) }))
		.filter(({ requestedAt }) => isWaiting(requestedAt, now));
}

/**
 * Decides on a request; returns its course, or null when the same person decided the same before. Refuses
 * `chance-unknown`, `chance-decided`, `chance-reason-missing` (a refusal needs one) and `chance-reason-long`.
 */
export async function decideRequest(
	db: Database,
	deciderId: string,
	{ id, granted, reason }: { id: string; granted: boolean; reason: string },
	now = new Date()
): Promise<string | null> {
	const why = granted && reason === '' ? null : demandWords(reason, REASON);
	if (!isId(id)) throw new Refusal('not-found', 'chance-unknown');
	await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`chance:${id}`}, 0))`);
	const [own] = await db
		.select({ granted: chanceDecisions.granted })
		.from(chanceDecisions)
		.where(and(eq(chanceDecisions.requestId, id), eq(chanceDecisions.decidedBy, deciderId)));
	if (own?.granted === granted) return null;
	if (own) throw new Refusal('conflict', 'chance-decided');
	const [open] = await db.execute<{ courseId: string; requestedAt: string }>(
		sql`select course_id as "courseId", requested_at as "requestedAt" from chances_to_decide() where id = ${id}`
	);
	// What silence has granted cannot be refused any more.
	if (!open || !isWaiting(new Date(open.requestedAt), now))
		throw new Refusal('conflict', 'chance-decided');
	await db.insert(chanceDecisions).values({
		...{ requestId: id, granted, decidedBy: deciderId, decidedAt: now },
		reason: why
	});
	return open.courseId;
}

const isWaiting = (requestedAt: Date, now: Date) =>
	stateOf({ requestedAt, decision: null }, now) === 'waiting';
