import { sql } from 'drizzle-orm';
import { inject, test as base } from 'vitest';
import { APPLICATION_ROLE, connect, type Database, type Pool } from '#lib/server/db/connect.ts';
import { inDatabase, TEMPLATE } from './postgres.ts';
import { enterScope, SYSTEM, type Scope } from '#lib/server/db/scope.ts';

const WORKER_DATABASE = `test_${process.env.VITEST_POOL_ID ?? '0'}_${process.pid}`;

/** A test with a database of its own worker: `pool` commits, `db` is rolled back after each test. Both work as the application's role. */
export const test = base
	.extend('ownerPool', { scope: 'worker' }, async ({}, { onCleanup }) => {
		const owner = connect(inject('ownerUrl'), { max: 1 });
		await owner.execute(sql`drop database if exists ${sql.identifier(WORKER_DATABASE)}`);
		await owner.execute(
			sql`create database ${sql.identifier(WORKER_DATABASE)} template ${sql.identifier(TEMPLATE)}`
		);
		await owner.$client.end();
		const pool = connect(inDatabase(inject('ownerUrl'), WORKER_DATABASE), { max: 4 });
		onCleanup(() => pool.$client.end());
		return pool;
	})
	.extend('pool', { scope: 'worker' }, async ({ ownerPool: _ }, { onCleanup }) => {
		const url = inDatabase(inject('appUrl'), WORKER_DATABASE);
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
