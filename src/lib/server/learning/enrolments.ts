import { and, desc, eq } from 'drizzle-orm';
import type { Database } from '../db/connect.ts';
import { Refusal } from '../refusal.ts';
import { enrolments } from './tables.ts';

/** The person who learns, with the agency and unit their acts are stamped with. */
export interface Learner {
	personId: string;
	agencyId: string | null;
	unitId: string | null;
}

export interface Enrolment {
	releaseId: string;
	courseId: string;
	enrolledAt: Date;
}

/** Enrols the learner in a release, now unless `enrolledAt` says otherwise. Doing it again changes nothing. */
export async function enrol(
	db: Database,
	learner: Learner,
	release: { id: string; courseId: string },
	enrolledAt?: Date
): Promise<void> {
	await db
		.insert(enrolments)
		.values({
			...learner,
			releaseId: release.id,
			courseId: release.courseId,
			...(enrolledAt && { enrolledAt })
		})
		.onConflictDoNothing();
}

/** The learner's newest enrolment in a course, or null. */
export async function findEnrolment(
	db: Database,
	learner: Learner,
	courseId: string
): Promise<Enrolment | null> {
	const [enrolment] = await db
		.select({
			releaseId: enrolments.releaseId,
			courseId: enrolments.courseId,
			enrolledAt: enrolments.enrolledAt
		})
		.from(enrolments)
		.where(and(eq(enrolments.personId, learner.personId), eq(enrolments.courseId, courseId)))
		.orderBy(desc(enrolments.enrolledAt))
		.limit(1);
	return enrolment ?? null;
}

/** As `findEnrolment`; refuses with `not-enrolled` when there is none. */
export async function requireEnrolment(
	db: Database,
	learner: Learner,
	courseId: string
): Promise<Enrolment> {
	const enrolment = await findEnrolment(db, learner, courseId);
	if (!enrolment) throw new Refusal('conflict', 'not-enrolled', { courseId });
	return enrolment;
}

/** All enrolments of the learner, the newest of each course, latest first. */
export async function listEnrolments(db: Database, learner: Learner): Promise<Enrolment[]> {
	const rows = await db
		.selectDistinctOn([enrolments.courseId], {
			releaseId: enrolments.releaseId,
			courseId: enrolments.courseId,
			enrolledAt: enrolments.enrolledAt
		})
		.from(enrolments)
		.where(eq(enrolments.personId, learner.personId))
		.orderBy(enrolments.courseId, desc(enrolments.enrolledAt));
	return rows.sort((a, b) => b.enrolledAt.getTime() - a.enrolledAt.getTime());
}

/** Locks the learner's enrolment for the rest of the transaction: facts of one learner are added one after the other. */
export async function lockEnrolment(
	db: Database,
	learner: Learner,
	releaseId: string
): Promise<Enrolment> {
	const [enrolment] = await db
		.select({
			releaseId: enrolments.releaseId,
			courseId: enrolments.courseId,
			enrolledAt: enrolments.enrolledAt
		})
		.from(enrolments)
		.where(and(eq(enrolments.personId, learner.personId), eq(enrolments.releaseId, releaseId)))
		.for('update');
	if (!enrolment) throw new Refusal('conflict', 'not-enrolled');
	return enrolment;
}
