import { eq, max, sql } from 'drizzle-orm';
import { isoDay } from '../../format/dates.ts';
import { record } from '../audit/entries.ts';
import type { Database } from '../db/connect.ts';
import { blocksPublication, checkCourse, graded } from './check.ts';
import type { Registries } from './competencies.ts';
import type { Course, Finding, Problem, SourceFile } from './course.ts';
import { misplacedEdition } from './editions.ts';
import { findRelease } from './export.ts';
import { contentHash } from './hash.ts';
import { reusedIds, vanishedIds } from './identities.ts';
import { readKnownIds } from './known-ids.ts';
import { renderCourse } from './lesson-page.ts';
import { outlineOf } from './outline.ts';
import { referencesOf } from './references.ts';
import type { ReleaseRecord } from './release-record.ts';
import { alignedBlocks, storeBlocks } from './release-blocks.ts';
import { publicPart, storeFiles, storeTexts } from './release-rows.ts';
import { isPartial } from './parse.ts';
import { courses, releases } from './tables.ts';

export interface Publication {
	courseId: string;
	/** The person who publishes; null for the system. */
	publisher: string | null;
	home: 'folder' | 'studio' | 'remote';
	files: readonly SourceFile[];
	/** What the course is judged by; already published (`publishRegistries`). */
	registry: Registries;
	/** What an export says of it, where these files come from one. */
	record?: ReleaseRecord | null;
	at: Date;
}

export type Published =
	| { outcome: 'published'; releaseId: string; problems: Problem[] }
	/** `newer` is the number of the edition that is served instead; null where this is the newest. */
	| { outcome: 'unchanged'; releaseId: string; problems: Problem[]; newer: string | null }
	/** Nothing was written; the last good release is still served. */
	| { outcome: 'refused'; releaseId: null; problems: Problem[] };

/**
 * Makes an immutable release of a course, or finds that these bytes are one already. Problems that
 * block publication come back in full.
 */
export async function publish(db: Database, publication: Publication): Promise<Published> {
	const { courseId, files } = publication;
	const releaseId = contentHash(courseId, files);
	return db.transaction(async (tx) => {
		await tx.execute(
			sql`select pg_advisory_xact_lock(hashtextextended(${`course:${courseId}`}, 0))`
		);
		const [known] = await tx
			.select({ id: releases.id })
			.from(releases)
			.where(eq(releases.id, releaseId));
		if (known) {
			const newest = await findRelease(tx, courseId, null);
			const newer = newest && newest.id !== releaseId ? newest.edition : null;
			return { outcome: 'unchanged', releaseId, problems: [], newer };
		}

		const { course, problems } = await judge(tx, publication, releaseId);
		if (!course || blocksPublication(problems))
			return { outcome: 'refused', releaseId: null, problems };
		await store(tx, publication, releaseId, course);
		return { outcome: 'published', releaseId, problems };
	});
}

/** What is wrong with the course by itself, and beside the releases before it. */
async function judge(
	db: Database,
	{ courseId, files, registry, record: told, at }: Publication,
	releaseId: string
): Promise<{ course: Course | null; problems: Problem[] }> {
	const { course, problems } = checkCourse(courseId, files, registry, isoDay(at));
	// What cannot be read has not vanished.
	if (!course || isPartial(course, files)) return { course, problems };
	const standing = told?.id === releaseId ? withoutLaterRepeals(problems) : problems;
	return { course, problems: [...standing, ...graded(await comparedWithEarlier(db, course))] };
}

/** A release passed while its law stood. That it was repealed since is a remark: readers see it beside each citation. */
function withoutLaterRepeals(problems: readonly Problem[]): Problem[] {
	return problems.map((problem) =>
		problem.rule === 'revoked-instrument' ? { ...problem, severity: 'warning' } : problem
	);
}

/** Beside editions in the wrong order, what has vanished since would mislead. */
async function comparedWithEarlier(db: Database, course: Course): Promise<Finding[]> {
	const published = await db
		.select({ number: releases.number })
		.from(releases)
		.where(eq(releases.courseId, course.id));
	const misplaced = misplacedEdition(
		course,
		published.map(({ number }) => number)
	);
	if (misplaced.length > 0) return misplaced;
	const known = await readKnownIds(db, course.id);
	return [...vanishedIds(known, course), ...reusedIds(known, course, publicPart)];
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
