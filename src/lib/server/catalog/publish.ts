import { eq, max, sql } from 'drizzle-orm';
import { record } from '../audit/entries.ts';
import type { Database } from '../db/connect.ts';
import { Refusal } from '../refusal.ts';
import { blocksPublication, checkCourse, graded } from './check.ts';
import type { Registries } from './competencies.ts';
import type { Course, Problem, SourceFile } from './course.ts';
import { contentHash } from './hash.ts';
import { vanishedIds } from './identities.ts';
import { readKnownIds } from './known-ids.ts';
import { renderCourse } from './lesson-page.ts';
import { outlineOf } from './outline.ts';
import { referencesOf } from './references.ts';
import { upsertRegistries } from './registry.ts';
import { alignedBlocks, storeBlocks } from './release-blocks.ts';
import { storeFiles, storeTexts } from './release-rows.ts';
import { courses, releases } from './tables.ts';

export interface Publication {
	courseId: string;
	/** The person who publishes; null for the system. */
	publisher: string | null;
	home: 'folder' | 'studio' | 'remote';
	files: readonly SourceFile[];
	registry: Registries;
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
	const { courseId, files, registry } = publication;
	const releaseId = contentHash(courseId, files);
	return db.transaction(async (tx) => {
		await tx.execute(
			sql`select pg_advisory_xact_lock(hashtextextended(${`course:${courseId}`}, 0))`
		);
		await upsertRegistries(tx, registry);
		const [known] = await tx
			.select({ id: releases.id })
			.from(releases)
			.where(eq(releases.id, releaseId));
		if (known) return { outcome: 'unchanged', releaseId, problems: [] };

		const { course, problems } = await judge(tx, publication);
		if (!course || blocksPublication(problems))
			return { outcome: 'refused', releaseId: null, problems };
		await refuseTakenNumber(tx, course);

		await store(tx, publication, releaseId, course);
		return { outcome: 'published', releaseId, problems };
	});
}

/** What is wrong with the course by itself, and beside the releases before it. */
async function judge(
	db: Database,
	{ courseId, files, registry, at }: Publication
): Promise<{ course: Course | null; problems: Problem[] }> {
	const { course, problems } = checkCourse(
		courseId,
		files,
		registry,
		at.toISOString().slice(0, 10)
	);
	if (!course) return { course, problems };
	const vanished = graded(vanishedIds(await readKnownIds(db, courseId), course));
	return { course, problems: [...problems, ...vanished] };
}

/** Writes the release with everything that is read from it, and who published it. */
async function store(
	db: Database,
	{ courseId, publisher, home, files, at }: Publication,
	releaseId: string,
	course: Course
): Promise<void> {
	const number = course.fields.edition;
	const aligned = await alignedBlocks(db, course);
	const rendered = renderCourse(course);
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
	await storeBlocks(db, releaseId, aligned);
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
