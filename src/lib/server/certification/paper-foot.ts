import { formatIsoDay } from '../../format/dates.ts';
import { certificatePaper as words } from '../../messages/id/papers.ts';
import { fit, wrap, type Block, type Style } from '../paper/lines.ts';
import { drawQr } from '../paper/qr.ts';
import { decorate, drawLines, INK, MUTED, NILA, tell, type Sheet } from '../paper/sheet.ts';
import type { CertificateFacts } from './facts.ts';

/** Where the band of QR code and signature begins, in points from the foot of the page. */
export const FOOT = 172;
const QR = 82;
const SIGNATURE = { width: 236, height: 46 };

const muted: Style = { size: 9.5, weight: 400, colour: MUTED };
const strong: Style = { size: 10.5, weight: 600, colour: INK };
const note: Style = { size: 7, weight: 400, colour: MUTED };

/** Draws how the certificate is verified: QR code, address, validity. */
export function drawVerification(sheet: Sheet, facts: CertificateFacts, verifyUrl: string) {
	const { doc, left } = sheet;
	const top = doc.page.height - FOOT + 8;
	tell(sheet, 'Figure', () => drawQr(doc, verifyUrl, { x: left, y: top, size: QR, colour: INK }), {
		alt: words.qrSays(verifyUrl)
	});
	const x = left + QR + 20;
	const width = 320;
	const small: Style = { size: 8.5, weight: 400, colour: INK };
	const validity = facts.validUntil
		? words.validUntil(formatIsoDay(facts.validUntil, 'id'))
		: words.validForever;
	let y = top - 2;
	const say = (text: string, style: Style, above: number, most: number) => {
		const lines = wrap(text, style, width).slice(0, most);
		y += above;
		tell(sheet, 'P', () => {
			y = drawLines(sheet, lines, style, { x, top: y, width });
		});
	};
	say(words.check, { ...small, weight: 600 }, 0, 1);
	const linkTop = y + 1;
	const link = doc.struct('Link');
	sheet.story.add(link);
	const address: Style = { ...small, colour: NILA };
	const lines = wrap(verifyUrl, address, width).slice(0, 3);
	link.add(() => {
		y = drawLines(sheet, lines, address, { x, top: linkTop, width });
	});
	const options = { structParent: link, Contents: new String(words.check) };
	doc.link(x, linkTop, width, y - linkTop, verifyUrl, options as object);
	link.end();
	say(validity, { ...small, weight: 600 }, 4, 1);
	say(words.checkNote, { ...note, leading: 1.4 }, 4, 4);
}

/** Draws who signs, and where the electronic signature goes. Whether something of it had to be cut. */
export function drawSignatory(
	sheet: Sheet,
	{ issuedOn, issuedIn, signatory }: CertificateFacts
): boolean {
	const { doc } = sheet;
	const { width, height } = SIGNATURE;
	const x = sheet.right - width;
	const block = (text: string, style: Style, least: number, lines: number): Block => ({
		text,
		style,
		least,
		lines,
		above: 0
	});
	const top = doc.page.height - FOOT + 4;
	const day = formatIsoDay(issuedOn, 'id');
	const [date, post] = fit(
		[
			block(issuedIn ? words.issuedIn(issuedIn, day) : words.issued(day), muted, 8, 2),
			block(signatory.post, strong, 7.5, 4)
		],
		{ width, height: 44 }
	);
	let y = top;
	for (const { lines, style } of [date!, post!]) {
		tell(sheet, 'P', () => {
			y = drawLines(sheet, lines, style, { x, top: y, width });
		});
	}
	y += 4;
	decorate(sheet, () =>
		doc.lineWidth(0.4).rect(x, y, width, height).dash(2, { space: 2 }).stroke(MUTED).undash()
	);
	y += height + 1;
	tell(sheet, 'P', () => {
		y = drawLines(sheet, [words.signaturePlace], note, { x, top: y, width });
	});
	const [name] = fit([block(signatory.name ?? '', { ...strong, size: 10 }, 8, 2)], {
		width,
		height: 26
	});
	if (name!.lines.length > 0) {
		tell(sheet, 'P', () => {
			drawLines(sheet, name!.lines, name!.style, { x, top: y + 1, width });
		});
	}
	return post!.cut || name!.cut;
}
