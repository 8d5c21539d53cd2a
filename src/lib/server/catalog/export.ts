import { desc, eq, and } from 'drizzle-orm';
import type { Database } from '../db/connect.ts';
import type { SourceFile } from './course.ts';
import { files, releaseFiles, releases } from './tables.ts';

/**
 * The files of a release as they were published, by path. In a folder named like the course they are published
 * elsewhere under the same id.
 */
export async function exportRelease(db: Database, releaseId: string): Promise<SourceFile[]> {
	return db
		.select({ path: releaseFiles.path, bytes: files.bytes })
		.from(releaseFiles)
		.innerJoin(files, eq(files.sha256, releaseFiles.sha256))
		.where(eq(releaseFiles.releaseId, releaseId))
		.orderBy(releaseFiles.path);
}

/** The release of a course with this number, or its newest; null when there is none. */
export async function findRelease(
	db: Database,
	courseId: string,
	edition: string | null
): Promise<{ id: string; edition: string; publishedAt: Date } | null> {
	const [release] = await db
		.select({
			id: releases.id,
			edition: releases.number,
			publishedAt: releases.publishedAt
		})
		.from(releases)
		.where(
			and(
				eq(releases.courseId, courseId),
				edition === null ? undefined : eq(releases.number, edition)
			)
		)
		.orderBy(desc(releases.ordinal))
		.limit(1);
	return release ?? null;
}
