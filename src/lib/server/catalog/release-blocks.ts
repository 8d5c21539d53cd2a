import { eq } from 'drizzle-orm';
import type { Database } from '../db/connect.ts';
import { insertRows } from '../db/rows.ts';
import { alignBlocks, type IdentifiedBlock } from './align.ts';
import { blocksOf, placeOf, type Block } from './blocks.ts';
import type { Course } from './course.ts';
import { exportRelease, findRelease } from './export.ts';
import { parseCourse } from './parse.ts';
import { publicPart } from './release-rows.ts';
import { blocks, releases } from './tables.ts';

/** A block of a release, under the id it keeps from release to release. */
export type ReleasedBlock = Omit<Block, 'authored'> & IdentifiedBlock;

/**
 * The blocks of a release in the order of reading. A release from before blocks were kept is read from its sources,
 * always to the same ids.
 */
export async function readBlocks(db: Database, releaseId: string): Promise<ReleasedBlock[]> {
	const rows = await db
		.select()
		.from(blocks)
		.where(eq(blocks.releaseId, releaseId))
		.orderBy(blocks.position);
	if (rows.length === 0) return derivedBlocks(db, releaseId);
	return rows.map(({ releaseId: _, position: __, path: file, ...row }) => ({
		...row,
		file,
		place: placeOf(row)
	}));
}

async function derivedBlocks(db: Database, releaseId: string): Promise<ReleasedBlock[]> {
	const [release] = await db
		.select({ courseId: releases.courseId })
		.from(releases)
		.where(eq(releases.id, releaseId));
	if (!release) return [];
	const { course } = parseCourse(release.courseId, await exportRelease(db, releaseId));
	return course ? identified(course, []) : [];
}

/** The blocks of a course that is about to become a release, aligned with those of its newest release so far. */
export async function alignedBlocks(db: Database, course: Course): Promise<ReleasedBlock[]> {
	const newest = await findRelease(db, course.id, null);
	return identified(course, newest ? await readBlocks(db, newest.id) : []);
}

/** Writes the blocks of a release. */
export async function storeBlocks(
	db: Database,
	releaseId: string,
	aligned: readonly ReleasedBlock[]
): Promise<void> {
	const rows = aligned.map(({ place: _, file: path, ...block }, at) => ({
		releaseId,
		position: at + 1,
		path,
		...block
	}));
	await insertRows(db, blocks, rows);
}

/** What a lesson or module replaces, it carries on: blocks of the old one are looked for in the new one. */
function identified(course: Course, previous: readonly ReleasedBlock[]): ReleasedBlock[] {
	const successor = new Map<string, string>(
		course.modules.flatMap((module) => [
			...module.fields.replaces.map((old) => [`module:${old}`, `module:${module.id}`] as const),
			...module.lessons.flatMap(({ id, fields }) =>
				fields.replaces.map((old) => [`lesson:${old}`, `lesson:${id}`] as const)
			)
		])
	);
	const moved = previous.map((block) => ({
		...block,
		place: successor.get(block.place) ?? block.place
	}));
	const next = blocksOf(course, publicPart);
	const ids = alignBlocks(moved, next);
	return next.map((block, at) => ({ ...block, id: ids[at]! }));
}
