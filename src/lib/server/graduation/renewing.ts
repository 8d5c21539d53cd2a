import { isoDay } from '../../format/dates.ts';
import { findRenewal } from '../certification/awards.ts';
import type { Database } from '../db/connect.ts';
import type { Learner } from '../learning/enrolments.ts';

const DAY = 86_400_000;

/**
 * Since when passing the test at the end again renews the learner's certificate of a course; null while it cannot be
 * renewed. A pass of the day of the completion it was given for is that completion's.
 */
export async function renewingSince(
	db: Database,
	learner: Pick<Learner, 'personId'>,
	courseId: string,
	now: Date
): Promise<Date | null> {
	const renewal = await findRenewal(db, learner, courseId);
	if (!renewal || renewal.from > isoDay(now)) return null;
	const after = isoDay(new Date(Date.parse(renewal.completedOn) + DAY), 'Asia/Jakarta');
	return new Date(`${renewal.from > after ? renewal.from : after}T00:00:00+07:00`);
}
