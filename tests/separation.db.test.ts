import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { DATA_MAP } from '#lib/server/privacy/data-map.ts';
import { test } from './support/database.ts';

describe('every table', () => {
	test('stands in the data map with every column, and the map names nothing else', async ({
		db
	}) => {
		const columns = await db.execute<{ table: string; column: string }>(sql`
			select table_name as "table", column_name as "column" from information_schema.columns
			where table_schema = 'public'`);
		const tables = [...new Set(columns.map(({ table }) => table))].sort();
		expect(Object.keys(DATA_MAP).sort()).toEqual(tables);
		for (const [table, note] of Object.entries(DATA_MAP)) {
			if (!note.personal) continue;
			const found = columns.filter((row) => row.table === table).map(({ column }) => column);
			expect(Object.keys(note.columns).sort(), table).toEqual(found.sort());
		}
	});

	test('with personal data is closed to everyone until a policy opens it, its owner included', async ({
		db
	}) => {
		const tables = await db.execute<{ name: string; closed: boolean; policies: number }>(sql`
			select relname as name, relrowsecurity and relforcerowsecurity as closed,
				(select count(*)::int from pg_policy where polrelid = pg_class.oid) as policies
			from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`);
		const open = tables.filter(
			({ name, closed, policies }) => DATA_MAP[name]?.personal && (!closed || policies === 0)
		);
		expect(open).toEqual([]);
	});

	test('that names a person by id is marked as personal', async ({ db }) => {
		const tables = await db.execute<{ name: string }>(sql`
			select distinct table_name as name from information_schema.columns
			where table_schema = 'public' and column_name = 'person_id'`);
		expect(tables.filter(({ name }) => !DATA_MAP[name]?.personal)).toEqual([]);
	});
});
