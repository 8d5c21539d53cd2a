import { plainForm } from '../markdown/source-lines.ts';

/** A file's text in the one form everything works on, or where it stops being UTF-8. */
export type Decoded = { ok: true; text: string } | { ok: false; offset: number; line: number };

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads UTF-8 and normalises it: no byte order mark, LF line ends, NFC. */
export function decodeText(bytes: Uint8Array): Decoded {
	try {
		return { ok: true, text: plainForm(strict.decode(bytes)) };
	} catch {
		// The decoder says only that something is wrong; an author needs to know where.
		const offset = firstInvalid(bytes);
		let line = 1;
		for (let at = 0; at < offset; at++) if (bytes[at] === 0x0a) line++;
		return { ok: false, offset, line };
	}
}

/** Offset of the first byte that begins no well-formed sequence (Unicode 16, table 3-7). */
function firstInvalid(bytes: Uint8Array): number {
	let at = 0;
	while (at < bytes.length) {
		const length = sequenceLength(bytes, at);
		if (length === 0) return at;
		at += length;
	}
	return at;
}

function sequenceLength(bytes: Uint8Array, at: number): number {
	const first = bytes[at]!;
	if (first < 0x80) return 1;
	const length =
		first >= 0xc2 && first <= 0xdf
			? 2
			: first >= 0xe0 && first <= 0xef
				? 3
				: first >= 0xf0 && first <= 0xf4
					? 4
					: 0;
	if (length === 0) return 0;
	const lowest = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
	const highest = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
	for (let next = 1; next < length; next++) {
		const byte = bytes[at + next] ?? 0;
		if (byte < (next === 1 ? lowest : 0x80) || byte > (next === 1 ? highest : 0xbf)) return 0;
	}
	return length;
}
