/** A value of a PDF (ISO 32000-1 §7.3). Numbers, keywords and long strings that nobody here asks for are null. */
export type PdfValue =
	| null
	| { name: string }
	| { string: string }
	| { number: number }
	| { ref: number }
	| PdfValue[]
	| Map<string, PdfValue>;

/** A value and where it ends; `value` is undefined where none could be read. */
interface Read {
	value: PdfValue | undefined;
	end: number;
}

/** How many values of a paper may still be read. */
export interface ValueBudget {
	values: number;
}

/** A paper holds more than any of ours: reading on would only cost time. */
export class BeyondMeasure extends Error {}

const DEEPEST = 24;
/** Longest name or string that is kept (bytes); none that is asked for comes near. */
const LONGEST = 256;

const REGULAR = 0;
const BLANK = 1;
const DELIMITER = 2;
/** What each byte is (ISO 32000-1 §7.2.2). */
const KINDS = new Uint8Array(256);
for (const blank of '\0\t\n\f\r ') KINDS[blank.charCodeAt(0)] = BLANK;
for (const delimiter of '()<>[]{}/%') KINDS[delimiter.charCodeAt(0)] = DELIMITER;

const [LF, CR, PERCENT, SLASH, BACKSLASH] = [0x0a, 0x0d, 0x25, 0x2f, 0x5c];
const [LEFT, RIGHT, LESS, GREATER, OPEN, CLOSE] = [0x28, 0x29, 0x3c, 0x3e, 0x5b, 0x5d];

/**
 * Reads the value at `at`. Throws `BeyondMeasure` once the budget is spent and never else, and looks at no byte more
 * than thrice.
 */
export function readValue(bytes: Uint8Array, at: number, budget: ValueBudget, depth = 0): Read {
	if ((budget.values -= 1) < 0) throw new BeyondMeasure();
	const start = skipBlank(bytes, at);
	if (start >= bytes.length || depth > DEEPEST) return { value: undefined, end: start };
	switch (bytes[start]) {
		case SLASH:
			return readName(bytes, start);
		case LEFT:
			return readLiteral(bytes, start);
		case OPEN:
			return readArray(bytes, start, budget, depth);
		case LESS:
			return bytes[start + 1] === LESS
				? readDictionary(bytes, start, budget, depth)
				: readHexadecimal(bytes, start);
		default:
			return readWord(bytes, start);
	}
}

/** Text of a PDF string: UTF-16 where it says so, else Latin-1. */
export function textOf(value: PdfValue | undefined): string | null {
	if (!isKind(value, 'string')) return null;
	if (!value.string.startsWith('\xFE\xFF')) return value.string;
	return value.string
		.slice(2)
		.replace(
			/([^])([^]?)/g,
			(_, high: string, low: string) =>
				low && String.fromCharCode(high.charCodeAt(0) * 256 + low.charCodeAt(0))
		);
}

export function nameOf(value: PdfValue | undefined): string | null {
	return isKind(value, 'name') ? value.name : null;
}

export function numberOf(value: PdfValue | undefined): number | null {
	return isKind(value, 'number') ? value.number : null;
}

export function refOf(value: PdfValue | undefined): number | null {
	return isKind(value, 'ref') ? value.ref : null;
}

/** Few bytes as text, a character for each (Latin-1). */
export function latin1Of(bytes: Uint8Array, from: number, to: number): string {
	let text = '';
	for (let at = from; at < to && at < bytes.length; at++) text += String.fromCharCode(bytes[at]!);
	return text;
}

/** Whether a byte is one of the blanks that stand between values. */
export function isBlank(byte: number | undefined): boolean {
	return byte !== undefined && KINDS[byte] === BLANK;
}

function isKind<Kind extends 'name' | 'string' | 'number' | 'ref'>(
	value: PdfValue | undefined,
	kind: Kind
): value is Extract<PdfValue, Record<Kind, unknown>> {
	return typeof value === 'object' && value !== null && kind in value;
}

function skipBlank(bytes: Uint8Array, from: number): number {
	let at = from;
	for (;;) {
		while (at < bytes.length && KINDS[bytes[at]!] === BLANK) at++;
		if (bytes[at] !== PERCENT) return at;
		while (at < bytes.length && bytes[at] !== LF && bytes[at] !== CR) at++;
	}
}

function endOfRegular(bytes: Uint8Array, from: number): number {
	let at = from;
	while (at < bytes.length && KINDS[bytes[at]!] === REGULAR) at++;
	return at;
}

function readName(bytes: Uint8Array, start: number): Read {
	const end = endOfRegular(bytes, start + 1);
	const written = latin1Of(bytes, start + 1, Math.min(end, start + 1 + LONGEST));
	const name = written.includes('#')
		? written.replace(/#([0-9a-f]{2})/gi, (_, code: string) =>
				String.fromCharCode(parseInt(code, 16))
			)
		: written;
	return { value: { name }, end };
}

function readWord(bytes: Uint8Array, start: number): Read {
	const end = endOfRegular(bytes, start);
	if (end === start) return { value: undefined, end: end + 1 };
	const text = latin1Of(bytes, start, start + 24);
	const word = text.slice(0, end - start);
	if (end - start > text.length || !/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word))
		return { value: null, end };
	const ref = /^(\d{1,10}) +\d{1,5} +R(?![\w])/.exec(text);
	if (ref) return { value: { ref: Number(ref[1]) }, end: start + ref[0].length };
	return { value: { number: Number(word) }, end };
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function readLiteral(bytes: Uint8Array, start: number): Read {
	let open = 1;
	for (let at = start + 1; at < bytes.length; at++) {
		const byte = bytes[at];
		if (byte === BACKSLASH) at++;
		else if (byte === LEFT) open++;
		else if (byte === RIGHT && (open -= 1) === 0)
			return { value: literalOf(bytes, start + 1, at), end: at + 1 };
	}
	return { value: undefined, end: bytes.length };
}

function literalOf(bytes: Uint8Array, from: number, to: number): PdfValue {
	if (to - from > LONGEST) return null;
	const string = latin1Of(bytes, from, to).replace(
		/\\([0-7]{1,3}|[^])/g,
		(_, escaped: string) =>
			ESCAPES[escaped] ??
			(/^[0-7]/.test(escaped) ? String.fromCharCode(parseInt(escaped, 8) & 255) : escaped)
	);
	return { string };
}

function readHexadecimal(bytes: Uint8Array, start: number): Read {
	const end = bytes.indexOf(GREATER, start);
	if (end < 0) return { value: undefined, end: bytes.length };
	if (end - start > 2 * LONGEST) return { value: null, end: end + 1 };
	const digits = latin1Of(bytes, start + 1, end).replace(/[^0-9a-f]/gi, '');
	const even = digits.length % 2 === 0 ? digits : `${digits}0`;
	const string = even.replace(/../g, (pair) => String.fromCharCode(parseInt(pair, 16)));
	return { value: { string }, end: end + 1 };
}

function readArray(bytes: Uint8Array, start: number, budget: ValueBudget, depth: number): Read {
	const value: PdfValue[] = [];
	for (let at = start + 1; ;) {
		at = skipBlank(bytes, at);
		if (bytes[at] === CLOSE) return { value, end: at + 1 };
		const item = readValue(bytes, at, budget, depth + 1);
		if (item.value === undefined) return item;
		value.push(item.value);
		at = item.end;
	}
}

function readDictionary(
	bytes: Uint8Array,
	start: number,
	budget: ValueBudget,
	depth: number
): Read {
	const value = new Map<string, PdfValue>();
	for (let at = start + 2; ;) {
		at = skipBlank(bytes, at);
		if (bytes[at] === GREATER && bytes[at + 1] === GREATER) return { value, end: at + 2 };
		const key = readValue(bytes, at, budget, depth + 1);
		const name = nameOf(key.value);
		if (name === null) return { value: undefined, end: key.end };
		const item = readValue(bytes, key.end, budget, depth + 1);
		if (item.value === undefined) return item;
		value.set(name, item.value);
		at = item.end;
	}
}
