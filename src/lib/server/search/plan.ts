import { wordsIn, type SearchQuery } from './words.ts';

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

/** What PostgreSQL is asked, in the text form of a tsquery. */
export interface Question {
	/** What the index answers alone: of a phrase, that all its words are there. */
	matching: string;
	/** That its words stand in their order as well; null where there is no phrase. Costs reading each entry's text. */
	phrases: string | null;
}

/** A query as PostgreSQL is asked. */
export interface SearchPlan {
	/** Every term, each in any of its forms. */
	all: Question;
	/** Any term in any of its forms. */
	any: Question;
	/** Every term as it was typed (or corrected): what ranks first. */
	exact: string;
	/** Words to be marked in what is shown. */
	marked: ReadonlySet<string>;
	/** The query with its unknown words replaced by near ones; null when none was. */
	corrected: string | null;
}

/** Most lexemes a query is widened to: what a search costs grows with them, for every entry that matches. */
const MOST_LEXEMES = 16;

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
	const room = Math.floor(MOST_LEXEMES / Math.max(1, query.terms.length));
	const forms = query.terms.map((words) => {
		if (words.length > 1) {
			for (const word of words) marked.add(word);
			const phrase = words.map(quote).join(' <-> ');
			return { loose: words.map(quote).join(' & '), wide: phrase, exact: phrase };
		}
		const [word] = words as [string];
		const of = variants.filter(({ typed }) => typed === word);
		const nearest = literally ? [] : nearestTo(word, of);
		const [best] = nearest;
		const known = of.some(({ relation, entries }) => relation !== 'near' && entries > 0);
		if (best && !known) corrections.set(word, best.word);
		const related = (relation: Relation) => of.filter((variant) => variant.relation === relation);
		const taken = [...nearest, ...related('self'), ...related('stem'), ...related('part')];
		const { lexemes, stands } = lexemesOf(taken, room);
		for (const variant of stands) marked.add(variant.word);
		const wide = lexemes.map(quote).join(' | ') || quote(word);
		return { loose: wide, wide, exact: quote(best && !known ? best.word : word) };
	});
	const asked = (operator: '&' | '|'): Question => {
		const joined = (form: 'loose' | 'wide') =>
			forms.map(({ [form]: words }) => `(${words})`).join(` ${operator} `);
		const phrased = forms.some(({ loose, wide }) => loose !== wide);
		return { matching: joined('loose'), phrases: phrased ? joined('wide') : null };
	};
	return {
		all: asked('&'),
		any: asked('|'),
		exact: forms.map(({ exact }) => `(${exact})`).join(' & '),
		marked,
		corrected: corrections.size > 0 ? replaceWords(query.text, corrections) : null
	};
}

/** Lexemes of the surest variants, at most `most`, and the variants that they stand for. */
function lexemesOf(
	variants: readonly Variant[],
	most: number
): { lexemes: string[]; stands: Variant[] } {
	const lexemes = new Set<string>();
	const stands: Variant[] = [];
	for (const variant of variants) {
		const wider = new Set([...lexemes, ...lexemesFor(variant)]);
		if (wider.size > most) continue;
		for (const lexeme of wider) lexemes.add(lexeme);
		stands.push(variant);
	}
	return { lexemes: [...lexemes], stands };
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
