import type { Course, Lesson, Project, Test } from './course.ts';
import { downloadOf } from './download.ts';
import type { CourseFields } from './fields.ts';
import { identitiesOf } from './identities.ts';
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
			objectives: objectives.map(({ id, text, level }) => ({ id, text, level })),
			path: file,
			minutes: minutesOfModule(course, id, lessons),
			lessons: lessons.map((lesson) => ({
				id: lesson.id,
				title: lesson.fields.title,
				minutes: lesson.minutes,
				objectives: lesson.fields.objectives,
				checks: lesson.questions.length,
				bytes: rendered.get(lesson.file)?.bytes ?? 0,
				...travellingOf(rendered.get(lesson.file), course.assets)
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
		minutes: minutesOf(course),
		topics: fields.topics,
		providers: fields.providers,
		authors: fields.authors,
		reviewers: fields.reviewers,
		owner: fields.owner ?? null,
		licence: fields.licence,
		competencies: fields.competencies,
		prerequisites: fields.prerequisites,
		replaced: identitiesOf(course).flatMap(({ kind, id: by, replaces }) =>
			replaces.map(({ id }) => ({ kind, id, by }))
		),
		retired: fields.retired,
		path: course.file,
		modules,
		...(course.tests.length > 0 && { tests: course.tests.map(testOf) }),
		...(course.project && { project: projectOf(course.project) })
	};
}

/** What a module takes: its lessons and its quiz. */
export function minutesOfModule(
	{ tests }: Pick<Course, 'tests'>,
	moduleId: string,
	lessons: readonly Lesson[]
): number {
	const quizzes = tests.filter((test) => test.moduleId === moduleId);
	return sum([
		...lessons.map(({ minutes }) => minutes),
		...quizzes.map(({ fields }) => fields.minutes)
	]);
}

/** What a course takes: modules, tests and the team's assignment. */
export function minutesOf({ modules, tests, project }: Course): number {
	return sum([
		...modules.flatMap(({ lessons }) => lessons.map(({ minutes }) => minutes)),
		...tests.map(({ fields }) => fields.minutes),
		project?.fields.minutes ?? 0
	]);
}

function testOf(test: Test): NonNullable<StoredOutline['tests']>[number] {
	const { id, kind, moduleId, fields, file, questions } = test;
	return {
		id,
		kind,
		moduleId,
		title: fields.title,
		minutes: fields.minutes,
		...(fields.timeLimit !== undefined && { timeLimit: fields.timeLimit }),
		pool: kind === 'quiz' ? 'kuis' : 'ujian',
		path: file,
		items: questions.map((question) => question.id),
		blueprint: fields.items.map(({ objective, level = null, count }) => ({
			objective,
			level,
			count
		}))
	};
}

function projectOf({ fields, file }: Project): NonNullable<StoredOutline['project']> {
	const { title, minutes, jp } = fields;
	return { title, minutes, jp, path: file };
}
