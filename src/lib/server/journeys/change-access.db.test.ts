import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect } from 'vitest';
import { test } from '../../../../tests/support/database.ts';
import { anAgency, anOfficer, aPerson } from '../../../../tests/support/people.ts';
import type { Actor } from '../access/policy.ts';
import type { Pool } from '../db/connect.ts';
import { SYSTEM, withScope } from '../db/scope.ts';
import { chooseLanguage } from '../identity/people.ts';
import { mails } from '../notices/tables.ts';
import { findSubject } from '../organisation/placements.ts';
import {
	changeOwnPassword,
	closeAccountOf,
	issueCodeFor,
	recoverPassword
} from './change-access.ts';

const SECRET = 'a secret of the test, long enough';
const OLD = 'perahu-sawah-kopi';
const NEW = 'jendela-hujan-sore';
let accounts = 0;

async function anAccount(pool: Pool, email: string | null = `akses${accounts++}@contoh.go.id`) {
	return withScope(pool, SYSTEM, async (db) => {
		const place = await anAgency(db, 'A');
		const person = { name: 'Ratna Dewi', password: OLD, ...(email && { email }) };
		const personId = await aPerson(db, person, place);
		const admin = await anOfficer(db, 'agency-admin', { ...place, unitId: null });
		return { email: email ?? '', personId, admin };
	});
}

const subjectsOfLettersTo = (pool: Pool, personId: string) =>
	withScope(pool, SYSTEM, async (db) =>
		(await db.select().from(mails).where(eq(mails.personId, personId))).map(
			({ subject, recipient }) => `${recipient}: ${subject}`
		)
	);

const asOfficer = <T>(
	pool: Pool,
	officer: Actor,
	story: Parameters<typeof withScope<T>>[2]
): Promise<T> => withScope(pool, { as: 'person', personId: officer.personId }, story);

test('a person is told by letter of a code, of the password made with it, and of each change', async ({
	pool
}) => {
	const { email, personId, admin } = await anAccount(pool);
	const code = await asOfficer(pool, admin, async (db) =>
		issueCodeFor(db, admin, await findSubject(db, personId), SECRET)
	);
	const proof = { by: 'code', identifier: email, code, address: '10.4.4.4' } as const;
	await expect(recoverPassword(pool, { ...proof, code: 'X' }, NEW, SECRET)).rejects.toThrow();
	await recoverPassword(pool, proof, NEW, SECRET);
	await withScope(pool, { as: 'person', personId }, (db) => chooseLanguage(db, personId, 'en'));
	const own = { personId, label: randomUUID() };
	await changeOwnPassword(pool, own, { current: NEW, next: OLD }, SECRET);
	expect(await subjectsOfLettersTo(pool, personId)).toEqual([
		`${email}: Kode kata sandi Widyapraja diterbitkan`,
		`${email}: Kata sandi Widyapraja dibuat baru`,
		`${email}: Your Widyapraja password was changed`
	]);
	const letters = await withScope(pool, SYSTEM, (db) =>
		db.select({ body: mails.body }).from(mails).where(eq(mails.personId, personId))
	);
	expect(letters.some(({ body }) => body.includes(code))).toBe(false);
});

test('a person whose account is closed is told once', async ({ pool }) => {
	const { email, personId, admin } = await anAccount(pool);
	for (let times = 0; times < 2; times++)
		await asOfficer(pool, admin, async (db) =>
			closeAccountOf(db, admin, await findSubject(db, personId))
		);
	expect(await subjectsOfLettersTo(pool, personId)).toEqual([`${email}: Akun Widyapraja ditutup`]);
});

test('for a person without an address there is no letter, and the code is issued all the same', async ({
	pool
}) => {
	const { personId, admin } = await anAccount(pool, null);
	await asOfficer(pool, admin, async (db) =>
		expect(await issueCodeFor(db, admin, await findSubject(db, personId), SECRET)).toMatch(
			/^\w{5}-\w{5}$/
		)
	);
	expect(await subjectsOfLettersTo(pool, personId)).toEqual([]);
});
