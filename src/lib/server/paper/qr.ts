import { encode } from 'uqr';

/**
 * Draws a QR code, error correction M (15 %), `size` points wide without its margin. Whoever places it leaves four
 * modules white around it (ISO/IEC 18004).
 */
export function drawQr(
	doc: PDFKit.PDFDocument,
	text: string,
	{ x, y, size, colour }: { x: number; y: number; size: number; colour: string }
): void {
	const { data, size: modules } = encode(text, { ecc: 'M', border: 0 });
	const unit = size / modules;
	data.forEach((row, line) => {
		for (let column = 0; column < modules; column++) {
			if (!row[column]) continue;
			const from = column;
			while (row[column + 1]) column++;
			// One run of dark modules; a hair taller than its row, so that no light line shows between two.
			doc.rect(x + from * unit, y + line * unit, (column - from + 1) * unit, unit * 1.02);
		}
	});
	doc.fill(colour);
}
