import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { registry } from '../../../../tests/support/courses.ts';
import { test } from '../../../../tests/support/database.ts';
import {
	aPublication,
	bySystem,
	edition,
	knowing,
	publishExample,
	revoked
} from '../../../../tests/support/publications.ts';
import { auditEntries } from '../audit/tables.ts';
import type { Database } from '../db/connect.ts';
import { SYSTEM, withScope } from '../db/scope.ts';
import { publish } from './publish.ts';
import { findRegistries, forgetRegistries, publishRegistries } from './registry.ts';

describe('the registries', () => {
	const known = async (db: Database) =>
		(await findRegistries(db)).regulations.get('uu-1-2020')?.status;

	test('keep what was found out later, whoever publishes an older copy, and say so', async ({
		db
	}) => {
		await publishRegistries(db, knowing({ ...revoked, lastChecked: '2026-11-20' }), bySystem);
		const { registry: standing, remarks } = await publishRegistries(db, registry, bySystem);
		expect(await known(db)).toBe('dicabut');
		expect(standing.regulations.get('uu-1-2020')?.status).toBe('dicabut');
		expect(remarks).toMatchObject([{ rule: 'regulation-older', severity: 'warning' }]);
		expect(remarks[0]?.message).toMatch(/uu-1-2020.*2026-11-01.*2026-11-20/);
	});

	test('take what was checked later, and what was mended on the same day', async ({ db }) => {
		await publishRegistries(db, knowing({ ...revoked, lastChecked: '2026-11-10' }), bySystem);
		const later = knowing({ status: 'diubah', lastChecked: '2026-11-11', title: 'Salah tulis' });
		await publishRegistries(db, later, bySystem);
		expect(await known(db)).toBe('diubah');
		await publishRegistries(db, knowing({ status: 'diubah', lastChecked: '2026-11-11' }), bySystem);
		const { regulations } = await findRegistries(db);
		expect(regulations.get('uu-1-2020')?.title).toBe(registry.regulations.get('uu-1-2020')?.title);
	});

	test('do not call a repeal back without having looked again', async ({ db }) => {
		await publishRegistries(db, knowing(revoked), bySystem);
		await publishRegistries(db, registry, bySystem);
		expect(await known(db)).toBe('dicabut');
	});

	test('do not hold on to a day of checking that has not come yet', async ({ db }) => {
		await publishRegistries(db, knowing({ status: 'diubah', lastChecked: '2062-11-01' }), bySystem);
		await publishRegistries(db, knowing({ lastChecked: '2026-11-21' }), bySystem);
		expect(await known(db)).toBe('berlaku');
	});

	test('are not written by a course, refused or published', async ({ db }) => {
		await publishExample(db);
		for (const changes of [edition('2026.2'), { 'course.md': null }]) {
			await publish(db, { ...aPublication(changes), registry: knowing({ status: 'diubah' }) });
			expect(await known(db)).toBe('berlaku');
		}
	});

	test('leave an entry in the audit trail for every instrument that changed, and none for others', async ({
		db
	}) => {
		await publishRegistries(db, registry, bySystem);
		await publishRegistries(db, knowing({ ...revoked, lastChecked: '2026-11-20' }), bySystem);
		await publishRegistries(db, registry, bySystem);
		const entries = await db
			.select({ detail: auditEntries.detail })
			.from(auditEntries)
			.where(eq(auditEntries.act, 'regulation-changed'));
		expect(entries.map(({ detail }) => detail)).toEqual([
			{ regulation: 'uu-1-2020', before: 'berlaku', status: 'dicabut', lastChecked: '2026-11-20' }
		]);
	});

	test('read while they change are used and not kept', async ({ db }) => {
		const reading = findRegistries(db);
		forgetRegistries();
		expect(await findRegistries(db)).not.toBe(await reading);
	});

	test('may be published by two processes in different orders', async ({ pool }) => {
		for (const turn of Array(10).keys()) {
			const entries = [...registry.regulations].map(
				([id, entry]) => [id, { ...entry, title: `${id} ${turn}` }] as const
			);
			const orders = [entries, entries.toReversed()];
			await Promise.all(
				orders.map((order) =>
					withScope(pool, SYSTEM, (db) =>
						publishRegistries(db, { ...registry, regulations: new Map(order) }, bySystem)
					)
				)
			);
		}
	});
});
