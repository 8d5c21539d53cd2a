import { and, eq, sql } from 'drizzle-orm';
import type { Database } from '../db/connect.ts';
import type { CheckState, LessonState } from './completion.ts';
import type { Learner } from './enrolments.ts';
import { checkStates, lessonStates } from './tables.ts';

interface LessonRef {
	releaseId: string;
	lessonId: string;
}

/** Where a learner stands in a lesson, for outlines and the home page. */
export interface LessonProgress {
	lessonId: string;
	lastAt: Date;
	place: string | null;
	completedAt: Date | null;
}

/** Writes what was derived from the events, over what stood there. */
export async function writeState(
	db: Database,
	learner: Learner,
	{ releaseId, lessonId }: LessonRef,
	state: LessonState
): Promise<void> {
	const { checks, ...lesson } = state;
	await db
		.insert(lessonStates)
		.values({ ...learner, releaseId, lessonId, ...lesson })
		.onConflictDoUpdate({
			target: [lessonStates.personId, lessonStates.releaseId, lessonStates.lessonId],
			set: lesson
		});
	if (checks.length === 0) return;
	await db
		.insert(checkStates)
		.values(checks.map((check) => ({ personId: learner.personId, releaseId, lessonId, ...check })))
		.onConflictDoUpdate({
			target: [checkStates.personId, checkStates.releaseId, checkStates.questionId],
			set: {
				tries: sql`excluded.tries`,
				lastChoice: sql`excluded.last_choice`,
				lastCorrect: sql`excluded.last_correct`,
				lastAt: sql`excluded.last_at`,
				firstCorrectAt: sql`excluded.first_correct_at`
			}
		});
}

/** The learner's standing in every lesson of a release they have touched. */
export function listLessonProgress(
	db: Database,
	learner: Learner,
	releaseId: string
): Promise<LessonProgress[]> {
	return db
		.select({
			lessonId: lessonStates.lessonId,
			lastAt: lessonStates.lastAt,
			place: lessonStates.place,
			completedAt: lessonStates.completedAt
		})
		.from(lessonStates)
		.where(and(eq(lessonStates.personId, learner.personId), eq(lessonStates.releaseId, releaseId)));
}

/** The learner's answers to the checks of one lesson. */
export function listCheckStates(
	db: Database,
	learner: Learner,
	{ releaseId, lessonId }: LessonRef
): Promise<CheckState[]> {
	return db
		.select({
			questionId: checkStates.questionId,
			tries: checkStates.tries,
			lastChoice: checkStates.lastChoice,
			lastCorrect: checkStates.lastCorrect,
			lastAt: checkStates.lastAt,
			firstCorrectAt: checkStates.firstCorrectAt
		})
		.from(checkStates)
		.where(
			and(
				eq(checkStates.personId, learner.personId),
				eq(checkStates.releaseId, releaseId),
				eq(checkStates.lessonId, lessonId)
			)
		);
}
