import { Refusal } from '../refusal.ts';
import { lineEndOf, withoutBlankEdges } from './source-lines.ts';
import { readBlocks, withoutGaps, type DirectiveBlock, type SourceBlock } from './source-blocks.ts';

/**
 * Where a block stands: its number among the blocks of the file (from 0, gaps and front matter not counted), then its
 * number within that directive, and so on.
 */
export type BlockPath = readonly number[];

// Every edit keeps one law: but for the blocks it names and the gaps beside them, the file stays byte for byte, and
// read again it has the same blocks. Each is tried with the gentlest separation first and read again; what would touch
// a neighbour however it is separated is refused.

/** The block at a path; refuses `block-unknown`. */
export function blockAt(blocks: readonly SourceBlock[], path: BlockPath): SourceBlock {
	const [index = -1, ...inner] = path;
	const block = withoutGaps(blocks)[index];
	if (!block) throw new Refusal('not-found', 'block-unknown');
	if (inner.length === 0) return block;
	return blockAt(block.kind === 'directive' ? block.children : [], inner);
}

/** Puts other Markdown (one block or more) in the place of a block. */
export function replaceBlock(text: string, path: BlockPath, source: string): string {
	return edited(text, { path, removed: 1, source: inFile(source, text) });
}

/** Puts Markdown where the path says; what stood there and after it moves down. The number after the last appends. */
export function insertBlock(text: string, path: BlockPath, source: string): string {
	return edited(text, { path, removed: 0, source: inFile(source, text) });
}

/** Takes a block away. */
export function removeBlock(text: string, path: BlockPath): string {
	return edited(text, { path, removed: 1, source: null });
}

/** Takes a block from its place and puts it where `to` says, in the text as it is without the block. */
export function moveBlock(text: string, from: BlockPath, to: BlockPath): string {
	const { source } = blockAt(readBlocks(text), from);
	return edited(removeBlock(text, from), { path: to, removed: 0, source });
}

interface Edit {
	path: BlockPath;
	/** How many blocks give way. */
	removed: 0 | 1;
	/** What comes in their place. */
	source: string | null;
}

function edited(text: string, edit: Edit): string {
	const before = readBlocks(text);
	const container = containerOf(before, edit.path, text.length);
	const index = edit.path.at(-1) ?? -1;
	if (!Number.isInteger(index) || index < 0 || index + edit.removed > container.blocks.length)
		throw new Refusal('not-found', 'block-unknown');
	if (edit.source?.trim() === '') throw new Refusal('invalid', 'block-empty');
	const left = container.blocks[index - 1]?.to ?? container.from;
	const right = container.blocks[index + edit.removed]?.from ?? container.to;
	for (const middle of separated(text, container, index, edit)) {
		const after = text.slice(0, left) + middle + text.slice(right);
		if (holds(before, after, edit)) return after;
	}
	throw new Refusal('invalid', 'block-not-separate');
}

/** The Markdown of an edit with the line ends of its file, without blank lines around it. */
function inFile(source: string, text: string): string {
	return withoutBlankEdges(source.replace(/\r\n?/g, '\n')).replaceAll('\n', lineEndOf(text));
}

interface Container {
	blocks: SourceBlock[];
	/** Where blocks may stand. */
	from: number;
	to: number;
	/** Whether it is the file's body rather than a directive. */
	isBody: boolean;
}

function containerOf(blocks: readonly SourceBlock[], path: BlockPath, length: number): Container {
	if (path.length > 1) {
		const around = blockAt(blocks, path.slice(0, -1));
		if (around.kind !== 'directive') throw new Refusal('not-found', 'block-unknown');
		return {
			blocks: withoutGaps(around.children),
			from: around.from + around.opening.length,
			to: around.to - around.closing.length,
			isBody: false
		};
	}
	const head = blocks.findLast(
		({ kind, source }) => kind === 'front-matter' || source === '\uFEFF'
	);
	return { blocks: withoutGaps(blocks), from: head?.to ?? 0, to: length, isBody: true };
}

/** What may stand between the neighbours, gentlest first: gaps as they are, a blank line, a comment that keeps apart. */
function* separated(
	text: string,
	{ blocks, from, to, isBody }: Container,
	index: number,
	{ removed, source }: Edit
): Generator<string> {
	const end = lineEndOf(text);
	const gap = (start: number, stop: number) => text.slice(start, stop);
	const [previous, next] = [blocks[index - 1], blocks[index + removed]];
	const gone = blocks[index];
	const before = gap(previous?.to ?? from, gone?.from ?? to);
	const after = removed === 1 ? gap(gone!.to, next?.from ?? to) : before;
	const blank = end + end;
	const apart = `${blank}<!-- -->${blank}`;
	if (source === null) {
		const outer = previous && (next ? longer(before, after) : after);
		yield* [outer ?? before, before, after, before + after, blank, apart, end, ''];
		return;
	}
	// A new block takes the gap it finds to one side, and gets a blank line on the other.
	const fresh = removed === 0 && blocks.length > 0;
	const first = isBody && from > 1 && before === end ? blank : before;
	const lefts = [fresh && previous ? blank : first, end, blank, apart];
	const rights = [fresh && !previous ? blank : after, end, blank, apart];
	const tried = new Set<string>();
	for (let cost = 0; cost <= 6; cost++) {
		for (let at = Math.max(0, cost - 3); at <= Math.min(3, cost); at++) {
			const middle = lefts[at]! + source + rights[cost - at]!;
			if (!tried.has(middle)) yield middle;
			tried.add(middle);
		}
	}
}

function longer(a: string, b: string): string {
	return b.length > a.length ? b : a;
}

/** Whether nothing but what the edit names has changed between a text as it was read and another. */
function holds(before: readonly SourceBlock[], text: string, edit: Edit): boolean {
	const after = readBlocks(text);
	const [was, is] = [before, after].map((blocks) => blocks.find(isFrontMatter)?.source);
	return was === is && holdsWithin(withoutGaps(before), withoutGaps(after), edit.path, text, edit);
}

function isFrontMatter({ kind }: SourceBlock): boolean {
	return kind === 'front-matter';
}

function holdsWithin(
	before: readonly SourceBlock[],
	after: readonly SourceBlock[],
	[index = 0, ...inner]: BlockPath,
	text: string,
	edit: Edit
): boolean {
	const skipped = inner.length > 0 ? 1 : edit.removed;
	const rest = before.slice(index + skipped);
	const middle = after.slice(index, after.length - rest.length);
	if (after.length < index + rest.length) return false;
	const kept = [...after.slice(0, index), ...after.slice(after.length - rest.length)];
	if (![...before.slice(0, index), ...rest].every((block, at) => isSame(block, kept[at]!)))
		return false;
	const [first, last] = [middle[0], middle.at(-1)];
	if (inner.length === 0)
		return (first && last ? text.slice(first.from, last.to) : null) === edit.source;
	const around = before[index];
	if (middle.length !== 1 || around?.kind !== 'directive' || first?.kind !== 'directive')
		return false;
	const [inside, now] = [withoutGaps(around.children), withoutGaps(first.children)];
	return isSameFrame(around, first) && holdsWithin(inside, now, inner, text, edit);
}

function isSame(a: SourceBlock, b: SourceBlock): boolean {
	if (a.kind !== b.kind || a.source !== b.source) return false;
	if (a.kind !== 'directive' || b.kind !== 'directive') return true;
	const [inside, now] = [a.children, b.children];
	return (
		isSameFrame(a, b) &&
		inside.length === now.length &&
		inside.every((block, at) => isSame(block, now[at]!))
	);
}

function isSameFrame(a: DirectiveBlock, b: DirectiveBlock): boolean {
	return a.opening === b.opening && a.closing === b.closing;
}
