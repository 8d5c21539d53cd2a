import type { Token } from 'markdown-it';
import { plainText } from '../markdown/blocks.ts';
import type { Position } from '../markdown/document.ts';
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

/** Finds the place of a block's token in its file. */
export type Placing = (token: Token) => Position;

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

/** Text as two options are compared: case, spacing and closing punctuation make no difference. */
export function comparable(text: string): string {
	return text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/\s+/g, ' ')
		.trim()
		.replace(/(?<![.!;,\s])[.!;,\s]+$/, '');
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

/** The parts of a question's inside: what is asked, what carries the answer, what is said afterwards. */
interface Parts {
	prompt: Token[];
	marked: Token[] | null;
	ordered: Token[] | null;
	table: Token[] | null;
	rubric: Token[] | null;
	/** Texts of `= …` lines. */
	keys: string[];
	/** Inside of the block quote that ends the question. */
	rationale: Token[] | null;
}

/** Reads what a question asks and what is right, from the tokens within it and the kind it names. */
export function readAnswer(
	tokens: Token[],
	statedKind: string | null,
	placing: Placing
): Pick<Question, 'prompt' | 'answer' | 'unknownKind' | 'rationale'> {
	const known = questionKinds.find((kind) => kind === statedKind) ?? null;
	const parts = partsOf(tokens, known);
	return {
		prompt: wordsOf(parts.prompt),
		answer: answerOf(parts, known, placing),
		unknownKind: statedKind !== null && !known ? statedKind : null,
		rationale: parts.rationale ? wordsOf(parts.rationale) : null
	};
}

/**
 * The list, table or lines that hold the answer are looked for by the kind; without one, by their marks. The last such
 * list or table is the answer; what stands before it belongs to the prompt.
 */
export function partsOf(tokens: Token[], kind: QuestionKind | null): Parts {
	const parts: Parts = {
		prompt: [],
		marked: null,
		ordered: null,
		table: null,
		rubric: null,
		keys: [],
		rationale: null
	};
	const answer = tokens.findLastIndex((_token, at) => carrierAt(tokens, at, kind) !== null);
	const last = tokens.findLastIndex(({ type }) => type !== 'comment');
	for (let at = 0; at < tokens.length;) {
		const token = tokens[at]!;
		const end = token.nesting === 1 ? blockEnd(tokens, at) : at;
		const block = tokens.slice(at, end + 1);
		const carrier = at === answer ? carrierAt(tokens, at, kind) : null;
		if (carrier) parts[carrier] = block;
		else if (token.type === 'answer_line') parts.keys.push(token.content);
		else if (token.type === 'blockquote_open' && end >= last && at > 0)
			parts.rationale = block.slice(1, -1);
		// One by one: a block may hold more tokens than a call may have arguments.
		else for (const inner of block) parts.prompt.push(inner);
		at = end + 1;
	}
	return parts;
}

type Carrier = 'marked' | 'ordered' | 'table' | 'rubric';

/** What holds the answer, by kind; the others' stands in lines. */
const carriers: Partial<Record<QuestionKind, Carrier>> = {
	single: 'marked',
	multiple: 'marked',
	'true-false': 'marked',
	situational: 'marked',
	match: 'table',
	order: 'ordered',
	essay: 'rubric'
};

/** Which part of an answer the block beginning at a token holds, if it stands in the question itself. */
function carrierAt(
	tokens: readonly Token[],
	at: number,
	kind: QuestionKind | null
): Carrier | null {
	const { type, info, level } = tokens[at]!;
	if (level !== tokens[0]!.level) return null;
	const marked = type === 'bullet_list_open' && tokens[at + 1]?.meta?.['mark'] !== undefined;
	const shown = marked
		? 'marked'
		: type === 'directive_open' && info === 'rubric'
			? 'rubric'
			: type === 'ordered_list_open'
				? 'ordered'
				: type === 'table_open'
					? 'table'
					: null;
	if (kind) return shown === carriers[kind] ? shown : null;
	return shown === 'marked' || shown === 'rubric' ? shown : null;
}

/** The index of the token that closes the block opened at `at`. */
function blockEnd(tokens: readonly Token[], at: number): number {
	const { level } = tokens[at]!;
	let end = at + 1;
	while (end < tokens.length - 1 && !(tokens[end]!.nesting === -1 && tokens[end]!.level === level))
		end++;
	return end;
}

function answerOf(parts: Parts, kind: QuestionKind | null, placing: Placing): Answer {
	const options = parts.marked ? optionsOf(parts.marked, placing) : [];
	switch (kind ?? kindBy(parts, options)) {
		case 'numeric':
			// Of several lines none can be told to be the one that is meant.
			return { kind: 'numeric', ...numericKey(parts.keys.length === 1 ? parts.keys[0]! : '') };
		case 'short':
			return { kind: 'short', accepted: parts.keys.flatMap(variants) };
		case 'match':
			return { kind: 'match', ...pairsOf(parts.table ?? [], placing) };
		case 'order':
			return {
				kind: 'order',
				steps: itemsOf(parts.ordered ?? []).map((item) => sideOf(item, placing))
			};
		case 'essay':
			return { kind: 'essay', rubric: parts.rubric ? rubricOf(parts.rubric) : null };
		case 'situational':
			return { kind: 'situational', options: bestOnes(options) };
		case 'multiple':
			return { kind: 'multiple', options };
		case 'true-false':
			return { kind: 'true-false', options };
		case 'single':
			return { kind: 'single', options };
	}
}

/** The kind a question shows when it names none. */
function kindBy({ keys, rubric }: Parts, options: readonly Option[]): QuestionKind {
	if (rubric) return 'essay';
	if (keys.length > 0) return saysNumber(keys) ? 'numeric' : 'short';
	if (options.some(({ worth }) => worth === 2)) return 'situational';
	return options.filter(({ correct }) => correct).length > 1 ? 'multiple' : 'single';
}

/** In a situational question the options that are worth most are the right ones. */
function bestOnes(options: readonly Option[]): Option[] {
	return options.map((option) => ({ ...option, correct: option.worth === 2 }));
}

function itemsOf(list: Token[]): Token[][] {
	const items: Token[][] = [];
	for (let at = 1; at < list.length - 1;) {
		const end = blockEnd(list, at);
		items.push(list.slice(at, end + 1));
		at = end + 1;
	}
	return items;
}

function optionsOf(list: Token[], placing: Placing): Option[] {
	return itemsOf(list).map((item) => {
		const inside = item.slice(1, -1);
		const quoteAt = inside.findIndex(
			({ type, level }) => type === 'blockquote_open' && level === item[0]!.level + 1
		);
		const own = quoteAt === -1 ? inside : inside.slice(0, quoteAt);
		const rationale = quoteAt === -1 ? [] : inside.slice(quoteAt + 1, blockEnd(inside, quoteAt));
		const mark = String(item[0]!.meta?.['mark'] ?? '');
		return {
			...sideOf([item[0]!, ...own, item[0]!], placing),
			worth: worthOf(mark),
			correct: mark === 'x',
			rationale: rationale.length === 0 ? null : wordsOf(rationale)
		};
	});
}

function worthOf(mark: string): number | null {
	if (mark === 'x') return 1;
	if (mark === ' ') return 0;
	return /^\d$/.test(mark) ? Number(mark) : null;
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
	const [heads = []] = rowsOf(table, 'th_open');
	const [first = '', second = ''] = heads.map((cell) => wordsOf(cell).text);
	return { titles: [first, second], pairs, spare };
}

/** The cells of a table by row, each with the tokens around it. */
function rowsOf(table: Token[], cellType: 'td_open' | 'th_open'): Token[][][] {
	const rows: Token[][][] = [];
	let rowMap: [number, number] | null = null;
	table.forEach((token, at) => {
		if (token.type === 'tr_open') {
			rows.push([]);
			rowMap = token.map;
		}
		if (token.type !== cellType) return;
		// A cell has no line of its own; its row's is given to it.
		token.map ??= rowMap;
		rows.at(-1)!.push(table.slice(at, at + 3));
	});
	return rows.filter((row) => row.length > 0);
}

/** The rubric that stands at the top level of a text; null when there is none. */
export function rubricIn(tokens: Token[]): Rubric | null {
	const at = tokens.findIndex(
		({ type, info, level }) => type === 'directive_open' && info === 'rubric' && level === 0
	);
	return at === -1 ? null : rubricOf(tokens.slice(at, blockEnd(tokens, at) + 1));
}

/** A table whose first column names criteria, the second their weight, the others what each level looks like. */
function rubricOf(block: Token[]): Rubric {
	const [heads = []] = rowsOf(block, 'th_open');
	const texts = (row: Token[][]) => row.map((cell) => wordsOf(cell).text);
	return {
		levels: texts(heads).slice(2),
		criteria: rowsOf(block, 'td_open').map((row) => {
			const [name = '', weight = '', ...levels] = texts(row);
			return { name, weight: readNumber(weight.replace(/%$/, '')), levels };
		})
	};
}
