import type { Course, Objective } from './course.ts';
import type { CourseFields } from './fields.ts';
import type { RenderedLesson } from './lesson-page.ts';

/** A course's structure as it was published, kept with the release. Holds no key and no text of a lesson. */
export interface StoredOutline {
	title: string;
	code: string;
	edition: string;
	summary: string;
	audience: string;
	language: string;
	/** Hours of training; 1 JP = 45 minutes. */
	jp: number;
	/** What the parts add up to. */
	minutes: number;
	providers: string[];
	authors: string[];
	reviewers: string[];
	owner: string | null;
	licence: string;
	competencies: { id: string; level: number }[];
	prerequisites: string[];
	/** Where course.md and each module.md stand among the release's files. */
	path: string;
	modules: OutlineModule[];
}

interface OutlineModule {
	id: string;
	title: string;
	jp: number;
	minutes: number;
	objectives: Objective[];
	path: string;
	lessons: OutlineLesson[];
}

interface OutlineLesson {
	id: string;
	title: string;
	minutes: number;
	/** Objective ids. */
	objectives: string[];
	/** Number of checks in the text. */
	checks: number;
	/** Bytes of HTML. */
	bytes: number;
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
				bytes: rendered.get(lesson.id)?.bytes ?? 0
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
