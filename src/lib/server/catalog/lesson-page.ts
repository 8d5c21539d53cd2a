import type { MarkdownDocument } from '../markdown/document.ts';
import {
	renderSegments,
	renderTokens,
	type RenderContext,
	type Segment
} from '../markdown/render.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { publicQuestion, type PublicQuestion } from './public-question.ts';
import type { Question } from './course.ts';
import { readQuestions } from './questions.ts';
import { contextFor } from './references.ts';
import type { References } from './tables.ts';

export type LessonSegment =
	| { kind: 'html'; html: string }
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
	/** Definitions of the glossary terms used, in order of use. */
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

/** Renders a lesson from its Markdown body; pure, so it may be kept for as long as release and renderer stay the same. */
export function renderLesson(
	body: string,
	file: string,
	references: References,
	glossary: ReadonlyMap<string, { term: string; definition: string }>
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
	return renderParsed(document, questions, file, references, glossary);
}

/** The same from a document already parsed. */
export function renderParsed(
	document: MarkdownDocument,
	questions: readonly Question[],
	file: string,
	references: References,
	glossary: ReadonlyMap<string, { term: string; definition: string }>
): RenderedLesson {
	const context = contextFor(references, file, new Set(document.headings.map(({ id }) => id)));
	const byId = new Map(questions.map((question) => [question.id, question]));
	const segments = segmentsOf(renderSegments(document, context), byId, context);
	const terms = termsOf(document, glossary, context);
	const regulations = document.links.flatMap(({ target }) =>
		target.kind === 'regulation' ? [target.regulation] : []
	);
	return {
		segments,
		headings: document.headings.map(({ id, text, level }) => ({ id, text, level })),
		terms,
		regulations: [...new Set(regulations)],
		bytes: Buffer.byteLength(htmlOf(segments) + terms.map(({ html }) => html).join('')),
		rationales: rationalesOf(questions, context)
	};
}

function segmentsOf(
	segments: readonly Segment[],
	byId: ReadonlyMap<string, Question>,
	context: RenderContext
): LessonSegment[] {
	return segments.flatMap((segment): LessonSegment[] => {
		if (segment.kind === 'html') return [segment];
		if (segment.kind === 'scenario')
			return [{ ...segment, segments: segmentsOf(segment.segments, byId, context) }];
		const question = byId.get(segment.id);
		return question ? [{ kind: 'check', question: publicQuestion(question, context) }] : [];
	});
}

function termsOf(
	document: MarkdownDocument,
	glossary: ReadonlyMap<string, { term: string; definition: string }>,
	context: RenderContext
): RenderedLesson['terms'] {
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

function htmlOf(segments: readonly LessonSegment[]): string {
	return segments
		.map((segment) => {
			if (segment.kind === 'html') return segment.html;
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
