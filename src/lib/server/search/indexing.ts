import { desc, eq, lt, sql } from 'drizzle-orm';
import { glossaryTerms, lessons, releases, type StoredOutline } from '../catalog/tables.ts';
import type { Database } from '../db/connect.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import type { Kind } from './facets.ts';
import { searchCourses } from './tables.ts';
import { vectorsOf, type EntryText } from './vector.ts';
import { countIn, countOut, entriesIn, recount, stemsOf } from './vocabulary.ts';

/**
 * Raise it when what is written here changes: every course is then indexed anew, one after the other, and found by its
 * older entries until its turn has come.
 */
const FORM = 2;

/** Something that can be found, in plain words. */
interface Entry extends EntryText {
	kind: Kind;
	target: string;
}

type Release = Pick<typeof releases.$inferSelect, 'id' | 'courseId' | 'outline'>;

/**
 * Writes what search knows of a course's newest release, in place of what it knew of older ones; nothing when that is
 * written already. Everything comes from the stored release. Returns whether it wrote.
 */
export async function indexCourse(db: Database, courseId: string): Promise<boolean> {
	// First the lock, then the look: whoever waited for a publication must see what it published.
	await lockIndex(db);
	const [newest] = await db
		.select({ id: releases.id, courseId: releases.courseId, outline: releases.outline })
		.from(releases)
		.where(eq(releases.courseId, courseId))
		.orderBy(desc(releases.ordinal))
		.limit(1);
	const [known] = await db
		.select({ releaseId: searchCourses.releaseId, form: searchCourses.form })
		.from(searchCourses)
		.where(eq(searchCourses.courseId, courseId));
	if (!newest || (known?.releaseId === newest.id && known.form >= FORM)) return false;
	await forget(db, courseId);
	await store(db, newest);
	if (known && known.form < FORM) await endOlderForms(db);
	return true;
}

/** Courses whose newest release is not indexed, or in an older form. */
export async function listUnindexed(db: Database): Promise<string[]> {
	const rows = await db.execute<{ courseId: string }>(sql`
		select newest.course_id as "courseId"
		from (select distinct on (course_id) course_id, id from releases order by course_id, ordinal desc) newest
		left join search_courses indexed on indexed.release_id = newest.id and indexed.form >= ${FORM}
		where indexed.course_id is null order by 1`);
	return rows.map(({ courseId }) => courseId);
}

/** Words are counted over all courses, so courses are indexed one after the other. */
async function lockIndex(db: Database): Promise<void> {
	await db.execute(sql`select pg_advisory_xact_lock(hashtextextended('search-index', 0))`);
}

/** An older form may have counted words in another way: when its last course has gone, they are counted afresh. */
async function endOlderForms(db: Database): Promise<void> {
	const older = await db.$count(searchCourses, lt(searchCourses.form, FORM));
	if (older === 0) await recount(db);
}

async function store(db: Database, release: Release): Promise<void> {
	const { id: releaseId, courseId, outline } = release;
	await db.insert(searchCourses).values({
		courseId,
		releaseId,
		form: FORM,
		title: outline.title,
		code: outline.code,
		language: outline.language,
		jp: outline.jp,
		topics: outline.topics ?? [],
		providers: outline.providers,
		competencies: [...new Set(outline.competencies.map(({ id }) => id))]
	});
	const entries = await entriesOf(db, release);
	const stems = await stemsOf(db, entries);
	await storeEntries(db, courseId, entries, stems);
	await countIn(db, entries, stems);
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

async function storeEntries(
	db: Database,
	courseId: string,
	entries: readonly Entry[],
	stems: ReadonlyMap<string, string>
) {
	for (let at = 0; at < entries.length; at += 100) {
		const rows = entries.slice(at, at + 100).map((entry) => ({
			...entry,
			...vectorsOf(entry, (word) => stems.get(word) ?? word)
		}));
		await db.execute(sql`
			insert into search_entries (course_id, kind, target, title, headings, body, head, words)
			select ${courseId}, kind, target, title, headings, body, head::tsvector, words::tsvector
			from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as entry (
				kind text, target text, title text, headings text, body text, head text, words text
			)`);
	}
}

/** Takes a course out of the index, with its share of the words' counts. */
async function forget(db: Database, courseId: string): Promise<void> {
	await countOut(db, await entriesIn(db, courseId));
	await db.delete(searchCourses).where(eq(searchCourses.courseId, courseId));
}
