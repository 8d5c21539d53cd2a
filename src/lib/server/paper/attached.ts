import {
	BeyondMeasure,
	isBlank,
	latin1Of,
	nameOf,
	numberOf,
	readValue,
	refOf,
	textOf,
	type PdfValue,
	type ValueBudget
} from './pdf-objects.ts';

/** The largest paper that is looked into, in bytes. */
export const LARGEST_PAPER = 5_000_000;
/** The largest attachment that is taken out, and the most that any one stream may inflate to, in bytes. */
export const LARGEST_ATTACHMENT = 1_000_000;
/** What may be read of one paper in all. Ours have some 2,000 values and inflate to some 100 KB. */
const MOST = { values: 100_000, inflated: 8_000_000 };
/** What inflating costs at least, however little comes of it, in bytes of the above. */
const LEAST_INFLATION = 20_000;

/** Inflates what zlib deflated (RFC 1950); null for damage, and for more than `most` bytes. */
export type Inflate = (bytes: Uint8Array, most: number) => Uint8Array | null;

/** What comes of looking for an attachment; `beyond-measure`: the paper holds too much to be looked through. */
export type Attachment = Uint8Array | 'none' | 'beyond-measure';

type Dictionary = Map<string, PdfValue>;

interface PdfObject {
	value: PdfValue;
	/** Its stream's bytes as they stand, if it has one. */
	stream: Uint8Array | null;
}

/** What may still be spent on a paper, and how. */
interface Budget extends ValueBudget {
	inflated: number;
	inflate: Inflate;
}

/**
 * The attached file of this name, from the PDF's bytes alone. Of several the last one counts that can be taken out, as
 * in a paper that was signed after it was made. No table of contents is trusted, so a damaged or rewritten paper is read
 * too. Never throws; how much it looks at is bounded, whatever the paper claims (attached-cost.test.ts).
 */
export function readAttachment(pdf: Uint8Array, name: string, inflate: Inflate): Attachment {
	if (pdf.byteLength > LARGEST_PAPER) return 'none';
	if (!latin1Of(pdf, 0, 1024).includes('%PDF-')) return 'none';
	try {
		return findAttachment(pdf, name, { ...MOST, inflate }) ?? 'none';
	} catch (error) {
		if (error instanceof BeyondMeasure) return 'beyond-measure';
		throw error;
	}
}

function findAttachment(pdf: Uint8Array, name: string, budget: Budget): Uint8Array | null {
	const objects = objectsIn(pdf, budget);
	unpack(objects, budget);
	const resolved = (value: PdfValue | undefined): PdfObject | null => {
		const ref = refOf(value);
		return ref === null ? { value: value ?? null, stream: null } : (objects.get(ref) ?? null);
	};
	for (const { value } of [...objects.values()].reverse()) {
		if (!(value instanceof Map) || !value.has('EF')) continue;
		if (![value.get('UF'), value.get('F')].some((given) => textOf(given) === name)) continue;
		const files = resolved(value.get('EF'))?.value;
		if (!(files instanceof Map)) continue;
		const file = resolved(files.get('UF') ?? files.get('F'));
		const content = file && contentOf(file, budget);
		if (content) return content;
	}
	return null;
}

/** Objects by number, in the order they stand in; a later one replaces an earlier one. */
function objectsIn(bytes: Uint8Array, budget: Budget): Map<number, PdfObject> {
	const objects = new Map<number, PdfObject>();
	for (let read = 0, at = findObj(bytes, 0); at >= 0; at = findObj(bytes, read)) {
		const number = numberBefore(bytes, at, read);
		read = at + 3;
		if (number === null) continue;
		const { value, end } = readValue(bytes, read, budget);
		read = Math.max(end, read);
		if (value === undefined) continue;
		const opening =
			value instanceof Map && /^\s{0,4}stream(\r\n|\n|\r)/.exec(latin1Of(bytes, end, end + 16));
		objects.delete(number);
		if (!opening) {
			objects.set(number, { value, stream: null });
			continue;
		}
		const from = end + opening[0].length;
		const to = endOfStream(bytes, from, value);
		if (to < 0) break;
		objects.set(number, { value, stream: bytes.subarray(from, to) });
		read = to;
	}
	return objects;
}

const [o, b, j] = [0x6f, 0x62, 0x6a];

/** Where the word `obj` stands next; -1 where it never does. */
function findObj(bytes: Uint8Array, from: number): number {
	for (let at = from; at < bytes.length - 2; at++)
		if (bytes[at] === o && bytes[at + 1] === b && bytes[at + 2] === j && !isWord(bytes[at + 3]))
			return at;
	return -1;
}

const isDigit = (byte: number | undefined) => byte !== undefined && byte >= 0x30 && byte <= 0x39;
const isWord = (byte: number | undefined) =>
	byte !== undefined && /\w/.test(String.fromCharCode(byte));

/** The number of the object whose `obj` stands at `obj`: digits and a generation before it; null where they are not. */
function numberBefore(bytes: Uint8Array, obj: number, from: number): number | null {
	let at = obj;
	/** Goes back over some of these bytes; false where there is none, or too many. */
	const back = (is: (byte: number | undefined) => boolean, most: number): boolean => {
		const end = at;
		while (at > from && is(bytes[at - 1]) && end - at <= most) at--;
		return at < end && end - at <= most;
	};
	if (!back(isBlank, 4) || !back(isDigit, 5) || !back(isBlank, 4)) return null;
	const end = at;
	return back(isDigit, 10) ? Number(latin1Of(bytes, at, end)) : null;
}

const ENDSTREAM = [...'endstream'].map((letter) => letter.charCodeAt(0));

/** Where a stream ends: by the length it tells if that is true, else by its closing word; -1 where it never does. */
function endOfStream(bytes: Uint8Array, from: number, dictionary: Dictionary): number {
	const length = numberOf(dictionary.get('Length'));
	if (length !== null && length >= 0 && Number.isInteger(length)) {
		const to = from + length;
		if (/^\s{0,2}endstream/.test(latin1Of(bytes, to, to + 11))) return to;
	}
	for (let at = bytes.indexOf(ENDSTREAM[0]!, from); at >= 0;) {
		if (ENDSTREAM.every((letter, nth) => bytes[at + nth] === letter)) return at;
		at = bytes.indexOf(ENDSTREAM[0]!, at + 1);
	}
	return -1;
}

/** Adds the objects that stand compressed within others (ISO 32000-1 §7.5.7). */
function unpack(objects: Map<number, PdfObject>, budget: Budget): void {
	for (const packed of [...objects.values()]) {
		if (!(packed.value instanceof Map) || nameOf(packed.value.get('Type')) !== 'ObjStm') continue;
		const content = contentOf(packed, budget);
		if (!content) continue;
		const first = numberOf(packed.value.get('First')) ?? 0;
		// Numbers with the places of their values, and then the values one after another. They are read so: places may
		// lie, and would cost time.
		for (let head = 0, at = first; head < first;) {
			const number = readValue(content, head, budget);
			const place = readValue(content, number.end, budget);
			const { value, end } = readValue(content, at, budget);
			const named = numberOf(number.value);
			if (named === null || numberOf(place.value) === null || value === undefined) break;
			if (!objects.has(named)) objects.set(named, { value, stream: null });
			[head, at] = [place.end, end];
		}
	}
}

/** What a stream holds; null for other filters, too much, or damage. */
function contentOf({ value, stream }: PdfObject, budget: Budget): Uint8Array | null {
	if (!(value instanceof Map) || !stream) return null;
	const filter = value.get('Filter') ?? null;
	const filters = (Array.isArray(filter) ? filter : [filter]).map(nameOf).filter(Boolean);
	if (filters.length === 0) return stream.byteLength <= LARGEST_ATTACHMENT ? stream : null;
	if (filters.length > 1 || filters[0] !== 'FlateDecode') return null;
	const most = Math.min(LARGEST_ATTACHMENT, budget.inflated);
	if (most < 1) throw new BeyondMeasure();
	const content = budget.inflate(stream, most);
	// What failed may have come to anything before it did.
	budget.inflated -= Math.max(LEAST_INFLATION, content?.byteLength ?? most);
	return content;
}
