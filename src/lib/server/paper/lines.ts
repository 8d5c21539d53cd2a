import { faceOf, type Weight } from './faces.ts';
import { graphemes, printable, stretchesOf, type Stretch } from './printable.ts';

/** How a text is set; sizes in points. */
export interface Style {
	size: number;
	weight: Weight;
	/** CSS colour `#rrggbb`. */
	colour: string;
	/** Baseline to baseline, as a multiple of the size. */
	leading?: number;
	/** Space added after each character, in points. */
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

export const LEADING = 1.3;

/** Baseline to baseline, in points. */
export function lineHeight(style: Style): number {
	return style.size * (style.leading ?? LEADING);
}

/** Width of printable text in points. */
export function widthOf(text: string, style: Style): number {
	return stretchesOf(text, style.weight).reduce(
		(sum, stretch) => sum + widthOfStretch(stretch, style),
		0
	);
}

/** Width of one stretch in points. A boxed code takes the room of two characters. */
export function widthOfStretch(stretch: Stretch, style: Style): number {
	if (stretch.drawn === 'box') return boxWidth(style);
	const { font } = faceOf(style.weight, stretch.script);
	const { advanceWidth } = font.layout(stretch.text, style.tabular ? ['tnum'] : undefined);
	return (
		(advanceWidth / font.unitsPerEm) * style.size + (style.tracking ?? 0) * stretch.text.length
	);
}

/** Width of the box that stands for a character the typeface does not have. */
export function boxWidth(style: Style): number {
	return style.size * 1.3;
}

/** Lines of at most `width` points; a word that is wider is broken, after a mark where it has one. */
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
		if (line !== '') lines.push(line);
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
		if (used + wide > width && piece.length > 0) {
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

/** Shrinks all blocks alike until they fit into `height` points, each no further than it may, then cuts. */
export function fit(
	blocks: readonly Block[],
	{ width, height }: { width: number; height: number }
): SetBlock[] {
	for (let scale = 1; ; scale -= 0.05) {
		const last = blocks.every(({ style, least }) => style.size * scale <= least);
		const set = blocks.map((block) => setAt(block, scale, width));
		if (last || (heightOf(set) <= height && set.every(({ cut }) => !cut))) return set;
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
	const characters = graphemes(line);
	while (characters.length > 0 && widthOf(`${characters.join('')}…`, style) > width) {
		characters.pop();
	}
	return `${characters.join('').trimEnd()}…`;
}
