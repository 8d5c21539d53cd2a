import { findCourse, findOutline } from '../catalog/releases.ts';
import type { Database } from '../db/connect.ts';
import { enrol, findEnrolment, type Learner } from '../learning/enrolments.ts';
import { Refusal } from '../refusal.ts';

/** A course as the catalogue shows it, and whether the visitor takes it. Refuses an unknown course. */
export async function readCourse(db: Database, learner: Learner | null, courseId: string) {
	const course = await requireCourse(db, courseId);
	const [outline, enrolment] = await Promise.all([
		findOutline(db, course.releaseId),
		learner && findEnrolment(db, learner, courseId)
	]);
	if (!outline) throw new Refusal('not-found', 'course-unknown');
	const taken =
		enrolment &&
		(enrolment.releaseId === course.releaseId
			? outline
			: await findOutline(db, enrolment.releaseId));
	return {
		course,
		outline,
		enrolment: enrolment && { at: enrolment.enrolledAt, edition: taken?.edition ?? '' }
	};
}

/** Enrols the learner in the newest release. A learner who already takes the course stays in their edition. */
export async function enrolInCourse(
	db: Database,
	learner: Learner,
	courseId: string
): Promise<void> {
	const course = await requireCourse(db, courseId);
	if (await findEnrolment(db, learner, courseId)) return;
	await enrol(db, learner, { id: course.releaseId, courseId });
}

async function requireCourse(db: Database, courseId: string) {
	const course = await findCourse(db, courseId);
	if (!course) throw new Refusal('not-found', 'course-unknown');
	return course;
}
