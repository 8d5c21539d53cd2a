import { faceOf, type Weight } from './faces.ts';
import { printable } from '../../format/printable.ts';
import { graphemes, stretchesOf, type Stretch } from './stretches.ts';

/** How a text is set; sizes in points. */
export interface Style {
	size: number;
	weight: Weight;
	/** CSS colour `#rrggbb`. */
	colour: string;
	/** Baseline to baseline, as a multiple of the size. */
	leading?: number;
	/** Space added after each character, in parts of the size. Beyond 0.08 Poppler reads each letter as a word. */
	tracking?: number;
	/** Digits of one width. */
	tabular?: boolean;
}

/** A text in a column with others, and how far it may give way. */
export interface Block {
	text: string;
	style: Style;
	/** The smallest size it may shrink to. */
	least: number;
	/** Lines it may take at its smallest; what goes beyond is cut with an ellipsis. */
	lines: number;
	/** Space above, in points. */
	above: number;
}

/** A block as it will stand. */
export interface SetBlock {
	lines: string[];
	style: Style;
	above: number;
	/** Whether its text did not fit and ends in an ellipsis. */
	cut: boolean;
}

const LEADING = 1.3;

/** Baseline to baseline, in points. */
export function lineHeight(style: Style): number {
	return style.size * (style.leading ?? LEADING);
}

/** Width of printable text in points. Measured word by word, since words come again. */
export function widthOf(text: string, style: Style): number {
	const words = text.split(' ');
	const spaces = words.length > 1 ? (words.length - 1) * advanceOf('\u00A0', style) : 0;
	const advance = words.reduce((sum, word) => sum + advanceOf(word, style), spaces);
	return (advance + (style.tracking ?? 0) * text.length) * style.size;
}

/** Width of one stretch in points. */
export function widthOfStretch(stretch: Stretch, style: Style): number {
	const advance = advanceOfStretch(stretch, style);
	return (advance + (style.tracking ?? 0) * stretch.text.length) * style.size;
}

/** Width of the box that stands for a character the typeface does not have, in parts of the size. */
export const BOX = 1.3;

/** Characters of measured words that are kept: those of a language's usual ones, several times over. */
const MOST_KEPT = 500_000;
const advances = new Map<string, number>();
let kept = 0;

/** Width of a word at size 1. */
function advanceOf(word: string, style: Style): number {
	const key = `${style.weight}${style.tabular ? '#' : ' '}${word}`;
	const known = advances.get(key);
	if (known !== undefined) return known;
	const advance = stretchesOf(word, style.weight).reduce(
		(sum, stretch) => sum + advanceOfStretch(stretch, style),
		0
	);
	kept += word.length;
	if (kept > MOST_KEPT) {
		advances.clear();
		kept = word.length;
	}
	advances.set(key, advance);
	return advance;
}

function advanceOfStretch({ drawn, text, script }: Stretch, style: Style): number {
	if (drawn === 'box') return BOX;
	const { font } = faceOf(style.weight, script);
	return font.layout(text, featuresOf(style)).advanceWidth / font.unitsPerEm;
}

/** OpenType features. Without contextual forms: between digits they make an x of a code a ×. */
export function featuresOf({ tabular = false }: Style): Readonly<Record<string, boolean>> {
	return tabular ? TABULAR : PROPORTIONAL;
}

const PROPORTIONAL = { calt: false };
const TABULAR = { calt: false, tnum: true };

/**
 * Lines of at most `width` points. A line that was ended at a space keeps it, though it takes no room. A word that is
 * wider than a line is broken, after a mark where it has one.
 */
export function wrap(text: string, style: Style, width: number): string[] {
	const space = widthOf('\u00A0', style);
	const lines: string[] = [];
	let line = '';
	let used = 0;
	for (const word of printable(text).split(' ')) {
		const wide = widthOf(word, style);
		if (line !== '' && used + space + wide <= width) {
			line += ` ${word}`;
			used += space + wide;
			continue;
		}
		if (line !== '') lines.push(`${line} `);
		const pieces = wide <= width ? [word] : broken(word, style, width);
		lines.push(...pieces.slice(0, -1));
		line = pieces.at(-1)!;
		used = pieces.length === 1 ? wide : widthOf(line, style);
	}
	return line === '' ? lines : [...lines, line];
}

/** Pieces of a word that is wider than its line. */
function broken(word: string, style: Style, width: number): string[] {
	const pieces: string[] = [];
	let piece: string[] = [];
	let used = 0;
	for (const character of graphemes(word)) {
		const wide = widthOf(character, style);
		// What is left after a mark may be too long for the next character as well.
		while (used + wide > width && piece.length > 0) {
			const mark = piece.findLastIndex((each) => /[/\-.,;:]/.test(each)) + 1;
			const kept = mark > piece.length / 2 ? mark : piece.length;
			pieces.push(piece.slice(0, kept).join(''));
			piece = piece.slice(kept);
			used = widthOf(piece.join(''), style);
		}
		piece.push(character);
		used += wide;
	}
	return [...pieces, piece.join('')];
}

/**
 * Shrinks all blocks alike until they fit into `height` points, each no further than it may. Then the longest give up
 * lines, and at last the space between them goes.
 */
export function fit(
	blocks: readonly Block[],
	{ width, height }: { width: number; height: number }
): SetBlock[] {
	for (let scale = 1; ; scale -= 0.05) {
		const last = blocks.every(({ style, least }) => style.size * scale <= least);
		const set = blocks.map((block) => setAt(block, scale, width));
		if (heightOf(set) <= height && (last || set.every(({ cut }) => !cut))) return set;
		if (last) return squeezed(blocks, { width, height });
	}
}

function squeezed(blocks: readonly Block[], { width, height }: { width: number; height: number }) {
	const least = blocks.map((block) => ({ ...block, style: { ...block.style, size: block.least } }));
	for (;;) {
		const set = least.map((block) => setAt(block, 1, width));
		const most = Math.max(...set.map(({ lines }) => lines.length));
		if (heightOf(set) <= height) return set;
		if (most <= 1) {
			const spare = height - heightOf(set.map((block) => ({ ...block, above: 0 })));
			const share = Math.max(0, spare / (height - spare));
			return set.map((block) => ({ ...block, above: block.above * Math.min(1, share) }));
		}
		const longest = set.findIndex(({ lines }) => lines.length === most);
		least[longest] = { ...least[longest]!, lines: most - 1 };
	}
}

/** Height of a column of blocks with the space between them, in points. */
export function heightOf(set: readonly SetBlock[]): number {
	return set.reduce(
		(sum, { lines, style, above }) => sum + above + lines.length * lineHeight(style),
		0
	);
}

function setAt(block: Block, scale: number, width: number): SetBlock {
	const style = { ...block.style, size: Math.max(block.least, block.style.size * scale) };
	const lines = wrap(block.text, style, width);
	const above = block.above * scale;
	if (lines.length <= block.lines) return { lines, style, above, cut: false };
	const kept = lines.slice(0, block.lines);
	kept[block.lines - 1] = ellipsed(kept[block.lines - 1]!, style, width);
	return { lines: kept, style, above, cut: true };
}

function ellipsed(line: string, style: Style, width: number): string {
	const characters = graphemes(line.trimEnd());
	while (characters.length > 0 && widthOf(`${characters.join('')}…`, style) > width) {
		characters.pop();
	}
	return `${characters.join('').trimEnd()}…`;
}
