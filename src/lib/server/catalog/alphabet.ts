import { holdsWords, slug } from '../markdown/slug.ts';
import type { GlossaryEntry } from './release-glossary.ts';

/** The entries whose term or definition holds every word of `query`; all of them for an empty one. */
export function matching<Entry extends Pick<GlossaryEntry, 'term' | 'definition'>>(
	entries: readonly Entry[],
	query: string
): Entry[] {
	return entries.filter(({ term, definition }) => holdsWords(`${term} ${definition}`, query));
}

/** Entries under the letter their term begins with; what begins with none stands under `#`. */
export function byLetter<Entry extends Pick<GlossaryEntry, 'term'>>(
	entries: readonly Entry[]
): { letter: string; entries: Entry[] }[] {
	const groups = Map.groupBy(entries, ({ term }) => {
		const first = slug(term).charAt(0).toUpperCase();
		return /[A-Z]/.test(first) ? first : '#';
	});
	return [...groups]
		.map(([letter, found]) => ({ letter, entries: found }))
		.sort((a, b) => (a.letter < b.letter ? -1 : 1));
}
