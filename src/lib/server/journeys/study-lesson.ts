import { randomUUID } from 'node:crypto';
import type { Given } from '../assessment/grading.ts';
import type { Database } from '../db/connect.ts';
import { graduate } from '../graduation/graduate.ts';
import { requireEnrolment, type Learner } from '../learning/enrolments.ts';
import {
	declareDone,
	recordAnswer,
	recordOpening,
	recordPlace,
	type Submission
} from '../learning/events.ts';
import { checksOf } from '../learning/lesson-checks.ts';

/** Which lesson of which course, as the address names it. */
export interface LessonAddress {
	course: string;
	lesson: string;
}

/** Notes that the learner has turned to this lesson. */
export async function openLesson(
	db: Database,
	learner: Learner,
	{ course, lesson }: LessonAddress
): Promise<void> {
	const { releaseId } = await requireEnrolment(db, learner, course);
	await recordOpening(db, learner, await checksOf(db, releaseId, lesson), {
		id: randomUUID(),
		claimedAt: null
	});
}

/**
 * Answers a check in the edition the learner takes, and completes what depends on it; the same submission again changes
 * nothing.
 */
export async function answerCheck(
	db: Database,
	learner: Learner,
	{ course, lesson }: LessonAddress,
	answer: Submission & Given & { questionId: string }
): Promise<void> {
	const { releaseId } = await requireEnrolment(db, learner, course);
	const complete = await recordAnswer(db, learner, await checksOf(db, releaseId, lesson), answer);
	if (complete) await graduate(db, learner, releaseId);
}

/** Marks a lesson without checks as done in the edition the learner takes. */
export async function declareLessonDone(
	db: Database,
	learner: Learner,
	{ course, lesson }: LessonAddress,
	submission: Submission
): Promise<void> {
	const { releaseId } = await requireEnrolment(db, learner, course);
	const complete = await declareDone(
		db,
		learner,
		await checksOf(db, releaseId, lesson),
		submission
	);
	if (complete) await graduate(db, learner, releaseId);
}

/** Remembers how far the learner has read. */
export async function markPlace(
	db: Database,
	learner: Learner,
	{ course, lesson }: LessonAddress,
	submission: Submission & { place: string }
): Promise<void> {
	const { releaseId } = await requireEnrolment(db, learner, course);
	await recordPlace(db, learner, await checksOf(db, releaseId, lesson), submission);
}
