import type { MarkdownDocument } from '../markdown/document.ts';
import { renderSegments, renderTokens, type RenderContext } from '../markdown/render.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import type { Question, QuestionKind } from './course.ts';
import { readQuestions } from './questions.ts';
import { contextFor, glossaryOf, POPOVERS } from './references.ts';
import type { References } from './tables.ts';

/** A check as a learner meets it: no key, no rationale. */
interface PublicQuestion {
	id: string;
	kind: QuestionKind;
	prompt: string;
	options: { id: string; html: string }[];
}

export type LessonSegment =
	{ kind: 'html'; html: string } | { kind: 'check'; question: PublicQuestion };

export interface RenderedLesson {
	segments: LessonSegment[];
	headings: { id: string; text: string; level: number }[];
	/** Definitions of the glossary terms used, in order of use. */
	terms: { id: string; term: string; html: string }[];
	/** Ids of cited instruments, in order of first citation. */
	regulations: string[];
	/** UTF-8 bytes of the HTML a learner receives. */
	bytes: number;
	/** HTML of each option's rationale, by question and option. Never part of what is sent with the lesson. */
	rationales: Record<string, Record<string, string>>;
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
	const questions = readQuestions(document, {
		file,
		place: { kind: 'lesson', lessonId: '' },
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
	// An option is itself something to press: nothing in it can be.
	const inOptions = contextFor(references, file, headingIds, null);
	const segments = segmentsOf(document, questions, context, inOptions);
	const terms = termsOf(document, glossary, references, file);
	const regulations = document.links.flatMap(({ target }) =>
		target.kind === 'regulation' ? [target.regulation] : []
	);
	return {
		segments,
		headings: document.headings.map(({ id, text, level }) => ({ id, text, level })),
		terms,
		regulations: [...new Set(regulations)],
		bytes: Buffer.byteLength(htmlOf({ segments, terms })),
		rationales: rationalesOf(questions, context)
	};
}

function segmentsOf(
	document: MarkdownDocument,
	questions: readonly Question[],
	context: RenderContext,
	inOptions: RenderContext
): LessonSegment[] {
	const byId = new Map(questions.map((question) => [question.id, question]));
	return renderSegments(document, context).flatMap((segment): LessonSegment[] => {
		if (segment.kind === 'html') return [segment];
		const question = byId.get(segment.id);
		return question ? [{ kind: 'check', question: publicOf(question, context, inOptions) }] : [];
	});
}

function publicOf(
	{ id, kind, prompt, options }: Question,
	context: RenderContext,
	inOptions: RenderContext
): PublicQuestion {
	return {
		id,
		kind,
		prompt: renderTokens(prompt.tokens, context),
		options: options.map((option) => ({
			id: option.id,
			html: renderTokens(option.tokens, inOptions)
		}))
	};
}

function termsOf(
	document: MarkdownDocument,
	glossary: ReadonlyMap<string, { term: string; definition: string }>,
	references: References,
	file: string
): RenderedLesson['terms'] {
	// A definition may name terms that the lesson itself does not explain.
	const context = contextFor(references, file, new Set(), glossaryOf(references.courseId));
	return [...new Set(document.terms.map(({ term }) => term))].flatMap((id) => {
		const entry = glossary.get(id);
		if (!entry) return [];
		const html = renderTokens(parseMarkdown(entry.definition).tokens, context);
		return [{ id, term: entry.term, html }];
	});
}

function rationalesOf(
	questions: readonly Question[],
	context: RenderContext
): RenderedLesson['rationales'] {
	const entries = questions.map(({ id, options }) => {
		const told = options.flatMap((option) =>
			option.rationale ? [[option.id, renderTokens(option.rationale.tokens, context)]] : []
		);
		return [id, Object.fromEntries(told)] as const;
	});
	return Object.fromEntries(entries);
}

function lessonIdOf(references: References, file: string): string {
	return references.lessons[file] ?? 'soal';
}

/** All HTML of a lesson, one after the other, for measuring. */
export function htmlOf({ segments, terms }: Pick<RenderedLesson, 'segments' | 'terms'>): string {
	const html = segments.map((segment) =>
		segment.kind === 'html'
			? segment.html
			: segment.question.prompt + segment.question.options.map((option) => option.html).join('')
	);
	return [...html, ...terms.map((term) => term.html)].join('');
}
