import type { Token } from 'markdown-it';
import { tidied } from '../markdown/directive-print.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { closingOf } from '../markdown/render.ts';
import {
	readBlocks,
	withoutGaps,
	type DirectiveBlock,
	type SourceBlock
} from '../markdown/source-blocks.ts';
import { plainForm, withoutBlankEdges } from '../markdown/source-lines.ts';
import { cellsOf, itemContent, quoteContent } from '../markdown/source-slices.ts';
import { partsOf, questionKinds, readAnswer, splitNumeric } from './answers.ts';
import type { Answer, Option, QuestionKind } from './course.ts';
import type {
	AnswerDraft,
	OptionDraft,
	QuestionDraft,
	RubricDraft,
	ScenarioDraft
} from './question-draft.ts';

// From source to draft: what a form would show. Null where a form could not show all of it.

/** One question's source, as the parser and the catalogue see it. */
interface Question {
	lines: string[];
	block: DirectiveBlock;
	/** Tokens of its inside. */
	inside: Token[];
}

/** Reads the source of one question; null when it is none, or holds what a draft has no place for. */
export function readQuestionSource(source: string): QuestionDraft | null {
	const text = withoutBlankEdges(plainForm(source));
	const block = theDirective(text, 'question');
	if (!block || !hasOnly(block, ['objective', 'level', 'kind', 'pool'])) return null;
	const { tokens } = parseMarkdown(text);
	const inside = tokens.slice(1, closingOf(tokens, 0));
	const question = { lines: text.split('\n'), block, inside };
	const stated = block.values['kind'] ?? null;
	const kind = questionKinds.find((known) => known === stated) ?? null;
	if (stated !== null && !kind) return null;
	const pieces = piecesOf(question, kind);
	const answer = pieces && answerDraft(question, pieces, readAnswer(inside, kind, noPlace).answer);
	if (!pieces || !answer) return null;
	return {
		id: block.id,
		objective: block.values['objective'] ?? null,
		level: block.values['level'] ?? null,
		pool: block.values['pool'] ?? null,
		prompt: promptOf(pieces, withoutGaps(block.children), text),
		answer,
		rationale: pieces.rationale && quoted(linesOf(question, pieces.rationale))
	};
}

/** Reads the source of one scenario; null when it is none, or anything but questions follows the first of them. */
export function readScenarioSource(source: string): ScenarioDraft | null {
	const text = withoutBlankEdges(plainForm(source));
	const block = theDirective(text, 'scenario');
	if (!block || !hasOnly(block, ['title'])) return null;
	const blocks = withoutGaps(block.children);
	const first = blocks.findIndex(isQuestion);
	const asked = first === -1 ? [] : blocks.slice(first);
	if (!asked.every(isQuestion)) return null;
	const questions = asked.map(({ source: question }) => readQuestionSource(question));
	if (questions.includes(null)) return null;
	const until = asked[0]?.from ?? block.to - block.closing.length;
	return {
		id: block.id,
		title: block.values['title'] ?? null,
		text: tidied(text.slice(block.from + block.opening.length, until)),
		questions: questions.filter((question) => question !== null)
	};
}

const noPlace = () => ({ line: 1, column: 1 });

function isQuestion(block: SourceBlock): boolean {
	return block.kind === 'directive' && block.name === 'question';
}

function theDirective(text: string, name: string): DirectiveBlock | null {
	const [block, ...others] = readBlocks(text);
	if (block?.kind !== 'directive' || block.name !== name || others.length > 0) return null;
	return block.closing === '' ? null : block;
}

function hasOnly({ values, flags }: DirectiveBlock, known: readonly string[]): boolean {
	return flags.length === 0 && Object.keys(values).every((key) => known.includes(key));
}

/** The blocks of a question by what they are for. */
interface Pieces {
	prompt: SourceBlock[];
	/** The list, table, line or rubric that holds the answer. */
	answer: SourceBlock[];
	rationale: SourceBlock | null;
}

function piecesOf({ block, inside }: Question, kind: QuestionKind | null): Pieces | null {
	const parts = partsOf(inside, kind);
	const carrier = parts.marked ?? parts.ordered ?? parts.table ?? parts.rubric;
	const blocks = withoutGaps(block.children);
	const answer = blocks.filter(
		({ kind: type, line }) => type === 'answer' || line - 1 === carrier?.[0]?.map?.[0]
	);
	const last = blocks.findLast(({ kind: type }) => type !== 'comment');
	const rationale = parts.rationale ? (last ?? null) : null;
	const prompt = blocks.filter((piece) => piece !== rationale && !answer.includes(piece));
	// A comment may silence a rule for the block after it; moved, it would silence another.
	const from = answer[0]?.from ?? rationale?.from ?? Infinity;
	if (prompt.some((piece) => piece.kind === 'comment' && piece.from > from)) return null;
	return { prompt, answer, rationale };
}

/** The blocks of a prompt as they stand, gaps and all; those the answer parts are set apart by a blank line. */
function promptOf({ prompt }: Pieces, blocks: readonly SourceBlock[], text: string): string {
	const sources = prompt.map((block, at) => {
		const previous = prompt[at - 1];
		if (!previous) return block.source;
		const adjacent = blocks.indexOf(block) === blocks.indexOf(previous) + 1;
		return (adjacent ? text.slice(previous.to, block.from) : '\n\n') + block.source;
	});
	return tidied(sources.join(''));
}

function answerDraft(question: Question, pieces: Pieces, answer: Answer): AnswerDraft | null {
	const [block, ...others] = pieces.answer;
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
		rationale: quote && quoted(quote)
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

function rubricDraft(block: SourceBlock): RubricDraft | null {
	if (block.kind !== 'directive' || block.id !== null || !hasOnly(block, [])) return null;
	const [inner, ...others] = withoutGaps(block.children);
	if (inner?.kind !== 'table' || others.length > 0 || block.closing === '') return null;
	const [head = [], ...rows] = rowsIn(inner);
	const [first, second, ...levels] = head;
	if (first === undefined || second === undefined) return null;
	if (rows.some(({ length }) => length > head.length)) return null;
	return {
		titles: [first, second],
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

function itemsIn(question: Question, block: SourceBlock): Item[] {
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

function linesOf({ lines }: Question, { line, lastLine }: SourceBlock): string[] {
	return lines.slice(line - 1, lastLine);
}

/** The Markdown in a block quote, where indentation may be code. */
function quoted(lines: readonly string[]): string | null {
	return tidied(quoteContent(lines).join('\n')) || null;
}

function textOf(lines: readonly string[]): string {
	return tidied(lines.join('\n')).trimStart();
}
