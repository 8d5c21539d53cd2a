import PDFDocument from 'pdfkit';
import { faceOf } from './faces.ts';
import { boxWidth, featuresOf, fit, lineHeight, widthOf, widthOfStretch, wrap, type SetBlock, type Style } from './lines.ts';
import { printable, stretchesOf, type Stretch } from './printable.ts';

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
		const spare = place.width - (place.align ? widthOf(line, style) - (style.tracking ?? 0) : 0);
		const shift = place.align === 'center' ? spare / 2 : place.align === 'right' ? spare : 0;
		// The baseline that centres capitals in their line.
		const baseline = place.top + index * step + step / 2 + style.size * 0.355;
		// Lines of one text are told apart by the space that was between them.
		const text = index < lines.length - 1 ? `${line} ` : line;
		drawLine(sheet.doc, text, style, place.x + shift, baseline);
	});
	return place.top + lines.length * step;
}

/** Writes a text over the full width, line by line, on as many pages as it takes. */
export function write(
	sheet: Sheet,
	text: string,
	style: Style,
	{ tag = 'P', above = 0, x = sheet.left, width = sheet.right - x } = {}
): void {
	const lines = wrap(text, style, width);
	const step = lineHeight(style);
	const element = sheet.doc.struct(tag);
	sheet.story.add(element);
	sheet.y += above;
	for (let rest = lines; rest.length > 0; ) {
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

/** Numbers all pages but the first below their text, once the last is there. */
export function numberPages(
	sheet: Sheet,
	words: (page: number, pages: number) => string,
	style: Style
): void {
	const { doc, left, right, bottom } = sheet;
	const { count } = doc.bufferedPageRange();
	for (let page = 1; page < count; page++) {
		doc.switchToPage(page);
		const place = { x: left, top: bottom + 12, width: right - left, align: 'right' as const };
		decorate(sheet, () => drawLines(sheet, [words(page + 1, count)], style, place), 'Pagination');
	}
}

/** Attaches a file that readers of the paper and machines can take out again. */
export function attach(
	{ doc }: Sheet,
	{ name, type, description, text, on }: Record<'name' | 'type' | 'description' | 'text' | 'on', string>
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

function drawLine(doc: PDFKit.PDFDocument, text: string, style: Style, x: number, baseline: number) {
	doc.fillColor(style.colour).strokeColor(style.colour);
	for (const stretch of stretchesOf(text, style.weight)) {
		if (stretch.says === null) drawStretch(doc, stretch, style, x, baseline);
		else drawSubstitute(doc, { ...stretch, says: stretch.says }, style, x, baseline);
		x += widthOfStretch(stretch, style);
	}
}

function drawStretch(
	doc: PDFKit.PDFDocument,
	{ text, script }: Pick<Stretch, 'text' | 'script'>,
	style: Style,
	x: number,
	baseline: number
) {
	const { name, font } = faceOf(style.weight, script);
	// Its types do not tell yet that pdfkit takes fonts that were read before, and fontkit's own form of features.
	doc.registerFont(name, font as unknown as Buffer).font(name).fontSize(style.size);
	doc.text(text, x, baseline, {
		lineBreak: false,
		baseline: 'alphabetic',
		characterSpacing: style.tracking ?? 0,
		features: featuresOf(style) as unknown as PDFKit.Mixins.OpenTypeFeatures[]
	});
}

function drawSubstitute(
	doc: PDFKit.PDFDocument,
	stretch: Stretch & { says: string },
	style: Style,
	x: number,
	baseline: number
) {
	const boxed = stretch.drawn === 'box';
	const seen = boxed ? { ...stretch, text: '\u00A0' } : stretch;
	saying(doc, stretch.says, () => drawStretch(doc, seen, style, x, baseline));
	if (boxed) drawBox(doc, stretch.text, style, x, baseline);
	else if (stretch.drawn !== 'plain') {
		const wide = widthOfStretch(stretch, style);
		const bar = baseline + style.size * (stretch.drawn === 'bar-below' ? 0.16 : -0.82);
		doc.lineWidth(style.size * 0.06).moveTo(x + wide * 0.15, bar);
		doc.lineTo(x + wide * 0.85, bar).stroke();
	}
}

/** A character's code in a box, drawn as lines: what is copied is the character. */
function drawBox(doc: PDFKit.PDFDocument, code: string, style: Style, x: number, baseline: number) {
	const box = boxWidth(style);
	const { font } = faceOf(style.weight, 'latin');
	const { glyphs, advanceWidth } = font.layout(code, { tnum: true });
	const scale = Math.min(style.size * 0.4, (box * 0.75 * font.unitsPerEm) / advanceWidth);
	const unit = scale / font.unitsPerEm;
	doc.lineWidth(style.size * 0.04);
	doc.rect(x + box * 0.06, baseline - style.size * 0.75, box * 0.88, style.size * 0.85).stroke();
	doc.save().translate(x + (box - advanceWidth * unit) / 2, baseline - style.size * 0.18);
	doc.scale(unit, -unit);
	for (const glyph of glyphs) {
		doc.path(glyph.path.toSVG()).fill().translate(glyph.advanceWidth, 0);
	}
	doc.restore();
}

/**
 * Text drawn that says something else than its glyphs. The mark ends with the text object, in its graphics state:
 * later, Poppler would take the words for tiny ones elsewhere on the page.
 */
function saying(doc: PDFKit.PDFDocument, words: string, draw: () => void) {
	const utf16 = Buffer.from(words, 'utf16le').swap16().toString('hex');
	const addContent = doc.addContent.bind(doc);
	addContent(`/Span <</ActualText <feff${utf16}>>> BDC`);
	doc.addContent = (content) => addContent(content === 'ET' ? 'ET EMC' : content);
	draw();
	doc.addContent = addContent;
}

/** pdfkit writes title and subject into XML as they are; this text is escaped there, and plain in the dictionary. */
class EscapedInXml extends String {
	override toString(): string {
		return this.valueOf()
			.replaceAll('&', '&amp;')
			.replaceAll('<', '&lt;')
			.replaceAll('>', '&gt;');
	}
}

function escapedInXml(text: string): string {
	return new EscapedInXml(printable(text)) as unknown as string;
}
