import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { actAs, test } from '../../../../tests/support/database.ts';
import { people, personNames } from '../identity/tables.ts';
import { PUBLIC, SYSTEM, withScope } from './scope.ts';

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
