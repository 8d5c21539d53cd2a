import { Refusal } from './refusal.ts';

/** The kinds of file that people send us as evidence or as work. */
export type DocumentType = 'application/pdf' | 'image/jpeg' | 'image/png';

/** The largest file taken, in bytes (5 MB as most devices count them). */
export const MOST_BYTES = 5 * 1024 * 1024;

const BEGINNINGS: readonly { type: DocumentType; bytes: readonly number[] }[] = [
	{ type: 'application/pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
	{ type: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
	{ type: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] }
];

/** What a file is by its content, whatever its name and sender say; null for anything but PDF, JPEG and PNG. */
export function documentTypeOf(bytes: Uint8Array): DocumentType | null {
	const found = BEGINNINGS.find((known) => known.bytes.every((byte, at) => bytes[at] === byte));
	return found?.type ?? null;
}

/** What a file is; refuses (`invalid`) with `evidence-empty`, `evidence-large`, `evidence-kind`. */
export function demandDocument(bytes: Uint8Array): DocumentType {
	if (bytes.length === 0) throw new Refusal('invalid', 'evidence-empty');
	if (bytes.length > MOST_BYTES) throw new Refusal('invalid', 'evidence-large');
	const mediaType = documentTypeOf(bytes);
	if (!mediaType) throw new Refusal('invalid', 'evidence-kind');
	return mediaType;
}
