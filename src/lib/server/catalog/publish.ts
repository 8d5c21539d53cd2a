import { eq, max, sql } from 'drizzle-orm';
import { record } from '../audit/entries.ts';
import type { Database } from '../db/connect.ts';
import { Refusal } from '../refusal.ts';
import { blocksPublication, checkCourse } from './check.ts';
import type { Course, Problem, Question, SourceFile } from './course.ts';
import { canonicalBytes, contentHash, sha256 } from './hash.ts';
import { mediaTypeOf } from './images.ts';
import { renderParsed, type RenderedLesson } from './lesson-page.ts';
import { outlineOf } from './outline.ts';
import { referencesOf } from './references.ts';
import type { Registry } from './regulations.ts';
import { lessonsOf, readingPages } from './rules/structure.ts';
import { upsertRegulations } from './registry.ts';
import {
	citations,
	courses,
	files as storedFiles,
	glossaryTerms,
	lessons,
	questionKeys,
	questions,
	releaseFiles,
	releases
} from './tables.ts';

export interface Publication {
	courseId: string;
	/** The person who publishes; null for the system. */
	publisher: string | null;
	home: 'folder' | 'studio' | 'remote';
	files: readonly SourceFile[];
	registry: Registry;
	at: Date;
}

export type Published =
	| { outcome: 'published' | 'unchanged'; releaseId: string; problems: Problem[] }
	/** Nothing was written; the last good release is still served. */
	| { outcome: 'refused'; releaseId: null; problems: Problem[] };

/**
 * Makes an immutable release of a course, or finds that these bytes are one already. Problems that
 * block publication come back in full; the same number with other content is refused as a conflict.
 */
export async function publish(db: Database, publication: Publication): Promise<Published> {
	const { courseId, files, registry, at } = publication;
	const releaseId = contentHash(courseId, files);
	return db.transaction(async (tx) => {
		await tx.execute(
			sql`select pg_advisory_xact_lock(hashtextextended(${`course:${courseId}`}, 0))`
		);
		await upsertRegulations(tx, registry);
		const [known] = await tx
			.select({ id: releases.id })
			.from(releases)
			.where(eq(releases.id, releaseId));
		if (known) return { outcome: 'unchanged', releaseId, problems: [] };

		const { course, problems } = checkCourse(
			courseId,
			files,
			registry,
			at.toISOString().slice(0, 10)
		);
		if (!course || blocksPublication(problems))
			return { outcome: 'refused', releaseId: null, problems };
		await refuseTakenNumber(tx, course);

		await store(tx, publication, releaseId, course);
		return { outcome: 'published', releaseId, problems };
	});
}

/** Writes the release with everything that is read from it, and who published it. */
async function store(
	db: Database,
	{ courseId, publisher, home, files, at }: Publication,
	releaseId: string,
	course: Course
): Promise<void> {
	const number = course.fields.edition;
	const rendered = renderAll(course);
	await db
		.insert(courses)
		.values({ id: courseId, home })
		.onConflictDoUpdate({ target: courses.id, set: { home } });
	await db.insert(releases).values({
		id: releaseId,
		courseId,
		number,
		ordinal: await nextOrdinal(db, courseId),
		notes: course.fields.notes,
		publishedAt: at,
		publishedBy: publisher,
		outline: outlineOf(course, rendered),
		references: referencesOf(course)
	});
	await storeFiles(db, releaseId, files);
	await storeTexts(db, releaseId, course, rendered);
	await record(db, publisher, {
		act: 'course-published',
		detail: { course: courseId, release: releaseId, number }
	});
}

async function nextOrdinal(db: Database, courseId: string): Promise<number> {
	const [newest] = await db
		.select({ ordinal: max(releases.ordinal) })
		.from(releases)
		.where(eq(releases.courseId, courseId));
	return (newest?.ordinal ?? 0) + 1;
}

async function refuseTakenNumber(db: Database, course: Course): Promise<void> {
	const numbers = await db
		.select({ number: releases.number })
		.from(releases)
		.where(eq(releases.courseId, course.id));
	const number = course.fields.edition;
	if (numbers.some((taken) => taken.number === number)) {
		const { line } = course.frontMatter.placeOf(['edition']);
		throw new Refusal('conflict', 'edition-taken', { course: course.id, number, line });
	}
}

function renderAll(course: Course): Map<string, RenderedLesson> {
	const references = referencesOf(course);
	const glossary = new Map(course.glossary.map((term) => [term.id, term]));
	return new Map(
		course.modules.flatMap((module) =>
			module.lessons.map(
				(lesson) =>
					[
						lesson.id,
						renderParsed(lesson.document, lesson.questions, lesson.file, references, glossary)
					] as const
			)
		)
	);
}

async function storeFiles(
	db: Database,
	releaseId: string,
	files: readonly SourceFile[]
): Promise<void> {
	const rows = files.map((file) => {
		const bytes = canonicalBytes(file);
		return {
			path: file.path.normalize('NFC'),
			sha256: sha256(bytes),
			mediaType: mediaTypeOf(file.path) ?? 'text/plain',
			size: bytes.length,
			bytes
		};
	});
	for (const batch of batches(rows)) {
		await db
			.insert(storedFiles)
			.values(
				batch.map(({ sha256: hash, mediaType, size, bytes }) => ({
					sha256: hash,
					mediaType,
					size,
					bytes
				}))
			)
			.onConflictDoNothing();
		await db
			.insert(releaseFiles)
			.values(batch.map(({ path, sha256: hash }) => ({ releaseId, path, sha256: hash })));
	}
}

async function storeTexts(
	db: Database,
	releaseId: string,
	course: Course,
	rendered: ReadonlyMap<string, RenderedLesson>
): Promise<void> {
	const all = lessonsOf({ course });
	const lessonRows = all.map((lesson, index) => ({
		releaseId,
		id: lesson.id,
		moduleId: lesson.moduleId,
		position: index + 1,
		path: lesson.file,
		title: lesson.fields.title,
		minutes: lesson.minutes,
		plainText: lesson.document.passages
			.filter(({ inQuestion }) => !inQuestion)
			.map(({ text }) => text)
			.join('\n'),
		size: rendered.get(lesson.id)?.bytes ?? 0
	}));
	const citationRows = citationsOf(course).map((citation) => ({ releaseId, ...citation }));
	for (const batch of batches(lessonRows)) await db.insert(lessons).values(batch);
	for (const batch of batches(course.questions)) {
		await db.insert(questions).values(batch.map((question) => publicRow(releaseId, question)));
		await db.insert(questionKeys).values(batch.map((question) => keyRow(releaseId, question)));
	}
	for (const batch of batches(course.glossary)) {
		await db
			.insert(glossaryTerms)
			.values(batch.map(({ id, term, definition }) => ({ releaseId, id, term, definition })));
	}
	for (const batch of batches(citationRows)) await db.insert(citations).values(batch);
}

/** Every place of the course that cites an instrument: links in its texts, and what a lesson lists as its basis. */
function citationsOf(course: Course): Omit<typeof citations.$inferInsert, 'releaseId'>[] {
	const lessonAt = new Map(lessonsOf({ course }).map((lesson) => [lesson.file, lesson]));
	return readingPages({ course }).flatMap(({ file, document }) => {
		const lesson = lessonAt.get(file);
		const place = { lessonId: lesson?.id ?? null, path: file };
		const linked = document.links.flatMap(({ target, question, line }) =>
			target.kind === 'regulation'
				? [
						{
							...place,
							questionId: question,
							regulationId: target.regulation,
							article: target.article,
							line
						}
					]
				: []
		);
		const listed = (lesson?.fields.legal ?? []).map((regulationId, at) => ({
			...place,
			regulationId,
			line: lesson!.frontMatter.placeOf(['legal', at]).line
		}));
		return [...linked, ...listed];
	});
}

function publicRow(releaseId: string, question: Question): typeof questions.$inferInsert {
	const { id, place, kind, objective, level, file, line, prompt, options } = question;
	return {
		releaseId,
		id,
		lessonId: place.kind === 'lesson' ? place.lessonId : null,
		kind,
		objective,
		level,
		path: file,
		line,
		prompt: prompt.text,
		options: options.map((option) => ({ id: option.id, text: option.text }))
	};
}

function keyRow(releaseId: string, { id, options }: Question): typeof questionKeys.$inferInsert {
	return {
		releaseId,
		questionId: id,
		correct: options.filter(({ correct }) => correct).map((option) => option.id),
		rationales: Object.fromEntries(
			options.map((option) => [option.id, option.rationale?.text ?? ''])
		)
	};
}

/** PostgreSQL takes 65,535 parameters a statement; nothing here has more than 14 a row. */
function* batches<Row>(rows: readonly Row[], size = 200): Generator<Row[]> {
	for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size);
}
