import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { exampleFacts } from '../../../../tests/support/certificates.ts';
import { test } from '../../../../tests/support/database.ts';
import { aPerson } from '../../../../tests/support/people.ts';
import { award, confirmAward, listAwards, type Earned } from '../certification/awards.ts';
import { findPublished, readIssued, type MakePdf } from '../certification/certificates.ts';
import { listKeys, rotateKey } from '../certification/keys.ts';
import { verifyCredential } from '../certification/verification.ts';
import type { Database, Pool } from '../db/connect.ts';
import { PUBLIC, SYSTEM, withScope } from '../db/scope.ts';
import { issueCertificates, readIssuing, type Office } from './issue-certificates.ts';

const { number: _, code: __, ...example } = exampleFacts;
const today = '2026-11-22';
const makePdf: MakePdf = (facts, { credential, verifyUrl }) =>
	Promise.resolve(Buffer.from(`%PDF ${facts.number} ${verifyUrl} ${credential.length}`));
const office: Office = {
	secret: 'rahasia-yang-panjangnya-cukup-untuk-ini',
	origin: 'https://belajar.contoh.go.id',
	makePdf
};
const never = (error: unknown) => {
	throw error;
};

/** Somebody who earned a certificate and, unless told otherwise, confirmed it; committed. */
async function anAward(pool: Pool, change: Partial<Earned> = {}, confirmed = true) {
	const personId = await withScope(pool, SYSTEM, (db) =>
		aPerson(db, { name: example.holder.name })
	);
	const holder = { personId, agencyId: null, unitId: null };
	const asHolder = <T>(story: (db: Database) => Promise<T>) =>
		withScope(pool, { as: 'person', personId }, story);
	const { code } = await asHolder((db) => award(db, holder, { ...example, ...change }));
	if (confirmed) await asHolder((db) => confirmAward(db, holder, code, example.holder));
	return { code, personId, holder, asHolder };
}

const publicKeys = async (pool: Pool) =>
	(await withScope(pool, PUBLIC, listKeys)).map(({ publicKey }) => publicKey);

describe('a certificate', () => {
	test('is issued once its holder confirmed it, and is then what anybody can verify', async ({
		pool
	}) => {
		const { code, asHolder, holder } = await anAward(pool);
		expect(await issueCertificates(pool, office, never)).toBe(1);
		expect(await issueCertificates(pool, office, never)).toBe(0);
		const issued = await asHolder((db) => readIssued(db, code));
		expect(await verifyCredential(issued!.credential, await publicKeys(pool))).toMatchObject({
			state: 'valid',
			credential: {
				id: `https://belajar.contoh.go.id/sertifikat/${code}`,
				issuer: { id: 'https://belajar.contoh.go.id/penerbit/KEM' }
			}
		});
		expect(issued!.pdf.toString()).toContain(`https://belajar.contoh.go.id/sertifikat/${code}`);
		expect(await asHolder((db) => listAwards(db, holder, today))).toMatchObject([
			{ state: 'valid', issuedAt: expect.any(Date) }
		]);
	});

	test('is published by its code without number, post and score', async ({ pool }) => {
		const { code } = await anAward(pool);
		await issueCertificates(pool, office, never);
		const found = await withScope(pool, PUBLIC, (db) => findPublished(db, code, today));
		expect(found).toMatchObject({ code, state: 'valid', holder: example.holder });
		expect(found?.facts.modules).toEqual(example.modules);
		const text = JSON.stringify(found);
		for (const kept of [example.employment.number!, example.employment.post!, '87.5', 'score'])
			expect(text).not.toContain(kept);
		expect(
			await withScope(pool, PUBLIC, (db) => findPublished(db, code, '2029-11-22'))
		).toMatchObject({ state: 'expired' });
	});

	test('that nobody confirmed is not issued, and nobody finds it', async ({ pool }) => {
		const { code } = await anAward(pool, {}, false);
		expect(await issueCertificates(pool, office, never)).toBe(0);
		expect(await withScope(pool, PUBLIC, (db) => findPublished(db, code, today))).toBe(null);
	});

	test('never changes, whatever happens to name, course, key and address since', async ({
		pool
	}) => {
		const { code, asHolder, personId, holder } = await anAward(pool);
		await issueCertificates(pool, office, never);
		const before = await asHolder((db) => readIssued(db, code));
		await withScope(pool, SYSTEM, async (db) => {
			await db.execute(sql`update person_names set name = 'Lain' where person_id = ${personId}`);
			await rotateKey(db, office.secret);
		});
		const changed = { ...example, course: { ...example.course, title: 'Judul baru' } };
		await asHolder((db) => award(db, holder, changed));
		const moved = { ...office, origin: 'https://pindah.contoh.go.id' };
		expect(await issueCertificates(pool, moved, never)).toBe(0);
		expect(await asHolder((db) => readIssued(db, code))).toEqual(before);
		expect(await verifyCredential(before!.credential, await publicKeys(pool))).toMatchObject({
			state: 'valid'
		});
		const later = await anAward(pool, { organiser: { code: 'KEM', name: 'Nama baru' } });
		await issueCertificates(pool, moved, never);
		const issued = await later.asHolder((db) => readIssued(db, later.code));
		expect(JSON.parse(issued!.credential)).toMatchObject({
			issuer: { id: 'https://belajar.contoh.go.id/penerbit/KEM' }
		});
		for (const change of [
			sql`update certificates set credential = 'x'`,
			sql`delete from certificates`
		])
			await expect(withScope(pool, SYSTEM, (db) => db.execute(change))).rejects.toMatchObject({
				cause: { code: '42501' }
			});
	});
});

describe('the job', () => {
	test('run by several processes at once issues each certificate once', async ({ pool }) => {
		const codes = await Promise.all(
			Array.from({ length: 6 }, async () => (await anAward(pool)).code)
		);
		const made: string[] = [];
		const counting: Office = {
			...office,
			makePdf: (facts, given) => {
				made.push(facts.code);
				return makePdf(facts, given);
			}
		};
		const rounds = await Promise.all([1, 2, 3].map(() => issueCertificates(pool, counting, never)));
		expect(rounds.reduce((sum, count) => sum + count)).toBe(6);
		expect(made.sort()).toEqual(codes.sort());
	});

	test('broken off while it renders leaves nothing, and issues it the next time', async ({
		pool
	}) => {
		const { code, asHolder } = await anAward(pool);
		const failures: unknown[] = [];
		const broken: Office = { ...office, makePdf: () => Promise.reject(new Error('killed')) };
		expect(await issueCertificates(pool, broken, (error) => failures.push(error))).toBe(0);
		expect(failures).toMatchObject([{ message: 'killed' }]);
		expect(await asHolder((db) => readIssued(db, code))).toBe(null);
		expect(await issueCertificates(pool, office, never)).toBe(1);
	});

	test('is not held up by one that cannot be rendered', async ({ pool }) => {
		const [bad, good] = [await anAward(pool), await anAward(pool)];
		const picky: Office = {
			...office,
			makePdf: (facts, given) =>
				facts.code === bad.code ? Promise.reject(new Error('no glyph')) : makePdf(facts, given)
		};
		expect(await issueCertificates(pool, picky, () => {})).toBe(1);
		expect(await good.asHolder((db) => readIssued(db, good.code))).not.toBe(null);
		expect(await issueCertificates(pool, office, never)).toBe(1);
	});

	test('names nobody for ever by an address that nobody gave', async ({ pool }) => {
		const { code, asHolder } = await anAward(pool);
		await expect(issueCertificates(pool, { ...office, origin: null }, never)).rejects.toThrow(
			/ORIGIN/
		);
		expect(await asHolder((db) => readIssued(db, code))).toBe(null);
		await issueCertificates(pool, office, never);
	});

	test('that waits is counted, with what it waits for', async ({ pool }) => {
		const state = (change: Partial<Office> = {}, minutes = 0) =>
			withScope(pool, SYSTEM, (db) =>
				readIssuing(db, { ...office, ...change }, new Date(Date.now() + minutes * 60_000))
			);
		await issueCertificates(pool, office, never);
		expect(await state()).toEqual({ count: 0, since: null, obstacle: null });
		expect(await state({}, 60)).toMatchObject({ obstacle: null });
		await anAward(pool);
		await anAward(pool, {}, false);
		expect(await state()).toEqual({ count: 1, since: expect.any(Date), obstacle: null });
		expect(await state({}, 16)).toMatchObject({ count: 1, obstacle: 'delayed' });
		expect(await state({ origin: null })).toMatchObject({ count: 1, obstacle: 'origin-missing' });
		const secret = 'rahasia-lain-yang-juga-cukup-panjang-ya';
		expect(await state({ secret })).toMatchObject({ obstacle: 'key-secret-wrong' });
		await issueCertificates(pool, office, never);
		expect(await state()).toMatchObject({ count: 0, obstacle: null });
	});

	test('refuses another secret than the key was wrapped with', async ({ pool }) => {
		await anAward(pool);
		const wrong = { ...office, secret: 'rahasia-lain-yang-juga-cukup-panjang-ya' };
		await expect(issueCertificates(pool, wrong, never)).rejects.toMatchObject({
			code: 'key-secret-wrong'
		});
		expect(await issueCertificates(pool, office, never)).toBe(1);
	});
});
