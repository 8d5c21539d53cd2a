import type { Token } from 'markdown-it';
import { plainText } from '../markdown/blocks.ts';
import type { DirectiveMeta } from '../markdown/directives.ts';
import type { Position } from '../markdown/document.ts';
import { cellsOf } from '../markdown/source-slices.ts';
import type {
	Answer,
	Option,
	Pair,
	Question,
	QuestionKind,
	Rubric,
	Side,
	Words
} from './course.ts';
import { sha256 } from './hash.ts';
import { numericKey, readNumber, saysNumber } from './numeric-key.ts';
import { blockEnd, itemsOf, partsOf, rowsOf, type Parts } from './question-parts.ts';
import { rubricOrders } from './rubric-order.ts';
import { strayAnswers } from './stray-answers.ts';

/** Finds the place of a block in its file. */
export type Placing = (block: Pick<Token, 'map'>) => Position;

export const questionKinds = [
	'single',
	'multiple',
	'true-false',
	'situational',
	'numeric',
	'short',
	'match',
	'order',
	'essay'
] as const satisfies readonly QuestionKind[];

/** Ids of options, sides and steps come from their words, so that shuffling the file keeps every answer given. */
export function optionId(text: string): string {
	return sha256(comparable(text)).slice(0, 10);
}

/** Text as two answers are compared: case, spacing and closing punctuation make no difference. */
export function comparable(text: string): string {
	return plain(text.normalize('NFKC').toLowerCase());
}

function plain(text: string): string {
	return text
		.replace(/\s+/g, ' ')
		.trim()
		.replace(/(?<![.!;,\s])[.!;,\s]+$/, '');
}

/** How something to choose is written, its case, markup and code included; the same means that it stands there twice. */
function spelling({ tokens }: Words): string {
	return tokens
		.map(({ type, content }) =>
			type === 'inline' ? plain(content) : type === 'fence' || type === 'code_block' ? content : ''
		)
		.filter((part) => part !== '')
		.join('\n');
}

/**
 * Sides whose words give one id though they are written differently, as "bapak" and "Bapak", get it from how they are
 * written; none of them keeps the id that each would have alone, since answers of an earlier edition may mean either.
 */
function apart<Part extends Side>(sides: readonly Part[]): Part[] {
	const written = new Map<string, Set<string>>();
	for (const side of sides) {
		const spellings = written.get(side.id) ?? new Set();
		written.set(side.id, spellings.add(spelling(side)));
	}
	return sides.map((side) =>
		written.get(side.id)!.size === 1
			? side
			: { ...side, id: sha256(`tertulis ${spelling(side)}`).slice(0, 10) }
	);
}

/** Tokens with their plain text. */
export function wordsOf(tokens: Token[]): Words {
	const text = tokens
		.filter(({ type }) => type === 'inline')
		.map(({ children }) => plainText(children ?? []))
		.join(' ')
		.replace(/\s+/g, ' ')
		.trim();
	return { tokens, text };
}

/**
 * Reads what a question asks and what is right, from the tokens within it and the kind it names. `written` gives the
 * source line of a token, since a row's cells beyond its table's columns make no tokens.
 */
export function readAnswer(
	tokens: Token[],
	statedKind: string | null,
	placing: Placing,
	written: (token: Token) => string = () => ''
): Pick<Question, 'prompt' | 'answer' | 'stray' | 'unknownKind' | 'rationale' | 'unread'> {
	const known = questionKinds.find((kind) => kind === statedKind) ?? null;
	const parts = partsOf(tokens, known);
	const answer = answerOf(parts, known, placing);
	return {
		prompt: wordsOf(parts.prompt),
		answer,
		stray: strayAnswers(parts, answer.kind, placing),
		unknownKind: statedKind !== null && !known ? statedKind : null,
		rationale: parts.rationale ? wordsOf(parts.rationale) : null,
		unread: [
			...behindRationales(parts.marked ?? []),
			...outsidePairs(parts.table ?? [], written)
		].map(({ token, what }) => ({ what, ...placing(token) }))
	};
}

type ChoiceKind = Extract<Answer, { options: unknown }>['kind'];

function answerOf(parts: Parts, kind: QuestionKind | null, placing: Placing): Answer {
	const items = itemsOf(parts.marked ?? []);
	const stated = kind ?? kindBy(parts, items.map(markOf));
	switch (stated) {
		case 'numeric':
			// Of several lines none can be told to be the one that is meant.
			return {
				kind: 'numeric',
				...numericKey(parts.keys.length === 1 ? parts.keys[0]!.content : '')
			};
		case 'short':
			return { kind: 'short', accepted: parts.keys.flatMap(({ content }) => variants(content)) };
		case 'match':
			return { kind: 'match', ...pairsOf(parts.table ?? [], placing) };
		case 'order': {
			const steps = itemsOf(parts.ordered ?? []).map((item) => sideOf(item, placing));
			return { kind: 'order', steps: apart(steps) };
		}
		case 'essay':
			return { kind: 'essay', rubric: parts.rubric ? rubricOf(parts.rubric) : null };
		default:
			return { kind: stated, options: apart(items.map((item) => optionOf(item, stated, placing))) };
	}
}

/** The kind a question shows when it names none. */
function kindBy({ keys, rubric }: Parts, marks: readonly string[]): QuestionKind {
	if (rubric) return 'essay';
	if (keys.length > 0) return saysNumber(keys.map(({ content }) => content)) ? 'numeric' : 'short';
	if (marks.includes('2')) return 'situational';
	return marks.filter((mark) => mark === 'x').length > 1 ? 'multiple' : 'single';
}

/** `x`, a space, a digit, or nothing where an item has no mark. */
function markOf(item: readonly Token[]): string {
	return String(item[0]!.meta?.['mark'] ?? '');
}

/** What is said in an option, and the index of the quotation that is its rationale. */
function insideOf(item: Token[]): { inside: Token[]; quoteAt: number } {
	const inside = item.slice(1, -1);
	const quoteAt = inside.findIndex(
		({ type, level }) => type === 'blockquote_open' && level === item[0]!.level + 1
	);
	return { inside, quoteAt };
}

function optionOf(item: Token[], kind: ChoiceKind, placing: Placing): Option {
	const { inside, quoteAt } = insideOf(item);
	const own = quoteAt === -1 ? inside : inside.slice(0, quoteAt);
	const rationale = quoteAt === -1 ? [] : inside.slice(quoteAt + 1, blockEnd(inside, quoteAt));
	const mark = markOf(item);
	return {
		...sideOf([item[0]!, ...own, item[0]!], placing),
		worth: kind === 'situational' ? earned(mark) : judged(mark),
		// In a situational question the options that are worth most are the right ones.
		correct: mark === (kind === 'situational' ? '2' : 'x'),
		rationale: rationale.length === 0 ? null : wordsOf(rationale)
	};
}

function earned(mark: string): number | null {
	return /^\d$/.test(mark) ? Number(mark) : null;
}

function judged(mark: string): number | null {
	return mark === 'x' ? 1 : mark === ' ' ? 0 : null;
}

type Unread = { token: Token; what: string };

/** What follows the rationale of an option. */
function behindRationales(list: Token[]): Unread[] {
	return itemsOf(list).flatMap((item) => {
		const { inside, quoteAt } = insideOf(item);
		if (quoteAt === -1) return [];
		const token = inside
			.slice(blockEnd(inside, quoteAt) + 1)
			.find(({ type }) => type !== 'comment');
		return token ? [{ token, what: 'isi sesudah pembahasan pilihan' }] : [];
	});
}

/** Cells that belong to no pair: a third column, or a left cell alone. */
function outsidePairs(table: Token[], written: (token: Token) => string): Unread[] {
	return rowsOf(table, 'td_open').flatMap((row) => {
		const token = row[0]![0]!;
		const [left = '', right = ''] = row.map((cell) => wordsOf(cell).text);
		const [, , ...others] = cellsOf(written(token));
		if (others.some((text) => text !== '')) return [{ token, what: 'kolom ketiga tabel pasangan' }];
		return left !== '' && right === '' ? [{ token, what: 'baris tanpa isi di kolom kanan' }] : [];
	});
}

/** An item or cell without the tokens around it. */
function sideOf(item: Token[], placing: Placing): Side {
	const words = wordsOf(item.slice(1, -1));
	return { id: optionId(words.text), ...words, ...placing(item[0]!) };
}

function variants(line: string): string[] {
	return line
		.split('|')
		.map((variant) => variant.trim())
		.filter((variant) => variant !== '');
}

/** Rows of two cells; a row without a left cell adds an answer that belongs to nothing. */
function pairsOf(
	table: Token[],
	placing: Placing
): Pick<Extract<Answer, { kind: 'match' }>, 'titles' | 'pairs' | 'spare'> {
	const pairs: Pair[] = [];
	const spare: Side[] = [];
	for (const row of rowsOf(table, 'td_open')) {
		const [left, right] = row.map((cell) => sideOf(cell, placing));
		if (!left || !right || right.text === '') continue;
		if (left.text === '') spare.push(right);
		else pairs.push({ left, right });
	}
	const lefts = apart(pairs.map(({ left }) => left));
	const rights = apart([...pairs.map(({ right }) => right), ...spare]);
	const [heads = []] = rowsOf(table, 'th_open');
	const [first = '', second = ''] = heads.map((cell) => wordsOf(cell).text);
	return {
		titles: [first, second],
		pairs: pairs.map((_pair, at) => ({ left: lefts[at]!, right: rights[at]! })),
		spare: rights.slice(pairs.length)
	};
}

/** The rubric that stands at the top level of a text; null when there is none. */
export function rubricIn(tokens: Token[]): Rubric | null {
	const at = rubricAt(tokens);
	return at === -1 ? null : rubricOf(tokens.slice(at, blockEnd(tokens, at) + 1));
}

/** The same blocks without the rubric that `rubricIn` finds. */
export function withoutRubric(tokens: Token[]): Token[] {
	const at = rubricAt(tokens);
	return at === -1 ? tokens : tokens.toSpliced(at, blockEnd(tokens, at) + 1 - at);
}

const rubricAt = (tokens: Token[]) =>
	tokens.findIndex(
		({ type, info, level }) => type === 'directive_open' && info === 'rubric' && level === 0
	);

/** A table whose first column names criteria, the second their weight, the others what each level looks like. */
function rubricOf(block: Token[]): Rubric {
	const [heads = []] = rowsOf(block, 'th_open');
	const texts = (row: Token[][]) => row.map((cell) => wordsOf(cell).text);
	const stated = (block[0]!.meta as DirectiveMeta).directive.values['levels'];
	const order = rubricOrders.find((known) => known === stated) ?? null;
	return {
		levels: texts(heads).slice(2),
		order,
		unknownOrder: order === null ? (stated ?? null) : null,
		criteria: rowsOf(block, 'td_open').map((row) => {
			const [name = '', weight = '', ...levels] = texts(row);
			return { name, weight: readNumber(weight.replace(/%$/, '')), levels };
		})
	};
}
