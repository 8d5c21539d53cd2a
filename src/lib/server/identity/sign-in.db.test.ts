import { argon2Sync } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { test } from '../../../../tests/support/database.ts';
import { aNumber, aPerson } from '../../../../tests/support/people.ts';
import type { Pool } from '../db/connect.ts';
import { SYSTEM, withScope } from '../db/scope.ts';
import { validateSession } from './sessions.ts';
import { signIn } from './sign-in.ts';
import { credentials, people, signInFailures } from './tables.ts';

const SECRET = 'a secret of the test, long enough';
const PASSWORD = 'perahu-sawah-kopi';
let accounts = 0;
let networks = 0;

async function anAccount(pool: Pool) {
	const email = `orang${accounts++}@contoh.go.id`;
	const number = aNumber();
	const personId = await withScope(pool, SYSTEM, (db) =>
		aPerson(db, { email, number: { number, kind: 'nip' }, password: PASSWORD })
	);
	return { email, number, personId };
}

/** One try from a network of its own, so that only what the test is about can be throttled. */
function attempt(
	pool: Pool,
	identifier: string,
	password: string,
	{ now = new Date(), address = `10.0.${networks >> 8}.${networks++ & 255}` } = {}
) {
	const from = { address, shared: false, device: '' };
	return signIn(pool, { identifier, password, ...from }, SECRET, now);
}

const codeOf = (outcome: Promise<unknown>) =>
	outcome.then(
		() => 'in',
		(error: { code?: string }) => error.code
	);

describe('signing in', () => {
	test('takes the e-mail address in any case and the number with spaces, dots or dashes', async ({
		pool
	}) => {
		const { email, number, personId } = await anAccount(pool);
		const grouped = `${number.slice(0, 8)} ${number.slice(8, 14)}.${number[14]}-${number.slice(15)}`;
		for (const identifier of [email, ` ${email.toUpperCase()} `, number, grouped]) {
			const { id } = await attempt(pool, identifier, PASSWORD);
			expect((await validateSession(pool, id))?.person.id).toBe(personId);
		}
	});

	test('gives a new session each time', async ({ pool }) => {
		const { email } = await anAccount(pool);
		const [one, two] = [await attempt(pool, email, PASSWORD), await attempt(pool, email, PASSWORD)];
		expect(one.id).not.toBe(two.id);
	});

	test('says the same for an unknown account, a closed one and a wrong password', async ({
		pool
	}) => {
		const { email } = await anAccount(pool);
		const closed = await anAccount(pool);
		await withScope(pool, SYSTEM, (db) =>
			db.update(people).set({ closedAt: new Date() }).where(eq(people.id, closed.personId))
		);
		const tries = [
			[email, 'salah sekali'],
			[closed.email, PASSWORD],
			['tidak.ada@contoh.go.id', PASSWORD],
			['', ''],
			['\u0000', "' or 1=1 --"]
		] as const;
		for (const [identifier, password] of tries) {
			expect(await codeOf(attempt(pool, identifier, password))).toBe('sign-in-refused');
		}
	});

	test('renews a hash made at another cost', async ({ pool }) => {
		const { email, personId } = await anAccount(pool);
		const nonce = Buffer.alloc(16, 1);
		const cost = { memory: 8192, passes: 1, parallelism: 1 };
		const tag = argon2Sync('argon2id', { message: PASSWORD, nonce, tagLength: 32, ...cost });
		const old = `$argon2id$v=19$m=8192,t=1,p=1$${nonce.toString('base64')}$${tag.toString('base64')}`;
		const own = eq(credentials.personId, personId);
		await withScope(pool, SYSTEM, (db) =>
			db.update(credentials).set({ passwordHash: old }).where(own)
		);
		await attempt(pool, email, PASSWORD);
		const [stored] = await withScope(pool, SYSTEM, (db) =>
			db.select().from(credentials).where(own)
		);
		expect(stored?.passwordHash).toContain('m=19456,t=2,p=1');
		await attempt(pool, email, PASSWORD);
	});
});

describe('throttling', () => {
	test.for(['known', 'unknown'])(
		'closes a %s account for fifteen minutes after five failures',
		async (kind, { pool }) => {
			const email = kind === 'known' ? (await anAccount(pool)).email : 'siapa@contoh.go.id';
			const start = new Date('2026-11-21T02:00:00Z');
			const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
			for (let i = 0; i < 5; i++) {
				expect(await codeOf(attempt(pool, email, 'salah', { now: start }))).toBe('sign-in-refused');
			}
			await expect(attempt(pool, email, PASSWORD, { now: later(1) })).rejects.toMatchObject({
				reason: 'conflict',
				code: 'try-later',
				params: { minutes: 14 }
			});
			expect(await codeOf(attempt(pool, email, PASSWORD, { now: later(15) }))).toBe(
				kind === 'known' ? 'in' : 'sign-in-refused'
			);
		}
	);

	test('success clears the failures of the account', async ({ pool }) => {
		const { email } = await anAccount(pool);
		for (let round = 0; round < 3; round++) {
			for (let i = 0; i < 4; i++) {
				expect(await codeOf(attempt(pool, email, 'salah'))).toBe('sign-in-refused');
			}
			expect(await codeOf(attempt(pool, email, PASSWORD))).toBe('in');
		}
	});

	test('fifty parallel wrong tries get exactly the allowance', async ({ pool }) => {
		const { email } = await anAccount(pool);
		const outcomes = await Promise.all(
			Array.from({ length: 50 }, () => codeOf(attempt(pool, email, 'salah')))
		);
		expect(outcomes.filter((code) => code === 'sign-in-refused')).toHaveLength(5);
		expect(outcomes.filter((code) => code === 'try-later')).toHaveLength(45);
	});

	test('one network may fail a hundred times, over many accounts; a whole office can sign in meanwhile', async ({
		pool
	}) => {
		const address = '2001:db8:1:2::9';
		const now = new Date();
		const { email } = await anAccount(pool);
		for (let i = 0; i < 12; i++) {
			expect(await codeOf(attempt(pool, email, PASSWORD, { address, now }))).toBe('in');
		}
		const outcomes: unknown[] = [];
		for (let i = 0; i < 105; i += 15) {
			const batch = Array.from({ length: 15 }, (_, j) =>
				codeOf(
					attempt(pool, `a${i + j}@contoh.go.id`, 'salah', { address: `2001:db8:1:2::${i}`, now })
				)
			);
			outcomes.push(...(await Promise.all(batch)));
		}
		expect(outcomes.filter((code) => code === 'sign-in-refused')).toHaveLength(100);
		expect(await codeOf(attempt(pool, email, PASSWORD, { address, now }))).toBe('try-later');
		expect(await codeOf(attempt(pool, email, PASSWORD, { now }))).toBe('in');
	}, 60_000);

	test('the record of failures names neither account nor address', async ({ pool }) => {
		await codeOf(attempt(pool, 'rahasia@contoh.go.id', 'salah', { address: '203.0.113.77' }));
		const rows = await withScope(pool, SYSTEM, (db) => db.select().from(signInFailures));
		const stored = rows.map(({ key }) => key.toString('latin1')).join();
		expect(stored).not.toContain('rahasia');
		expect(stored).not.toContain('203.0.113');
	});
});
