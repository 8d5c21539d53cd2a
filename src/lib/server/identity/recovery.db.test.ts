import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { test } from '../../../../tests/support/database.ts';
import { anAgency, aNumber, anOfficer, aPerson } from '../../../../tests/support/people.ts';
import type { Actor } from '../access/policy.ts';
import { auditEntries } from '../audit/tables.ts';
import type { Pool } from '../db/connect.ts';
import { SYSTEM, withScope } from '../db/scope.ts';
import { requestRecovery } from '../journeys/request-recovery.ts';
import { mails } from '../notices/tables.ts';
import { findSubject } from '../organisation/placements.ts';
import { changePassword } from './credentials.ts';
import { isLinkGood, issueCode, resetPassword } from './recovery.ts';
import { startSession, validateSession } from './sessions.ts';
import { signIn } from './sign-in.ts';
import { recoveries } from './tables.ts';

const SECRET = 'a secret of the test, long enough';
const OLD = 'perahu-sawah-kopi';
const NEW = 'jendela-hujan-sore';
let accounts = 0;

async function anAccount(pool: Pool) {
	const email = `lupa${accounts++}@contoh.go.id`;
	const number = aNumber();
	return withScope(pool, SYSTEM, async (db) => {
		const place = await anAgency(db, 'A');
		const personId = await aPerson(
			db,
			{ name: 'Ratna Dewi', email, number: { number, kind: 'nip' }, password: OLD },
			place
		);
		const session = await startSession(db, personId, { shared: false, device: '' });
		const officer = await anOfficer(db, 'hr-officer', { ...place, unitId: null });
		return { email, number, personId, session, officer, place };
	});
}

const enter = (pool: Pool, identifier: string, password: string) =>
	signIn(pool, { identifier, password, address: '10.9.9.9', shared: true, device: '' }, SECRET);

const ask = (pool: Pool, identifier: string, now = new Date(), address = '10.1.1.1') =>
	requestRecovery(
		pool,
		{ identifier, address },
		(token) => `https://contoh.go.id/lupa-sandi/${token}`,
		SECRET,
		now
	);

async function lettersTo(pool: Pool, recipient: string) {
	return withScope(pool, SYSTEM, (db) =>
		db.select().from(mails).where(eq(mails.recipient, recipient))
	);
}

const tokenIn = (body: string) => /lupa-sandi\/([\w-]+)/.exec(body)![1]!;

const issue = (pool: Pool, officer: Actor, personId: string, now = new Date()) =>
	withScope(pool, { as: 'person', personId: officer.personId }, async (db) =>
		issueCode(db, officer, await findSubject(db, personId), SECRET, now)
	);

describe('a link by e-mail', () => {
	test('sets a new password once, ends every session and is remembered', async ({ pool }) => {
		const { email, number, personId, session } = await anAccount(pool);
		await ask(pool, number);
		const [letter] = await lettersTo(pool, email);
		expect(letter?.body).toContain('Yth. Bapak/Ibu Ratna Dewi');
		const token = tokenIn(letter!.body);
		expect(await isLinkGood(pool, token)).toBe(true);
		await resetPassword(pool, { by: 'link', token }, NEW, SECRET);
		expect(await validateSession(pool, session.id)).toBeNull();
		expect(await isLinkGood(pool, token)).toBe(false);
		await expect(
			resetPassword(pool, { by: 'link', token }, 'lain-lagi-sandinya', SECRET)
		).rejects.toMatchObject({ code: 'recovery-link-spent' });
		await expect(enter(pool, email, OLD)).rejects.toMatchObject({ code: 'sign-in-refused' });
		await enter(pool, email, NEW);
		const entries = await withScope(pool, SYSTEM, (db) =>
			db.select().from(auditEntries).where(eq(auditEntries.subjectId, personId))
		);
		expect(entries.map(({ act }) => act)).toContain('password-recovered');
	});

	test('used twice at once works once', async ({ pool }) => {
		const { email } = await anAccount(pool);
		await ask(pool, email);
		const token = tokenIn((await lettersTo(pool, email))[0]!.body);
		const outcomes = await Promise.allSettled(
			[NEW, `${NEW}-2`].map((password) =>
				resetPassword(pool, { by: 'link', token }, password, SECRET)
			)
		);
		expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
	});

	test('lasts thirty minutes, and a refused password does not use it up', async ({ pool }) => {
		const { email } = await anAccount(pool);
		const now = new Date();
		await ask(pool, email, now);
		const token = tokenIn((await lettersTo(pool, email))[0]!.body);
		const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
		expect(await isLinkGood(pool, token, later(30))).toBe(false);
		await expect(
			resetPassword(pool, { by: 'link', token }, 'ratna-2026-ratna', SECRET, later(29))
		).rejects.toMatchObject({ code: 'password-personal' });
		await resetPassword(pool, { by: 'link', token }, NEW, SECRET, later(29));
	});

	test('for whom there is no account nothing is sent and the answer is the same', async ({
		pool
	}) => {
		const before = await withScope(pool, SYSTEM, (db) => db.$count(mails));
		expect(await ask(pool, 'tidak.ada@contoh.go.id')).toBeUndefined();
		expect(await withScope(pool, SYSTEM, (db) => db.$count(mails))).toBe(before);
	});

	test('is sent at most three times in a quarter of an hour, without saying so', async ({
		pool
	}) => {
		const { email } = await anAccount(pool);
		const now = new Date();
		for (let i = 0; i < 6; i++) expect(await ask(pool, email, now)).toBeUndefined();
		expect(await lettersTo(pool, email)).toHaveLength(3);
	});
});

describe('a code from an officer', () => {
	test('sets a new password, typed as heard, and opens a closed door', async ({ pool }) => {
		const { email, number, personId, officer } = await anAccount(pool);
		for (let i = 0; i < 5; i++) await enter(pool, email, 'salah').catch(() => {});
		const code = await issue(pool, officer, personId);
		expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{5}-[2-9A-HJKMNP-TV-Z]{5}$/);
		const heard = code.toLowerCase().replace('-', ' ');
		const proof = { by: 'code', identifier: number, code: heard, address: '10.2.2.2' } as const;
		await resetPassword(pool, proof, NEW, SECRET);
		await enter(pool, email, NEW);
		await expect(resetPassword(pool, proof, OLD, SECRET)).rejects.toMatchObject({
			code: 'recovery-code-wrong'
		});
	});

	test('voids the earlier ones, lasts a day, and cannot be guessed at', async ({ pool }) => {
		const { email, personId, officer } = await anAccount(pool);
		const now = new Date();
		const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
		const first = await issue(pool, officer, personId, now);
		const second = await issue(pool, officer, personId, later(1));
		const use = (code: string, at: Date) =>
			resetPassword(
				pool,
				{ by: 'code', identifier: email, code, address: '10.3.3.3' },
				NEW,
				SECRET,
				at
			);
		await expect(use(first, later(2))).rejects.toMatchObject({ code: 'recovery-code-wrong' });
		for (let i = 0; i < 5; i++) {
			await expect(use('AAAAA-AAAAA', later(3))).rejects.toMatchObject({
				code: 'recovery-code-wrong'
			});
		}
		await expect(use(second, later(3))).rejects.toMatchObject({ code: 'try-later' });
		await use(second, later(3.5));
		const third = await issue(pool, officer, personId, later(4));
		await expect(use(third, later(28))).rejects.toMatchObject({ code: 'recovery-code-wrong' });
	});

	test('is not stored, and not given for the powerful or to those without the role', async ({
		pool
	}) => {
		const { personId, officer, place } = await anAccount(pool);
		const code = await issue(pool, officer, personId);
		const rows = await withScope(pool, SYSTEM, (db) => db.select().from(recoveries));
		const stored = rows.map(({ secretHash }) => secretHash.toString('latin1')).join();
		expect(stored).not.toContain(code.replace('-', ''));
		const [admin, supervisor] = await withScope(pool, SYSTEM, async (db) => [
			await anOfficer(db, 'agency-admin', { ...place, unitId: null }),
			await anOfficer(db, 'supervisor', place)
		]);
		await expect(issue(pool, officer, admin!.personId)).rejects.toMatchObject({
			code: 'person-outranks'
		});
		await expect(issue(pool, supervisor!, supervisor!.personId)).rejects.toMatchObject({
			code: 'ability-missing'
		});
	});
});

describe('changing one’s password', () => {
	test('needs the old one and ends the other sessions', async ({ pool }) => {
		const { email, personId, session } = await anAccount(pool);
		const other = await withScope(pool, SYSTEM, (db) =>
			startSession(db, personId, { shared: false, device: '' })
		);
		const { label } = (await validateSession(pool, session.id))!.session;
		const change = (current: string, next: string) =>
			changePassword(pool, { personId, label }, { current, next }, SECRET);
		await expect(change('salah', NEW)).rejects.toMatchObject({ code: 'current-password-wrong' });
		await expect(change(OLD, 'pendek')).rejects.toMatchObject({ code: 'password-too-short' });
		await change(OLD, NEW);
		expect(await validateSession(pool, session.id)).not.toBeNull();
		expect(await validateSession(pool, other.id)).toBeNull();
		await enter(pool, email, NEW);
	});

	test('cannot be used to guess the old one', async ({ pool }) => {
		const { personId, session } = await anAccount(pool);
		const { label } = (await validateSession(pool, session.id))!.session;
		const change = (current: string) =>
			changePassword(pool, { personId, label }, { current, next: NEW }, SECRET);
		for (let i = 0; i < 5; i++) await change('salah').catch(() => {});
		await expect(change(OLD)).rejects.toMatchObject({ code: 'try-later' });
	});
});
