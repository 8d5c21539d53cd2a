import { sql } from 'drizzle-orm';
import {
	bigint,
	check,
	customType,
	date,
	foreignKey,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	timestamp,
	unique,
	uuid
} from 'drizzle-orm/pg-core';

// Nothing here is about a person; only the system writes, and what makes a release is never changed or deleted.
const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });

/** A course's structure as it was published, kept with the release. Holds no key and no text of a lesson. */
export interface StoredOutline {
	title: string;
	code: string;
	edition: string;
	summary: string;
	audience: string;
	language: string;
	/** Hours of training; 1 JP = 45 minutes. */
	jp: number;
	/** What the parts add up to. */
	minutes: number;
	/** Absent in outlines stored before there were topics. */
	topics?: string[];
	providers: string[];
	authors: string[];
	reviewers: string[];
	owner: string | null;
	licence: string;
	competencies: { id: string; level: number }[];
	prerequisites: string[];
	/** Ids of earlier editions that others here carry on. Absent in releases from before this was kept, as is `retired`. */
	replaced?: { kind: 'module' | 'lesson' | 'objective' | 'question'; id: string; by: string }[];
	/** Ids of earlier editions that were given up, of whatever kind. */
	retired?: { id: string; reason: string }[];
	/** Where course.md and each module.md stand among the release's files. */
	path: string;
	modules: OutlineModule[];
	/** Quizzes and tests; missing in releases from before there were any. */
	tests?: OutlineTest[];
	project?: { title: string; minutes: number; jp: number; path: string };
}

/** A quiz or test: its own items, and how many more are drawn from the bank for each objective. */
interface OutlineTest {
	id: string;
	kind: 'quiz' | 'pretest' | 'posttest';
	moduleId: string | null;
	title: string;
	minutes: number;
	/** Minutes of one attempt; lacking where there is no limit. */
	timeLimit?: number;
	pool: 'kuis' | 'ujian';
	path: string;
	/** Question ids. */
	items: string[];
	blueprint: { objective: string; level: string | null; count: number }[];
}

interface OutlineModule {
	id: string;
	title: string;
	jp: number;
	minutes: number;
	objectives: { id: string; text: string; level: string }[];
	path: string;
	lessons: OutlineLesson[];
}

interface OutlineLesson {
	id: string;
	title: string;
	minutes: number;
	/** Objective ids. */
	objectives: string[];
	/** Number of checks in the text. */
	checks: number;
	/** Bytes of HTML. */
	bytes: number;
	/** What travels when the lesson is opened, pictures included; releases before this was counted lack it. */
	download?: { bytes: number; pictures: number };
	/** Ids of the glossary terms it uses; lacking in releases before this was kept. */
	terms?: string[];
}

interface StoredAsset {
	sha256: string;
	width: number | null;
	height: number | null;
	/** Lacking in releases before links told type and size. */
	mediaType?: string;
	bytes?: number;
}

/** What the texts of a release may point at, small enough to be kept with it: enough to render any of its lessons. */
export interface References {
	courseId: string;
	/** Lesson ids by path. */
	lessons: Record<string, string>;
	assets: Record<string, StoredAsset>;
	/** Ids of glossary terms. */
	terms: string[];
}

/** What may be chosen in a question; both sides of a matching are listed. */
export interface StoredChoice {
	id: string;
	text: string;
	side?: 'left' | 'right';
}

/** What ids alone do not say of a key. */
export type StoredKeyDetail =
	| { kind: 'numeric'; value: number; tolerance: number }
	| { kind: 'short'; accepted: string[] }
	/** By option id: 2, 1 or 0. */
	| { kind: 'situational'; worth: Record<string, number> }
	| {
			kind: 'essay';
			rubric: {
				levels: string[];
				/** Lacking in keys from before it was kept: then the names of the levels tell. */
				order?: 'naik' | 'turun';
				criteria: { name: string; weight: number | null; levels: string[] }[];
			};
	  };

/** A course and the one place it is edited in. */
export const courses = pgTable(
	'courses',
	{
		id: text().primaryKey(),
		home: text({ enum: ['folder', 'studio', 'remote'] }).notNull(),
		createdAt: timestamp({ withTimezone: true }).notNull().defaultNow()
	},
	(t) => [check('courses_home_known', sql`${t.home} in ('folder', 'studio', 'remote')`)]
);

/** An edition of a course as published, known by the hash of its content. */
export const releases = pgTable(
	'releases',
	{
		id: text().primaryKey(),
		courseId: text()
			.notNull()
			.references(() => courses.id),
		/** The human number, e.g. `2026.1`. */
		number: text().notNull(),
		/** Order of publication within the course, from 1. */
		ordinal: integer().notNull(),
		notes: text().notNull(),
		publishedAt: timestamp({ withTimezone: true }).notNull(),
		/** The person (identity.people); null when the system published. */
		publishedBy: uuid(),
		outline: jsonb().$type<StoredOutline>().notNull(),
		references: jsonb().$type<References>().notNull()
	},
	(t) => [
		unique('releases_course_number_unique').on(t.courseId, t.number),
		unique('releases_course_ordinal_unique').on(t.courseId, t.ordinal),
		check('releases_id_is_hash', sql`${t.id} ~ '^[0-9a-f]{64}$'`)
	]
);

/** Stored bytes, each content once: sources of releases and the files they show. What they are, their names say. */
export const files = pgTable(
	'files',
	{
		sha256: text().primaryKey(),
		size: integer().notNull(),
		bytes: bytea().notNull()
	},
	(t) => [
		check('files_sha256_form', sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
		check('files_size_true', sql`${t.size} = octet_length(${t.bytes})`)
	]
);

/** The files a release consists of: enough to publish it again elsewhere, byte for byte. */
export const releaseFiles = pgTable(
	'release_files',
	{
		releaseId: text()
			.notNull()
			.references(() => releases.id),
		path: text().notNull(),
		sha256: text()
			.notNull()
			.references(() => files.sha256)
	},
	(t) => [
		primaryKey({ name: 'release_files_pk', columns: [t.releaseId, t.path] }),
		index('release_files_sha256_index').on(t.sha256)
	]
);

export const lessons = pgTable(
	'lessons',
	{
		releaseId: text()
			.notNull()
			.references(() => releases.id),
		id: text().notNull(),
		moduleId: text().notNull(),
		/** Order within the release, from 1. */
		position: integer().notNull(),
		path: text().notNull(),
		title: text().notNull(),
		minutes: integer().notNull(),
		/** Without markup and without questions, for search. */
		plainText: text().notNull(),
		/** Headings of the text, one a line, for search; empty in releases stored before they were kept. */
		headings: text().notNull().default(''),
		/** Bytes of the rendered HTML when it was published. */
		size: integer().notNull()
	},
	(t) => [
		primaryKey({ name: 'lessons_pk', columns: [t.releaseId, t.id] }),
		unique('lessons_position_unique').on(t.releaseId, t.position),
		check('lessons_minutes_positive', sql`${t.minutes} > 0`)
	]
);

/** What is taught, block by block, so that releases can be compared without reading their sources again. */
export const blocks = pgTable(
	'blocks',
	{
		releaseId: text()
			.notNull()
			.references(() => releases.id),
		/** The same from release to release: what the author first named it, else made of the first text. */
		id: text().notNull(),
		/** What the author names it in this release: `question:…` or `block:…`. */
		authored: text(),
		/** Order of reading within the release, from 1. */
		position: integer().notNull(),
		/** Null in the introduction of the course. */
		moduleId: text(),
		/** Null in an introduction. */
		lessonId: text(),
		path: text().notNull(),
		line: integer().notNull(),
		kind: text().notNull(),
		/** The same where a block means the same. Of a question: only of what everybody may know. */
		fingerprint: text().notNull(),
		/** Hash of the words alone. */
		words: text().notNull(),
		/** Without markup; empty for a question, whose words stand in `questions`. */
		text: text().notNull()
	},
	(t) => [
		primaryKey({ name: 'blocks_pk', columns: [t.releaseId, t.id] }),
		unique('blocks_position_unique').on(t.releaseId, t.position),
		foreignKey({
			name: 'blocks_lesson_fk',
			columns: [t.releaseId, t.lessonId],
			foreignColumns: [lessons.releaseId, lessons.id]
		})
	]
);

/** A question without its key. */
export const questions = pgTable(
	'questions',
	{
		releaseId: text()
			.notNull()
			.references(() => releases.id),
		id: text().notNull(),
		/** The lesson whose check it is; null for quizzes and banks. */
		lessonId: text(),
		kind: text().notNull(),
		objective: text(),
		level: text(),
		/** File and line of the source, to lead an author back to it. */
		path: text().notNull(),
		line: integer().notNull(),
		prompt: text().notNull(),
		options: jsonb().$type<StoredChoice[]>().notNull(),
		/** Which kind of use it may be drawn for; releases from before pools hold checks alone. */
		pool: text({ enum: ['latihan', 'kuis', 'ujian'] })
			.notNull()
			.default('latihan'),
		/** The case it shares with its neighbours. */
		scenarioId: text()
	},
	(t) => [
		primaryKey({ name: 'questions_pk', columns: [t.releaseId, t.id] }),
		foreignKey({
			name: 'questions_lesson_fk',
			columns: [t.releaseId, t.lessonId],
			foreignColumns: [lessons.releaseId, lessons.id]
		}),
		index('questions_lesson_index').on(t.releaseId, t.lessonId),
		check('questions_pool_known', sql`${t.pool} in ('latihan', 'kuis', 'ujian')`)
	]
);

/** Keys and rationales, apart, so that no query for a page can bring them along by accident. */
export const questionKeys = pgTable(
	'question_keys',
	{
		releaseId: text().notNull(),
		questionId: text().notNull(),
		correct: text().array().notNull(),
		/** Plain text by option id; what is said of the whole question stands under the empty name. */
		rationales: jsonb().$type<Record<string, string>>().notNull(),
		detail: jsonb().$type<StoredKeyDetail>()
	},
	(t) => [
		primaryKey({ name: 'question_keys_pk', columns: [t.releaseId, t.questionId] }),
		foreignKey({
			name: 'question_keys_question_fk',
			columns: [t.releaseId, t.questionId],
			foreignColumns: [questions.releaseId, questions.id]
		}),
		check(
			'question_keys_correct_filled',
			sql`cardinality(${t.correct}) > 0 or ${t.detail} is not null`
		)
	]
);

export const glossaryTerms = pgTable(
	'glossary_terms',
	{
		releaseId: text()
			.notNull()
			.references(() => releases.id),
		id: text().notNull(),
		term: text().notNull(),
		/** Markdown. */
		definition: text().notNull()
	},
	(t) => [primaryKey({ name: 'glossary_terms_pk', columns: [t.releaseId, t.id] })]
);

/** Instruments as last known: joined when a lesson is read, so a repeal shows on every release at once. */
export const regulations = pgTable(
	'regulations',
	{
		id: text().primaryKey(),
		kind: text().notNull(),
		number: text().notNull(),
		year: integer().notNull(),
		title: text().notNull(),
		short: text().notNull(),
		status: text({ enum: ['berlaku', 'diubah', 'dicabut', 'belum-berlaku'] }).notNull(),
		inForceFrom: date(),
		inForceUntil: date(),
		revokedBy: text(),
		amendedBy: text().array().notNull(),
		source: text().notNull(),
		lastChecked: date().notNull(),
		note: text()
	},
	(t) => [
		check(
			'regulations_status_known',
			sql`${t.status} in ('berlaku', 'diubah', 'dicabut', 'belum-berlaku')`
		)
	]
);

/** Competencies that courses may name, as last known. */
export const competencies = pgTable(
	'competencies',
	{
		id: text().primaryKey(),
		name: text().notNull(),
		kind: text({ enum: ['manajerial', 'sosial-kultural', 'teknis-kerja'] }).notNull(),
		/** Order in which they are shown. */
		order: integer().notNull(),
		/** The instrument its name comes from. */
		regulation: text().references(() => regulations.id),
		description: text(),
		/** What marks each level, by its number. */
		levels: jsonb().$type<Record<string, string>>().notNull()
	},
	(t) => [
		check(
			'competencies_kind_known',
			sql`${t.kind} in ('manajerial', 'sosial-kultural', 'teknis-kerja')`
		)
	]
);

/** Which text cites which article: what a change of the law touches. */
export const citations = pgTable(
	'citations',
	{
		id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
		releaseId: text()
			.notNull()
			.references(() => releases.id),
		/** Null for the introduction of the course or of a module. */
		lessonId: text(),
		questionId: text(),
		regulationId: text()
			.notNull()
			.references(() => regulations.id),
		article: text(),
		path: text().notNull(),
		line: integer().notNull()
	},
	(t) => [
		index('citations_regulation_index').on(t.regulationId, t.article),
		index('citations_release_index').on(t.releaseId, t.lessonId)
	]
);
