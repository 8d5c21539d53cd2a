/** A value of a PDF (ISO 32000-1 §7.3). Numbers and keywords that nobody here asks for are null. */
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

const DEEPEST = 24;
const BLANK = '\0\t\n\f\r ';
const DELIMITERS = '()<>[]{}/%';

/** Reads the value at `at` in bytes taken as Latin-1. Never throws, and never reads a byte more than thrice. */
export function readValue(bytes: string, at: number, depth = 0): Read {
	const start = skipBlank(bytes, at);
	const first = bytes[start];
	if (first === undefined || depth > DEEPEST) return { value: undefined, end: start };
	if (first === '/') return readName(bytes, start);
	if (first === '(') return readLiteral(bytes, start);
	if (first === '[') return readArray(bytes, start, depth);
	if (first === '<') {
		return bytes[start + 1] === '<'
			? readDictionary(bytes, start, depth)
			: readHexadecimal(bytes, start);
	}
	return readWord(bytes, start);
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

function isKind<Kind extends 'name' | 'string' | 'number' | 'ref'>(
	value: PdfValue | undefined,
	kind: Kind
): value is Extract<PdfValue, Record<Kind, unknown>> {
	return typeof value === 'object' && value !== null && kind in value;
}

function skipBlank(bytes: string, at: number): number {
	for (;;) {
		while (at < bytes.length && BLANK.includes(bytes[at]!)) at++;
		if (bytes[at] !== '%') return at;
		while (at < bytes.length && bytes[at] !== '\n' && bytes[at] !== '\r') at++;
	}
}

function readName(bytes: string, start: number): Read {
	let end = start + 1;
	while (end < bytes.length && isRegular(bytes[end]!)) end++;
	const name = bytes
		.slice(start + 1, end)
		.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
	return { value: { name }, end };
}

function readWord(bytes: string, start: number): Read {
	let end = start;
	while (end < bytes.length && isRegular(bytes[end]!)) end++;
	const word = bytes.slice(start, end);
	if (word === '') return { value: undefined, end: end + 1 };
	if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) return { value: null, end };
	const ref = /^(\d{1,10}) +\d{1,5} +R(?![\w])/.exec(bytes.slice(start, start + 24));
	if (ref) return { value: { ref: Number(ref[1]) }, end: start + ref[0].length };
	return { value: { number: Number(word) }, end };
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function readLiteral(bytes: string, start: number): Read {
	const special = /[\\()]/g;
	let string = '';
	let open = 1;
	for (let at = start + 1; ; at = special.lastIndex) {
		special.lastIndex = at;
		const found = special.exec(bytes);
		if (!found) return { value: undefined, end: bytes.length };
		string += bytes.slice(at, found.index);
		if (found[0] === '\\') {
			const octal = /^[0-7]{1,3}/.exec(bytes.slice(found.index + 1, found.index + 4))?.[0];
			const next = bytes[found.index + 1] ?? '';
			string += octal ? String.fromCharCode(parseInt(octal, 8) & 255) : (ESCAPES[next] ?? next);
			special.lastIndex += octal?.length ?? 1;
			continue;
		}
		open += found[0] === '(' ? 1 : -1;
		if (open === 0) return { value: { string }, end: special.lastIndex };
		string += found[0];
	}
}

function readHexadecimal(bytes: string, start: number): Read {
	const end = bytes.indexOf('>', start);
	if (end < 0) return { value: undefined, end: bytes.length };
	const digits = bytes.slice(start + 1, end).replace(/[^0-9a-f]/gi, '');
	const even = digits.length % 2 === 0 ? digits : `${digits}0`;
	const string = even.replace(/../g, (pair) => String.fromCharCode(parseInt(pair, 16)));
	return { value: { string }, end: end + 1 };
}

function readArray(bytes: string, start: number, depth: number): Read {
	const value: PdfValue[] = [];
	for (let at = start + 1; ;) {
		at = skipBlank(bytes, at);
		if (bytes[at] === ']') return { value, end: at + 1 };
		const item = readValue(bytes, at, depth + 1);
		if (item.value === undefined) return item;
		value.push(item.value);
		at = item.end;
	}
}

function readDictionary(bytes: string, start: number, depth: number): Read {
	const value = new Map<string, PdfValue>();
	for (let at = start + 2; ;) {
		at = skipBlank(bytes, at);
		if (bytes.startsWith('>>', at)) return { value, end: at + 2 };
		const key = readValue(bytes, at, depth + 1);
		const name = nameOf(key.value);
		if (name === null) return { value: undefined, end: key.end };
		const item = readValue(bytes, key.end, depth + 1);
		if (item.value === undefined) return item;
		value.set(name, item.value);
		at = item.end;
	}
}

function isRegular(character: string): boolean {
	return !BLANK.includes(character) && !DELIMITERS.includes(character);
}
