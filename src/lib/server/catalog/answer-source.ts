import type { Token } from 'markdown-it';
import { tidied } from '../markdown/directive-print.ts';
import { withoutGaps, type DirectiveBlock, type SourceBlock } from '../markdown/source-blocks.ts';
import { cellsOf, itemContent, quoteContent } from '../markdown/source-slices.ts';
import type { Answer, Option } from './course.ts';
import { splitNumeric } from './numeric-key.ts';
import type { AnswerDraft, OptionDraft, RubricDraft } from './question-draft.ts';
import { rubricOrders } from './rubric-order.ts';

/** One question's source, as the parser and the catalogue see it. */
export interface ParsedQuestion {
	lines: string[];
	block: DirectiveBlock;
	/** Tokens of its inside. */
	inside: Token[];
}

/**
 * What a form shows of the answer of a question, from the blocks that hold it and what the catalogue read there; null
 * where it could not show all of it.
 */
export function answerDraft(
	question: ParsedQuestion,
	[block, ...others]: readonly SourceBlock[],
	answer: Answer
): AnswerDraft | null {
	if (answer.kind === 'short') return { kind: 'short', accepted: answer.accepted };
	if (others.length > 0) return null;
	switch (answer.kind) {
		case 'numeric': {
			const key = block?.kind === 'answer' ? splitNumeric(keyIn(block)) : null;
			return key && answer.value !== null ? { kind: 'numeric', ...key } : null;
		}
		case 'match':
			return block?.kind === 'table' ? matchDraft(block, answer) : null;
		case 'order': {
			const steps =
				block?.kind === 'list' ? itemsIn(question, block).map(({ whole }) => textOf(whole)) : [];
			return steps.length === 0 || steps.includes('') ? null : { kind: 'order', steps };
		}
		case 'essay': {
			const rubric = block ? rubricDraft(block) : null;
			return block && !rubric ? null : { kind: 'essay', rubric };
		}
		default:
			return block?.kind === 'list' ? choiceDraft(itemsIn(question, block), answer) : null;
	}
}

function keyIn({ source }: SourceBlock): string {
	return source.replace(/^[ \t]*=/, '');
}

function choiceDraft(
	items: Item[],
	{ kind, options }: Extract<Answer, { options: Option[] }>
): AnswerDraft | null {
	if (items.length !== options.length || items.some(({ after }) => after)) return null;
	const drafts = items.map(({ own, quote }): OptionDraft => ({
		text: textOf(own).replace(/^\[[ xX\d]\][ \t]+/, ''),
		rationale: quote && quotedText(quote)
	}));
	if (kind === 'situational') {
		const worths = options.map(({ worth }) => worth);
		if (worths.includes(null)) return null;
		return { kind, options: drafts.map((draft, at) => ({ worth: worths[at]!, ...draft })) };
	}
	return {
		kind,
		options: drafts.map((draft, at) => ({ correct: options[at]!.correct, ...draft }))
	};
}

function matchDraft(
	block: SourceBlock,
	answer: Extract<Answer, { kind: 'match' }>
): AnswerDraft | null {
	const rows = rowsIn(block);
	const [head] = rows;
	if (head?.length !== 2 || rows.some(({ length }) => length > 2)) return null;
	const sides = rows.slice(1).map(([left = '', right = '']): [string, string] => [left, right]);
	const pairs = sides.filter(([left]) => left !== '');
	const spare = sides.filter(([left]) => left === '').map(([, right]) => right);
	// The catalogue passes over rows without words on the right.
	if (pairs.length !== answer.pairs.length || spare.length !== answer.spare.length) return null;
	return { kind: 'match', titles: [head[0]!, head[1]!], pairs, spare };
}

/** What a form shows of `:::rubric`; null where it holds anything but a table. */
export function rubricDraft(block: SourceBlock): RubricDraft | null {
	if (block.kind !== 'directive' || block.id !== null || !hasOnly(block, ['levels'])) return null;
	const stated = block.values['levels'] ?? null;
	const order = rubricOrders.find((known) => known === stated) ?? null;
	if (stated !== order) return null;
	const [inner, ...others] = withoutGaps(block.children);
	if (inner?.kind !== 'table' || others.length > 0 || block.closing === '') return null;
	const [head = [], ...rows] = rowsIn(inner);
	const [first, second, ...levels] = head;
	if (first === undefined || second === undefined) return null;
	if (rows.some(({ length }) => length > head.length)) return null;
	return {
		titles: [first, second],
		order,
		levels,
		criteria: rows.map(([name = '', weight = '', ...cells]) => ({
			name,
			weight,
			levels: levels.map((_level, at) => cells[at] ?? '')
		}))
	};
}

/** The rows of a table without the line under its head. */
function rowsIn({ source }: SourceBlock): string[][] {
	const [head, , ...rows] = source.split('\n');
	return [head!, ...rows].map(cellsOf);
}

/** A list item's lines: all; before its quote; the quote's; and whether anything follows the quote. */
interface Item {
	whole: string[];
	own: string[];
	quote: string[] | null;
	after: boolean;
}

function itemsIn(question: ParsedQuestion, block: SourceBlock): Item[] {
	const { inside, lines } = question;
	const at = inside.findIndex(
		({ type, map }) => /list_open$/.test(type) && map?.[0] === block.line - 1
	);
	const { level } = inside[at]!;
	const end = inside.findIndex((token, next) => next > at && token.level === level);
	const within = inside.slice(at + 1, end);
	return within
		.filter((token) => token.type === 'list_item_open' && token.level === level + 1)
		.map(({ map }) => {
			const [from, to] = map!;
			const content = itemContent(lines.slice(from, to));
			const quote = within.find(
				(token) =>
					token.type === 'blockquote_open' &&
					token.level === level + 2 &&
					token.map![0] >= from &&
					token.map![0] < to
			);
			if (!quote) return { whole: content, own: content, quote: null, after: false };
			const [starts, ends] = quote.map!.map((row) => row - from) as [number, number];
			return {
				whole: content,
				own: content.slice(0, starts),
				quote: content.slice(starts, ends),
				after: content.slice(ends).some((line) => line.trim() !== '')
			};
		});
}

/** Whether a directive carries no attribute but these. */
export function hasOnly({ values, flags }: DirectiveBlock, known: readonly string[]): boolean {
	return flags.length === 0 && Object.keys(values).every((key) => known.includes(key));
}

/** The Markdown in a block quote, where indentation may be code. */
export function quotedText(lines: readonly string[]): string | null {
	return tidied(quoteContent(lines).join('\n')) || null;
}

function textOf(lines: readonly string[]): string {
	return tidied(lines.join('\n')).trimStart();
}
