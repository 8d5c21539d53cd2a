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

/** How a word of the index came to stand for a typed one; from the surest to the least sure. */
type Relation = 'self' | 'stem' | 'part' | 'near';

/** A word of the index that may stand for a typed one. */
export interface Variant {
	typed: string;
	word: string;
	stem: string;
	/** How many entries have it; 0 for a typed word (`self`) that none has. */
	entries: number;
	relation: Relation;
}

/** A query as PostgreSQL is asked, in the text form of a tsquery. */
export interface SearchPlan {
	/** Every term, each in any of its forms. */
	all: string;
	/** Any term in any of its forms. */
	any: string;
	/** Every term as it was typed (or corrected): what ranks first. */
	exact: string;
	/** Words to be marked in what is shown. */
	marked: ReadonlySet<string>;
	/** The query with its unknown words replaced by near ones; null when none was. */
	corrected: string | null;
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

/** How many typing errors a word of this length may have and still be recognised. */
function allowedErrors(word: string): number {
	return word.length >= 10 ? 2 : word.length >= 4 ? 1 : 0;
}

/**
 * Typing errors between two words, at most `most` + 1: a letter put in, left out, put for another, or two neighbours
 * swapped (optimal string alignment).
 */
export function typingErrors(a: string, b: string, most: number): number {
	if (Math.abs(a.length - b.length) > most) return most + 1;
	let before: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, at) => at);
	for (let row = 1; row <= a.length; row++) {
		const current = [row];
		for (let column = 1; column <= b.length; column++) {
			const same = a[row - 1] === b[column - 1];
			let errors = Math.min(
				last[column]! + 1,
				current[column - 1]! + 1,
				last[column - 1]! + (same ? 0 : 1)
			);
			if (a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
				errors = Math.min(errors, (before[column - 2] ?? 0) + 1);
			current.push(errors);
		}
		if (Math.min(...current) > most) return most + 1;
		[before, last] = [last, current];
	}
	return Math.min(last[b.length]!, most + 1);
}

/**
 * Turns a query and what the index knows of its words into what is asked. A word that the index lacks is taken for its
 * nearest neighbours too, unless it was quoted or `literally` says not to.
 */
export function planSearch(
	query: SearchQuery,
	variants: readonly Variant[],
	literally = false
): SearchPlan {
	const marked = new Set<string>();
	const corrections = new Map<string, string>();
	const forms = query.terms.map((words) => {
		if (words.length > 1) {
			for (const word of words) marked.add(word);
			const phrase = words.map(quote).join(' <-> ');
			return { wide: phrase, exact: phrase };
		}
		const [word] = words as [string];
		const of = variants.filter(({ typed }) => typed === word);
		const nearest = literally ? [] : nearestTo(word, of);
		const [best] = nearest;
		const known = of.some(({ relation, entries }) => relation !== 'near' && entries > 0);
		if (best && !known) corrections.set(word, best.word);
		const taken = [...of.filter(({ relation }) => relation !== 'near'), ...nearest];
		for (const variant of taken) marked.add(variant.word);
		return {
			wide: [...new Set(taken.flatMap(lexemesFor))].map(quote).join(' | ') || quote(word),
			exact: quote(best && !known ? best.word : word)
		};
	});
	return {
		all: forms.map(({ wide }) => `(${wide})`).join(' & '),
		any: forms.map(({ wide }) => `(${wide})`).join(' | '),
		exact: forms.map(({ exact }) => `(${exact})`).join(' & '),
		marked,
		corrected: corrections.size > 0 ? replaceWords(query.text, corrections) : null
	};
}

/** The words nearest to one that no entry has: fewest errors first, then the most used. */
function nearestTo(word: string, variants: readonly Variant[]): Variant[] {
	const has = (relation: Relation) =>
		variants.some((variant) => variant.relation === relation && variant.entries > 0);
	if (has('self')) return [];
	const most = allowedErrors(word);
	const near = variants
		.filter(({ relation }) => relation === 'near')
		.map((variant) => ({ variant, errors: typingErrors(word, variant.word, most) }))
		.filter(({ errors }) => errors <= most)
		.sort((a, b) => a.errors - b.errors || b.variant.entries - a.variant.entries);
	const fewest = near[0]?.errors;
	return near
		.filter(({ errors }) => errors === fewest)
		.slice(0, 5)
		.map(({ variant }) => variant);
}

/** A stem finds every form of its word; a form found by stem needs no lexeme of its own. */
function lexemesFor({ relation, word, stem }: Variant): string[] {
	if (relation === 'stem') return [];
	return relation === 'part' ? [word] : [word, stem];
}

/** Lexemes are letters and digits only, so nothing in them means anything to a tsquery. */
function quote(word: string): string {
	return `'${word}'`;
}

function replaceWords(text: string, corrections: ReadonlyMap<string, string>): string {
	let written = '';
	let from = 0;
	for (const { word, at, end } of wordsIn(text)) {
		const correction = corrections.get(word);
		if (correction === undefined) continue;
		written += text.slice(from, at) + correction;
		from = end;
	}
	return written + text.slice(from);
}
