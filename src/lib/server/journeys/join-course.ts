import { findCourse, findOutline, type Outline } from '../catalog/releases.ts';
import type { Database } from '../db/connect.ts';
import { enrol, findEnrolment, type Learner } from '../learning/enrolments.ts';
import { Refusal } from '../refusal.ts';

/** A course as the catalogue shows it, and whether the visitor takes it. Refuses an unknown course. */
export async function readCourse(db: Database, learner: Learner | null, courseId: string) {
	const [outline, enrolment] = await Promise.all([
		requireCourse(db, courseId),
		learner && findEnrolment(db, learner, courseId)
	]);
	const taken =
		enrolment && enrolment.releaseId !== outline.releaseId
			? await findOutline(db, enrolment.releaseId)
			: outline;
	return {
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
	const { releaseId } = await requireCourse(db, courseId);
	if (await findEnrolment(db, learner, courseId)) return;
	await enrol(db, learner, { id: releaseId, courseId });
}

async function requireCourse(db: Database, courseId: string): Promise<Outline> {
	const course = await findCourse(db, courseId);
	if (!course) throw new Refusal('not-found', 'course-unknown');
	return course;
}
