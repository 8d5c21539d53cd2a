import { join } from 'node:path';
import { graded } from '../catalog/check.ts';
import type { Registries } from '../catalog/competencies.ts';
import type { Library } from '../catalog/library.ts';
import { publish, type Publication, type Published } from '../catalog/publish.ts';
import type { CourseSource } from '../catalog/source.ts';
import type { Database, Pool } from '../db/connect.ts';
import { SYSTEM, withScope } from '../db/scope.ts';
import { Refusal } from '../refusal.ts';
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

/**
 * Publishes every course of a library as the system, each in a transaction of its own: one that is refused or fails
 * does not keep the others from being published.
 */
export async function publishLibrary(
	pool: Pool,
	{ courses, registry }: Library,
	act: { publisher: string | null; at: Date }
): Promise<PublishedCourse[]> {
	const results: PublishedCourse[] = [];
	for (const source of courses) {
		const { courseId, folder } = source;
		try {
			const result = await withScope(pool, SYSTEM, (db) =>
				publishSource(db, source, registry, act)
			);
			const problems = result.problems.map((problem) => ({
				...problem,
				file: join(folder, problem.file)
			}));
			results.push({ ...result, problems, courseId });
		} catch (error) {
			results.push({ outcome: 'failed', releaseId: null, problems: [], error, courseId });
		}
	}
	return results;
}

async function publishSource(
	db: Database,
	{ courseId, files, findings }: CourseSource,
	registry: Registries,
	{ publisher, at }: { publisher: string | null; at: Date }
): Promise<Published> {
	if (findings.length > 0)
		return { outcome: 'refused', releaseId: null, problems: graded(findings) };
	try {
		return await publishCourse(db, { courseId, publisher, home: 'folder', files, registry, at });
	} catch (error) {
		if (!(error instanceof Refusal) || error.code !== 'edition-taken') throw error;
		const message = `Isi berubah, tetapi edisi ${error.params['number']} sudah terbit. Naikkan "edition" dan tulis "notes" di course.md.`;
		const problem = {
			file: 'course.md',
			line: Number(error.params['line']),
			column: 1,
			rule: 'edition-taken',
			severity: 'error',
			message
		} as const;
		return { outcome: 'refused', releaseId: null, problems: [problem] };
	}
}
