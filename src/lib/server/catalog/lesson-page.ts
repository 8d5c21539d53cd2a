import type { MarkdownDocument } from '../markdown/document.ts';
import {
	renderSegments,
	renderTokens,
	type RenderContext,
	type Segment
} from '../markdown/render.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { regulationsIn } from '../markdown/regulations.ts';
import { publicQuestion, type PublicQuestion } from './public-question.ts';
import type { Course, Question } from './course.ts';
import { readQuestions } from './questions.ts';
import { contextFor, glossaryOf, POPOVERS, referencesOf } from './references.ts';
import type { References } from './tables.ts';

/** A stretch of text, with the main heading that opens it apart: something may stand beside it. */
interface TextSegment {
	kind: 'html';
	heading: { id: string; html: string } | null;
	html: string;
}

export type LessonSegment =
	| TextSegment
	| { kind: 'check'; question: PublicQuestion }
	| { kind: 'scenario'; id: string; title: string | null; segments: LessonSegment[] };

/** What is told of an answer; never part of what is sent with the lesson. */
export interface Told {
	/** HTML of each option's rationale, by option. */
	options: Record<string, string>;
	/** HTML of what is said of the whole question. */
	whole: string | null;
}

export interface RenderedLesson {
	segments: LessonSegment[];
	headings: { id: string; text: string; level: number }[];
	/** Definitions of the glossary terms that the text opens, in order of use. */
	terms: { id: string; term: string; html: string }[];
	/** Ids of cited instruments, in order of first citation. */
	regulations: string[];
	/** UTF-8 bytes of the HTML a learner receives. */
	bytes: number;
	rationales: Record<string, Told>;
}

/** Every check of a lesson, those of scenarios among them, in order. */
export function checksIn(segments: readonly LessonSegment[]): PublicQuestion[] {
	return segments.flatMap((segment) => {
		if (segment.kind === 'check') return [segment.question];
		return segment.kind === 'scenario' ? checksIn(segment.segments) : [];
	});
}

const renderedCourses = new WeakMap<Course, ReadonlyMap<string, RenderedLesson>>();

/** Every lesson of a course by its file, rendered once however often it is asked for: by rules and in publishing. */
export function renderCourse(course: Course): ReadonlyMap<string, RenderedLesson> {
	const known = renderedCourses.get(course);
	if (known) return known;
	const references = referencesOf(course);
	const glossary = new Map(course.glossary.map((term) => [term.id, term]));
	const lessons = course.modules.flatMap((module) => module.lessons);
	const rendered = new Map(
		lessons.map(({ document, questions, file }) => [
			file,
			renderParsed(document, questions, file, references, glossary)
		])
	);
	renderedCourses.set(course, rendered);
	return rendered;
}

/**
 * Renders a lesson from its Markdown body; pure, so it may be kept for as long as release and renderer stay the same.
 * `explained` is where its terms lead: popovers of the page, or the page of the glossary.
 */
export function renderLesson(
	body: string,
	file: string,
	references: References,
	glossary: ReadonlyMap<string, { term: string; definition: string }>,
	explained = POPOVERS
): RenderedLesson {
	const document = parseMarkdown(body);
	const { questions } = readQuestions(document, {
		file,
		place: { kind: 'lesson', lessonId: '' },
		pool: 'latihan',
		idPrefix: lessonIdOf(references, file),
		body,
		bodyLine: 1
	});
	return renderParsed(document, questions, file, references, glossary, explained);
}

/** The same from a document already parsed. */
export function renderParsed(
	document: MarkdownDocument,
	questions: readonly Question[],
	file: string,
	references: References,
	glossary: ReadonlyMap<string, { term: string; definition: string }>,
	explained = POPOVERS
): RenderedLesson {
	const headingIds = new Set(document.headings.map(({ id }) => id));
	const context = contextFor(references, file, headingIds, explained);
	// What one chooses from is itself something to press: nothing in it can be.
	const inForms = contextFor(references, file, headingIds, null);
	const byId = new Map(questions.map((question) => [question.id, question]));
	const segments = segmentsOf(renderSegments(document, context), (id) => {
		const question = byId.get(id);
		return question ? publicQuestion(question, context, inForms) : null;
	});
	// From what is shown, never from the sources: what is told of an answer must not be known before it.
	const shown = htmlOf(segments);
	const terms = termsOf(shown, glossary, references, file);
	return {
		segments,
		headings: document.headings.map(({ id, text, level }) => ({ id, text, level })),
		terms,
		regulations: regulationsIn(shown),
		bytes: Buffer.byteLength(wholeOf({ segments, terms })),
		rationales: rationalesOf(questions, toldContext(context, terms, references.courseId))
	};
}

/** What is told of an answer finds its terms on the page, or else in the glossary of the learner's edition. */
function toldContext(
	context: RenderContext,
	terms: RenderedLesson['terms'],
	courseId: string
): RenderContext {
	const explained = new Set(terms.map(({ id }) => id));
	return {
		...context,
		term(id) {
			const address = context.term(id);
			const elsewhere = address !== null && !explained.has(id);
			return elsewhere ? `${glossaryOf(courseId)}#istilah-${id}` : address;
		}
	};
}

function segmentsOf(
	segments: readonly Segment[],
	questionAt: (id: string) => PublicQuestion | null
): LessonSegment[] {
	return segments.flatMap((segment): LessonSegment[] => {
		if (segment.kind === 'html') return sectionsOf(segment.html);
		if (segment.kind === 'scenario')
			return [{ ...segment, segments: segmentsOf(segment.segments, questionAt) }];
		const question = questionAt(segment.id);
		return question ? [{ kind: 'check', question }] : [];
	});
}

/** HTML cut before each main heading. The renderer's own tag: an author's text cannot contain it, "<" is escaped. */
function sectionsOf(html: string): TextSegment[] {
	return html.split(/(?=<h2 id=")/).map((part) => {
		const id = /^<h2 id="([^"]+)">/.exec(part)?.[1];
		if (id === undefined) return { kind: 'html', heading: null, html: part };
		const end = part.indexOf('</h2>') + '</h2>'.length;
		return { kind: 'html', heading: { id, html: part.slice(0, end) }, html: part.slice(end) };
	});
}

/** The terms that open on the page. The renderer's own attribute: an author's text cannot contain it. */
function termsOf(
	shown: string,
	glossary: ReadonlyMap<string, { term: string; definition: string }>,
	references: References,
	file: string
): RenderedLesson['terms'] {
	// A definition may name terms that the lesson itself does not explain.
	const context = contextFor(references, file, new Set(), glossaryOf(references.courseId));
	const opened = [...shown.matchAll(/ popovertarget="istilah-([^"]+)"/g)].map(([, id]) => id!);
	return [...new Set(opened)].flatMap((id) => {
		const entry = glossary.get(id);
		if (!entry) return [];
		const html = renderTokens(parseMarkdown(entry.definition).tokens, context);
		return [{ id, term: entry.term, html }];
	});
}

/** What is told of the answers to some questions, by question. */
export function rationalesOf(
	questions: readonly Question[],
	context: RenderContext
): RenderedLesson['rationales'] {
	const entries = questions.map(({ id, answer, rationale }): [string, Told] => {
		const told = ('options' in answer ? answer.options : []).flatMap((option) =>
			option.rationale ? [[option.id, renderTokens(option.rationale.tokens, context)]] : []
		);
		const whole = rationale && renderTokens(rationale.tokens, context);
		return [id, { options: Object.fromEntries(told), whole }];
	});
	return Object.fromEntries(entries);
}

function lessonIdOf(references: References, file: string): string {
	return references.lessons[file] ?? 'soal';
}

/** All HTML of a lesson, one part after the other, for measuring. */
export function wholeOf({ segments, terms }: Pick<RenderedLesson, 'segments' | 'terms'>): string {
	return htmlOf(segments) + terms.map(({ html }) => html).join('');
}

/** The HTML of some segments, scenarios and questions among them. */
export function htmlOf(segments: readonly LessonSegment[]): string {
	return segments
		.map((segment) => {
			if (segment.kind === 'html') return (segment.heading?.html ?? '') + segment.html;
			return segment.kind === 'scenario'
				? htmlOf(segment.segments)
				: segment.question.prompt + partsOf(segment.question);
		})
		.join('');
}

function partsOf(question: PublicQuestion): string {
	switch (question.kind) {
		case 'match':
			return [
				...question.lefts.map(({ html }) => html),
				...question.rights.map(({ text }) => text)
			].join('');
		case 'order':
			return question.steps.map(({ html }) => html).join('');
		case 'numeric':
		case 'short':
		case 'essay':
			return '';
		default:
			return question.options.map(({ html }) => html).join('');
	}
}
