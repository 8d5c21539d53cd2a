import { sql } from 'drizzle-orm';
import { inject, test as base } from 'vitest';
import { APPLICATION_ROLE, connect, type Database, type Pool } from '#lib/server/db/connect.ts';
import { enterScope, SYSTEM, type Scope } from '#lib/server/db/scope.ts';

/** A test with a database of its own worker: `pool` commits, `db` is rolled back after each test. Both work as the application's role. */
export const test = base
	.extend('ownerPool', { scope: 'worker' }, async ({}, { onCleanup }) => {
		const server = new URL(inject('ownerUrl'));
		const name = `test_${process.env.VITEST_POOL_ID ?? '0'}_${process.pid}`;
		const maintenance = connect(server.href, { max: 1 });
		await maintenance.execute(sql`drop database if exists ${sql.identifier(name)}`);
		await maintenance.execute(sql`create database ${sql.identifier(name)} template template_test`);
		await maintenance.$client.end();
		server.pathname = `/${name}`;
		const pool = connect(server.href, { max: 4 });
		onCleanup(() => pool.$client.end());
		return pool;
	})
	.extend('pool', { scope: 'worker' }, async ({ ownerPool }, { onCleanup }) => {
		const { host, port, user, pass, database } = ownerPool.$client.options;
		const url = `postgres://${user}:${String(pass)}@${host[0]}:${port[0]}/${database}`;
		const pool = connect(url, { role: APPLICATION_ROLE, max: 8 });
		onCleanup(() => pool.$client.end());
		return pool;
	})
	.extend('db', async ({ pool }, { onCleanup }) => {
		const { db, rollBack } = await openTransaction(pool);
		onCleanup(rollBack);
		await enterScope(db, SYSTEM);
		return db;
	});

/** From here on the open transaction is judged as this person (or `SYSTEM`, `PUBLIC`). */
export async function actAs(db: Database, scope: Scope | string): Promise<void> {
	await enterScope(db, typeof scope === 'string' ? { as: 'person', personId: scope } : scope);
}

async function openTransaction(
	pool: Pool
): Promise<{ db: Database; rollBack: () => Promise<void> }> {
	const undone = new Error('rolled back after the test');
	let finish: () => void = () => {};
	const finished = new Promise<void>((resolve) => (finish = resolve));
	let ended: Promise<unknown> = Promise.resolve();
	const db = await new Promise<Database>((resolve, reject) => {
		ended = pool
			.transaction(async (transaction) => {
				resolve(transaction);
				await finished;
				throw undone;
			})
			.catch((error: unknown) => {
				if (error !== undone) reject(error);
			});
	});
	return {
		db,
		async rollBack() {
			finish();
			await ended;
		}
	};
}
