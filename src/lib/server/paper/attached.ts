import { latin1Of } from './latin1.ts';
import { nameOf, numberOf, readValue, refOf, textOf, type PdfValue } from './pdf-objects.ts';

/** The largest paper that is looked into, in bytes. */
export const LARGEST_PAPER = 5_000_000;
/** The largest attachment that is taken out, in bytes. */
export const LARGEST_ATTACHMENT = 1_000_000;
/** What all that is inflated on the way may come to, in bytes. */
const LARGEST_INFLATION = 16_000_000;

/** Inflates what zlib deflated (RFC 1950); null for damage, and for more than `most` bytes. */
export type Inflate = (bytes: Uint8Array, most: number) => Uint8Array | null;

type Dictionary = Map<string, PdfValue>;

interface PdfObject {
	value: PdfValue;
	/** Its stream's bytes as they stand, if it has one. */
	stream: Uint8Array | null;
}

/**
 * The attached file of this name, from the PDF's bytes alone; null where there is none. Of several the last one counts,
 * as in a paper that was signed after it was made. No table of contents is trusted, so a damaged or rewritten paper is
 * read too. Never throws, and takes time in proportion to the bytes.
 */
export function readAttachment(pdf: Uint8Array, name: string, inflate: Inflate): Uint8Array | null {
	if (pdf.byteLength > LARGEST_PAPER) return null;
	const text = latin1Of(pdf);
	if (!text.slice(0, 1024).includes('%PDF-')) return null;
	const objects = objectsIn(text, pdf);
	unpack(objects, inflate);
	const resolved = (value: PdfValue | undefined): PdfObject | null => {
		const ref = refOf(value);
		return ref === null ? { value: value ?? null, stream: null } : (objects.get(ref) ?? null);
	};
	let found: Uint8Array | null = null;
	for (const { value } of objects.values()) {
		if (!(value instanceof Map) || !value.has('EF')) continue;
		if (![value.get('UF'), value.get('F')].some((given) => textOf(given) === name)) continue;
		const files = resolved(value.get('EF'))?.value;
		if (!(files instanceof Map)) continue;
		const file = resolved(files.get('UF') ?? files.get('F'));
		found = (file && contentOf(file, LARGEST_ATTACHMENT, inflate)) ?? found;
	}
	return found;
}

/** Objects by number, in the order they stand in; a later one replaces an earlier one. */
function objectsIn(text: string, bytes: Uint8Array): Map<number, PdfObject> {
	const objects = new Map<number, PdfObject>();
	const starts = /(?<!\d)(\d{1,10})[ \r\n\t]{1,4}\d{1,5}[ \r\n\t]{1,4}obj(?!\w)/g;
	for (let start = starts.exec(text); start; start = starts.exec(text)) {
		const number = Number(start[1]);
		const { value, end } = readValue(text, starts.lastIndex);
		starts.lastIndex = Math.max(end, starts.lastIndex);
		if (value === undefined) continue;
		const opening =
			value instanceof Map && /^\s{0,4}stream(\r\n|\n|\r)/.exec(text.slice(end, end + 16));
		objects.delete(number);
		if (!opening) {
			objects.set(number, { value, stream: null });
			continue;
		}
		const from = end + opening[0].length;
		const to = endOfStream(text, from, value);
		if (to < 0) break;
		objects.set(number, { value, stream: bytes.subarray(from, to) });
		starts.lastIndex = to;
	}
	return objects;
}

/** Where a stream ends: by the length it tells if that is true, else by its closing word; -1 where it never does. */
function endOfStream(text: string, from: number, dictionary: Dictionary): number {
	const length = numberOf(dictionary.get('Length'));
	if (
		length !== null &&
		length >= 0 &&
		/^\s{0,2}endstream/.test(text.slice(from + length, from + length + 11))
	) {
		return from + length;
	}
	return text.indexOf('endstream', from);
}

/** Adds the objects that stand compressed within others (ISO 32000-1 §7.5.7). */
function unpack(objects: Map<number, PdfObject>, inflate: Inflate): void {
	let left = LARGEST_INFLATION;
	for (const packed of [...objects.values()]) {
		if (!(packed.value instanceof Map) || nameOf(packed.value.get('Type')) !== 'ObjStm') continue;
		const content = contentOf(packed, left, inflate);
		if (!content) continue;
		left -= content.byteLength;
		const text = latin1Of(content);
		const first = numberOf(packed.value.get('First')) ?? 0;
		const numbers = text.slice(0, first).match(/\d+/g) ?? [];
		// Values stand one after another and are read so: their places may lie, and would cost time.
		for (let index = 0, at = first; index + 1 < numbers.length; index += 2) {
			const { value, end } = readValue(text, at);
			if (value === undefined) break;
			const number = Number(numbers[index]);
			if (!objects.has(number)) objects.set(number, { value, stream: null });
			at = end;
		}
	}
}

/** What a stream holds, at most `most` bytes of it; null for other filters, too much, or damage. */
function contentOf(
	{ value, stream }: PdfObject,
	most: number,
	inflate: Inflate
): Uint8Array | null {
	if (!(value instanceof Map) || !stream) return null;
	const filter = value.get('Filter') ?? null;
	const filters = (Array.isArray(filter) ? filter : [filter]).map(nameOf).filter(Boolean);
	if (filters.length === 0) return stream.byteLength <= most ? stream : null;
	if (filters.length > 1 || filters[0] !== 'FlateDecode' || most < 1) return null;
	return inflate(stream, most);
}
