import { idAmongOthers } from '../markdown/embed.ts';
import { lineMarks, markAt, markLines, type LineMark } from '../markdown/line-marks.ts';
import { joinRegulations } from '../markdown/regulations.ts';
import { renderTokens } from '../markdown/render.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { checkCourse, graded, rules } from './check.ts';
import { namedCompetencies, type Registries } from './competencies.ts';
import {
	lessonsOf,
	type Asset,
	type Course,
	type Lesson,
	type Page,
	type Problem,
	type Question
} from './course.ts';
import { renderCourse, renderParsed, type LessonSegment } from './lesson-page.ts';
import { keyOf } from './keys.ts';
import { minutesOf, minutesOfModule, outlineOf } from './outline.ts';
import { previewAddress } from './preview-address.ts';
import { pagesIn, readableCourse } from './readable.ts';
import { contextFor, referencesOf } from './references.ts';
import type { Registry } from './regulations.ts';
import { rulesOf } from './release-texts.ts';
import {
	moduleIntroduction,
	stateIn,
	toldKey,
	viewOf,
	type CheckKey,
	type LessonView,
	type Outline
} from './releases.ts';
import { minutesPerJp, pageBudget } from './rules/load.ts';
import type { CourseSource } from './source.ts';

/** Most bytes of a lesson with its images (look.md). */
const lessonBudget = 250_000;

/** A problem with the reason of its rule, and where the preview shows its place; `href` is null where no page does. */
export interface Remark extends Problem {
	why: string;
	href: string | null;
}

/** How long and how heavy something is, beside what it may be. */
export interface CourseTotals {
	words: number;
	minutes: number;
	/** JP stated for the course, and the sum of its modules' and its project's. */
	jp: number;
	partsJp: number;
	/** What the stated JP come to, in minutes. */
	jpMinutes: number;
	modules: { id: string; title: string; jp: number; minutes: number; jpMinutes: number }[];
}

export interface PreviewedLesson {
	file: string;
	/** False while its file cannot be read: then its remarks are shown in place of a text. */
	readable: boolean;
	view: LessonView;
	words: number;
	/** HTML, and HTML with images, each in bytes beside its budget. */
	weight: { text: number; textMost: number; whole: number; wholeMost: number };
	questions: readonly Question[];
	/** For judging, by question. */
	keys: ReadonlyMap<string, CheckKey>;
}

/** One state of a course folder, ready to be shown to its author. Holds keys. */
export interface PreviewedCourse {
	id: string;
	outline: Outline;
	/** False while course.md cannot be read. */
	readable: boolean;
	/** By file and line; `file` is a path within the folder. */
	remarks: Remark[];
	totals: CourseTotals;
	glossary: { id: string; term: string; html: string }[];
	/** A lesson by its id; null where the course has none such. */
	lesson(id: string): PreviewedLesson | null;
	/** A figure by its hash. */
	asset(sha256: string): Asset | null;
	/** The texts of its pages that could be read, for the next state to fall back on. */
	texts: ReadonlyMap<string, Uint8Array>;
}

/**
 * Reads, judges and lays out what a folder holds, on a day (ISO date). What cannot be read is stood in for by
 * `earlier`, the texts of the state before. Never throws on bad input.
 */
export function previewCourse(
	{ courseId, files, findings }: CourseSource,
	registries: Registries,
	on: string,
	earlier: ReadonlyMap<string, Uint8Array>
): PreviewedCourse {
	const checked = checkCourse(courseId, files, registries, on);
	const registry = registries.regulations;
	const { course, standIns } = readableCourse(courseId, files, checked.course, earlier);
	// Before anything is marked; the checks have done it already, unless a page is stood in for.
	renderCourse(course);
	const marks = marksOf(course);
	const remarks = [...graded(findings), ...checked.problems].map((problem) => ({
		...problem,
		why: rules[problem.rule]?.why ?? '',
		href: placeOf(problem, courseId, marks)
	}));
	const bytes = new Map(files.map((file) => [file.path.normalize('NFC'), file.bytes]));
	const lessons = new Map(lessonsOf(course).map((lesson) => [lesson.id, lesson]));
	const laidOut = new Map<string, PreviewedLesson>();
	return {
		id: courseId,
		outline: outlineFor(course, registries),
		readable: !standIns.has(course.file),
		remarks,
		totals: totalsOf(course),
		glossary: glossaryOf(course, registry),
		lesson(id) {
			const known = laidOut.get(id);
			const lesson = lessons.get(id);
			if (known || !lesson) return known ?? null;
			const shown = layOut(course, lesson, registry, !standIns.has(lesson.file));
			laidOut.set(id, shown);
			return shown;
		},
		asset: (sha256) => course.assets.find((asset) => asset.sha256 === sha256) ?? null,
		texts: new Map(
			pagesIn(course).flatMap((path) => {
				const text = standIns.has(path) ? earlier.get(path) : bytes.get(path);
				return text ? [[path, text]] : [];
			})
		)
	};
}

/** Where remarks of a file can be shown: the page, what stands above its text, and its blocks. */
interface MarkedPage {
	page: string;
	top: string;
	marks: LineMark[];
}

function marksOf(course: Course): ReadonlyMap<string, MarkedPage> {
	const blocks = (page: Page<unknown>) => lineMarks(page.document, page.bodyLine);
	const terms = course.glossary.map(({ id, line }) => ({ line, id: `istilah-${id}` }));
	return new Map<string, MarkedPage>([
		[course.file, { page: '', top: 'isi', marks: blocks(course) }],
		['glossary.md', { page: 'glosarium', top: 'isi', marks: terms }],
		...course.modules.flatMap((module): [string, MarkedPage][] => [
			[
				module.file,
				{
					page: '',
					top: `modul-${module.id}`,
					marks: blocks(module).map(({ line, id }) => ({ line, id: idAmongOthers(module.id, id) }))
				}
			],
			...module.lessons.map((lesson): [string, MarkedPage] => [
				lesson.file,
				{ page: lesson.id, top: 'isi', marks: blocks(lesson) }
			])
		])
	]);
}

function placeOf(
	{ file, line }: Problem,
	courseId: string,
	marks: ReadonlyMap<string, MarkedPage>
): string | null {
	const found = marks.get(file);
	if (!found) return null;
	return `${previewAddress(courseId, found.page)}#${markAt(found.marks, line) ?? found.top}`;
}

/** What the course page and the outline show; sizes are told of the open lesson only. */
function outlineFor(course: Course, registries: Registries): Outline {
	const { path: _, modules, ...stored } = outlineOf(course, new Map());
	const introduction = introductionIn(course, registries.regulations);
	return {
		...stored,
		courseId: course.id,
		releaseId: '',
		notes: course.fields.notes,
		publishedAt: new Date(),
		rules: rulesOf(course.fields),
		competencies: namedCompetencies(stored.competencies, registries.competencies),
		introduction: introduction(course),
		modules: modules.map(({ path: file, ...module }) => {
			const page = course.modules.find((candidate) => candidate.file === file);
			const html = page ? introduction(page) : '';
			return { ...module, introduction: moduleIntroduction(html, module) };
		})
	};
}

function introductionIn(course: Course, registry: Registry): (page: Page<unknown>) => string {
	const references = referencesOf(course);
	const glossary = glossaryMap(course);
	const explained = previewAddress(course.id, 'glosarium');
	return ({ document, file, bodyLine }) => {
		markLines(document, bodyLine);
		const { segments } = renderParsed(document, [], file, references, glossary, explained);
		return joinRegulations(segments.map(htmlOf).join(''), stateIn(registry));
	};
}

function htmlOf(segment: LessonSegment): string {
	return segment.kind === 'html' ? (segment.heading?.html ?? '') + segment.html : '';
}

function layOut(
	course: Course,
	lesson: Lesson,
	registry: Registry,
	readable: boolean
): PreviewedLesson {
	const { document, questions, file, id, moduleId, minutes, words, fields, bodyLine } = lesson;
	// Weighed as learners get it, then rendered once more with marks.
	const { bytes } = renderCourse(course).get(file)!;
	markLines(document, bodyLine);
	const rendered = {
		...renderParsed(document, questions, file, referencesOf(course), glossaryMap(course)),
		bytes
	};
	const module = course.modules.find((candidate) => candidate.id === moduleId);
	const objectives = (module?.fields.objectives ?? []).filter(({ id: objective }) =>
		fields.objectives.includes(objective)
	);
	return {
		file,
		readable,
		view: viewOf(
			{ id, title: fields.title, moduleId, minutes, objectives, legal: fields.legal, rendered },
			registry
		),
		words,
		weight: {
			text: bytes,
			textMost: pageBudget,
			whole: bytes + imageBytes(course, lesson),
			wholeMost: lessonBudget
		},
		questions,
		keys: new Map(
			questions.map((question) => [
				question.id,
				toldKey(keyOf(question), rendered.rationales[question.id], registry)
			])
		)
	};
}

/** Bytes of the figures a lesson shows, each once. */
function imageBytes(course: Course, { document, file }: Lesson): number {
	const context = contextFor(referencesOf(course), file, new Set());
	const shown = new Set(document.images.map(({ path }) => context.image(path)?.href));
	const hashes = [...shown].map((href) => href?.split('/')[2]);
	return course.assets
		.filter(({ sha256 }) => hashes.includes(sha256))
		.reduce((sum, { bytes }) => sum + bytes.length, 0);
}

function totalsOf(course: Course): CourseTotals {
	const modules = course.modules.map(({ id, fields: { title, jp }, lessons }) => ({
		id,
		title,
		jp,
		minutes: minutesOfModule(course, id, lessons),
		jpMinutes: jp * minutesPerJp
	}));
	const parts = [...modules.map(({ jp }) => jp), course.project?.fields.jp ?? 0];
	return {
		words: lessonsOf(course).reduce((sum, { words }) => sum + words, 0),
		minutes: minutesOf(course),
		jp: course.fields.jp,
		jpMinutes: course.fields.jp * minutesPerJp,
		// A tenth of a JP has no exact double.
		partsJp: Math.round(parts.reduce((sum, jp) => sum + jp, 0) * 1000) / 1000,
		modules
	};
}

function glossaryMap(course: Course) {
	return new Map(course.glossary.map((term) => [term.id, term]));
}

function glossaryOf(course: Course, registry: Registry): PreviewedCourse['glossary'] {
	const context = contextFor(referencesOf(course), 'glossary.md', new Set());
	return course.glossary.map(({ id, term, definition }) => ({
		id,
		term,
		html: joinRegulations(
			renderTokens(parseMarkdown(definition).tokens, context),
			stateIn(registry)
		)
	}));
}
