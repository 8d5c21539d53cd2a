import PDFDocument from 'pdfkit';
import { drawLine } from './line-drawing.ts';
import { fit, lineHeight, widthOf, wrap, type SetBlock, type Style } from './lines.ts';
import { printable } from '../../format/printable.ts';

/** The colours of the house on paper (look.md). */
export const INK = '#16202E';
export const MUTED = '#4C5665';
export const NILA = '#1F3A7A';
export const SOGA = '#8A5A2B';
export const LINE = '#CFC6B4';

/** A paper being written, page by page, from the top. Points from the top left. */
export interface Sheet {
	doc: PDFKit.PDFDocument;
	/** What is read: everything drawn outside of it is decoration. */
	story: PDFKit.PDFStructureElement;
	left: number;
	right: number;
	top: number;
	bottom: number;
	/** Where the next line goes. */
	y: number;
	/** What each page after the first begins with, if anything; moves `y` below itself. */
	head: ((sheet: Sheet) => void) | null;
}

export interface Making {
	title: string;
	subject: string;
	/** `YYYY-MM-DD`: the paper's own date. The same paper has the same bytes whenever it is made. */
	on: string;
	layout: 'portrait' | 'landscape';
	margin: { side: number; top: number; bottom: number };
}

/** A4, tagged, in Indonesian, PDF/A-3b. */
export function openSheet({ title, subject, on, layout, margin }: Making): Sheet {
	const doc = new PDFDocument({
		size: 'A4',
		layout,
		margin: 0,
		pdfVersion: '1.7',
		subset: 'PDF/A-3b',
		tagged: true,
		lang: 'id-ID',
		displayTitle: true,
		bufferPages: true,
		// No face of pdfkit's own is loaded.
		font: '',
		info: {
			Title: escapedInXml(title),
			Subject: escapedInXml(subject),
			Creator: 'Widyapraja',
			CreationDate: new Date(`${on}T00:00:00+07:00`)
		}
	});
	// pdfkit measures every text twice more, for links and cursors that nobody here uses.
	doc.widthOfString = () => 0;
	const story = doc.struct('Document');
	doc.addStructure(story);
	const { side, top, bottom } = margin;
	return {
		doc,
		story,
		left: side,
		right: doc.page.width - side,
		top,
		bottom: doc.page.height - bottom,
		y: top,
		head: null
	};
}

/** Ends the paper: its bytes. */
export async function closeSheet({ doc, story }: Sheet): Promise<Uint8Array> {
	story.end();
	doc.end();
	return Buffer.concat(await Array.fromAsync(doc as AsyncIterable<Buffer>));
}

/** Goes on at the top of a new page. */
export function turnPage(sheet: Sheet): void {
	sheet.doc.addPage();
	sheet.y = sheet.top;
	sheet.head?.(sheet);
}

/** Draws what is not read aloud: lines, ornament, repeated heads. */
export function decorate(sheet: Sheet, draw: () => void, type: 'Layout' | 'Pagination' = 'Layout') {
	sheet.doc.markContent('Artifact', { type });
	draw();
	sheet.doc.endMarkedContent();
}

/** Draws something as one element of what is read: `P`, `H1`, `TD` … */
export function tell(
	sheet: Sheet,
	tag: string,
	draw: () => void,
	{ within = sheet.story, alt }: { within?: PDFKit.PDFStructureElement; alt?: string } = {}
): void {
	within.add(sheet.doc.struct(tag, alt === undefined ? {} : { alt }, draw));
}

/** Draws lines below one another from `top`; returns where the next would begin. */
export function drawLines(
	sheet: Sheet,
	lines: readonly string[],
	style: Style,
	place: { x: number; top: number; width: number; align?: 'left' | 'center' | 'right' }
): number {
	const step = lineHeight(style);
	lines.forEach((line, index) => {
		const wide = place.align
			? widthOf(line.trimEnd(), style) - (style.tracking ?? 0) * style.size
			: 0;
		const spare = place.width - wide;
		const shift = place.align === 'center' ? spare / 2 : place.align === 'right' ? spare : 0;
		// The baseline that centres capitals in their line.
		const baseline = place.top + index * step + step / 2 + style.size * 0.355;
		drawLine(sheet.doc, line, style, place.x + shift, baseline);
	});
	return place.top + lines.length * step;
}

/** Writes a text over the full width, on as many pages as it takes; `keep` points after it stay on its page. */
export function write(
	sheet: Sheet,
	text: string,
	style: Style,
	{ tag = 'P', above = 0, keep = 0 } = {}
): void {
	const x = sheet.left;
	const width = sheet.right - x;
	const lines = wrap(text, style, width);
	const step = lineHeight(style);
	const element = sheet.doc.struct(tag);
	sheet.story.add(element);
	sheet.y += above;
	if (sheet.y + step + keep > sheet.bottom) turnPage(sheet);
	for (let rest = lines; rest.length > 0;) {
		const room = Math.floor((sheet.bottom - sheet.y) / step);
		if (room < 1) {
			turnPage(sheet);
			continue;
		}
		const here = rest.slice(0, room);
		element.add(() => {
			sheet.y = drawLines(sheet, here, style, { x, top: sheet.y, width });
		});
		rest = rest.slice(room);
	}
	element.end();
}

/** What pages after the first begin with: one line above their top. */
export function runningHead(text: string, style: Style): (sheet: Sheet) => void {
	return (sheet) => {
		const width = sheet.right - sheet.left;
		const block = { text, style, least: style.size, lines: 1, above: 0 };
		const [{ lines }] = fit([block], { width, height: sheet.top }) as [SetBlock];
		const place = { x: sheet.left, top: sheet.top - 22, width };
		decorate(sheet, () => drawLines(sheet, lines, style, place), 'Pagination');
	};
}

/** Numbers pages below their text, once the last is there: from the second on, or from `first`. */
export function numberPages(
	sheet: Sheet,
	words: (page: number, pages: number) => string,
	style: Style,
	{ first = 2 }: { first?: number } = {}
): void {
	const { doc, left, right, bottom } = sheet;
	const { count } = doc.bufferedPageRange();
	for (let page = first - 1; page < count; page++) {
		doc.switchToPage(page);
		const place = { x: left, top: bottom + 12, width: right - left, align: 'right' as const };
		decorate(sheet, () => drawLines(sheet, [words(page + 1, count)], style, place), 'Pagination');
	}
}

/** Attaches a file that readers of the paper and machines can take out again. */
export function attach(
	{ doc }: Sheet,
	{
		name,
		type,
		description,
		text,
		on
	}: Record<'name' | 'type' | 'description' | 'text' | 'on', string>
): void {
	const at = new Date(`${on}T00:00:00+07:00`);
	const options = {
		name,
		type,
		description,
		relationship: 'Data',
		creationDate: at,
		modifiedDate: at
	};
	doc.file(Buffer.from(text, 'utf8'), options);
}

/** pdfkit writes title and subject into XML as they are; this text is escaped there, and plain in the dictionary. */
class EscapedInXml extends String {
	override toString(): string {
		return this.valueOf().replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
	}
}

function escapedInXml(text: string): string {
	return new EscapedInXml(printable(text)) as unknown as string;
}
