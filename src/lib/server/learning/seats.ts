import { sql } from 'drizzle-orm';
import { lockTest } from '../assessment/attempts.ts';
import { storedSitting, type StoredSitting } from '../assessment/sittings.ts';
import type { Database } from '../db/connect.ts';
import type { Learner } from './enrolments.ts';

/** Which quiz or test of which course, as its address names it. */
export interface TestAddress {
	course: string;
	quiz: string;
}

/** Where a learner sits a test: the release they take the course in, and how they stand at the test there. */
export interface Seat {
	releaseId: string;
	stored: StoredSitting;
}

/** The release that somebody takes a course in, as SQL. */
const enrolledRelease = ({ personId }: Pick<Learner, 'personId'>, courseId: string) => sql`
	select release_id from enrolments where person_id = ${personId} and course_id = ${courseId}
	order by enrolled_at desc limit 1`;

/** The learner's seat at a test, in one statement; null without enrolment. `attemptId` as in `storedSitting`. */
export async function findSeat(
	db: Database,
	learner: Pick<Learner, 'personId'>,
	{ course, quiz }: TestAddress,
	attemptId: string | null = null
): Promise<Seat | null> {
	const test = { releaseId: sql`e.release_id`, testId: quiz };
	const [row] = await db.execute<{ release_id: string; sitting: StoredSitting }>(sql`
		select e.release_id, ${storedSitting(learner, test, attemptId)} as sitting
		from (${enrolledRelease(learner, course)}) e`);
	return row ? { releaseId: row.release_id, stored: row.sitting } : null;
}

/**
 * As `findSeat`, and nobody else acts on this learner's attempts at the test until the transaction ends, whichever tab
 * or device it comes from.
 */
export async function takeSeat(
	db: Database,
	learner: Pick<Learner, 'personId'>,
	address: TestAddress,
	attemptId: string | null = null
): Promise<Seat | null> {
	// One line asks them in this order without waiting: what is read is what there is once the lock is held.
	const [, seat] = await Promise.all([
		lockTest(db, learner, { courseId: address.course, testId: address.quiz }),
		findSeat(db, learner, address, attemptId)
	]);
	return seat;
}

/** In how many papers of their edition the learner met each question, whichever of its tests they belonged to. */
export async function timesMet(
	db: Database,
	learner: Pick<Learner, 'personId'>,
	{ course }: Pick<TestAddress, 'course'>
): Promise<Map<string, number>> {
	const asked = await db.execute<{ id: string; times: number }>(sql`
		select item->>'questionId' as id, count(*)::int as times
		from attempts a, jsonb_array_elements(a.paper) as item
		where a.person_id = ${learner.personId} and a.release_id = (${enrolledRelease(learner, course)})
		group by 1`);
	return new Map(asked.map(({ id, times }) => [id, times]));
}
