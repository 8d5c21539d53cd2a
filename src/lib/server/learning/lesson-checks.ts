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
	const questions = lesson.segments.flatMap((segment) =>
		segment.kind === 'check' ? [segment.question] : []
	);
	const keys = await findKeys(
		db,
		releaseId,
		questions.map(({ id }) => id)
	);
	return {
		releaseId,
		lessonId,
		checks: questions.map(({ id, options }) => ({
			id,
			options: options.map((option) => option.id),
			key: keys.get(id)?.correct ?? []
		})),
		places: lesson.headings.map(({ id }) => id)
	};
}
