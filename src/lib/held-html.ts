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
/** Stretches held at most; some 8 KB each. */
const MOST = 4000;
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

/** A mark in place of HTML that other pages will carry too, or the HTML itself where that is shorter work. */
export function held(html: string, now = performance.now()): string {
	if (html.length < SHORTEST) return html;
	const known = byHtml.get(html);
	if (known) {
		known.usedAt = now;
		return known.mark;
	}
	if (byHtml.size >= MOST) letGo(now);
	if (byHtml.size >= MOST) return html;
	const number = ++count;
	const entry = { html, bytes: Buffer.from(html), mark: `${OPENS}${number}${CLOSES}`, usedAt: now };
	byHtml.set(html, entry);
	byNumber.set(number, entry);
	return entry.mark;
}

/** What no page under way can refer to any more. */
function letGo(now: number): void {
	for (const [number, { html, usedAt }] of byNumber) {
		if (now - usedAt < IN_USE) continue;
		byNumber.delete(number);
		byHtml.delete(html);
	}
}

/** The page in pieces: its own text encoded by `encode`, what is held as it is held. */
export function piecesOf(page: string, encode: (text: string) => Buffer): Buffer[] {
	const pieces: Buffer[] = [];
	walk(
		page,
		(text) => pieces.push(encode(text)),
		({ bytes }) => pieces.push(bytes)
	);
	return pieces;
}

/** The page as one text. */
export function withHeld(page: string): string {
	let whole = '';
	walk(
		page,
		(text) => (whole += text),
		({ html }) => (whole += html)
	);
	return whole;
}

/** Goes through a page's own text and what is held between it, in order. */
function walk(page: string, own: (text: string) => void, held: (entry: Held) => void): void {
	let at = 0;
	for (let mark = page.indexOf(OPENS); mark !== -1; mark = page.indexOf(OPENS, at)) {
		const end = page.indexOf(CLOSES, mark);
		own(page.slice(at, mark));
		held(heldAt(page.slice(mark + OPENS.length, end)));
		at = end + CLOSES.length;
	}
	own(page.slice(at));
}

function heldAt(number: string): Held {
	const entry = byNumber.get(Number(number));
	if (!entry) throw new Error(`held HTML ${number} was let go too early`);
	return entry;
}
