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
		from (
			select release_id from enrolments
			where person_id = ${learner.personId} and course_id = ${course}
			order by enrolled_at desc limit 1
		) e`);
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
