import { listTestStates } from '../assessment/attempts.ts';
import { questionsIn } from '../assessment/stock.ts';
import { findOutline } from '../catalog/releases.ts';
import type { Database } from '../db/connect.ts';
import {
	findEnrolment,
	listEnrolments,
	type Enrolment,
	type Learner
} from '../learning/enrolments.ts';
import { nextTest, outlineStanding } from '../learning/standing.ts';
import { listLessonProgress } from '../learning/states.ts';
import { Refusal } from '../refusal.ts';

/** A course as its learner stands in it: outline, state per lesson, where to go on. Null without enrolment. */
export async function readOutline(db: Database, learner: Learner, courseId: string) {
	const enrolment = await findEnrolment(db, learner, courseId);
	return enrolment && standingIn(db, learner, enrolment);
}

/** Every course the learner takes, the one touched last first. */
export async function readMyCourses(db: Database, learner: Learner) {
	const enrolments = await listEnrolments(db, learner);
	const courses = await Promise.all(
		enrolments.map((enrolment) => standingIn(db, learner, enrolment))
	);
	return courses.sort((a, b) => b.touchedAt.getTime() - a.touchedAt.getTime());
}

async function standingIn(db: Database, learner: Learner, enrolment: Enrolment) {
	const [outline, progress, begun] = await Promise.all([
		findOutline(db, enrolment.releaseId),
		listLessonProgress(db, learner, enrolment.releaseId),
		listTestStates(db, learner, enrolment.releaseId)
	]);
	if (!outline) throw new Refusal('not-found', 'course-unknown');
	const lessons = outline.modules.flatMap((module) => module.lessons);
	const standing = outlineStanding(lessons, progress);
	const tests = (outline.tests ?? []).map((test) => ({
		...test,
		questions: questionsIn(test),
		state: begun.get(test.id) ?? ('not-started' as const)
	}));
	return {
		courseId: enrolment.courseId,
		enrolledAt: enrolment.enrolledAt,
		touchedAt: standing.lastAt ?? enrolment.enrolledAt,
		outline,
		standing,
		tests,
		nextTest: nextTest(outline.modules, tests, standing.states),
		/** Nothing is left to do: lessons, quizzes and tests. */
		complete: standing.next === null && tests.every(({ state }) => state === 'done')
	};
}
