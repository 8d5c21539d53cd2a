import { and, eq, gte, isNull, lte, max, or } from 'drizzle-orm';
import type { Database } from '../db/connect.ts';
import type { Attempt, Candidate } from './attempts.ts';
import { isLate, latestEnd, lengthOf, tick, timeLeft, type Clock } from './clock.ts';
import { attemptClocks, timeExtensions } from './tables.ts';

/** How much of its time an attempt has left. */
export interface Remaining {
	/** Milliseconds; 0 once the time is over. */
	left: number;
	/** Minutes there are in all, for this person. */
	limit: number;
	/** When it is over at the latest, also without a connection. */
	latest: Date;
	/** Whether what is given now comes too late to count. */
	late: boolean;
}

type Timed = Pick<Attempt, 'id' | 'criteria' | 'startedAt' | 'submittedAt'>;

/** The time left to an attempt as last heard of; null where there is no limit. */
export async function readTime(
	db: Database,
	candidate: Pick<Candidate, 'personId'>,
	courseId: string,
	attempt: Timed
): Promise<Remaining | null> {
	const { id, criteria } = attempt;
	if (!criteria.timeLimit) return null;
	const [clock, factor] = await Promise.all([
		findClock(db, candidate, id),
		findFactor(db, candidate, courseId, attempt)
	]);
	return remainingIn(attempt, lengthOf(criteria.timeLimit, factor), clock?.spent ?? 0);
}

function remainingIn({ startedAt }: Timed, limit: number, spent: number): Remaining {
	return {
		left: timeLeft(limit, spent),
		limit: Math.round(limit / 60_000),
		latest: latestEnd({ startedAt, limit }),
		late: isLate(limit, spent)
	};
}

/** Takes note of a sign of life and gives the time left; null where there is no limit. Under `takeSeat`. */
export async function noteBeat(
	db: Database,
	candidate: Pick<Candidate, 'personId'>,
	courseId: string,
	attempt: Timed,
	now: Date
): Promise<Remaining | null> {
	const { id, criteria, startedAt } = attempt;
	if (!criteria.timeLimit) return null;
	const [clock, factor] = await Promise.all([
		findClock(db, candidate, id),
		findFactor(db, candidate, courseId, attempt)
	]);
	const limit = lengthOf(criteria.timeLimit, factor);
	const { spent, beatAt } = tick(clock, now, { startedAt, limit });
	const row = { spentMs: spent, beatAt };
	await db
		.insert(attemptClocks)
		.values({ personId: candidate.personId, attemptId: id, ...row })
		.onConflictDoUpdate({ target: [attemptClocks.personId, attemptClocks.attemptId], set: row });
	return remainingIn(attempt, limit, spent);
}

async function findClock(
	db: Database,
	{ personId }: Pick<Candidate, 'personId'>,
	attemptId: string
): Promise<Clock | null> {
	const [clock] = await db
		.select({ spent: attemptClocks.spentMs, beatAt: attemptClocks.beatAt })
		.from(attemptClocks)
		.where(and(eq(attemptClocks.personId, personId), eq(attemptClocks.attemptId, attemptId)));
	return clock ?? null;
}

/**
 * What a person's time in an attempt is multiplied with; 1 without an extension. One that held at any moment of the
 * attempt holds for all of it: nobody's paper is sent in because more time was ended, or looks different afterwards.
 */
async function findFactor(
	db: Database,
	{ personId }: Pick<Candidate, 'personId'>,
	courseId: string,
	{ startedAt, submittedAt }: Timed
): Promise<number> {
	const [held] = await db
		.select({ factor: max(timeExtensions.factor).mapWith(Number) })
		.from(timeExtensions)
		.where(
			and(
				eq(timeExtensions.personId, personId),
				eq(timeExtensions.courseId, courseId),
				or(isNull(timeExtensions.endedAt), gte(timeExtensions.endedAt, startedAt)),
				submittedAt ? lte(timeExtensions.grantedAt, submittedAt) : undefined
			)
		);
	return held?.factor ?? 1;
}
