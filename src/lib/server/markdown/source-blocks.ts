import type { Token } from 'markdown-it';
import type { Attributes } from './attributes.ts';
import type { DirectiveMeta } from './directives.ts';
import { splitFrontMatter } from './front-matter.ts';
import { parseBlocks } from './parse.ts';
import { plainForm, sourceLines, type SourceLine } from './source-lines.ts';

/**
 * What a stretch of a file is. A `gap` is what separates blocks: blank lines, a byte order mark, and empty comments,
 * which keep two lists apart; `unread` are lines nested deeper than is read.
 */
export type BlockKind =
	| 'front-matter'
	| 'gap'
	| 'heading'
	| 'paragraph'
	| 'figure'
	| 'list'
	| 'quote'
	| 'table'
	| 'code'
	| 'rule'
	| 'comment'
	| 'definition'
	| 'footnote'
	| 'answer'
	| 'stray'
	| 'unread'
	| 'directive';

/** A stretch of a file; offsets are of characters (UTF-16) in the text as it is on disk. */
interface Stretch {
	from: number;
	to: number;
	/** First and last line in the file, from 1. */
	line: number;
	lastLine: number;
	/** The characters themselves; never with the end of the last line. */
	source: string;
}

/** A directive with what stands in it: `opening + children + closing` is its source. */
export interface DirectiveBlock extends Stretch, Attributes {
	kind: 'directive';
	name: string;
	opening: string;
	/** Empty when the directive is not closed. */
	closing: string;
	children: SourceBlock[];
}

export type SourceBlock = (Stretch & { kind: Exclude<BlockKind, 'directive'> }) | DirectiveBlock;

const kinds: Partial<Record<string, BlockKind>> = {
	heading_open: 'heading',
	paragraph_open: 'paragraph',
	bullet_list_open: 'list',
	ordered_list_open: 'list',
	blockquote_open: 'quote',
	table_open: 'table',
	fence: 'code',
	code_block: 'code',
	hr: 'rule',
	comment: 'comment',
	reference_definition: 'definition',
	footnote_open: 'footnote',
	answer_line: 'answer',
	directive_stray: 'stray',
	directive_open: 'directive'
};

/** The file being read. */
interface Reading {
	text: string;
	/** Of the text as it is on disk. */
	lines: readonly SourceLine[];
	/** The same lines as the parser saw them. */
	plain: readonly string[];
	tokens: readonly Token[];
	/** Lines before the body. */
	offset: number;
}

/**
 * Cuts a file into front matter, blocks and gaps. The cut is exact: the sources one after the other are the file,
 * character by character, whatever its line ends. The structure is the renderer's own, as both read the same tokens.
 */
export function readBlocks(text: string): SourceBlock[] {
	const plain = plainForm(text);
	const body = splitFrontMatter(plain)?.body ?? plain;
	const lines = sourceLines(text);
	const offset = bodyRow(plain, body);
	const reading: Reading = {
		text,
		lines,
		plain: plain.split('\n'),
		tokens: parseBlocks(body),
		offset
	};
	const blocks = blocksOf(reading, 0, reading.tokens.length, 0);
	if (offset > 0) blocks.unshift({ kind: 'front-matter', ...stretch(reading, 0, offset) });
	return withGaps(reading, blocks, { from: 0, to: text.length, line: 1 });
}

/** What stands in a file or directive as a block of its own. */
export function withoutGaps(blocks: readonly SourceBlock[]): SourceBlock[] {
	return blocks.filter(({ kind }) => kind !== 'gap' && kind !== 'front-matter');
}

/** The row on which the body begins, from 0; after the last one when front matter is all there is. */
function bodyRow(plain: string, body: string): number {
	if (body === plain) return 0;
	const head = plain.slice(0, plain.length - body.length);
	return head.split('\n').length - (head.endsWith('\n') ? 1 : 0);
}

/** The blocks that the tokens of one level open, without the gaps between them. */
function blocksOf(reading: Reading, first: number, end: number, level: number): SourceBlock[] {
	const blocks: SourceBlock[] = [];
	for (let at = first; at < end; at++) {
		const token = reading.tokens[at]!;
		const last = token.nesting === 1 ? closingAt(reading.tokens, at, end) : at;
		if (token.level === level && token.map) blocks.push(blockOf(reading, at, last));
		at = last;
	}
	return blocks;
}

function blockOf(reading: Reading, at: number, last: number): SourceBlock {
	const { tokens, offset } = reading;
	const token = tokens[at]!;
	const [from, to] = token.map!;
	const kind = kinds[token.type] ?? 'unread';
	if (kind === 'directive') return directiveOf(reading, at, last);
	const place = stretch(reading, offset + from, offset + to);
	if (isSeparator(token)) return { kind: 'gap', ...place };
	return { kind: isFigure(token, tokens[at + 1]) ? 'figure' : kind, ...place };
}

function directiveOf(reading: Reading, at: number, last: number): DirectiveBlock {
	const { tokens, offset, text, lines } = reading;
	const token = tokens[at]!;
	const { directive, closed } = token.meta as DirectiveMeta;
	const [from, to] = token.map!;
	const place = stretch(reading, offset + from, offset + to + (closed ? 1 : 0));
	const opened = lines[offset + from]!.to;
	const closes = closed ? lines[offset + to]!.from : place.to;
	const children = blocksOf(reading, at + 1, last, token.level + 1);
	return {
		kind: 'directive',
		...place,
		...directive,
		opening: text.slice(place.from, opened),
		closing: text.slice(closes, place.to),
		children: withGaps(reading, children, {
			from: opened,
			to: closes,
			line: offset + from + 1
		})
	};
}

function closingAt(tokens: readonly Token[], at: number, end: number): number {
	const { level } = tokens[at]!;
	let close = at + 1;
	while (close < end - 1 && !(tokens[close]!.nesting === -1 && tokens[close]!.level === level))
		close++;
	return close;
}

function isSeparator({ type, content }: Token): boolean {
	return type === 'comment' && content.trim() === '';
}

/** A paragraph that holds an image and nothing else (markdown/blocks.ts, framedImages). */
function isFigure({ type }: Token, inline: Token | undefined): boolean {
	return (
		type === 'paragraph_open' &&
		inline?.children?.length === 1 &&
		inline.children[0]!.type === 'image'
	);
}

/** Rows `first` up to `end` of the file, without the blank ones they end with. */
function stretch({ text, lines, plain }: Reading, first: number, end: number): Stretch {
	let last = end - 1;
	while (last > first && isBlank(plain[last]!)) last--;
	const { from } = lines[first]!;
	const { to } = lines[last]!;
	return { from, to, line: first + 1, lastLine: last + 1, source: text.slice(from, to) };
}

function isBlank(line: string): boolean {
	return /^[ \t]*$/.test(line);
}

/** Fills what no block covers, so that nothing of the file is left out; neighbouring gaps become one. */
function withGaps(
	reading: Reading,
	blocks: readonly SourceBlock[],
	within: { from: number; to: number; line: number }
): SourceBlock[] {
	const filled: SourceBlock[] = [];
	const add = (next: SourceBlock) => {
		const last = filled.at(-1);
		if (last?.kind !== 'gap' || next.kind !== 'gap') return filled.push(next);
		last.to = next.to;
		last.lastLine = next.lastLine;
		last.source = reading.text.slice(last.from, next.to);
	};
	let { from, line } = within;
	for (const block of blocks) {
		between(reading, from, block.from, line).forEach(add);
		add(block);
		from = block.to;
		line = block.lastLine;
	}
	between(reading, from, within.to, line).forEach(add);
	return filled;
}

/** A gap, and what stands in it after all: lines nested deeper than is read. */
function between(reading: Reading, from: number, to: number, line: number): SourceBlock[] {
	if (from >= to) return [];
	const { text, lines, plain } = reading;
	const within = (row: number) => lines[row]!.from >= from && lines[row]!.to <= to;
	let first = line - 1;
	while (
		first < lines.length &&
		lines[first]!.from < to &&
		!(within(first) && !isBlank(plain[first]!))
	)
		first++;
	if (first >= lines.length || lines[first]!.from >= to || !within(first))
		return [{ kind: 'gap', from, to, line, lastLine: line, source: text.slice(from, to) }];
	let end = first + 1;
	while (end < lines.length && lines[end]!.from < to && within(end)) end++;
	const unread = { kind: 'unread' as const, ...stretch(reading, first, end) };
	return [
		...between(reading, from, unread.from, line),
		unread,
		...between(reading, unread.to, to, unread.lastLine)
	];
}
