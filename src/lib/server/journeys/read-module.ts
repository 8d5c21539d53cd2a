import {
	findLesson,
	findOutline,
	ownIntroduction,
	withHtmlOf,
	type LessonView
} from '../catalog/releases.ts';
import type { Database } from '../db/connect.ts';
import { requireEnrolment, type Learner } from '../learning/enrolments.ts';
import { amongOthers } from '../markdown/embed.ts';
import { Refusal } from '../refusal.ts';

/**
 * A module as one text to be printed: its lessons in order, without keys and without the learner's answers. Refuses a
 * course that the learner does not take and a module that their edition lacks.
 */
export async function readModule(
	db: Database,
	learner: Learner,
	courseId: string,
	moduleId: string
) {
	const { releaseId } = await requireEnrolment(db, learner, courseId);
	const outline = await findOutline(db, releaseId);
	const module = outline?.modules.find(({ id }) => id === moduleId);
	if (!outline || !module) throw new Refusal('not-found', 'module-unknown');
	const found = await Promise.all(module.lessons.map(({ id }) => findLesson(db, releaseId, id)));
	const lessons = found.filter((lesson) => lesson !== null);
	return {
		course: {
			id: courseId,
			title: outline.title,
			code: outline.code,
			edition: outline.edition,
			language: outline.language,
			licence: outline.licence,
			providers: outline.providers
		},
		module: { ...module, introduction: ownIntroduction(module.introduction) },
		lessons: lessons.map(standingAlone),
		terms: distinct(lessons.flatMap(({ terms }) => terms)).sort((a, b) =>
			a.term.localeCompare(b.term, 'id')
		),
		regulations: distinct(lessons.flatMap(({ regulations }) => regulations))
	};
}

/** A lesson as one of several on the page. */
function standingAlone({ id, title, minutes, legal, segments }: LessonView) {
	return {
		id,
		title,
		minutes,
		legal,
		segments: segments.map((segment) =>
			withHtmlOf(segment, (html) => amongOthers(html, { id, title }, 1))
		)
	};
}

function distinct<One extends { id: string }>(all: readonly One[]): One[] {
	return [...new Map(all.map((one) => [one.id, one])).values()];
}
