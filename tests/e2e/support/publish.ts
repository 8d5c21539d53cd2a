import { publish } from '#lib/server/catalog/publish.ts';
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
	const published = await withScope(house.pool, SYSTEM, (db) =>
		publish(db, {
			courseId,
			publisher: null,
			home: 'folder',
			files: aCourse(texts),
			registry: registries,
			at: new Date()
		})
	);
	if (published.outcome === 'refused')
		throw new Error(published.problems.map(({ rule, message }) => `${rule} ${message}`).join('\n'));
}
