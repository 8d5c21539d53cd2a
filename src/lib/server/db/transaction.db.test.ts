import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { describe, expect, inject, vi } from 'vitest';
import { test } from '../../../../tests/support/database.ts';
import { inDatabase } from '../../../../tests/support/postgres.ts';
import { agencies } from '../organisation/tables.ts';
import { connect, type Database } from './connect.ts';
import { enterScope, PUBLIC, readInScope, SYSTEM, withScope } from './scope.ts';

const agency = (code: string) => ({
	code,
	name: `Instansi ${code}`,
	kind: 'city' as const,
	timeZone: 'Asia/Jakarta' as const
});

describe('a transaction', () => {
	test('keeps what it wrote', async ({ pool }) => {
		await pool.transaction(async (tx) => {
			await enterScope(tx, SYSTEM);
			await tx.insert(agencies).values(agency('TETAP'));
		});
		expect(await pool.$count(agencies, sql`code = 'TETAP'`)).toBe(1);
	});

	test('undoes everything when its story fails', async ({ pool }) => {
		const story = pool.transaction(async (tx) => {
			await enterScope(tx, SYSTEM);
			await tx.insert(agencies).values(agency('BATAL'));
			throw new Error('berubah pikiran');
		});
		await expect(story).rejects.toThrow('berubah pikiran');
		expect(await pool.$count(agencies, sql`code = 'BATAL'`)).toBe(0);
	});

	test('cannot be kept after a statement failed, even when the failure was caught', async ({
		pool
	}) => {
		const story = pool.transaction(async (tx) => {
			await enterScope(tx, SYSTEM);
			await tx.insert(agencies).values(agency('SETENGAH'));
			await tx.execute(sql`select 1 / 0`).catch(() => 'ditelan');
		});
		await expect(story).rejects.toThrow('undone');
		expect(await pool.$count(agencies, sql`code = 'SETENGAH'`)).toBe(0);
	});

	test('undoes only its inner part when that fails', async ({ pool }) => {
		await pool.transaction(async (tx) => {
			await enterScope(tx, SYSTEM);
			await tx.insert(agencies).values(agency('LUAR'));
			const inner = tx.transaction(async (nested) => {
				await nested.insert(agencies).values(agency('DALAM'));
				await nested.insert(agencies).values(agency('LUAR'));
			});
			await expect(inner).rejects.toThrow();
		});
		expect(await pool.$count(agencies, sql`code in ('LUAR', 'DALAM')`)).toBe(1);
	});

	test('is deaf once it is over: what a failed story still says is heard by nobody', async ({
		pool
	}) => {
		let late: Promise<unknown> = Promise.resolve();
		let failed: () => void = () => {};
		const failure = new Promise<void>((resolve) => (failed = resolve));
		const story = pool.transaction(async (tx) => {
			late = failure.then(() => tx.insert(agencies).values(agency('TELAT')));
			late.catch(() => undefined);
			await tx.execute(sql`select 1 / 0`);
		});
		await expect(story).rejects.toThrow();
		await pool.transaction(async (other) => {
			await other.execute(sql`select 1`);
			failed();
			await expect(late).rejects.toHaveProperty('cause.message', 'this transaction is over');
		});
		expect(await pool.$count(agencies, sql`code = 'TELAT'`)).toBe(0);
	});

	test('what was asked before it failed is answered before the connection goes on', async ({
		pool
	}) => {
		const story = pool.transaction(async (tx) => {
			await Promise.all([
				tx.execute(sql`select 1 / 0`),
				tx.execute(sql`select pg_sleep(0.05)`),
				tx.insert(agencies).values(agency('CABANG'))
			]);
		});
		await expect(story).rejects.toThrow();
		expect(await pool.$count(agencies, sql`code = 'CABANG'`)).toBe(0);
	});

	test('gives its connection back, whether it was kept or not', async ({ pool }) => {
		const stories = Array.from({ length: 40 }, (_, number) =>
			pool
				.transaction(async (tx) => {
					await tx.execute(sql`select ${number}::int`);
					if (number % 2) throw new Error('ganjil');
				})
				.catch(() => 'ganjil')
		);
		await Promise.all(stories);
		const [{ open } = { open: -1 }] = await pool.execute<{ open: number }>(
			sql`select count(*)::int as open from pg_stat_activity where state like 'idle in transaction%'`
		);
		expect(open).toBe(0);
	});

	test('a reading that fails undoes nothing of whoever has its connection next', async ({
		pool
	}) => {
		const one = connect(inDatabase(inject('appUrl'), pool.$client.options.database as string), {
			max: 1
		});
		const codes = Array.from({ length: 30 }, (_, number) => `SELIP-${number}`);
		const outcomes = await Promise.allSettled(
			codes.flatMap((code, number) => [
				readInScope(one, SYSTEM, (db) => db.execute(sql`select 1 / ${number % 2}::int`)),
				withScope(one, SYSTEM, async (db) => {
					await db.insert(agencies).values(agency(code));
					await db.execute(sql`select pg_sleep(0.002)`);
				}),
				readInScope(one, SYSTEM, (db) =>
					Promise.all([db.execute(sql`select 1`), db.execute(sql`select 2`)])
				)
			])
		);
		const failed = outcomes.filter(({ status }) => status === 'rejected');
		expect(failed).toHaveLength(15);
		expect(await pool.$count(agencies, sql`code like 'SELIP-%'`)).toBe(codes.length);
		const [left] = await one.execute<{ xact: string | null }>(
			sql`select nullif(current_setting('widyapraja.actor', true), '') as xact`
		);
		expect(left).toEqual({ xact: null });
		await one.$client.end();
	});

	test('fails when its connection breaks, and leaves the others and the pool alone', async ({
		pool
	}) => {
		const killer = connect(inDatabase(inject('appUrl'), pool.$client.options.database as string), {
			max: 1
		});
		const kill = async (db: Database) => {
			const [own] = await db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
			const [done] = await killer.execute<{ killed: boolean }>(
				sql`select pg_terminate_backend(${own!.pid}) as killed`
			);
			expect(done).toEqual({ killed: true });
		};
		const reached = (text: string) => sql`select ${text}::text as said, acting_as() as actor`;
		const whileItRuns = async (db: Database) => {
			const killed = pause(80).then(() =>
				killer.execute(
					sql`select pg_terminate_backend(pid) from pg_stat_activity where query like '%pg_sleep(5)%' and pid <> pg_backend_pid()`
				)
			);
			await Promise.all([db.execute(sql`select pg_sleep(5), ${'korban'}::text`), killed]);
		};
		const stories: [typeof withScope, (db: Database) => Promise<unknown>][] = [
			[withScope, whileItRuns],
			[readInScope, whileItRuns],
			[
				withScope,
				async (db) => {
					await kill(db);
					await pause(50);
					await db.execute(reached('sesudahnya'));
				}
			],
			[
				withScope,
				async (db) => {
					await kill(db);
					await Promise.all([db.execute(reached('satu')), db.execute(reached('dua'))]);
				}
			]
		];
		for (const [open, story] of stories) {
			const others = Array.from({ length: 6 }, (_, number) =>
				withScope(pool, SYSTEM, async (db) => {
					const before = await db.execute(reached(String(number)));
					await pause(120);
					return [...before, ...(await db.execute(reached(String(number))))];
				})
			);
			await expect(open(pool, PUBLIC, story)).rejects.toThrow();
			for (const [number, seen] of (await Promise.all(others)).entries())
				expect(seen).toEqual(Array(2).fill({ said: String(number), actor: 'system' }));
		}
		await killer.$client.end();
		await vi.waitFor(async () => {
			const rounds = Array.from({ length: 8 }, () =>
				withScope(pool, SYSTEM, (db) => db.execute(reached('pulih')))
			);
			for (const [row] of await Promise.all(rounds))
				expect(row).toEqual({ said: 'pulih', actor: 'system' });
		});
	});
});
