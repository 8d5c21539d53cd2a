import { lineHeight, wrap, type Style } from './lines.ts';
import { decorate, drawLines, turnPage, type Sheet } from './sheet.ts';

export interface Column {
	/** Its head; a table without any head is one of names and values. */
	head: string | null;
	/** In points. */
	width: number;
	align?: 'left' | 'right';
	style: Style;
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

/** Room before an item of a list, in points. */
const INDENT = 10;

interface Making {
	columns: readonly Column[];
	rows: readonly Row[];
	head: Style;
	/** Colour of the lines between rows. */
	rule: string;
	/** Space within a row above and below its text, in points. */
	pad?: number;
	/** Space between columns, in points. */
	gutter?: number;
}

/**
 * Draws a table from where the sheet stands, on as many pages as it takes: its head is repeated, and a row goes on
 * overleaf where it is taller than what is left of the page and would not stand on one.
 */
export function drawTable(sheet: Sheet, making: Making): void {
	const { columns, rows, head, rule, pad = 4, gutter = 12 } = making;
	const { doc } = sheet;
	const table = doc.struct('Table');
	sheet.story.add(table);
	const headed = columns.some((column) => column.head !== null);
	const heads = columns.map((column) => wrap(column.head ?? '', head, column.width - gutter));
	const headHeight = headed ? pad * 2 + heightOf(heads, head) : 0;
	const lefts = columns.map((_, index) =>
		columns.slice(0, index).reduce((sum, { width }) => sum + width, sheet.left)
	);
	const lineAcross = (width: number) =>
		decorate(sheet, () =>
			doc.moveTo(sheet.left, sheet.y).lineTo(sheet.right, sheet.y).lineWidth(width).stroke(rule)
		);
	const place = (index: number) => {
		const { width, align = 'left', listed = false } = columns[index]!;
		const indent = listed ? INDENT : 0;
		return {
			x: lefts[index]! + indent,
			top: sheet.y + pad,
			width: width - indent - (align === 'right' ? 0 : gutter),
			align
		};
	};
	const headPlace = (index: number) => {
		const { x, width, ...rest } = place(index);
		return { ...rest, x: lefts[index]!, width: width + x - lefts[index]! };
	};
	const drawHeads = (draw: (index: number, lines: string[]) => void) => {
		if (!headed) return;
		heads.forEach((lines, index) => draw(index, lines));
		sheet.y += headHeight;
		lineAcross(0.8);
	};
	const repeatHeads = () => {
		turnPage(sheet);
		drawHeads((index, lines) =>
			decorate(sheet, () => drawLines(sheet, lines, head, headPlace(index)), 'Pagination')
		);
	};
	const least = Math.max(...columns.map(({ style }) => lineHeight(style))) + pad * 2;

	if (sheet.y + headHeight + least > sheet.bottom) turnPage(sheet);
	if (headed) {
		const row = doc.struct('TR');
		table.add(row);
		drawHeads((index, lines) => {
			const draw = () => void drawLines(sheet, lines, head, headPlace(index));
			row.add(doc.struct('TH', scoped('Column'), draw));
		});
		row.end();
	}

	for (const { cells, strong = false } of rows) {
		const row = doc.struct('TR');
		table.add(row);
		const styles = columns.map(({ style }) =>
			strong ? { ...style, weight: 700 as const } : style
		);
		let rest = columns.map((column, index) =>
			(cells[index] ?? []).flatMap((text) =>
				wrap(text, styles[index]!, place(index).width).map((line, at) => ({
					line,
					marked: column.listed === true && at === 0
				}))
			)
		);
		const elements = columns.map(({ names }) =>
			names ? doc.struct('TH', scoped('Row')) : doc.struct('TD')
		);
		for (const element of elements) row.add(element);
		const whole = Math.max(...rest.map((lines, index) => lines.length * lineHeight(styles[index]!)));
		const page = sheet.bottom - sheet.top - headHeight;
		if (sheet.y + whole + pad * 2 > sheet.bottom && whole + pad * 2 < page * 0.6) repeatHeads();
		do {
			if (sheet.y + least > sheet.bottom) repeatHeads();
			const room = sheet.bottom - sheet.y - pad * 2;
			const here = rest.map((lines, index) =>
				lines.slice(0, Math.floor(room / lineHeight(styles[index]!)))
			);
			here.forEach((lines, index) => {
				if (lines.length === 0) return;
				const style = styles[index]!;
				const texts = lines.map(({ line }) => line);
				elements[index]!.add(() => void drawLines(sheet, texts, style, place(index)));
				lines.forEach(({ marked }, at) => {
					if (marked) drawMark(sheet, style, place(index).x, sheet.y + pad + (at + 0.5) * lineHeight(style));
				});
			});
			const tallest = Math.max(
				...here.map((lines, index) => lines.length * lineHeight(styles[index]!))
			);
			sheet.y += tallest + pad * 2;
			rest = rest.map((lines, index) => lines.slice(here[index]!.length));
			lineAcross(strong ? 0.8 : 0.35);
		} while (rest.some((lines) => lines.length > 0));
		for (const element of elements) element.end();
		row.end();
	}
	table.end();
}

function drawMark(sheet: Sheet, { size, colour }: Style, x: number, y: number) {
	const half = size * 0.14;
	decorate(sheet, () => {
		sheet.doc.rect(x - INDENT + 1, y - half, half * 2, half * 2).fill(colour);
	});
}

/** What a head is the head of; pdfkit's types do not tell of it yet. */
function scoped(scope: 'Row' | 'Column'): PDFKit.Mixins.StructureElementOptions {
	return { scope } as object;
}

function heightOf(cells: readonly string[][], style: Style): number {
	return Math.max(...cells.map((lines) => lines.length)) * lineHeight(style);
}
