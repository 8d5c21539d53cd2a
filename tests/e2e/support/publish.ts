import { publishRegistries } from '#lib/server/catalog/registry.ts';
import { publishCourse } from '#lib/server/journeys/publish-course.ts';
import { SYSTEM, withScope } from '#lib/server/db/scope.ts';
import { aCourse, registry } from '../../support/courses.ts';
import type { House } from './story.ts';

/** Publishes a small course to the application under test; `texts` replaces or adds files of the example course. */
export async function aPublishedCourse(
	house: House,
	courseId: string,
	texts: Record<string, string | null>,
	registries = registry
): Promise<void> {
	const act = { publisher: null, at: new Date() };
	const published = await withScope(house.pool, SYSTEM, async (db) => {
		await publishRegistries(db, registries, act);
		const files = aCourse(texts);
		return publishCourse(db, { courseId, home: 'folder', files, registry: registries, ...act });
	});
	if (published.outcome === 'refused')
		throw new Error(published.problems.map(({ rule, message }) => `${rule} ${message}`).join('\n'));
}
