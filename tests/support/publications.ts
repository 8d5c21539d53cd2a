import { expect } from 'vitest';
import type { Regulation } from '#lib/server/catalog/fields.ts';
import { publish, type Publication } from '#lib/server/catalog/publish.ts';
import { publishRegistries } from '#lib/server/catalog/registry.ts';
import type { Database } from '#lib/server/db/connect.ts';
import { aCourse, exampleTexts, registry } from './courses.ts';

type Changes = Parameters<typeof aCourse>[0];

const publishedAt = new Date('2026-11-21T03:00:00Z');

/** The act of a publication by the system. */
export const bySystem = { publisher: null, at: publishedAt };

/** The example course as it is published from a folder. */
export function aPublication(changes: Changes = {}): Publication {
	return {
		...{ courseId: 'data-1', home: 'folder', files: aCourse(changes), registry },
		...bySystem
	};
}

/** The change that makes the example course another edition. */
export const edition = (number: string) => ({
	'course.md': exampleTexts['course.md']!.replace('2026.1', number)
});

/** The registry with another entry for the instrument that the example course cites. */
export const knowing = (changes: Partial<Regulation>) => ({
	...registry,
	regulations: new Map(registry.regulations).set('uu-1-2020', {
		...registry.regulations.get('uu-1-2020')!,
		...changes
	})
});

/** What `knowing` says of an instrument that another one revoked. */
export const revoked = { status: 'dicabut', revokedBy: 'uu-1-2027' } as const;

/** Publishes the example course with the registries it is judged by; gives the release's id. */
export async function publishExample(db: Database, changes: Changes = {}): Promise<string> {
	await publishRegistries(db, registry, bySystem);
	const result = await publish(db, aPublication(changes));
	expect(result.problems).toEqual([]);
	return result.releaseId!;
}
