import { createHash } from 'node:crypto';
import type { SourceFile } from './course.ts';
import { decodeText } from './text.ts';

const textual = /\.(?:md|ya?ml|svg|txt|csv|vtt)$/i;

/** SHA-256 as lower-case hex. */
export function sha256(bytes: Uint8Array | string): string {
	return createHash('sha256').update(bytes).digest('hex');
}

/** The bytes a file is known and stored by: normalised text, or raw bytes where it is not text. */
export function canonicalBytes({ path, bytes }: SourceFile): Uint8Array {
	if (!textual.test(path)) return bytes;
	const decoded = decodeText(bytes);
	return decoded.ok ? Buffer.from(decoded.text, 'utf8') : bytes;
}

/**
 * The content hash of a course: its id and its sorted paths with their normalised contents.
 * The same on every machine, whatever the line ends, byte order marks or order of reading.
 */
export function contentHash(courseId: string, files: readonly SourceFile[]): string {
	const entries = files
		.map((file) => ({ path: file.path.normalize('NFC'), hash: sha256(canonicalBytes(file)) }))
		.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
	// Lengths stand before names, so that no two lists of files can spell the same text.
	const listing = entries.map(({ path, hash }) => `${path.length}:${path}:${hash}\n`).join('');
	return sha256(`widyapraja-release-1\n${courseId}\n${listing}`);
}
