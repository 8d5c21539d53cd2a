import type { Course } from './course.ts';
import { downloadOf } from './download.ts';
import type { CourseFields } from './fields.ts';
import type { RenderedLesson } from './lesson-page.ts';
import type { StoredOutline } from './tables.ts';

function travellingOf(lesson: RenderedLesson | undefined, assets: Course['assets']) {
	return (
		lesson && { download: downloadOf(lesson, assets), terms: lesson.terms.map(({ id }) => id) }
	);
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

/** The outline of a course whose lessons have been rendered. */
export function outlineOf(
	course: Course,
	rendered: ReadonlyMap<string, RenderedLesson>
): StoredOutline {
	const fields: CourseFields = course.fields;
	const modules = course.modules.map(
		({ id, fields: { title, jp, objectives }, file, lessons }) => ({
			id,
			title,
			jp,
			objectives,
			path: file,
			minutes: sum(lessons.map(({ minutes }) => minutes)),
			lessons: lessons.map((lesson) => ({
				id: lesson.id,
				title: lesson.fields.title,
				minutes: lesson.minutes,
				objectives: lesson.fields.objectives,
				checks: lesson.questions.length,
				bytes: rendered.get(lesson.id)?.bytes ?? 0,
				...travellingOf(rendered.get(lesson.id), course.assets)
			}))
		})
	);
	return {
		title: fields.title,
		code: fields.code,
		edition: fields.edition,
		summary: fields.summary,
		audience: fields.audience,
		language: fields.language,
		jp: fields.jp,
		minutes: sum(modules.map(({ minutes }) => minutes)),
		providers: fields.providers,
		authors: fields.authors,
		reviewers: fields.reviewers,
		owner: fields.owner ?? null,
		licence: fields.licence,
		competencies: fields.competencies,
		prerequisites: fields.prerequisites,
		path: course.file,
		modules
	};
}
