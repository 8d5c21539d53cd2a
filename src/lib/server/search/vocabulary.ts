import { eq, sql } from 'drizzle-orm';
import type { Database } from '../db/connect.ts';
import { wordsOf } from './words.ts';
import { searchWords } from './tables.ts';

// Which words there are, and in how many entries and titles: counted in when entries come, counted out when they go.

interface Counted {
	title: string;
	headings: string;
	body: string;
}

/** Counts the words of these entries in. */
export async function countIn(db: Database, entries: readonly Counted[]): Promise<void> {
	await db.execute(sql`
		insert into search_words (word, stem, entries, titles)
		select tally.word, coalesce((ts_lexize('indonesian_stem', tally.word))[1], tally.word), tally.entries, tally.titles
		from ${counted(entries)}
		on conflict (word) do update set
			entries = search_words.entries + excluded.entries, titles = search_words.titles + excluded.titles`);
}

/** Counts the words of these entries out; words that no entry has any more are forgotten. */
export async function countOut(db: Database, entries: readonly Counted[]): Promise<void> {
	if (entries.length === 0) return;
	await db.execute(sql`
		update search_words known
		set entries = greatest(0, known.entries - tally.entries),
			titles = least(greatest(0, known.entries - tally.entries), greatest(0, known.titles - tally.titles))
		from ${counted(entries)} where known.word = tally.word`);
	await db.delete(searchWords).where(eq(searchWords.entries, 0));
}

/** How many of the entries have each word, and how many in their title, as rows. */
function counted(entries: readonly Counted[]) {
	const counts = new Map<string, { word: string; entries: number; titles: number }>();
	for (const { title, headings, body } of entries) {
		const titled = new Set(wordsOf(title));
		for (const word of new Set([...titled, ...wordsOf(headings), ...wordsOf(body)])) {
			const count = counts.get(word) ?? { word, entries: 0, titles: 0 };
			count.entries += 1;
			if (titled.has(word)) count.titles += 1;
			counts.set(word, count);
		}
	}
	const rows = JSON.stringify([...counts.values()]);
	return sql`jsonb_to_recordset(${rows}::jsonb) as tally (word text, entries integer, titles integer)`;
}
