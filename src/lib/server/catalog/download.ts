import { brotliCompressSync, constants } from 'node:zlib';
import type { Asset } from './course.ts';
import { wholeOf, type RenderedLesson } from './lesson-page.ts';

/** Bytes of a lesson's page that are not its text: frame, outline, forms, compressed (measured on SPBE-101). */
const FRAME = 5000;

/**
 * What travels when a lesson is opened on a device that has been here before: the page as our front compresses it,
 * and every picture it shows, but no clip: that loads when it is tapped. An estimate to within a few kilobytes; the frame is not measured lesson by lesson.
 */
export function downloadOf(
	lesson: Pick<RenderedLesson, 'segments' | 'terms'>,
	assets: readonly Asset[]
): { bytes: number; pictures: number } {
	const html = wholeOf(lesson);
	const shown = new Set(
		[...html.matchAll(/(?:<img src| poster)="\/berkas\/([0-9a-f]{64})\//g)].map(([, hash]) => hash)
	);
	const pictures = new Map(
		assets.filter(({ sha256 }) => shown.has(sha256)).map((asset) => [asset.sha256, asset])
	);
	const bytes = [...pictures.values()].map(({ mediaType, bytes: content }) =>
		mediaType === 'image/svg+xml' ? compressed(content) : content.length
	);
	return {
		bytes: FRAME + compressed(Buffer.from(html)) + bytes.reduce((sum, size) => sum + size, 0),
		pictures: pictures.size
	};
}

/** As `http/front.ts` compresses what it sends. */
function compressed(content: Uint8Array): number {
	return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }).length;
}
