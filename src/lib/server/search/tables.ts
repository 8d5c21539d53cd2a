import { sql } from 'drizzle-orm';
import {
	bigint,
	check,
	customType,
	doublePrecision,
	index,
	integer,
	pgTable,
	text,
	unique
} from 'drizzle-orm/pg-core';
import { courses, releases } from '../catalog/tables.ts';

// Public facts, nothing of a person or a question; the system alone writes them, from what is published.
const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/**
 * What search knows of a course: its newest release alone. Derived, like the two tables below, and written anew when a
 * newer release comes or the form of the index changes (indexing.ts).
 */
export const searchCourses = pgTable('search_courses', {
	courseId: text()
		.primaryKey()
		.references(() => courses.id),
	releaseId: text()
		.notNull()
		.references(() => releases.id),
	/** The form of the index it was written in. */
	form: integer().notNull(),
	title: text().notNull(),
	code: text().notNull(),
	language: text().notNull(),
	/** Hours of training. */
	jp: doublePrecision().notNull(),
	topics: text().array().notNull(),
	providers: text().array().notNull(),
	/** Ids. */
	competencies: text().array().notNull()
});

/** A course, a lesson or a term that can be found. Holds nothing of a question. */
export const searchEntries = pgTable(
	'search_entries',
	{
		id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
		courseId: text()
			.notNull()
			.references(() => searchCourses.courseId, { onDelete: 'cascade' }),
		kind: text({ enum: ['course', 'lesson', 'term'] }).notNull(),
		/** Id of the course, lesson or term. */
		target: text().notNull(),
		title: text().notNull(),
		headings: text().notNull(),
		body: text().notNull(),
		/** Title (A) and headings (B): small, so that ranking thousands of rows need not fetch their texts. */
		head: tsvector().notNull(),
		/** Title (A), headings (B) and body (C), each word as it is (simple) and as its stem (indonesian); stems of the body have no place, so they count less (D) and weigh less. */
		words: tsvector().notNull()
	},
	(t) => [
		unique('search_entries_target_unique').on(t.courseId, t.kind, t.target),
		check('search_entries_kind_known', sql`${t.kind} in ('course', 'lesson', 'term')`),
		// Without a list of entries yet to be sorted in, a search costs the same right after publishing.
		index('search_entries_words_index').using('gin', t.words).with({ fastupdate: false })
	]
);

/** Every word of the entries, to recognise a mistyped one and words within words. */
export const searchWords = pgTable(
	'search_words',
	{
		word: text().primaryKey(),
		/** As the indonesian stemmer cuts it. */
		stem: text().notNull(),
		/** How many entries have it. */
		entries: integer().notNull(),
		/** How many have it in their title. */
		titles: integer().notNull()
	},
	(t) => [
		index('search_words_stem_index').on(t.stem),
		check('search_words_counted', sql`${t.titles} between 0 and ${t.entries}`)
	]
);
