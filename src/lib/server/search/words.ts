/** How much of a query is read: characters, and words after that. What lies beyond is left out, and the page says so. */
export const MOST_CHARACTERS = 100;
export const MOST_WORDS = 8;

/** What is searched for, as a person typed it. */
export interface SearchQuery {
	/** As read: within bounds, without control characters, with single spaces. */
	text: string;
	/** One word each, or several that stand in this order (a quoted phrase). */
	terms: string[][];
	/** Whether something was left out because the query was too long. */
	shortened: boolean;
}

const LONGEST_WORD = 60;
/** Words without content: left out beside others, unless quoted. */
const FUNCTION_WORDS = new Set(
	'ada adalah agar apa atau bagaimana bagi dalam dan dari dengan di ini itu jika juga ke kepada mengapa nya oleh pada para saya seperti serta siapa tentang untuk yaitu yang'.split(
		' '
	)
);
const ASCII = /^[\x20-\x7e]*$/;

/** A word in the one form that index and query share: lower case, letters and digits without accents. */
export function folded(word: string): string {
	if (ASCII.test(word)) return word.toLowerCase().slice(0, LONGEST_WORD);
	return word
		.normalize('NFKD')
		.toLowerCase()
		.normalize('NFKD')
		.replace(/[^\p{L}\p{N}]+/gu, '')
		.slice(0, LONGEST_WORD)
		.toWellFormed()
		.replaceAll('\uFFFD', '');
}

/** Every run of letters and digits in a text, with where it begins. Hyphens and slashes part words. */
export function* wordsIn(text: string): Generator<{ word: string; at: number; end: number }> {
	for (const { 0: run, index } of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
		const word = folded(run);
		if (word !== '') yield { word, at: index, end: index + run.length };
	}
}

/** The words of a text in order, folded. */
export function wordsOf(text: string): string[] {
	return [...wordsIn(text)].map(({ word }) => word);
}

/** Reads whatever a visitor may send as a query; never fails. */
export function readQuery(sent: string): SearchQuery {
	const clean = sent
		.slice(0, 20 * MOST_CHARACTERS)
		.toWellFormed()
		.replace(/[\p{Cc}\p{Z}\s]+/gu, ' ')
		.replace(/\p{Cf}/gu, '')
		.trim();
	const text = [...clean].slice(0, MOST_CHARACTERS).join('').trim();
	const found = new Map<string, { words: string[]; quoted: boolean }>();
	let room = MOST_WORDS;
	let left = 0;
	for (const [, quoted, plain] of text.replace(/[“”„«»]/g, '"').matchAll(/"([^"]*)"?|([^"]+)/g)) {
		const terms = quoted === undefined ? wordsOf(plain!).map((word) => [word]) : [wordsOf(quoted)];
		for (const words of terms) {
			const known = found.has(words.join(' '));
			if (words.length === 0 || known) continue;
			const taken = words.slice(0, room);
			left += words.length - taken.length;
			room -= taken.length;
			if (taken.length > 0)
				found.set(taken.join(' '), { words: taken, quoted: quoted !== undefined });
		}
	}
	const all = [...found.values()];
	const telling = all.filter(({ words: [first], quoted }) => quoted || !FUNCTION_WORDS.has(first!));
	return {
		text,
		terms: (telling.length > 0 ? telling : all).map(({ words }) => words),
		shortened: left > 0 || text.length < clean.length || sent.length > 20 * MOST_CHARACTERS
	};
}
