import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	anyKeyLine,
	anyQuestion,
	anyScenario,
	carefulQuestion,
	cellQuestion,
	writtenNumbers
} from '../../../../tests/support/question-drafts.ts';
import { meaning } from '../markdown/meaning.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { readBlocks, type SourceBlock } from '../markdown/source-blocks.ts';
import { Refusal } from '../refusal.ts';
import { rubricIn, wordsOf } from './answers.ts';
import type { Question } from './course.ts';
import { tidyQuestion, tidyScenario, type QuestionDraft } from './question-draft.ts';
import {
	printQuestion,
	printRubric,
	printScenario,
	readQuestionDraft,
	readRubricDraft,
	readScenarioDraft
} from './question-form.ts';
import { readQuestions } from './questions.ts';

const seen = (source: string) =>
	readQuestions(parseMarkdown(source), {
		file: 'a.md',
		place: { kind: 'bank' },
		pool: 'ujian',
		idPrefix: 'a',
		body: source,
		bodyLine: 1
	});

/** The printed draft, or null when it was refused. */
function printed(draft: QuestionDraft): string | null {
	try {
		return printQuestion(draft);
	} catch (error) {
		if (error instanceof Refusal) return null;
		throw error;
	}
}

/** Words of Markdown as they would stand behind a mark: the first line is running text. */
const words = (text: string) => wordsOf(parseMarkdown(`@ ${text}`).tokens).text.slice(2);
const cell = (text: string) => words(`${text}`).trim();
const whole = (text: string | null) =>
	text === null ? null : wordsOf(parseMarkdown(text).tokens).text;

/** What the catalogue must see in a draft, said without reading what was printed. */
function expected({ answer }: QuestionDraft): unknown {
	switch (answer.kind) {
		case 'numeric': {
			const { kind, value, tolerance, unit } = answer;
			const allowed = tolerance === null ? null : writtenNumbers[tolerance];
			return { kind, value: writtenNumbers[value], tolerance: allowed, unit };
		}
		case 'short':
			return answer;
		case 'match':
			return {
				kind: 'match',
				titles: answer.titles.map(cell),
				pairs: answer.pairs.map((pair) => pair.map(cell)),
				spare: answer.spare.map(cell)
			};
		case 'order':
			return { kind: 'order', steps: answer.steps.map(whole) };
		case 'essay':
			return {
				kind: 'essay',
				rubric: answer.rubric && {
					order: answer.rubric.order,
					unknownOrder: null,
					levels: answer.rubric.levels.map(cell),
					criteria: answer.rubric.criteria.map(({ name, weight, levels }) => ({
						name: cell(name),
						weight: Number.parseInt(weight),
						levels: levels.map(cell)
					}))
				}
			};
		case 'situational':
			return {
				kind: answer.kind,
				options: answer.options.map(({ text, worth, rationale }) => ({
					text: words(text),
					worth,
					correct: worth === 2,
					rationale: whole(rationale)
				}))
			};
		default:
			return {
				kind: answer.kind,
				options: answer.options.map(({ text, correct, rationale }) => ({
					text: words(text),
					worth: correct ? 1 : 0,
					correct,
					rationale: whole(rationale)
				}))
			};
	}
}

/** The same out of the catalogue's question. */
function told({ answer }: Question): unknown {
	if (answer.kind === 'match') {
		const { kind, titles, pairs, spare } = answer;
		const sides = pairs.map(({ left, right }) => [left.text, right.text]);
		return { kind, titles, pairs: sides, spare: spare.map(({ text }) => text) };
	}
	if (answer.kind === 'order')
		return { kind: answer.kind, steps: answer.steps.map(({ text }) => text) };
	if ('options' in answer) {
		const options = answer.options.map(({ text, worth, correct, rationale }) => ({
			text,
			worth,
			correct,
			rationale: rationale?.text ?? null
		}));
		return { kind: answer.kind, options };
	}
	return answer;
}

/** The laws of one draft that can be written. */
function holds(draft: QuestionDraft, text: string): void {
	const tidy = tidyQuestion(draft);
	const read = readQuestionDraft(text);
	expect(read).toEqual(tidy);
	expect(printQuestion(read)).toBe(text);
	const { questions } = seen(text);
	expect(questions).toHaveLength(1);
	const [question] = questions;
	expect([question!.objective, question!.level]).toEqual([tidy.objective, tidy.level]);
	expect(question!.pool).toBe(tidy.pool ?? 'ujian');
	expect(question!.idWritten).toBe(tidy.id !== null);
	expect(question!.answer.kind).toBe(tidy.answer.kind);
}

describe('a question written from a draft', () => {
	test('of any kind reads as the draft, and the catalogue sees its kind, key, options and rationales', () => {
		fc.assert(
			fc.property(carefulQuestion, (draft) => {
				const text = printQuestion(draft);
				holds(draft, text);
				const [question] = seen(text).questions;
				expect(told(question!)).toEqual(expected(tidyQuestion(draft)));
				const alone = parseMarkdown(tidyQuestion(draft).prompt).tokens;
				expect(meaning(question!.prompt.tokens)).toBe(meaning(alone));
			}),
			{ numRuns: 250 }
		);
	}, 60_000);

	test('with anything in a cell reads as the draft, unless it holds what a cell cannot', () => {
		fc.assert(
			fc.property(cellQuestion, (draft) => {
				const text = printed(draft);
				if (text !== null) return holds(draft, text);
				// A bar parts accepted answers, and a comment is no answer.
				expect(JSON.stringify(draft.answer)).toMatch(/"short"[^]*\||"match"[^]*<!-- catatan -->/);
			}),
			{ numRuns: 250 }
		);
	}, 60_000);

	test('with anything typed in reads as the draft or is refused', () => {
		let written = 0;
		fc.assert(
			fc.property(anyQuestion, (draft) => {
				const text = printed(draft);
				if (text === null) return;
				written++;
				holds(draft, text);
			}),
			{ numRuns: 250 }
		);
		expect(written).toBeGreaterThan(125);
	}, 60_000);

	test('shares its case in a scenario', () => {
		fc.assert(
			fc.property(anyScenario(carefulQuestion), (draft) => {
				const text = printScenario(draft);
				expect(readScenarioDraft(text)).toEqual(tidyScenario(draft));
				const { questions, scenarios } = seen(text);
				expect(scenarios).toHaveLength(1);
				expect(questions.map(({ answer }) => answer.kind)).toEqual(
					draft.questions.map(({ answer }) => answer.kind)
				);
			}),
			{ numRuns: 100 }
		);
	}, 60_000);
});

test('a line "= …" shows a form what the catalogue reads in it, or is told to be no number', () => {
	fc.assert(
		fc.property(anyKeyLine, (line) => {
			const source = `:::question{#a}\nBerapa?\n\n= ${line}\n:::`;
			const [question] = seen(source).questions;
			const { answer } = question!;
			if (answer.kind === 'numeric' && answer.value !== null) {
				const { questions } = seen(printQuestion(readQuestionDraft(source)));
				expect(questions[0]!.answer).toEqual(answer);
				expect(answer.unit ?? '').not.toMatch(/[|×±]|(?<!\p{L})\d/u);
			} else if (answer.kind === 'numeric') expect(line).toMatch(/±|\+\/?-/);
			else expect(answer).toMatchObject({ kind: 'short' });
		}),
		{ numRuns: 500 }
	);
});

const bare: QuestionDraft = {
	id: 'a',
	objective: null,
	level: null,
	pool: null,
	replaces: [],
	prompt: 'Tanya?',
	answer: { kind: 'short', accepted: ['a'] },
	rationale: null
};
const choice = (text: string, rationale: string | null = null): QuestionDraft['answer'] => ({
	kind: 'single',
	options: [
		{ text, rationale, correct: true },
		{ text: 'lain', rationale: null, correct: false }
	]
});

test('a question is written as an author would', () => {
	expect(
		printQuestion({
			...bare,
			id: 'silo-1',
			objective: 'a1-1',
			level: 'C2',
			prompt: 'Manakah tandanya?\n\n- bukan ini',
			answer: choice('Satu', 'Benar.\n\nKarena satu.'),
			rationale: 'Seluruhnya.'
		})
	).toBe(
		`:::question{#silo-1 objective=a1-1 level=C2}
Manakah tandanya?

- bukan ini

* [x] Satu
  > Benar.
  >
  > Karena satu.
* [ ] lain

> Seluruhnya.
:::`
	);
	expect(
		printQuestion({
			...bare,
			answer: { kind: 'numeric', value: '2,585', tolerance: '0,005', unit: 'jam' }
		})
	).toBe(':::question{#a kind=numeric}\nTanya?\n\n= 2,585 ± 0,005 jam\n:::');
});

test.each<[part: string, why: string, draft: QuestionDraft]>([
	['attributes', 'an id with a space', { ...bare, id: 'a b' }],
	['attributes', 'a replaced id with a space', { ...bare, replaces: ['a b'] }],
	['attributes', 'an attribute of two lines', { ...bare, objective: 'a\nb' }],
	['prompt', 'a prompt with an unclosed block', { ...bare, prompt: ':::note\nAwas.' }],
	['prompt', 'a prompt with unclosed code', { ...bare, prompt: '```\nkode' }],
	['prompt', 'a prompt with a line that is a key', { ...bare, prompt: 'Berapa?\n= 3' }],
	[
		'prompt',
		'a prompt that ends with a quotation and nothing after it',
		{ ...bare, prompt: 'Jelaskan.\n\n> kutip', answer: { kind: 'essay', rubric: null } }
	],
	['options', 'an empty option', { ...bare, answer: choice('') }],
	[
		'options',
		'an option that begins with a table',
		{ ...bare, answer: choice('a | b\n--- | ---') }
	],
	['options', 'an option that holds a quotation', { ...bare, answer: choice('Satu.\n\n> kutip') }],
	['options', 'an option with unclosed code', { ...bare, answer: choice('Satu\n\n~~~', 'Ya') }],
	[
		'accepted',
		'an accepted answer with a bar',
		{ ...bare, answer: { kind: 'short', accepted: ['a|b'] } }
	],
	['accepted', 'no accepted answer', { ...bare, answer: { kind: 'short', accepted: [] } }],
	[
		'value',
		'a number in words',
		{ ...bare, answer: { kind: 'numeric', value: 'dua', tolerance: null, unit: null } }
	],
	...['75%', 'Rp500', '3–5', '0.125.000'].map((value): [string, string, QuestionDraft] => [
		'value',
		`${value} as the value`,
		{ ...bare, answer: { kind: 'numeric', value, tolerance: '1', unit: null } }
	]),
	...['hari | tiga', '× 24 jam', 'Agustus 1945'].map((unit): [string, string, QuestionDraft] => [
		'value',
		`${unit} as the unit`,
		{ ...bare, answer: { kind: 'numeric', value: '3', tolerance: '0', unit } }
	]),
	[
		'pairs',
		'a cell of two lines',
		{ ...bare, answer: { kind: 'match', titles: ['A', 'B'], pairs: [['a', 'b\nc']], spare: [] } }
	],
	[
		'pairs',
		'a pair without its right half',
		{ ...bare, answer: { kind: 'match', titles: ['A', 'B'], pairs: [['a', '']], spare: [] } }
	],
	['steps', 'an empty step', { ...bare, answer: { kind: 'order', steps: ['a', ''] } }],
	[
		'rubric',
		'a rubric with a row of another length',
		{
			...bare,
			answer: {
				kind: 'essay',
				rubric: {
					titles: ['K', 'B'],
					order: null,
					levels: ['Baik'],
					criteria: [{ name: 'Isi', weight: '1', levels: [] }]
				}
			}
		}
	]
])('refuses, naming %s: %s', (part, _why, draft) => {
	expect(() => printQuestion(draft)).toThrow(
		expect.objectContaining({ code: 'question-unwritable', params: { part } })
	);
});

test.each([
	['no question', 'Satu.'],
	['two questions', ':::question\nA?\n:::\n\n:::question\nB?\n:::'],
	['an open question', ':::question\nA?'],
	['an unknown attribute', ':::question{warna=merah}\nA?\n\n- [x] a\n:::'],
	['an unknown kind', ':::question{kind=esai}\nA?\n:::'],
	[
		'a comment behind the answer',
		':::question\nA?\n\n- [x] a\n\n<!-- periksa:abaikan x y -->\n\n> r\n:::'
	],
	['text after a rationale', ':::question\nA?\n\n- [x] a\n  > r\n\n  sisa\n:::'],
	['a list with an unmarked item', ':::question\nA?\n\n- [x] a\n- b\n:::'],
	['two keys of a number', ':::question{kind=numeric}\nA?\n\n= 1\n= 2\n:::'],
	[
		'a matching of three columns',
		':::question{kind=match}\nA?\n\n| a | b | c |\n| - | - | - |\n| 1 | 2 | 3 |\n:::'
	],
	[
		'a rubric of an order that is none',
		':::question{kind=essay}\nA?\n\n:::rubric{levels=acak}\n| a | b |\n| - | - |\n:::\n:::'
	],
	[
		'text in a rubric',
		':::question{kind=essay}\nA?\n\n:::rubric\nteks\n\n| a | b |\n| - | - |\n:::\n:::'
	]
])('does not show in a form what a form would lose: %s', (_why, source) => {
	expect(() => readQuestionDraft(source)).toThrow(
		expect.objectContaining({ code: 'question-unreadable' })
	);
});

test('a rubric stands by itself where a project is described', () => {
	const rubric = {
		titles: ['Kriteria', 'Bobot'] as [string, string],
		order: 'naik' as const,
		levels: ['Cukup', 'Baik'],
		criteria: [{ name: 'Isi | bentuk', weight: '60 %', levels: ['Sebagian', 'Lengkap'] }]
	};
	const text = printRubric(rubric);
	expect(readRubricDraft(text)).toEqual(rubric);
	expect(rubricIn(parseMarkdown(text).tokens)?.criteria).toEqual([
		{ name: 'Isi | bentuk', weight: 60, levels: ['Sebagian', 'Lengkap'] }
	]);
	expect(() => printRubric({ ...rubric, levels: ['a\nb', 'c'] })).toThrow('question-unwritable');
	expect(() => readRubricDraft(':::rubric\nteks\n:::')).toThrow('question-unreadable');
});

test('every question and scenario of the courses shipped here can be edited in a form', () => {
	const directives = (blocks: readonly SourceBlock[]): SourceBlock[] =>
		blocks.filter((block) => block.kind === 'directive');
	const files = readdirSync('courses', { recursive: true, withFileTypes: true }).filter(
		(entry) => entry.isFile() && entry.name.endsWith('.md')
	);
	let count = 0;
	for (const { parentPath, name } of files) {
		for (const block of directives(readBlocks(readFileSync(join(parentPath, name), 'utf8')))) {
			if (block.kind !== 'directive') continue;
			if (block.name === 'scenario') readScenarioDraft(block.source);
			if (block.name !== 'question') continue;
			count++;
			const draft = readQuestionDraft(block.source);
			expect(readQuestionDraft(printQuestion(draft))).toEqual(draft);
		}
	}
	expect(count).toBeGreaterThan(20);
});
