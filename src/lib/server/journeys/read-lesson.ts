import { findKeys, findLesson, findOutline } from '../catalog/releases.ts';
import type { Database, Pool } from '../db/connect.ts';
import { readInScope } from '../db/scope.ts';
import { answerView } from '../learning/answer-view.ts';
import type { CheckState } from '../learning/completion.ts';
import type { Learner } from '../learning/enrolments.ts';
import { findStandingInLesson } from '../learning/states.ts';
import { Refusal } from '../refusal.ts';

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
		answers: new Map(
			checks.map((check) => [check.questionId, answerView(check, keys.get(check.questionId))])
		)
	};
}
