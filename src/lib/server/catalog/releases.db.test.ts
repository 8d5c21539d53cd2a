import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { aCourse, exampleTexts, registry } from '../../../../tests/support/courses.ts';
import { test } from '../../../../tests/support/database.ts';
import type { Database } from '../db/connect.ts';
import { publish } from './publish.ts';
import { publishRegistries } from './registry.ts';
import { findFile, listCatalogue, readStretch } from './releases.ts';

async function edition(db: Database, number: string) {
	const act = { publisher: null, at: new Date() };
	await publishRegistries(db, registry, act);
	const files = aCourse({ 'course.md': exampleTexts['course.md']!.replace('2026.1', number) });
	return publish(db, { courseId: 'data-1', home: 'folder', files, registry, ...act });
}

test('the catalogue follows each new edition', async ({ db }) => {
	for (const number of ['2026.1', '2026.2']) {
		const { releaseId } = await edition(db, number);
		for (let visitor = 1; visitor <= 2; visitor++)
			expect(await listCatalogue(db)).toMatchObject([
				{ courseId: 'data-1', releaseId, edition: number, modules: 1, lessons: 1 }
			]);
	}
});

test('a stretch of a file is read by itself', async ({ db }) => {
	await edition(db, '2026.1');
	const [picture] = await db.execute<{ sha256: string; bytes: Buffer }>(
		sql`select sha256, bytes from files join release_files using (sha256) where path like '%/silo.svg'`
	);
	const { sha256, bytes } = picture!;
	expect(await findFile(db, sha256, 'silo.svg')).toEqual({
		mediaType: 'image/svg+xml',
		length: bytes.length
	});
	const stretch = async (first: number, last: number) =>
		Buffer.from(await readStretch(db, sha256, { first, last }));
	expect(await stretch(0, bytes.length - 1)).toEqual(bytes);
	expect(await stretch(3, 9)).toEqual(bytes.subarray(3, 10));
});
