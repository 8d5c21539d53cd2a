import { faceOf } from './faces.ts';
import { BOX, featuresOf, widthOfStretch, type Style } from './lines.ts';
import { stretchesOf, type Stretch } from './stretches.ts';

/** Draws printable text with its baseline at `baseline`; characters the typeface lacks are substituted, never dropped. */
export function drawLine(
	doc: PDFKit.PDFDocument,
	text: string,
	style: Style,
	x: number,
	baseline: number
) {
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
	doc
		.registerFont(name, font as unknown as Buffer)
		.font(name)
		.fontSize(style.size);
	doc.text(text, x, baseline, {
		lineBreak: false,
		baseline: 'alphabetic',
		characterSpacing: (style.tracking ?? 0) * style.size,
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
	const box = BOX * style.size;
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
