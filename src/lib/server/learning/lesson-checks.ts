import { findKeys, findLesson } from '../catalog/releases.ts';
import type { Database } from '../db/connect.ts';
import { Refusal } from '../refusal.ts';
import type { LessonChecks } from './events.ts';

/** The checks of a lesson with their keys, for judging on the server. Refuses a lesson that the release lacks. */
export async function checksOf(
	db: Database,
	releaseId: string,
	lessonId: string
): Promise<LessonChecks> {
	const lesson = await findLesson(db, releaseId, lessonId);
	if (!lesson) throw new Refusal('not-found', 'lesson-unknown');
	const keys = await findKeys(
		db,
		releaseId,
		lesson.checks.map(({ id }) => id)
	);
	return {
		releaseId,
		lessonId,
		checks: lesson.checks.flatMap((question) => {
			const key = keys.get(question.id);
			return key ? [{ id: question.id, question, key }] : [];
		}),
		places: lesson.headings.map(({ id }) => id)
	};
}
