import { findKeys, findLesson, findOutline, type CheckKey } from '../catalog/releases.ts';
import type { Database, Pool } from '../db/connect.ts';
import { readInScope } from '../db/scope.ts';
import type { CheckState } from '../learning/completion.ts';
import type { Learner } from '../learning/enrolments.ts';
import { findStandingInLesson } from '../learning/states.ts';
import { Refusal } from '../refusal.ts';

/** An answer as its learner may see it: of the key, only what was chosen. */
export interface AnswerView {
	/** Ids of options, pairs `left:right` or steps `step:position`. */
	chosen: string[];
	typed: string | null;
	correct: boolean;
	/** Right at least once: counts for the lesson, whatever came after. */
	everCorrect: boolean;
	tries: number;
	rationales: { option: string; correct: boolean; html: string }[];
	/** HTML of what is said of the whole question, once it was answered right. */
	explanation: string | null;
}

/**
 * A lesson as an enrolled learner reads it: text, own answers, the outline with its states. Null when the learner does
 * not take the course; refuses a lesson that their edition lacks. One statement, unless the release is met for the
 * first time.
 */
export async function readLesson(pool: Pool, learner: Learner, courseId: string, lessonId: string) {
	const standing = await findStandingInLesson(pool, learner, courseId, lessonId);
	if (!standing) return null;
	const { releaseId, progress, checks, notes, bookmarks } = standing;
	const texts = await readInScope(pool, { as: 'person', personId: learner.personId }, (db) =>
		textsOf(db, releaseId, lessonId, checks)
	);
	const latest = progress.reduce<(typeof progress)[number] | null>(
		(last, state) => (last && last.lastAt >= state.lastAt ? last : state),
		null
	);
	return {
		...texts,
		progress,
		notes,
		bookmarks: new Set(bookmarks),
		/** Whether the learner was in another lesson last: then opening this one is a fact worth noting. */
		turnedTo: latest?.lessonId !== lessonId
	};
}

async function textsOf(db: Database, releaseId: string, lessonId: string, checks: CheckState[]) {
	const [outline, lesson, keys] = await Promise.all([
		findOutline(db, releaseId),
		findLesson(db, releaseId, lessonId),
		findKeys(
			db,
			releaseId,
			checks.map(({ questionId }) => questionId)
		)
	]);
	if (!outline || !lesson) throw new Refusal('not-found', 'lesson-unknown');
	return {
		outline,
		lesson,
		answers: new Map(checks.map((check) => [check.questionId, viewOf(check, keys)]))
	};
}

function viewOf(check: CheckState, keys: ReadonlyMap<string, CheckKey>): AnswerView {
	const key = keys.get(check.questionId);
	return {
		chosen: check.lastChoice,
		typed: check.lastTyped,
		correct: check.lastCorrect,
		everCorrect: check.firstCorrectAt !== null,
		tries: check.tries,
		rationales: check.lastChoice.map((option) => ({
			option,
			correct: key?.correct.includes(option) ?? false,
			html: key?.told.options[option] ?? ''
		})),
		explanation: check.lastCorrect ? (key?.told.whole ?? null) : null
	};
}
