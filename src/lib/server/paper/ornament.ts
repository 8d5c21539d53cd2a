/** Four petals about a seed, on 24 by 24: as in components/ui/Kawung.svelte. */
const KAWUNG =
	'M10.8 10.8C5.5 11.3 1.6 7.8 1.2 1.2c6.6.4 10.1 4.3 9.6 9.6Zm2.4 0c-.5-5.3 3-9.2 9.6-9.6-.4 6.6-4.3 10.1-9.6 9.6Zm0 2.4c5.3-.5 9.2 3 9.6 9.6-6.6-.4-10.1-4.3-9.6-9.6Zm-2.4 0c.5 5.3-3 9.2-9.6 9.6.4-6.6 4.3-10.1 9.6-9.6Z';

/** Draws the kawung motif `size` points wide about a centre. */
export function drawKawung(
	doc: PDFKit.PDFDocument,
	{ x, y, size, colour }: { x: number; y: number; size: number; colour: string }
): void {
	doc.save().translate(x - size / 2, y - size / 2);
	doc
		.scale(size / 24)
		.path(KAWUNG)
		.fill(colour)
		.restore();
}
