import { desc, eq, lt, sql } from 'drizzle-orm';
import { glossaryTerms, lessons, releases, type StoredOutline } from '../catalog/tables.ts';
import type { Database } from '../db/connect.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import type { Kind } from './facets.ts';
import { countIn, countOut } from './vocabulary.ts';
import { wordsOf } from './words.ts';
import { searchCourses, searchEntries, searchWords } from './tables.ts';

/** Raise it when what is written here changes: every course is then indexed anew. */
const FORM = 1;

/** Texts of something that can be found; plain, the words still as they were written. */
interface Entry {
	kind: Kind;
	target: string;
	title: string;
	headings: string;
	body: string;
}

type Release = Pick<typeof releases.$inferSelect, 'id' | 'courseId' | 'outline'>;

/**
 * Writes what search knows of a course's newest release, in place of what it knew of older ones; nothing when that is
 * written already. Everything comes from the stored release. Returns whether it wrote.
 */
export async function indexCourse(db: Database, courseId: string): Promise<boolean> {
	const [newest] = await db
		.select({ id: releases.id, courseId: releases.courseId, outline: releases.outline })
		.from(releases)
		.where(eq(releases.courseId, courseId))
		.orderBy(desc(releases.ordinal))
		.limit(1);
	if (!newest || (await isIndexed(db, newest))) return false;
	await lockIndex(db);
	await forget(db, courseId);
	const { outline } = newest;
	await db.insert(searchCourses).values({
		courseId,
		releaseId: newest.id,
		form: FORM,
		title: outline.title,
		code: outline.code,
		language: outline.language,
		jp: outline.jp,
		topics: outline.topics ?? [],
		providers: outline.providers,
		competencies: [...new Set(outline.competencies.map(({ id }) => id))]
	});
	const entries = await entriesOf(db, newest);
	await storeEntries(db, courseId, entries);
	await countIn(db, entries);
	return true;
}

/** Courses whose newest release is not indexed. */
export async function listUnindexed(db: Database): Promise<string[]> {
	const rows = await db.execute<{ courseId: string }>(sql`
		select newest.course_id as "courseId"
		from (select distinct on (course_id) course_id, id from releases order by course_id, ordinal desc) newest
		left join search_courses indexed on indexed.release_id = newest.id
		where indexed.course_id is null`);
	return rows.map(({ courseId }) => courseId);
}

/** Throws the index away when some of it has an older form: its words were counted in another way. */
export async function forgetOlderForms(db: Database): Promise<void> {
	const older = await db.$count(searchCourses, lt(searchCourses.form, FORM));
	if (older === 0) return;
	await lockIndex(db);
	await db.delete(searchCourses);
	await db.delete(searchWords);
}

/** Words are counted over all courses, so courses are indexed one after the other. */
async function lockIndex(db: Database): Promise<void> {
	await db.execute(sql`select pg_advisory_xact_lock(hashtextextended('search-index', 0))`);
}

async function isIndexed(db: Database, { id, courseId }: Release): Promise<boolean> {
	const [known] = await db
		.select({ releaseId: searchCourses.releaseId, form: searchCourses.form })
		.from(searchCourses)
		.where(eq(searchCourses.courseId, courseId));
	return known?.releaseId === id && known.form >= FORM;
}

async function entriesOf(db: Database, release: Release): Promise<Entry[]> {
	const [texts, terms] = await Promise.all([
		db
			.select({
				target: lessons.id,
				title: lessons.title,
				headings: lessons.headings,
				body: lessons.plainText
			})
			.from(lessons)
			.where(eq(lessons.releaseId, release.id)),
		db.select().from(glossaryTerms).where(eq(glossaryTerms.releaseId, release.id))
	]);
	return [
		courseEntry(release),
		...texts.map((lesson) => ({ kind: 'lesson' as const, ...lesson })),
		...terms.map(({ id, term, definition }) => ({
			kind: 'term' as const,
			target: id,
			title: term,
			headings: '',
			body: plain(definition)
		}))
	].map((entry) => ({ ...entry, body: entry.body.replace(/\p{Cf}/gu, '') }));
}

function courseEntry({ courseId, outline }: { courseId: string; outline: StoredOutline }): Entry {
	const { title, code, summary, audience, topics = [], providers, modules } = outline;
	return {
		kind: 'course',
		target: courseId,
		title,
		headings: [code, summary, ...topics, ...modules.map((module) => module.title)].join('\n'),
		body: [
			summary,
			audience,
			...providers,
			...modules.flatMap(({ objectives, lessons: listed }) => [
				...objectives.map(({ text }) => text),
				...listed.map((lesson) => lesson.title)
			])
		].join('\n')
	};
}

function plain(markdown: string): string {
	return parseMarkdown(markdown)
		.passages.map(({ text }) => text)
		.join('\n');
}

/** PostgreSQL reads words that are folded already, so that its parser and ours agree on where a word ends. */
async function storeEntries(db: Database, courseId: string, entries: readonly Entry[]) {
	for (let at = 0; at < entries.length; at += 100) {
		const rows = entries.slice(at, at + 100).map((entry) => ({
			...entry,
			title_words: wordsOf(entry.title).join(' '),
			heading_words: wordsOf(entry.headings).join(' '),
			body_words: wordsOf(entry.body).join(' ')
		}));
		await db.execute(sql`
			insert into search_entries (course_id, kind, target, title, headings, body, head, words)
			select ${courseId}, kind, target, title, headings, body,
				title_exact || headings_exact || title_stems || headings_stems,
				title_exact || headings_exact || setweight(to_tsvector('simple', body_words), 'C')
					|| title_stems || headings_stems || strip(to_tsvector('indonesian', body_words))
			from (
				select *, setweight(to_tsvector('simple', title_words), 'A') as title_exact,
					setweight(to_tsvector('indonesian', title_words), 'A') as title_stems,
					setweight(to_tsvector('simple', heading_words), 'B') as headings_exact,
					setweight(to_tsvector('indonesian', heading_words), 'B') as headings_stems
				from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as entry (
					kind text, target text, title text, headings text, body text,
					title_words text, heading_words text, body_words text
				)
			) made`);
	}
}

/** Takes a course out of the index, with its share of the words' counts. */
async function forget(db: Database, courseId: string): Promise<void> {
	const old = await db
		.select({
			title: searchEntries.title,
			headings: searchEntries.headings,
			body: searchEntries.body
		})
		.from(searchEntries)
		.where(eq(searchEntries.courseId, courseId));
	await countOut(db, old);
	await db.delete(searchCourses).where(eq(searchCourses.courseId, courseId));
}
