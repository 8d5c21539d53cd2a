import { setTimeout } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { anAward } from '../../../../tests/support/awards.ts';
import { exampleFacts } from '../../../../tests/support/certificates.ts';
import { test } from '../../../../tests/support/database.ts';
import { auditEntries } from '../audit/tables.ts';
import { award, listAwards } from '../certification/awards.ts';
import {
	countIssuing,
	findPublished,
	readIssued,
	type MakePdf
} from '../certification/certificates.ts';
import { fixIssuer } from '../certification/issuers.ts';
import { listKeys, rotateKey } from '../certification/keys.ts';
import { verifyCredential } from '../certification/verification.ts';
import type { Pool } from '../db/connect.ts';
import { PUBLIC, SYSTEM, withScope } from '../db/scope.ts';
import { organiserCode } from '../graduation/certified.ts';
import { createAgency, type NewAgency } from '../organisation/agencies.ts';
import { findObstacle, issueCertificates, type Office } from './issue-certificates.ts';

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

/** When what failed just now is tried again. */
const inAMinute = () => new Date(Date.now() + 61_000);

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

	test('says the same on paper, in the credential and on its page, whatever marks nobody sees it came with', async ({
		pool
	}) => {
		const title = 'Dasar \u202ESPBE\u2066 \u00ADlengkap';
		const { code, asHolder } = await anAward(pool, { course: { ...example.course, title } });
		const printed: string[] = [];
		const makeAndKeep: MakePdf = (facts, given) => {
			printed.push(facts.course.title);
			return makePdf(facts, given);
		};
		await issueCertificates(pool, { ...office, makePdf: makeAndKeep }, never);
		const issued = await asHolder((db) => readIssued(db, code));
		const found = await withScope(pool, PUBLIC, (db) => findPublished(db, code, today));
		expect(printed).toEqual(['Dasar SPBE lengkap']);
		expect(found?.facts.course.title).toBe('Dasar SPBE lengkap');
		expect(JSON.parse(issued!.credential)).toMatchObject({
			credentialSubject: { achievement: { name: 'Dasar SPBE lengkap' } }
		});
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
		const renamed = { code: 'KEM', name: 'Nama baru' };
		await withScope(pool, SYSTEM, (db) =>
			createAgency(db, { ...renamed, kind: 'ministry', timeZone: 'Asia/Jakarta' })
		);
		const later = await anAward(pool, { organiser: renamed });
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

describe('an issuer', () => {
	test('is never somebody else with the same code', async ({ db }) => {
		const origin = 'https://belajar.contoh.go.id';
		await fixIssuer(db, { code: 'SAMA', name: 'Kementerian Contoh' }, origin);
		const other = { code: 'SAMA', name: 'Komunitas Edukasi Mandiri' };
		await expect(fixIssuer(db, other, origin)).rejects.toMatchObject({ code: 'issuer-taken' });
		const named = (code: string) => ({
			...{ code, name: 'Dinas', kind: 'regency', timeZone: 'Asia/Jakarta' }
		});
		for (const code of [organiserCode('Dinas'), 'A~B'])
			await expect(
				db.transaction((tx) => createAgency(tx, named(code) as NewAgency))
			).rejects.toMatchObject({ cause: { code: '23514' } });
	});

	test('is on record once it is fixed', async ({ db }) => {
		const origin = 'https://belajar.contoh.go.id';
		for (let time = 0; time < 2; time++)
			await fixIssuer(db, { code: 'CATAT', name: 'Kementerian' }, origin);
		const entries = await db.select().from(auditEntries);
		expect(
			entries.filter(({ act, detail }) => act === 'issuer-fixed' && detail.code === 'CATAT')
		).toMatchObject([{ actorId: null, detail: { identity: `${origin}/penerbit/CATAT` } }]);
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
		expect(await issueCertificates(pool, office, never, undefined, inAMinute())).toBe(1);
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
		expect(await issueCertificates(pool, office, never, undefined, inAMinute())).toBe(1);
	});

	test('is not held up by as many that cannot be rendered as it takes at once', async ({
		pool
	}) => {
		const bad = new Set<string>();
		for (let nth = 0; nth < 51; nth++) bad.add((await anAward(pool)).code);
		const good = await anAward(pool);
		const picky: Office = {
			...office,
			makePdf: (facts, given) =>
				bad.has(facts.code) ? Promise.reject(new TypeError('no glyph')) : makePdf(facts, given)
		};
		const round = (now: string) =>
			issueCertificates(pool, picky, () => {}, undefined, new Date(now));
		const at = new Date(Date.now() + 60_000).toISOString();
		expect(await round(at)).toBe(0);
		expect(await round(at)).toBe(1);
		expect(await good.asHolder((db) => readIssued(db, good.code))).not.toBe(null);
		expect(await withScope(pool, SYSTEM, countIssuing)).toEqual({
			...{
				waiting: 51,
				since: expect.any(Date),
				failed: 51,
				last: { at: new Date(at), why: 'TypeError' }
			}
		});
		const tries: string[] = [];
		const mended: Office = {
			...office,
			makePdf: (facts, given) => {
				tries.push(facts.code);
				return makePdf(facts, given);
			}
		};
		expect(await issueCertificates(pool, mended, never, undefined, new Date(at))).toBe(0);
		const later = new Date(Date.parse(at) + 120_000);
		expect(await issueCertificates(pool, mended, never, undefined, later)).toBe(50);
		expect(await issueCertificates(pool, mended, never, undefined, later)).toBe(1);
		expect(tries.sort()).toEqual([...bad].sort());
		expect(await withScope(pool, SYSTEM, countIssuing)).toMatchObject({ waiting: 0, failed: 0 });
	}, 90_000);

	test('signs nothing with a key that is retired while it works', async ({ pool }) => {
		for (let nth = 0; nth < 2; nth++) await anAward(pool);
		const rotating: Office = {
			...office,
			makePdf: async (facts, given) => {
				// Waits for the certificate in hand, whose key it would take away.
				void withScope(pool, SYSTEM, (db) => rotateKey(db, office.secret));
				await setTimeout(100);
				return makePdf(facts, given);
			}
		};
		expect(await issueCertificates(pool, rotating, never)).toBe(1);
		expect(await issueCertificates(pool, office, never)).toBe(1);
		const late = await withScope(pool, SYSTEM, (db) =>
			db.execute(
				sql`select from certificates c join signing_keys k on k.id = c.key_id where c.issued_at > k.retired_at`
			)
		);
		expect(late).toHaveLength(0);
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
			withScope(pool, SYSTEM, async (db) => {
				const counted = await countIssuing(db);
				const now = new Date(Date.now() + minutes * 60_000);
				return {
					...counted,
					obstacle: await findObstacle(db, { ...office, ...change }, counted, now)
				};
			});
		await issueCertificates(pool, office, never);
		const none = { waiting: 0, since: null, failed: 0, last: null };
		expect(await state()).toEqual({ ...none, obstacle: null });
		expect(await state({}, 60)).toMatchObject({ obstacle: null });
		await anAward(pool);
		await anAward(pool, {}, false);
		const one = { ...none, waiting: 1, since: expect.any(Date) };
		expect(await state()).toEqual({ ...one, obstacle: null });
		expect(await state({}, 16)).toEqual({ ...one, obstacle: 'delayed' });
		expect(await state({ origin: null })).toEqual({ ...one, obstacle: 'origin-missing' });
		const secret = 'rahasia-lain-yang-juga-cukup-panjang-ya';
		expect(await state({ secret })).toMatchObject({ obstacle: 'key-secret-wrong' });
		await issueCertificates(pool, office, never);
		expect(await state()).toEqual({ ...none, obstacle: null });
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
