import { lineHeight, wrap, type Style } from './lines.ts';
import { decorate, drawLines, turnPage, type Sheet } from './sheet.ts';

export interface Column {
	/** Its head; a table without any head is one of names and values. */
	head: string | null;
	/** In points. */
	width: number;
	align?: 'left' | 'right';
	style: Style;
	/** Space before it beyond what columns have anyway, in points. */
	inset?: number;
	/** Whether its paragraphs are items of a list: with a mark before each, indented behind it. */
	listed?: boolean;
	/** Whether its cell names the row. */
	names?: boolean;
}

/** A cell's paragraphs for each column. */
export interface Row {
	cells: readonly (readonly string[])[];
	/** A sum, or another row that stands out. */
	strong?: boolean;
}

interface Making {
	columns: readonly Column[];
	rows: readonly Row[];
	head: Style;
	/** Colour of the lines between rows. */
	rule: string;
	/** Space within a row above and below its text, in points. */
	pad?: number;
}

/** A table while it is drawn. */
interface Grid extends Omit<Making, 'rows'> {
	sheet: Sheet;
	pad: number;
	/** Left edges of the columns. */
	lefts: number[];
	/** Its heads in lines; null where it has none. */
	heads: { lines: string[][]; height: number } | null;
	/** The lowest row there is. */
	least: number;
}

interface CellLine {
	line: string;
	/** Whether it begins an item of a list. */
	marked: boolean;
}

/** Space between columns, in points. */
const GUTTER = 12;
/** Room before an item of a list, in points. */
const INDENT = 10;

/**
 * Draws a table from where the sheet stands, on as many pages as it takes. Its head is repeated. A row that does not
 * fit moves to the next page, and goes on overleaf where it takes more than most of one.
 */
export function drawTable(sheet: Sheet, making: Making): void {
	const grid = gridOf(sheet, making);
	const table = sheet.doc.struct('Table');
	sheet.story.add(table);
	if (sheet.y + (grid.heads?.height ?? 0) + grid.least > sheet.bottom) turnPage(sheet);
	if (grid.heads) {
		const row = sheet.doc.struct('TR');
		table.add(row);
		drawHeads(grid, (draw) => row.add(sheet.doc.struct('TH', scoped('Column'), draw)));
		row.end();
	}
	for (const row of making.rows) drawRow(grid, table, row);
	table.end();
}

function gridOf(sheet: Sheet, { columns, head, rule, pad = 4 }: Making): Grid {
	const lefts = columns.map((_, index) =>
		columns.slice(0, index).reduce((sum, { width }) => sum + width, sheet.left)
	);
	const least = Math.max(...columns.map(({ style }) => lineHeight(style))) + pad * 2;
	const grid = { sheet, columns, head, rule, pad, lefts, least, heads: null };
	if (columns.every((column) => column.head === null)) return grid;
	const lines = columns.map((column, index) =>
		wrap(column.head ?? '', head, placeOf(grid, index).width)
	);
	const most = Math.max(...lines.map(({ length }) => length));
	return { ...grid, heads: { lines, height: most * lineHeight(head) + pad * 2 } };
}

/** Where a column's text stands in the row that begins at the sheet's `y`. */
function placeOf({ columns, lefts, sheet, pad }: Grid, index: number, indent = 0) {
	const { width, align = 'left', inset = 0 } = columns[index]!;
	const before = inset + indent;
	return {
		x: lefts[index]! + before,
		top: sheet.y + pad,
		width: width - before - (align === 'right' ? 0 : GUTTER),
		align
	};
}

function indentOf({ listed = false }: Column): number {
	return listed ? INDENT : 0;
}

function drawHeads(grid: Grid, each: (draw: () => void) => void) {
	const { sheet, heads, head } = grid;
	if (!heads) return;
	heads.lines.forEach((lines, index) =>
		each(() => void drawLines(sheet, lines, head, placeOf(grid, index)))
	);
	sheet.y += heads.height;
	lineAcross(grid, 0.8);
}

function goOnOverleaf(grid: Grid) {
	turnPage(grid.sheet);
	drawHeads(grid, (draw) => decorate(grid.sheet, draw, 'Pagination'));
}

function drawRow(grid: Grid, table: PDFKit.PDFStructureElement, { cells, strong = false }: Row) {
	const { sheet, columns, pad, heads } = grid;
	const { doc } = sheet;
	const row = doc.struct('TR');
	table.add(row);
	const elements = columns.map(({ names }) =>
		names ? doc.struct('TH', scoped('Row')) : doc.struct('TD')
	);
	for (const element of elements) row.add(element);
	const styles = columns.map(({ style }) => (strong ? { ...style, weight: 700 as const } : style));
	let rest = columns.map((_, index) => linesOf(grid, index, cells[index] ?? [], styles[index]!));

	const whole = heightOf(rest, styles) + pad * 2;
	const page = sheet.bottom - sheet.top - (heads?.height ?? 0);
	if (sheet.y + whole > sheet.bottom && whole < page * 0.6) goOnOverleaf(grid);
	do {
		if (sheet.y + grid.least > sheet.bottom) goOnOverleaf(grid);
		const room = sheet.bottom - sheet.y - pad * 2;
		const here = rest.map((lines, index) =>
			lines.slice(0, Math.floor(room / lineHeight(styles[index]!)))
		);
		here.forEach((lines, index) => drawCell(grid, index, lines, styles[index]!, elements[index]!));
		sheet.y += heightOf(here, styles) + pad * 2;
		rest = rest.map((lines, index) => lines.slice(here[index]!.length));
		lineAcross(grid, strong ? 0.8 : 0.35);
	} while (rest.some((lines) => lines.length > 0));
	for (const element of elements) element.end();
	row.end();
}

function linesOf(grid: Grid, index: number, paragraphs: readonly string[], style: Style) {
	const column = grid.columns[index]!;
	const { width } = placeOf(grid, index, indentOf(column));
	return paragraphs.flatMap((text, paragraph) =>
		wrap(text, style, width).map((line, at, { length }): CellLine => {
			// Paragraphs of a cell are read with a space between them, as its lines are.
			const more = at === length - 1 && paragraph < paragraphs.length - 1;
			return { line: more ? `${line} ` : line, marked: column.listed === true && at === 0 };
		})
	);
}

function drawCell(
	grid: Grid,
	index: number,
	lines: readonly CellLine[],
	style: Style,
	element: PDFKit.PDFStructureElement
) {
	if (lines.length === 0) return;
	const { sheet } = grid;
	const place = placeOf(grid, index, indentOf(grid.columns[index]!));
	const texts = lines.map(({ line }) => line);
	element.add(() => void drawLines(sheet, texts, style, place));
	const half = style.size * 0.14;
	lines.forEach(({ marked }, at) => {
		if (!marked) return;
		const middle = place.top + (at + 0.5) * lineHeight(style);
		decorate(sheet, () =>
			sheet.doc.rect(place.x - INDENT + 1, middle - half, half * 2, half * 2).fill(style.colour)
		);
	});
}

function lineAcross({ sheet, rule }: Grid, width: number) {
	const { doc, left, right, y } = sheet;
	decorate(sheet, () => doc.lineWidth(width).moveTo(left, y).lineTo(right, y).stroke(rule));
}

function heightOf(cells: readonly (readonly unknown[])[], styles: readonly Style[]): number {
	return Math.max(...cells.map((lines, index) => lines.length * lineHeight(styles[index]!)));
}

/** What a head is the head of; pdfkit's types do not tell of it yet. */
function scoped(scope: 'Row' | 'Column'): PDFKit.Mixins.StructureElementOptions {
	return { scope } as object;
}
