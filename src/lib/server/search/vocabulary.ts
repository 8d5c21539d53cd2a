import { eq, sql } from 'drizzle-orm';
import type { Database } from '../db/connect.ts';
import { searchEntries, searchWords } from './tables.ts';
import type { EntryText } from './vector.ts';
import { wordsOf } from './words.ts';

// Which words there are, and in how many entries and titles: counted in when entries come, counted out when they go.

interface Tally {
	word: string;
	entries: number;
	titles: number;
}

/** The stem of every word of these entries, as PostgreSQL cuts it. */
export async function stemsOf(
	db: Database,
	entries: readonly EntryText[]
): Promise<Map<string, string>> {
	const words = JSON.stringify([...talliesOf(entries).keys()]);
	const rows = await db.execute<{ word: string; stem: string }>(sql`
		select word, coalesce((ts_lexize('indonesian_stem', word))[1], word) as stem
		from jsonb_array_elements_text(${words}::jsonb) word`);
	return new Map(rows.map(({ word, stem }) => [word, stem]));
}

/** Counts the words of these entries in. */
export async function countIn(
	db: Database,
	entries: readonly EntryText[],
	stems: ReadonlyMap<string, string>
): Promise<void> {
	const rows = [...talliesOf(entries).values()].map((tally) => ({
		...tally,
		stem: stems.get(tally.word) ?? tally.word
	}));
	await db.execute(sql`
		insert into search_words (word, stem, entries, titles)
		select word, stem, entries, titles
		from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as tally (word text, stem text, entries integer, titles integer)
		on conflict (word) do update set stem = excluded.stem,
			entries = search_words.entries + excluded.entries, titles = search_words.titles + excluded.titles`);
}

/** Counts the words of these entries out; words that no entry has any more are forgotten. */
export async function countOut(db: Database, entries: readonly EntryText[]): Promise<void> {
	if (entries.length === 0) return;
	const rows = JSON.stringify([...talliesOf(entries).values()]);
	await db.execute(sql`
		update search_words known
		set entries = greatest(0, known.entries - tally.entries),
			titles = least(greatest(0, known.entries - tally.entries), greatest(0, known.titles - tally.titles))
		from jsonb_to_recordset(${rows}::jsonb) as tally (word text, entries integer, titles integer)
		where known.word = tally.word`);
	await db.delete(searchWords).where(eq(searchWords.entries, 0));
}

/** Counts the words of all entries afresh, course by course. */
export async function recount(db: Database): Promise<void> {
	await db.delete(searchWords);
	const courses = await db.selectDistinct({ courseId: searchEntries.courseId }).from(searchEntries);
	for (const { courseId } of courses) {
		const entries = await entriesIn(db, courseId);
		await countIn(db, entries, await stemsOf(db, entries));
	}
}

/** The texts of a course's entries, as they are stored. */
export function entriesIn(db: Database, courseId: string): Promise<EntryText[]> {
	const { title, headings, body } = searchEntries;
	return db
		.select({ title, headings, body })
		.from(searchEntries)
		.where(eq(searchEntries.courseId, courseId));
}

/** How many of the entries have each word, and how many in their title. */
function talliesOf(entries: readonly EntryText[]): Map<string, Tally> {
	const tallies = new Map<string, Tally>();
	for (const { title, headings, body } of entries) {
		const titled = new Set(wordsOf(title));
		for (const word of new Set([...titled, ...wordsOf(headings), ...wordsOf(body)])) {
			const tally = tallies.get(word) ?? { word, entries: 0, titles: 0 };
			tally.entries += 1;
			if (titled.has(word)) tally.titles += 1;
			tallies.set(word, tally);
		}
	}
	return tallies;
}
