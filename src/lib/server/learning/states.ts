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
		.values(
			checks.map(({ lastTyped: _, ...check }) => ({
				personId: learner.personId,
				releaseId,
				lessonId,
				...check
			}))
		)
		.onConflictDoUpdate({
			target: [checkStates.personId, checkStates.releaseId, checkStates.questionId],
			set: {
				tries: sql`excluded.tries`,
				lastChoice: sql`excluded.last_choice`,
				typedEvent: sql`excluded.typed_event`,
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

/** All that a lesson's page shows of its learner. */
export interface StandingInLesson {
	releaseId: string;
	/** Every lesson of the release that was touched. */
	progress: LessonProgress[];
	/** The answers to this lesson's checks. */
	checks: CheckState[];
	/** How many notes the learner has in this lesson; their texts are not part of it. */
	notes: number;
	/** Ids of the headings the learner marked; empty for the lesson as a whole. */
	bookmarks: string[];
}

/**
 * Where the learner stands in a lesson of the edition they take, or null without enrolment. One statement that needs
 * no transaction around it (migration 0013), because the lesson is the page that must be fast: on its own it is judged
 * in the learner's scope, which it enters itself; in any other scope it fails.
 */
export async function findStandingInLesson(
	db: Database,
	learner: Learner,
	courseId: string,
	lessonId: string
): Promise<StandingInLesson | null> {
	const [row] = await db.execute<{
		release_id: string;
		progress: Written<LessonProgress>[];
		checks: Written<CheckState>[];
		notes: number;
		bookmarks: string[];
	}>(sql`select * from lesson_standing(${learner.personId}, ${courseId}, ${lessonId})`);
	return row
		? {
				releaseId: row.release_id,
				notes: row.notes,
				bookmarks: row.bookmarks,
				progress: row.progress.map((state) => ({
					...state,
					lastAt: new Date(state.lastAt),
					completedAt: state.completedAt === null ? null : new Date(state.completedAt)
				})),
				checks: row.checks.map((state) => ({
					...state,
					lastAt: new Date(state.lastAt),
					firstCorrectAt: state.firstCorrectAt === null ? null : new Date(state.firstCorrectAt)
				}))
			}
		: null;
}

/** A row as JSON writes it: moments are texts. */
type Written<Row> = {
	[Key in keyof Row]: Date extends Row[Key] ? string | Exclude<Row[Key], Date> : Row[Key];
};
