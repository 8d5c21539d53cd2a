import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { aCourse, exampleTexts, registry } from '../../../../tests/support/courses.ts';
import { test } from '../../../../tests/support/database.ts';
import { publishRegistries } from '../catalog/registry.ts';
import type { Database } from '../db/connect.ts';
import { SYSTEM, withScope } from '../db/scope.ts';
import { publishCourse } from '../journeys/publish-course.ts';
import { indexCourse } from './indexing.ts';

async function publishEdition(db: Database, edition: string) {
	const act = { publisher: null, at: new Date() };
	await publishRegistries(db, registry, act);
	const files = aCourse({ 'course.md': exampleTexts['course.md']!.replace('2026.1', edition) });
	return publishCourse(db, { courseId: 'data-1', home: 'folder', files, registry, ...act });
}

test('housekeeping that waited for a publication indexes what was published', async ({ pool }) => {
	await withScope(pool, SYSTEM, (db) => publishEdition(db, '2026.1'));
	await withScope(pool, SYSTEM, (db) => db.execute(sql`update search_courses set form = 0`));
	const { housekeeping } = await withScope(pool, SYSTEM, async (db) => {
		await publishEdition(db, '2026.2');
		const waiting = withScope(pool, SYSTEM, (other) => indexCourse(other, 'data-1'));
		await untilSomebodyWaits(db);
		return { housekeeping: waiting };
	});
	expect(await housekeeping).toBe(false);
	const indexed = await withScope(pool, SYSTEM, (db) =>
		db.execute(sql`
			select number from search_courses join releases on releases.id = search_courses.release_id`)
	);
	expect([...indexed]).toEqual([{ number: '2026.2' }]);
});

/** Asks again and again, never long, until another transaction stands before a lock of this database. */
async function untilSomebodyWaits(db: Database): Promise<void> {
	for (;;) {
		const waiting = await db.execute(sql`
			select from pg_locks where locktype = 'advisory' and not granted
				and database = (select oid from pg_database where datname = current_database())`);
		if (waiting.length > 0) return;
	}
}
