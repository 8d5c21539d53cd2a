import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { actAs, test } from '../../../../tests/support/database.ts';
import type { Database, Pool } from './connect.ts';
import { people, personNames } from '../identity/tables.ts';
import { PUBLIC, readInScope, SYSTEM, withScope } from './scope.ts';

describe('scope', () => {
	test('the application works as a role that row-level security binds', async ({ db }) => {
		const [role] = await db.execute<{ unbound: boolean }>(
			sql`select rolsuper or rolbypassrls as unbound from pg_roles where rolname = current_user`
		);
		expect(role?.unbound).toBe(false);
	});

	test('a person sees their own row and nobody else', async ({ db }) => {
		const [own, other] = await db
			.insert(people)
			.values([{ employeeKind: 'pns' }, { employeeKind: 'pppk' }])
			.returning();
		await db.insert(personNames).values([
			{ personId: own!.id, name: 'Sri' },
			{ personId: other!.id, name: 'Budi' }
		]);
		await actAs(db, own!.id);
		expect(await db.select().from(people)).toHaveLength(1);
		expect(await db.select({ name: personNames.name }).from(personNames)).toEqual([
			{ name: 'Sri' }
		]);
		await actAs(db, PUBLIC);
		expect(await db.select().from(people)).toHaveLength(0);
	});

	test('a scope is for a person by id, and for nothing that could be SQL', async ({ pool }) => {
		const forged = { as: 'person', personId: "'; set local widyapraja.actor = 'system" } as const;
		expect(() => withScope(pool, forged, (db) => db.select().from(people))).toThrow('no person');
	});

	test('a scope holds inside nested transactions too', async ({ pool }) => {
		await withScope(pool, SYSTEM, (db) =>
			db.transaction((tx) => tx.insert(people).values({ employeeKind: 'pppk' }))
		);
		const seen = await withScope(pool, SYSTEM, (db) => db.select().from(people));
		expect(seen.map(({ employeeKind }) => employeeKind)).toContain('pppk');
	});

	test('a scope ends with its transaction', async ({ pool }) => {
		await withScope(pool, SYSTEM, (db) => db.insert(people).values({ employeeKind: 'pns' }));
		expect(await pool.select().from(people)).toHaveLength(0);
	});
});

describe('a story that only reads', () => {
	const aPersonWithName = (pool: Pool, name: string) =>
		withScope(pool, SYSTEM, async (db) => {
			const [person] = await db.insert(people).values({ employeeKind: 'pns' }).returning();
			await db.insert(personNames).values({ personId: person!.id, name });
			return person!.id;
		});
	const names = (db: Database) =>
		db.select({ name: personNames.name }).from(personNames).orderBy(personNames.name);

	test('is judged as its scope, statement by statement and side by side', async ({ pool }) => {
		const ids = await Promise.all(
			['Ayu', 'Bima', 'Citra'].map((name) => aPersonWithName(pool, name))
		);
		const seen = await Promise.all(
			ids.flatMap((personId) =>
				[1, 2, 3, 4].map(() =>
					readInScope(pool, { as: 'person', personId }, (db) =>
						Promise.all([
							names(db),
							db.execute<{ name: string }>(sql`select name from person_names`)
						])
					)
				)
			)
		);
		const told = seen.map(([mapped, raw]) => [...mapped, ...raw].map(({ name }) => name).join());
		expect(told).toEqual(
			['Ayu', 'Bima', 'Citra'].flatMap((name) => Array(4).fill(`${name},${name}`))
		);
		expect(await pool.select().from(personNames)).toHaveLength(0);
	});

	test('cannot write', async ({ pool }) => {
		const story = readInScope(pool, SYSTEM, (db) =>
			db.insert(people).values({ employeeKind: 'pns' })
		);
		await expect(story).rejects.toMatchObject({ cause: { code: '25006' } });
		const nested = readInScope(pool, SYSTEM, (db) => db.transaction((tx) => names(tx)));
		await expect(nested).rejects.toThrow('no transaction');
	});

	test('that asks nothing opens nothing, and one that fails gives its connections back', async ({
		pool
	}) => {
		expect(await readInScope(pool, SYSTEM, async () => 'apa adanya')).toBe('apa adanya');
		for (let time = 0; time < 20; time++) {
			const story = readInScope(pool, SYSTEM, (db) => db.execute(sql`select 1 / 0`));
			await expect(story).rejects.toMatchObject({ cause: { code: '22012' } });
		}
		const [{ open } = { open: -1 }] = await pool.execute<{ open: number }>(
			sql`select count(*)::int as open from pg_stat_activity where state like 'idle in transaction%'`
		);
		expect(open).toBe(0);
		expect(await pool.select().from(people)).toHaveLength(0);
	});
});
