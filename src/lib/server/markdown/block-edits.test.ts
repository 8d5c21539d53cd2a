import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyStretch, anyText } from '../../../../tests/support/markdown-texts.ts';
import { Refusal } from '../refusal.ts';
import { blockAt, insertBlock, moveBlock, removeBlock, replaceBlock } from './block-edits.ts';
import type { BlockPath } from './block-edits.ts';
import { readBlocks, withoutGaps, type SourceBlock } from './source-blocks.ts';

/** Every Markdown file of the courses shipped here. */
const lessons = readdirSync('courses', { recursive: true, withFileTypes: true })
	.filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
	.map((entry) => join(entry.parentPath, entry.name));

const blocksOf = (text: string) => withoutGaps(readBlocks(text));

/** Paths of all blocks, outermost first. */
function paths(blocks: readonly SourceBlock[], above: BlockPath = []): BlockPath[] {
	return withoutGaps(blocks).flatMap((block, at) => {
		const path = [...above, at];
		return [path, ...(block.kind === 'directive' ? paths(block.children, path) : [])];
	});
}

/** The sources of all blocks as a tree, without those the path leads into. */
type Sources = (string | { frame: string[]; inside: Sources })[];
function sources(blocks: readonly SourceBlock[], [index, ...inner]: BlockPath): Sources {
	return withoutGaps(blocks).map((block, at) =>
		at === index && inner.length > 0 && block.kind === 'directive'
			? { frame: [block.opening, block.closing], inside: sources(block.children, inner) }
			: block.kind + block.source
	);
}

/** What is around the blocks that changed: everything else in the file, as it was cut. */
function others(text: string, path: BlockPath, count: number): Sources {
	const tree = sources(readBlocks(text), path);
	let level = tree;
	for (const index of path.slice(0, -1)) {
		const around = level[index];
		if (typeof around !== 'object') throw new Error('no directive there');
		level = around.inside;
	}
	level.splice(path.at(-1)!, count);
	return tree;
}

/** The edited text, or null when it was refused. */
function attempt(edit: () => string): string | null {
	try {
		return edit();
	} catch (error) {
		if (error instanceof Refusal) return null;
		throw error;
	}
}

const siblings = (text: string, path: BlockPath) => {
	const around = path.length > 1 ? blockAt(readBlocks(text), path.slice(0, -1)) : null;
	return around?.kind === 'directive' ? withoutGaps(around.children) : blocksOf(text);
};

/** How many edits were made and how many refused. */
const tally = { made: 0, refused: 0 };

/** The law of each edit of a block, or that it was refused. */
function holdsEverywhere(text: string, path: BlockPath, source: string): void {
	const before = siblings(text, path).length;
	for (const [edit, gone] of [
		[() => replaceBlock(text, path, source), 1],
		[() => insertBlock(text, path, source), 0],
		[() => removeBlock(text, path), 1]
	] as const) {
		const after = attempt(edit);
		tally[after === null ? 'refused' : 'made']++;
		if (after === null) continue;
		const come = siblings(after, path).length - before + gone;
		expect(others(after, path, come)).toEqual(others(text, path, gone));
	}
}

describe('a file cut into blocks', () => {
	test('is its pieces, one after the other, character by character', () => {
		const whole = (blocks: readonly SourceBlock[]): string =>
			blocks
				.map((block) =>
					block.kind === 'directive'
						? block.opening + whole(block.children) + block.closing
						: block.source
				)
				.join('');
		fc.assert(
			fc.property(anyText, (text) => {
				expect(whole(readBlocks(text))).toBe(text);
			}),
			{ numRuns: 3000 }
		);
		for (const file of lessons) {
			const text = readFileSync(file, 'utf8');
			expect(whole(readBlocks(text))).toBe(text);
		}
	});
});

describe('an edit of one block', () => {
	test('leaves every other block and the front matter as they are, or is refused', () => {
		fc.assert(
			fc.property(anyText, fc.nat(), anyStretch, (text, pick, source) => {
				const all = paths(readBlocks(text));
				if (all.length > 0) holdsEverywhere(text, all[pick % all.length]!, source);
			}),
			{ numRuns: 3000 }
		);
		console.warn(tally);
	});
});
void moveBlock;
