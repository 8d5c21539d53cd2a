import { createPublicKey, sign, verify } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { actAs, test } from '../../../../tests/support/database.ts';
import { aPerson } from '../../../../tests/support/people.ts';
import { auditEntries } from '../audit/tables.ts';
import { PUBLIC, SYSTEM, withScope } from '../db/scope.ts';
import {
	listKeyActs,
	listKeys,
	openSigningKey,
	requireSigning,
	revokeKey,
	rotateKey
} from './keys.ts';
import { multikeyOf, publicKeyOf } from './multikey.ts';

const secret = 'rahasia-yang-panjangnya-cukup-untuk-ini';

describe('the first key', () => {
	test('is made when it is needed, and is the same from then on', async ({ db }) => {
		const first = await openSigningKey(db, secret);
		const again = await openSigningKey(db, secret);
		expect(again.publicKey).toBe(first.publicKey);
		expect(multikeyOf(createPublicKey(again.privateKey))).toBe(first.publicKey);
		expect(await listKeys(db)).toMatchObject([{ publicKey: first.publicKey, retiredAt: null }]);
	});

	test('is one, however many processes need it at once', async ({ pool, ownerPool }) => {
		const keys = await Promise.all(
			Array.from({ length: 6 }, () => withScope(pool, SYSTEM, (db) => openSigningKey(db, secret)))
		);
		expect(new Set(keys.map(({ publicKey }) => publicKey)).size).toBe(1);
		await ownerPool.execute(sql`alter table signing_keys disable trigger user`);
		await ownerPool.execute(sql`delete from signing_key_secrets`);
		await ownerPool.execute(sql`delete from signing_keys`);
		await ownerPool.execute(sql`alter table signing_keys enable trigger user`);
	});

	test.for(['', 'pendek', 'x'.repeat(31)])(
		'is not made with the secret %j',
		async (weak, { db }) => {
			await expect(openSigningKey(db, weak)).rejects.toMatchObject({ code: 'key-secret-short' });
			expect(await listKeys(db)).toEqual([]);
		}
	);
});

test('another secret opens nothing and makes no second key', async ({ db }) => {
	const { publicKey } = await openSigningKey(db, secret);
	await expect(openSigningKey(db, secret.toUpperCase())).rejects.toMatchObject({
		code: 'key-secret-wrong'
	});
	expect((await listKeys(db)).map((key) => key.publicKey)).toEqual([publicKey]);
});

describe('rotation', () => {
	test('makes another key sign, and keeps the old one for those who verify', async ({ db }) => {
		const old = await openSigningKey(db, secret, new Date('2026-01-01T00:00:00Z'));
		const signature = sign(null, Buffer.from('isi'), old.privateKey);
		const next = await rotateKey(db, secret, {}, new Date('2026-06-01T00:00:00Z'));
		const opened = await openSigningKey(db, secret);
		expect(opened.publicKey).toBe(next.publicKey);
		const keys = await listKeys(db);
		expect(keys).toMatchObject([
			{ publicKey: old.publicKey, retiredAt: new Date('2026-06-01T00:00:00Z') },
			{ publicKey: next.publicKey, retiredAt: null }
		]);
		const kept = publicKeyOf(keys[0]!.publicKey)!;
		expect(verify(null, Buffer.from('isi'), kept, signature)).toBe(true);
	});

	test('deletes the old private half, is on record, and needs no old secret', async ({ db }) => {
		const old = await openSigningKey(db, secret);
		const next = await rotateKey(db, 'rahasia-lain-karena-yang-lama-hilang-sudah');
		const halves = await db.execute<{ id: string }>(
			sql`select key_id as id from signing_key_secrets`
		);
		expect(halves.map(({ id }) => id)).toEqual([next.id]);
		const entries = await db
			.select({ detail: auditEntries.detail })
			.from(auditEntries)
			.where(eq(auditEntries.act, 'signing-key-made'));
		expect(entries).toEqual(
			expect.arrayContaining([
				{ detail: { key: old.id, previous: null, operator: null } },
				{ detail: { key: next.id, previous: old.id, operator: null } }
			])
		);
	});
});

describe('who asked, and why', () => {
	const operator = 'pelaksana';

	test('stands in the trail and with the key: of a rotation and of a key declared bad', async ({
		db
	}) => {
		const personId = await aPerson(db, { name: 'Dewi Admin' });
		const asker = { personId, operator };
		const first = await openSigningKey(db, secret);
		const second = await rotateKey(db, secret, { asker, reason: ' Pergantian tahunan. ' });
		const since = second.createdAt;
		await revokeKey(db, second.publicKey, {
			...{ since, reason: 'Laptop hilang.' },
			asker: { personId: null, operator }
		});
		const entries = await db
			.select({ act: auditEntries.act, actorId: auditEntries.actorId, detail: auditEntries.detail })
			.from(auditEntries);
		expect(entries).toEqual(
			expect.arrayContaining([
				{
					...{ act: 'signing-key-made', actorId: personId },
					detail: { key: second.id, previous: first.id, operator }
				},
				{
					...{ act: 'signing-key-revoked', actorId: null },
					detail: { key: second.id, since: since.toISOString(), operator }
				}
			])
		);
		// No free text in the trail: it can never be emptied.
		expect(JSON.stringify(entries)).not.toMatch(/tahunan|Laptop/);
		const acts = (await listKeyActs(db)).map(({ at: _, ...act }) => act);
		expect(acts).toHaveLength(3);
		expect(acts).toEqual(
			expect.arrayContaining([
				{
					...{ publicKey: first.publicKey, act: 'signing-key-made', operator: null },
					...{ name: null, reason: null }
				},
				{
					...{ publicKey: second.publicKey, act: 'signing-key-made', operator },
					...{ name: 'Dewi Admin', reason: 'Pergantian tahunan.' }
				},
				{
					...{ publicKey: second.publicKey, act: 'signing-key-revoked', operator },
					...{ name: null, reason: 'Laptop hilang.' }
				}
			])
		);
	});

	test.for(['', '   ', 'x'.repeat(501)])(
		'the reason %j rotates nothing',
		async (reason, { db }) => {
			const { publicKey } = await openSigningKey(db, secret);
			await expect(rotateKey(db, secret, { reason })).rejects.toMatchObject({
				code: 'revocation-reason'
			});
			expect((await openSigningKey(db, secret)).publicKey).toBe(publicKey);
		}
	);
});

test('public halves are for everybody, private ones for the system alone, and no key is unmade', async ({
	db
}) => {
	const personId = await aPerson(db);
	const { id } = await openSigningKey(db, secret);
	await rotateKey(db, secret);
	for (const scope of [PUBLIC, personId]) {
		await actAs(db, scope);
		expect(await listKeys(db)).toHaveLength(2);
		expect(await db.execute(sql`select from signing_key_secrets`)).toHaveLength(0);
	}
	await actAs(db, SYSTEM);
	for (const change of [
		sql`update signing_keys set retired_at = null where id = ${id}`,
		sql`delete from signing_keys where id = ${id}`,
		sql`update signing_keys set public_key = 'x'`
	])
		await expect(db.transaction((tx) => tx.execute(change))).rejects.toMatchObject({
			cause: { code: expect.stringMatching(/^(23001|42501)$/) }
		});
});

describe('a key that somebody else may have used', () => {
	const made = new Date('2026-01-01T00:00:00Z');
	const since = new Date('2026-05-01T00:00:00Z');
	const now = new Date('2026-06-01T00:00:00Z');
	const reason = 'Cadangan hilang.';

	test('signs no more, and everybody is told since when and why', async ({ db }) => {
		const old = await openSigningKey(db, secret, made);
		await revokeKey(db, old.publicKey, { since, reason: ` ${reason} ` }, now);
		await expect(requireSigning(db, old)).rejects.toMatchObject({ code: 'key-retired' });
		const next = await openSigningKey(db, secret, now);
		await requireSigning(db, next);
		await actAs(db, PUBLIC);
		expect(await listKeys(db)).toMatchObject([
			{ publicKey: old.publicKey, retiredAt: now, revocation: { since, reason } },
			{ publicKey: next.publicKey, retiredAt: null, revocation: null }
		]);
		await actAs(db, SYSTEM);
		const entries = await db.select().from(auditEntries);
		expect(entries.filter(({ act }) => act === 'signing-key-revoked')).toMatchObject([
			{ detail: { key: old.id, since: since.toISOString() } }
		]);
	});

	test('may have been rotated before, and is declared once', async ({ db }) => {
		const old = await openSigningKey(db, secret, made);
		await rotateKey(db, secret, {}, since);
		await revokeKey(db, old.publicKey, { since, reason }, now);
		await expect(revokeKey(db, old.publicKey, { since, reason }, now)).rejects.toMatchObject({
			code: 'key-revoked'
		});
	});

	test.for<[string, { since?: Date; reason?: string; key?: string }, string]>([
		['that is none of ours', { key: 'z6Mk' }, 'key-unknown'],
		['from a moment to come', { since: new Date('2027-01-01T00:00:00Z') }, 'key-since'],
		['from before it was made', { since: new Date('2025-01-01T00:00:00Z') }, 'key-since'],
		['at no moment', { since: new Date('x') }, 'key-since'],
		['without a reason', { reason: ' ' }, 'revocation-reason']
	])('is not declared %s', async ([, change, code], { db }) => {
		const { publicKey } = await openSigningKey(db, secret, made);
		const { key = publicKey, ...why } = change;
		await expect(revokeKey(db, key, { since, reason, ...why }, now)).rejects.toMatchObject({
			code
		});
	});
});
