import { join } from 'node:path';
import { graded } from '../catalog/check.ts';
import type { Problem } from '../catalog/course.ts';
import type { Library } from '../catalog/library.ts';
import { publish, type Publication, type Published } from '../catalog/publish.ts';
import { forgetRegistries, publishRegistries } from '../catalog/registry.ts';
import type { Database, Pool } from '../db/connect.ts';
import { SYSTEM, withScope } from '../db/scope.ts';
import { indexCourse } from '../search/indexing.ts';

/** Publishes a course and lets search find it, both or neither; a release met again is looked up for search as well. */
export async function publishCourse(db: Database, publication: Publication): Promise<Published> {
	return db.transaction(async (tx) => {
		const published = await publish(tx, publication);
		if (published.outcome !== 'refused') await indexCourse(tx, publication.courseId);
		return published;
	});
}

/** What became of one course; `failed` by an `error` that is nobody's mistake in the course. */
export type PublishedCourse = { courseId: string } & (
	Published | { outcome: 'failed'; releaseId: null; problems: []; error: unknown }
);

/** What became of a library. */
export interface PublishedLibrary {
	/** Of the registries: what was left aside because more is known. */
	remarks: Problem[];
	courses: PublishedCourse[];
}

/**
 * Publishes the registries of a library and then every course as the system, each in a transaction of its own: one
 * that is refused or fails does not keep the others from being published.
 */
export async function publishLibrary(
	pool: Pool,
	{ courses, registry: read }: Library,
	act: { publisher: string | null; at: Date }
): Promise<PublishedLibrary> {
	const { registry, remarks } = await withScope(pool, SYSTEM, (db) =>
		publishRegistries(db, read, act)
	);
	forgetRegistries();
	const published: PublishedCourse[] = [];
	for (const { courseId, folder, files, findings, record = null } of courses) {
		const publication = { courseId, home: 'folder', files, registry, record, ...act } as const;
		try {
			const result: Published =
				findings.length > 0
					? { outcome: 'refused', releaseId: null, problems: graded(findings) }
					: await withScope(pool, SYSTEM, (db) => publishCourse(db, publication));
			const problems = result.problems.map((problem) => ({
				...problem,
				file: join(folder, problem.file)
			}));
			published.push({ ...result, problems, courseId });
		} catch (error) {
			published.push({ outcome: 'failed', releaseId: null, problems: [], error, courseId });
		}
	}
	return { remarks, courses: published };
}
