import { formatDays } from '../../format/dates.ts';
import { displayName } from '../../format/names.ts';
import { formatNumber, inWords } from '../../format/numbers.ts';
import { certificatePaper as words } from '../../messages/id/papers.ts';
import { formatNumber as formatEmployeeNumber, readNumber } from '../identity/numbers.ts';
import { fit, heightOf, lineHeight, wrap, type Block, type Style } from '../paper/lines.ts';
import { drawKawung } from '../paper/ornament.ts';
import {
	decorate,
	drawLines,
	INK,
	LINE,
	MUTED,
	NILA,
	SOGA,
	tell,
	type Sheet
} from '../paper/sheet.ts';
import type { CertificateFacts } from './facts.ts';
import { drawSignatory, drawVerification, FOOT } from './paper-foot.ts';
import { qualificationOf } from './qualification.ts';

/** What the front had to cut, to be said in full in the annex. */
export type Cut = ReadonlySet<Part>;

type Part =
	'organiser' | 'providers' | 'name' | 'post' | 'unit' | 'agency' | 'course' | 'signatory';

const FRAME = 26;
/** Of what tells an example from a certificate. */
const SAMPLE_MARK = '#F4ECE2';
const SAMPLE_NOTE = '#9B1C1C';
/** Beside the facts that stand side by side. */
const PAD = 9;

const muted: Style = { size: 10, weight: 400, colour: MUTED };
const plain: Style = { size: 10.5, weight: 400, colour: INK };
const sampleNote: Style = { size: 12, weight: 700, colour: SAMPLE_NOTE };
const label: Style = { size: 8, weight: 400, colour: MUTED };
const value: Style = { size: 10, weight: 600, colour: INK };

/** Draws the first page. Texts shrink together, then wrap; what no paper could hold is cut and returned. */
export function drawFront(sheet: Sheet, facts: CertificateFacts, verifyUrl: string): Cut {
	drawFrame(sheet);
	if (facts.sample) drawSampleMark(sheet);
	const strip = stripOf(facts, sheet.right - sheet.left);
	const top = FRAME + 24;
	const stripTop = sheet.doc.page.height - FOOT - 14 - strip.height;
	const cut = drawColumn(sheet, facts, { top, height: stripTop - 10 - top });
	drawStrip(sheet, strip, stripTop);
	drawVerification(sheet, facts, verifyUrl);
	if (drawSignatory(sheet, facts)) cut.push('signatory');
	return new Set(cut);
}

function drawFrame(sheet: Sheet) {
	const { doc } = sheet;
	const { width, height } = doc.page;
	decorate(sheet, () => {
		doc
			.lineWidth(0.6)
			.rect(FRAME, FRAME, width - 2 * FRAME, height - 2 * FRAME)
			.stroke(SOGA);
		const inner = FRAME + 4;
		doc
			.lineWidth(0.3)
			.rect(inner, inner, width - 2 * inner, height - 2 * inner)
			.stroke(LINE);
		const corner = FRAME + 2;
		for (const x of [corner, width - corner]) {
			for (const y of [corner, height - corner]) {
				doc.rect(x - 13, y - 13, 26, 26).fill('#FFFFFF');
				drawKawung(doc, { x, y, size: 20, colour: SOGA });
			}
		}
	});
}

/** Behind everything, so large that no copy of a part of the page lacks it. */
function drawSampleMark(sheet: Sheet) {
	const { doc } = sheet;
	const { width, height } = doc.page;
	const style: Style = { size: 150, weight: 700, colour: SAMPLE_MARK, tracking: 0.08 };
	decorate(sheet, () => {
		doc.save().rotate(-22, { origin: [width / 2, height / 2] });
		const top = (height - lineHeight(style)) / 2;
		drawLines(sheet, [words.sampleMark], style, { x: 0, top, width, align: 'center' });
		doc.restore();
	});
}

/** A text of the middle column: what it is told as, and which fact may be cut in it. */
interface Piece extends Block {
	tag: 'P' | 'H1';
	part?: Part;
}

function piecesOf(facts: CertificateFacts): Piece[] {
	const { employment, organiser, providers, course } = facts;
	const line = (text: string | null, part?: Part, above = 1): Piece[] =>
		text === null
			? []
			: [{ tag: 'P', text, style: plain, least: 7.5, lines: 2, above, ...(part && { part }) }];
	const above: Piece[] = facts.sample
		? [{ tag: 'P', text: words.sample, style: sampleNote, least: 10, lines: 2, above: 0 }]
		: [];
	return [
		...above,
		{
			tag: 'P',
			part: 'organiser',
			text: organiser.name,
			style: { size: 13, weight: 600, colour: NILA },
			least: 8.5,
			lines: 3,
			above: facts.sample ? 6 : 0
		},
		...(providers.length > 0
			? line(words.with(providers.join(', ')), 'providers').map((piece) => ({
					...piece,
					style: { ...muted, size: 9.5 }
				}))
			: []),
		{
			tag: 'H1',
			text: words.heading,
			style: { size: 33, weight: 700, colour: NILA, tracking: 0.08, leading: 1.15 },
			least: 22,
			lines: 1,
			above: 30
		},
		{
			tag: 'P',
			text: words.number(facts.number),
			style: { ...plain, tabular: true },
			least: 8,
			lines: 2,
			above: 0
		},
		{ tag: 'P', text: words.givenTo, style: muted, least: 8, lines: 1, above: 13 },
		{
			tag: 'P',
			part: 'name',
			text: displayName(facts.holder),
			style: { size: 27, weight: 600, colour: INK, leading: 1.2 },
			least: 13,
			lines: 3,
			above: 1
		},
		...line(
			employment.number && employeeNumber(employment.number, facts.issuedOn),
			undefined,
			3
		).map((piece) => ({ ...piece, style: { ...plain, tabular: true } })),
		...line(employment.post, 'post'),
		...line(employment.unit, 'unit'),
		...line(employment.agency, 'agency'),
		{ tag: 'P', text: words.completed, style: muted, least: 8, lines: 1, above: 13 },
		{
			tag: 'P',
			part: 'course',
			text: course.title,
			style: { size: 19, weight: 600, colour: NILA, leading: 1.2 },
			least: 11,
			lines: 5,
			above: 2
		},
		...line(words.edition(course.code, course.edition), undefined, 2)
	];
}

/** Named for its kind where the number tells it. */
function employeeNumber(number: string, today: string): string {
	const read = readNumber(number, today);
	return words.employeeNumber(
		typeof read === 'string' ? null : read.kind,
		formatEmployeeNumber(number)
	);
}

function drawColumn(
	sheet: Sheet,
	facts: CertificateFacts,
	{ top, height }: { top: number; height: number }
): Part[] {
	const width = sheet.right - sheet.left;
	const pieces = piecesOf(facts);
	const set = fit(pieces, { width, height });
	// What is left over opens the column a little, and then stands above and below it.
	const spaces = set.reduce((sum, { above }) => sum + above, 0);
	const spare = Math.max(0, height - heightOf(set));
	const open = 1 + Math.min(0.7, (spare * 0.8) / spaces);
	let y = top + (spare - spaces * (open - 1)) / 2;
	set.forEach(({ lines, style, above }, index) => {
		const { tag } = pieces[index]!;
		if (tag === 'H1') drawRule(sheet, y + (above * open) / 2);
		y += above * open;
		tell(sheet, tag, () => {
			y = drawLines(sheet, lines, style, { x: sheet.left, top: y, width, align: 'center' });
		});
	});
	return pieces.flatMap(({ part }, index) => (part && set[index]!.cut ? [part] : []));
}

function drawRule(sheet: Sheet, y: number) {
	const { doc, left, right } = sheet;
	const middle = (left + right) / 2;
	decorate(sheet, () => {
		doc.lineWidth(0.5);
		for (const side of [-1, 1]) {
			doc
				.moveTo(middle + side * 14, y)
				.lineTo(middle + side * 120, y)
				.stroke(LINE);
		}
		drawKawung(doc, { x: middle, y, size: 13, colour: SOGA });
	});
}

interface Strip {
	cells: { label: string; lines: string[]; width: number }[];
	height: number;
}

/** The facts that stand side by side, each as wide as such facts mostly are. */
function stripOf(facts: CertificateFacts, width: number): Strip {
	const qualification = qualificationOf(facts.score, facts.passMark ?? null);
	const days = formatDays(facts.startedOn, facts.completedOn, 'id');
	const extent = words.extentIs(formatNumber(facts.jp, 'id', 2), inWords(facts.jp));
	const given = [
		{ label: words.when, text: whole(days), share: 1.06 },
		{ label: words.extent, text: extent, share: 1.04 },
		{ label: words.form, text: words.formIs, share: 1.16 },
		...(qualification ? [{ label: words.qualification, text: qualification, share: 0.74 }] : [])
	];
	const shares = given.reduce((sum, { share }) => sum + share, 0);
	const cells = given.map(({ label, text, share }) => {
		const wide = (width * share) / shares;
		return { label, lines: wrap(text, value, wide - PAD * 2), width: wide };
	});
	const most = Math.max(...cells.map(({ lines }) => lines.length));
	return { cells, height: lineHeight(label) + most * lineHeight(value) + 14 };
}

/** Days that do not break within themselves, only at `s.d.`. */
function whole(days: string): string {
	return days.replaceAll(' ', '\u00A0').replace('\u00A0s.d.\u00A0', '\u00A0s.d. ');
}

function drawStrip(sheet: Sheet, { cells, height }: Strip, top: number) {
	const { doc, left, right } = sheet;
	const lefts = cells.map((_, index) =>
		cells.slice(0, index).reduce((sum, { width }) => sum + width, left)
	);
	decorate(sheet, () => {
		doc.lineWidth(0.5);
		for (const y of [top, top + height]) doc.moveTo(left, y).lineTo(right, y).stroke(LINE);
		for (const x of lefts.slice(1)) {
			doc
				.moveTo(x, top + 8)
				.lineTo(x, top + height - 8)
				.stroke(LINE);
		}
	});
	cells.forEach((cell, index) => {
		const x = lefts[index]! + PAD;
		const place = { x, width: cell.width - PAD * 2, align: 'center' as const };
		let y = top + 7;
		tell(sheet, 'P', () => {
			y = drawLines(sheet, [cell.label], label, { ...place, top: y });
		});
		tell(sheet, 'P', () => drawLines(sheet, cell.lines, value, { ...place, top: y }));
	});
}
