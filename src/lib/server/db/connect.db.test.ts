import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { test } from '../../../../tests/support/database.ts';
import { agencies } from '../organisation/tables.ts';
import { enterScope, SYSTEM } from './scope.ts';

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

	test('a broken connection fails its transaction and leaves the pool working', async ({
		pool
	}) => {
		const story = pool.transaction(async (tx) => {
			await tx.execute(sql`select pg_terminate_backend(pg_backend_pid())`);
			await tx.execute(sql`select 1`);
		});
		await expect(story).rejects.toThrow();
		const [one] = await pool.execute<{ one: number }>(sql`select 1 as one`);
		expect(one?.one).toBe(1);
	});
});
