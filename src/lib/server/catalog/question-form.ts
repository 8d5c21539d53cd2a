import { isDeepStrictEqual } from 'node:util';
import { printDirective } from '../markdown/directive-print.ts';
import { meaning } from '../markdown/meaning.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { Refusal } from '../refusal.ts';
import {
	tidyQuestion,
	tidyRubric,
	tidyScenario,
	type QuestionDraft,
	type RubricDraft,
	type ScenarioDraft
} from './question-draft.ts';
import { readQuestionSource, readRubricSource, readScenarioSource } from './question-source.ts';
import { attributesOf, questionBody, rubricText, type ListSigns } from './question-text.ts';
import { readQuestions } from './questions.ts';

// A question as a form edits it, and as Markdown. Written and read again, a draft is the same (tidied), and the
// catalogue sees its kind, key, options and rationales; read and written again, a source means the same. Both are
// tried before anything is handed out: what does not come back is refused.

/** Reads the source of one question for a form. Refuses `question-unreadable` where a form could not show all of it. */
export function readQuestionDraft(source: string): QuestionDraft {
	const draft = readQuestionSource(source);
	const printed = draft && writtenQuestion(draft);
	if (!draft || !printed || !isSameToCatalogue(source, printed))
		throw new Refusal('invalid', 'question-unreadable');
	return draft;
}

/** Writes a question as Markdown. Refuses `question-unwritable`, naming the `part` that cannot be written so. */
export function printQuestion(draft: QuestionDraft): string {
	const printed = writtenQuestion(draft);
	if (printed !== null) return printed;
	throw new Refusal('invalid', 'question-unwritable', { part: unwritablePart(draft) });
}

/** Reads the source of one scenario for a form. Refuses `question-unreadable` where a form could not show all of it. */
export function readScenarioDraft(source: string): ScenarioDraft {
	const draft = readScenarioSource(source);
	const printed = draft && writtenScenario(draft);
	if (!draft || !printed || !isSameToCatalogue(source, printed))
		throw new Refusal('invalid', 'question-unreadable');
	return draft;
}

/** Writes a case and its questions as Markdown. Refuses `question-unwritable`. */
export function printScenario(draft: ScenarioDraft): string {
	for (const question of draft.questions) printQuestion(question);
	const printed = writtenScenario(draft);
	if (printed !== null) return printed;
	throw new Refusal('invalid', 'question-unwritable', { part: 'text' });
}

/** Reads the source of a rubric that stands by itself, as in `proyek.md`. Refuses `question-unreadable`. */
export function readRubricDraft(source: string): RubricDraft {
	const draft = readRubricSource(source);
	if (!draft) throw new Refusal('invalid', 'question-unreadable');
	return draft;
}

/** Writes a rubric that stands by itself. Refuses `question-unwritable`. */
export function printRubric(rubric: RubricDraft): string {
	const printed = rubricText(tidyRubric(rubric));
	if (isDeepStrictEqual(readRubricSource(printed), tidyRubric(rubric))) return printed;
	throw new Refusal('invalid', 'question-unwritable', { part: 'rubric' });
}

const signs: readonly ListSigns[] = [
	{ bullet: '-', period: '.' },
	{ bullet: '*', period: ')' }
];

/** The Markdown that reads as the draft; null when there is none. */
function writtenQuestion(question: QuestionDraft): string | null {
	const draft = tidyQuestion(question);
	for (const sign of signs) {
		const printed = unlessRefused(() =>
			printDirective({
				name: 'question',
				id: draft.id,
				values: attributesOf(draft),
				flags: [],
				body: questionBody(draft, sign)
			})
		);
		if (printed !== null && isDeepStrictEqual(readQuestionSource(printed), draft)) return printed;
	}
	return null;
}

function writtenScenario(scenario: ScenarioDraft): string | null {
	const draft = tidyScenario(scenario);
	const questions = draft.questions.map(writtenQuestion);
	if (questions.includes(null)) return null;
	const printed = unlessRefused(() =>
		printDirective({
			name: 'scenario',
			id: draft.id,
			values: draft.title === null ? {} : { title: draft.title },
			flags: [],
			body: [draft.text, ...questions].filter((part) => part !== '').join('\n\n')
		})
	);
	return printed !== null && isDeepStrictEqual(readScenarioSource(printed), draft) ? printed : null;
}

function unlessRefused(print: () => string): string | null {
	try {
		return print();
	} catch (error) {
		if (error instanceof Refusal) return null;
		throw error;
	}
}

/** The first part that cannot be written even when the rest is simple. */
function unwritablePart(draft: QuestionDraft): string {
	const simple: QuestionDraft = {
		...draft,
		prompt: '?',
		answer: { kind: 'short', accepted: ['a'] },
		rationale: null
	};
	const parts: Record<string, QuestionDraft> = {
		attributes: simple,
		prompt: { ...simple, prompt: draft.prompt },
		rationale: { ...simple, rationale: draft.rationale },
		[answerParts[draft.answer.kind]]: { ...simple, answer: draft.answer }
	};
	const found = Object.entries(parts).find(([, part]) => writtenQuestion(part) === null);
	return found?.[0] ?? 'prompt';
}

const answerParts: Record<QuestionDraft['answer']['kind'], string> = {
	single: 'options',
	multiple: 'options',
	'true-false': 'options',
	situational: 'options',
	numeric: 'value',
	short: 'accepted',
	match: 'pairs',
	order: 'steps',
	essay: 'rubric'
};

/** Whether two sources of a question or scenario tell the catalogue the same. */
function isSameToCatalogue(a: string, b: string): boolean {
	return isDeepStrictEqual(asSeen(a), asSeen(b));
}

/** What the catalogue reads out of a source, without the places. */
function asSeen(source: string): unknown {
	const found = readQuestions(parseMarkdown(source.replace(/\r\n?/g, '\n').normalize('NFC')), {
		file: '',
		place: { kind: 'bank' },
		pool: 'ujian',
		idPrefix: '',
		body: '',
		bodyLine: 1
	});
	return JSON.parse(
		JSON.stringify(found, (key, value: unknown) => {
			if (key === 'tokens') return meaning(value as Parameters<typeof meaning>[0]);
			return key === 'line' || key === 'column' ? null : value;
		})
	);
}
