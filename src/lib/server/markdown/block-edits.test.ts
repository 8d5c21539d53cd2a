import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyStretch, anyText, wholeStretch } from '../../../../tests/support/markdown-texts.ts';
import { processorTime } from '../../../../tests/support/processor-time.ts';
import { Refusal } from '../refusal.ts';
import { blockAt, insertBlock, moveBlock, removeBlock, replaceBlock } from './block-edits.ts';
import type { BlockPath } from './block-edits.ts';
import { splitFrontMatter } from './front-matter.ts';
import { parseMarkdown } from './parse.ts';
import { plainForm } from './source-lines.ts';
import { readBlocks, withoutGaps, type SourceBlock } from './source-blocks.ts';

const markdownIn = (folder: string) =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
		.map((entry) => join(entry.parentPath, entry.name));

/** Every Markdown file of the courses shipped here, and of the tests: fixtures hold a text in each block of code. */
const lessons = markdownIn('courses');
const texts = [...lessons, ...markdownIn('tests')].map((file) => readFileSync(file, 'utf8'));

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

/** The law of each edit of a block: how many were made, how many refused. */
function edits(text: string, path: BlockPath, source: string): { made: number; refused: number } {
	const tally = { made: 0, refused: 0 };
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
	return tally;
}

const whole = (blocks: readonly SourceBlock[]): string =>
	blocks
		.map((block) =>
			block.kind === 'directive'
				? block.opening + whole(block.children) + block.closing
				: block.source
		)
		.join('');

/** The kinds of block that markdown-it's own tokens of a text (LF) show, notes and definitions aside. */
function shown(text: string): string[] {
	const kinds: Record<string, string> = {
		heading: 'heading',
		paragraph: 'paragraph',
		figure: 'figure',
		bullet_list: 'list',
		ordered_list: 'list',
		blockquote: 'quote',
		table: 'table',
		directive: 'directive'
	};
	const single: Record<string, string> = { fence: 'code', code_block: 'code', hr: 'rule' };
	return parseMarkdown(splitFrontMatter(text)?.body ?? text)
		.tokens.filter(({ level }) => level === 0)
		.flatMap(({ type }) => kinds[type.replace(/_open$/, '')] ?? single[type] ?? []);
}

describe('a file cut into blocks', () => {
	test('is its pieces, one after the other, character by character', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				expect(whole(readBlocks(text))).toBe(text);
			}),
			{ numRuns: 1000 }
		);
	}, 30_000);

	test('has its pieces where they say', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
				const all = (blocks: readonly SourceBlock[]): SourceBlock[] =>
					blocks.flatMap((block) => [
						block,
						...(block.kind === 'directive' ? all(block.children) : [])
					]);
				for (const { kind, from, to, line, lastLine, source } of all(readBlocks(text))) {
					expect(text.slice(from, to)).toBe(source);
					if (kind === 'gap') continue;
					expect(lines.slice(line - 1, lastLine)).toEqual(source.split(/\r\n?|\n/));
				}
			}),
			{ numRuns: 300 }
		);
	}, 30_000);

	test('has the structure that is rendered', () => {
		const rendered = ['heading', 'paragraph', 'figure', 'list', 'quote', 'table', 'code', 'rule'];
		fc.assert(
			fc.property(anyText, (text) => {
				const kinds = blocksOf(text).map(({ kind }) => kind);
				expect(kinds.filter((kind) => [...rendered, 'directive'].includes(kind))).toEqual(
					shown(plainForm(text)).filter((kind) => kind !== '')
				);
			}),
			{ numRuns: 500 }
		);
	}, 30_000);

	test('tells each kind of block, in directives too', () => {
		const text =
			'\uFEFF---\r\na: b\r\n---\r\n# J\r\n:::case{#k title="x"}\r\n- a\r\n\r\n:::note\r\n:::\r\n:::\r\n[a]: b\r\n[^1]: c';
		const kinds = (blocks: readonly SourceBlock[]): unknown[] =>
			withoutGaps(blocks).map((block) =>
				block.kind === 'directive' ? [block.name, block.id, kinds(block.children)] : block.kind
			);
		expect(kinds(readBlocks(text))).toEqual([
			'heading',
			['case', 'k', ['list', ['note', null, []]]],
			'definition',
			'footnote'
		]);
		expect(readBlocks(text).map(({ kind, line }) => [kind, line])).toEqual([
			['gap', 1],
			['front-matter', 1],
			['gap', 3],
			['heading', 4],
			['gap', 4],
			['directive', 5],
			['gap', 10],
			['definition', 11],
			['gap', 11],
			['footnote', 12]
		]);
	});

	test('nested deeper than is read keeps what is too deep in one piece', () => {
		const text = `${':::note\n'.repeat(10_000)}Dalam.\n`;
		expect(processorTime(() => expect(whole(readBlocks(text))).toBe(text))).toBeLessThan(2000);
	});

	test('is its pieces in every course and fixture', () => {
		const inner = texts.flatMap((text) =>
			readBlocks(text).flatMap(({ kind, source }) =>
				kind === 'code' ? source.split('\n').slice(1, -1).join('\n') : []
			)
		);
		for (const text of [...texts, ...inner]) expect(whole(readBlocks(text))).toBe(text);
		expect(texts.length).toBeGreaterThan(10);
	});
});

describe('an edit of one block', () => {
	test('leaves every other block and the front matter as they are, or is refused', () => {
		const sum = { made: 0, refused: 0 };
		fc.assert(
			fc.property(anyText, fc.nat(), anyStretch, (text, pick, source) => {
				const all = paths(readBlocks(text));
				if (all.length === 0) return;
				const { made, refused } = edits(text, all[pick % all.length]!, source);
				sum.made += made;
				sum.refused += refused;
			}),
			{ numRuns: 600 }
		);
		expect(sum.made).toBeGreaterThan(6 * sum.refused);
	}, 60_000);

	test.each(lessons.filter((file) => !file.endsWith('glossary.md')))(
		'in %s is never refused when its text is whole',
		(file) => {
			const text = readFileSync(file, 'utf8');
			const all = paths(readBlocks(text));
			fc.assert(
				fc.property(fc.nat(), wholeStretch, (pick, source) => {
					expect(edits(text, all[pick % all.length]!, source)).toEqual({ made: 3, refused: 0 });
				}),
				{ numRuns: 25 }
			);
		},
		30_000
	);

	test('moves a block with every byte of it, and leaves the others', () => {
		fc.assert(
			fc.property(anyText, fc.nat(), fc.nat(), (text, first, second) => {
				const all = paths(readBlocks(text));
				if (all.length === 0) return;
				const from = all[first % all.length]!;
				const { source } = blockAt(readBlocks(text), from);
				const without = attempt(() => removeBlock(text, from));
				if (without === null) return;
				const places = [...paths(readBlocks(without)), [blocksOf(without).length]];
				const to = places[second % places.length]!;
				const after = attempt(() => moveBlock(text, from, to));
				if (after === null) return;
				const come = siblings(after, to).length - siblings(without, to).length;
				expect(others(after, to, come)).toEqual(others(without, to, 0));
				expect(after).toContain(source);
			}),
			{ numRuns: 400 }
		);
	}, 60_000);

	test.each<[what: string, text: string, edit: (text: string) => string, after: string]>([
		['after a list', '- a\n', (text) => insertBlock(text, [1], '- b'), '- a\n\n<!-- -->\n\n- b\n'],
		[
			'of code after a list',
			'- a\n',
			(text) => insertBlock(text, [1], '    b'),
			'- a\n\n<!-- -->\n\n    b\n'
		],
		[
			'before the first',
			'---\na: b\n---\n\nSatu.\n',
			(text) => insertBlock(text, [0], 'Nol.'),
			'---\na: b\n---\n\nNol.\n\nSatu.\n'
		],
		[
			'into an empty lesson',
			'---\na: b\n---\n',
			(text) => insertBlock(text, [0], 'Satu.'),
			'---\na: b\n---\n\nSatu.\n'
		],
		[
			'into an empty directive',
			':::note\n:::\n',
			(text) => insertBlock(text, [0, 0], 'Satu.'),
			':::note\nSatu.\n:::\n'
		],
		[
			'at the end of a directive',
			':::note\nSatu.\n:::',
			(text) => insertBlock(text, [0, 1], 'Dua.'),
			':::note\nSatu.\n\nDua.\n:::'
		],
		[
			'at the end without a newline',
			'Satu.',
			(text) => insertBlock(text, [1], 'Dua.'),
			'Satu.\n\nDua.'
		],
		[
			'with the line ends of the file',
			'Satu.\r\n',
			(text) => insertBlock(text, [1], 'Dua.\nTiga.\n'),
			'Satu.\r\n\r\nDua.\r\nTiga.\r\n'
		],
		[
			'that would become front matter',
			'Satu.\n',
			(text) => insertBlock(text, [0], '---\na: b\n---'),
			'\n---\na: b\n---\n\nSatu.\n'
		],
		[
			'in a tight place',
			'# J\nSatu.\n# K\n',
			(text) => replaceBlock(text, [1], 'Dua.'),
			'# J\nDua.\n# K\n'
		],
		[
			'that would underline its neighbour',
			'Satu.\n- a\n',
			(text) => replaceBlock(text, [1], '---'),
			'Satu.\n\n---\n'
		],
		[
			'that parted two lists',
			'- a\n\nSatu.\n\n- b\n',
			(text) => removeBlock(text, [1]),
			'- a\n\n<!-- -->\n\n- b\n'
		],
		['that was the first', 'Satu.\n\nDua.\n', (text) => removeBlock(text, [0]), 'Dua.\n'],
		['that was the last', 'Satu.\n\nDua.\n', (text) => removeBlock(text, [1]), 'Satu.\n'],
		[
			'that was the only one',
			':::note\nSatu.\n:::\n',
			(text) => removeBlock(text, [0, 0]),
			':::note\n:::\n'
		],
		['up', 'Satu.\n\nDua.\n', (text) => moveBlock(text, [1], [0]), 'Dua.\n\nSatu.\n'],
		[
			'into a directive',
			'Satu.\n\n:::note\nDua.\n:::\n',
			(text) => moveBlock(text, [0], [0, 1]),
			':::note\nDua.\n\nSatu.\n:::\n'
		]
	])('%s is set apart as it must be', (_what, text, edit, after) => {
		expect(edit(text)).toBe(after);
	});

	test.each<[code: string, what: string, edit: () => string]>([
		['block-unknown', 'a block that is not there', () => removeBlock('Satu.', [1])],
		['block-unknown', 'a block within a paragraph', () => removeBlock('Satu.', [0, 0])],
		['block-unknown', 'a place behind a gap', () => insertBlock('Satu.', [2], 'Dua.')],
		['block-unknown', 'no place', () => insertBlock('Satu.', [], 'Dua.')],
		['block-empty', 'nothing', () => replaceBlock('Satu.', [0], ' \n')],
		[
			'block-not-separate',
			'an open directive before others',
			() => replaceBlock('Satu.\n\nDua.', [0], ':::note')
		],
		['block-not-separate', 'open code before others', () => insertBlock('Satu.', [0], '```')],
		[
			'block-not-separate',
			'a fence that would close the directive around it',
			() => insertBlock(':::note\nSatu.\n:::', [0, 0], ':::')
		],
		['block-not-separate', 'a block behind open code', () => insertBlock('~~~\nkode', [1], 'Dua.')]
	])('refuses with %s: %s', (code, _what, edit) => {
		expect(edit).toThrow(expect.objectContaining({ code }));
	});
});
