import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, inject } from 'vitest';
import { exampleFacts } from '../../../../tests/support/certificates.ts';
import { anOfficer, aPerson } from '../../../../tests/support/people.ts';
import { inDatabase } from '../../../../tests/support/postgres.ts';
import { test } from '../../../../tests/support/snapshots.ts';
import { auditEntries } from '../audit/tables.ts';
import { award, confirmAward, listAwards, type OwnAward } from '../certification/awards.ts';
import type { MakePdf } from '../certification/certificates.ts';
import { listKeys } from '../certification/keys.ts';
import { listUnreviewed, reviewRestored, type Restored } from '../certification/series.ts';
import { backup, restore } from '../db/backup.ts';
import { APPLICATION_ROLE, connect, type Database, type Pool } from '../db/connect.ts';
import { SYSTEM, withScope } from '../db/scope.ts';
import { issueCertificates, type Office } from './issue-certificates.ts';

const { number: _, code: __, ...example } = exampleFacts;
const makePdf: MakePdf = (facts) => Promise.resolve(Buffer.from(`%PDF ${facts.number}`));
const office: Office = {
	secret: 'rahasia-yang-panjangnya-cukup-untuk-ini',
	origin: 'https://belajar.contoh.go.id',
	makePdf
};
const never = (error: unknown) => {
	throw error;
};

/** An award in a database, confirmed or not; `as` acts as its holder there or in another. */
async function anAward(pool: Pool, confirmed: boolean) {
	const personId = await withScope(pool, SYSTEM, (db) =>
		aPerson(db, { name: example.holder.name })
	);
	const holder = { personId, agencyId: null, unitId: null };
	const as = <T>(where: Pool, story: (db: Database) => Promise<T>) =>
		withScope(where, { as: 'person', personId }, story);
	const { code, number } = await as(pool, (db) => award(db, holder, example));
	const confirm = (where: Pool, wanted = code) =>
		as(where, (db) => confirmAward(db, holder, wanted, example.holder));
	if (confirmed) await confirm(pool);
	const list = (where: Pool): Promise<OwnAward[]> =>
		as(where, (db) => listAwards(db, holder, '2026-11-22'));
	return { code, number, confirm, list };
}

const stories = test.extend('app', async ({}, { onCleanup }) => {
	const open: Pool[] = [];
	onCleanup(async () => {
		for (const pool of open) await pool.$client.end();
	});
	return (url: string) => {
		const name = new URL(url).pathname.slice(1);
		const pool = connect(inDatabase(inject('appUrl'), name), { role: APPLICATION_ROLE, max: 2 });
		open.push(pool);
		return pool;
	};
});

stories(
	'a certificate issued since the backup is never issued again under its number',
	async ({ folder, database, app }) => {
		const [source, target] = [await database('migrated'), await database('empty')];
		const [before, after] = [app(source), app(target)];
		const [sure, unsure] = [await anAward(before, true), await anAward(before, false)];
		const file = join(folder, 'cadangan.wp');
		await backup(source, file);
		await unsure.confirm(before);
		expect(await issueCertificates(before, office, never)).toBe(2);
		await restore(target, file);

		expect(await issueCertificates(after, office, never)).toBe(1);
		const [next, lost] = await sure.list(after);
		expect(lost).toMatchObject({
			...{ code: sure.code, state: 'replaced', issuedAt: null },
			revocation: { replacedBy: next!.code, reason: expect.stringContaining('cadangan') }
		});
		expect(next).toMatchObject({
			state: 'valid',
			follows: { code: sure.code, number: sure.number },
			holder: example.holder
		});
		expect(next!.number).not.toBe(sure.number);

		await expect(unsure.confirm(after)).rejects.toMatchObject({ code: 'award-closed' });
		const [waiting] = await unsure.list(after);
		expect(waiting).toMatchObject({
			state: 'awaiting-confirmation',
			follows: { code: unsure.code }
		});
		await unsure.confirm(after, waiting!.code);
		expect(await issueCertificates(after, office, never)).toBe(1);
		expect(await issueCertificates(after, office, never)).toBe(0);
		expect(await unsure.list(after)).toMatchObject([{ state: 'valid' }, { state: 'replaced' }]);
	}
);

stories(
	'what is issued after a restore is told of in a list of its own and signed by a new key',
	async ({ folder, database, app }) => {
		const [source, target] = [await database('migrated'), await database('empty')];
		const [before, after] = [app(source), app(target)];
		await anAward(before, true);
		await issueCertificates(before, office, never);
		const [old] = await withScope(before, SYSTEM, listKeys);
		const file = join(folder, 'cadangan.wp');
		await backup(source, file);
		await restore(target, file);
		await anAward(after, true);
		await issueCertificates(after, office, never);
		const lists = await withScope(after, SYSTEM, (db) =>
			db.execute<{ list: string; key: string }>(sql`
				select status_list as list, public_key as key from certificates c
				join signing_keys k on k.id = c.key_id order by issued_at`)
		);
		expect(lists[0]).toEqual({ list: 'KEM-1', key: old!.publicKey });
		expect(lists[1]!.list).toMatch(/^KEM~[A-Z]{5}-1$/);
		expect(lists[1]!.key).not.toBe(old!.publicKey);
		const keys = await withScope(after, SYSTEM, listKeys);
		expect(keys).toMatchObject([{ retiredAt: expect.any(Date) }, { retiredAt: null }]);
	}
);

stories(
	'what a restore undid is shown to the administrator until they say that they have looked',
	async ({ folder, database, app }) => {
		const [source, target] = [await database('migrated'), await database('empty')];
		const file = join(folder, 'cadangan.wp');
		await backup(source, file);
		await restore(target, file);
		await withScope(app(target), SYSTEM, async (db) => {
			const [clerk, admin] = [
				await anOfficer(db, 'auditor'),
				await anOfficer(db, 'platform-admin')
			];
			const [{ series }] = (await listUnreviewed(db)) as [Restored];
			await expect(reviewRestored(db, clerk, series)).rejects.toMatchObject({
				reason: 'forbidden'
			});
			for (let time = 0; time < 2; time++) await reviewRestored(db, admin, series);
			expect(await listUnreviewed(db)).toEqual([]);
			const entries = await db.select().from(auditEntries);
			expect(entries.filter(({ act }) => act === 'restore-reviewed')).toMatchObject([
				{ actorId: admin.personId, detail: { series } }
			]);
		});
	}
);
