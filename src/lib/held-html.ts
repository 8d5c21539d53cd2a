import { randomBytes } from 'node:crypto';

// The text of a lesson is the same for everybody who reads it. Joining it into each page, flattening the page and
// encoding it anew cost more than all else a page does; so a page carries a mark instead, and the bytes, encoded
// once, are put in its place when the page is sent.

/** Nobody can write a mark: it is another one after every start. */
const NAME = randomBytes(12).toString('hex');
const OPENS = `<!--${NAME}:`;
const CLOSES = '-->';

/** Shorter stretches are not worth a mark (characters). */
const SHORTEST = 600;
/** Held at most (bytes as sent; as a text each stands once more). */
const MOST = 32 * 1024 * 1024;
/** No page takes longer from its rendering to its sending (milliseconds). */
const IN_USE = 120_000;

interface Held {
	html: string;
	bytes: Buffer;
	mark: string;
	usedAt: number;
}

const byHtml = new Map<string, Held>();
const byNumber = new Map<number, Held>();
let count = 0;
let weight = 0;

/** A mark in place of HTML that other pages will carry too, or the HTML itself where that is shorter work. */
export function held(html: string, now = performance.now()): string {
	if (html.length < SHORTEST) return html;
	const known = byHtml.get(html);
	if (known) {
		known.usedAt = now;
		return known.mark;
	}
	if (weight >= MOST) letGo(now);
	if (weight >= MOST) return html;
	const number = ++count;
	const entry = { html, bytes: Buffer.from(html), mark: `${OPENS}${number}${CLOSES}`, usedAt: now };
	byHtml.set(html, entry);
	byNumber.set(number, entry);
	weight += entry.bytes.length;
	return entry.mark;
}

/** What no page under way can refer to any more. */
function letGo(now: number): void {
	for (const [number, { html, bytes, usedAt }] of byNumber) {
		if (now - usedAt < IN_USE) continue;
		byNumber.delete(number);
		byHtml.delete(html);
		weight -= bytes.length;
	}
}

/** The page in bytes, in pieces: its own text encoded by `encode`, what is held as it is held. */
export function piecesOf(page: string, encode: (text: string) => Buffer): Buffer[] {
	// Encoded as one text, marks and all: a page has a dozen of them, and encoding has its price by the call.
	const bytes = encode(page);
	return split(
		bytes,
		(mark, at) => bytes.indexOf(mark, at),
		({ bytes }) => bytes
	);
}

/** The page as one text. */
export function withHeld(page: string): string {
	return split(
		page,
		(mark, at) => page.indexOf(mark, at),
		({ html }) => html
	).join('');
}

/** A page's own parts and what is held between them, in order. */
function split<Page extends string | Buffer>(
	page: Page,
	find: (mark: string, at: number) => number,
	heldOf: (entry: Held) => Page
): Page[] {
	const part = (from: number, to: number) =>
		(typeof page === 'string' ? page.slice(from, to) : page.subarray(from, to)) as Page;
	const parts: Page[] = [];
	let at = 0;
	for (let mark = find(OPENS, 0); mark !== -1; mark = find(OPENS, at)) {
		const end = find(CLOSES, mark);
		parts.push(part(at, mark), heldOf(heldAt(part(mark + OPENS.length, end).toString())));
		at = end + CLOSES.length;
	}
	parts.push(part(at, page.length));
	return parts;
}

function heldAt(number: string): Held {
	const entry = byNumber.get(Number(number));
	if (!entry) throw new Error(`held HTML ${number} was let go too early`);
	return entry;
}
