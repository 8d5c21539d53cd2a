import { wordsOf } from './words.ts';

/** What of an entry is searched, still as it was written. */
export interface EntryText {
	title: string;
	headings: string;
	body: string;
}

/** An entry as PostgreSQL searches it, in the text form of a tsvector. */
export interface EntryVectors {
	/** Title (A) and headings (B), words and stems. */
	head: string;
	/** The head, the words of the body (C), and their stems without a place. */
	words: string;
}

/** How far PostgreSQL counts places in a text, and how many of one word it keeps. */
const LAST_PLACE = 16_383;
const MOST_PLACES = 255;
/** Places left free between title, headings and body, so that no phrase spans them. */
const BETWEEN = 1;

/**
 * The vectors of an entry, from the very words that a query is read into: PostgreSQL's own parser would part some of
 * them elsewhere (`6e7x`), and what was parted elsewhere is never found. A stem stands where its word does.
 */
export function vectorsOf(
	{ title, headings, body }: EntryText,
	stemOf: (word: string) => string
): EntryVectors {
	const places = new Map<string, string[]>();
	let at = 0;
	const put = (lexeme: string, weight: string) => {
		const of = places.get(lexeme) ?? [];
		if (of.length < MOST_PLACES) of.push(`${Math.min(at, LAST_PLACE)}${weight}`);
		places.set(lexeme, of);
	};
	const putWithStem = (text: string, weight: string) => {
		for (const word of wordsOf(text)) {
			at += 1;
			for (const lexeme of new Set([word, stemOf(word)])) put(lexeme, weight);
		}
		at += BETWEEN;
	};
	putWithStem(title, 'A');
	putWithStem(headings, 'B');
	const head = written(places);
	const inBody = wordsOf(body);
	for (const word of inBody) {
		at += 1;
		put(word, 'C');
	}
	for (const word of inBody) {
		const stem = stemOf(word);
		if (!places.has(stem)) places.set(stem, []);
	}
	return { head, words: written(places) };
}

/** Words are letters and digits only, so nothing in them needs escaping. */
function written(places: ReadonlyMap<string, readonly string[]>): string {
	return [...places]
		.map(([lexeme, at]) => (at.length > 0 ? `'${lexeme}':${at.join(',')}` : `'${lexeme}'`))
		.join(' ');
}
