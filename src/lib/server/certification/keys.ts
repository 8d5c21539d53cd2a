import { createPrivateKey, generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';
import { asc, eq, isNull, sql } from 'drizzle-orm';
import { record } from '../audit/entries.ts';
import type { Database } from '../db/connect.ts';
import { Refusal } from '../refusal.ts';
import { multikeyOf } from './multikey.ts';
import { signingKeys, signingKeySecrets } from './tables.ts';
import { unwrap, wrap } from './wrapping.ts';

/** Shortest secret that may wrap a key (characters). */
const SHORTEST_SECRET = 32;

/** A key as everybody may know it; `publicKey` is a Multikey. */
export interface PublicKey {
	id: string;
	publicKey: string;
	createdAt: Date;
	/** Null for the one that signs now. */
	retiredAt: Date | null;
}

/** The key that signs, unlocked. */
export interface SigningKey {
	id: string;
	publicKey: string;
	privateKey: KeyObject;
	createdAt: Date;
}

/** Every key there ever was, the oldest first. In any scope. */
export function listKeys(db: Database): Promise<PublicKey[]> {
	return db
		.select({
			id: signingKeys.id,
			publicKey: signingKeys.publicKey,
			createdAt: signingKeys.createdAt,
			retiredAt: signingKeys.retiredAt
		})
		.from(signingKeys)
		.orderBy(asc(signingKeys.createdAt), asc(signingKeys.id));
}

/**
 * The key that signs now; made when there is none yet. In `system` scope. Refuses a secret that is too short
 * (`key-secret-short`) or not the one the key was wrapped with (`key-secret-wrong`).
 */
export async function openSigningKey(
	db: Database,
	secret: string,
	now = new Date()
): Promise<SigningKey> {
	const active = await findActive(db);
	if (active) return unlock(active, secret);
	await lockKeys(db);
	return unlock((await findActive(db)) ?? (await makeKey(db, secret, null, now)), secret);
}

/** Why nothing can be signed with this secret; null where it can, also where a key is yet to be made. In `system` scope. */
export async function keyObstacle(
	db: Database,
	secret: string
): Promise<'key-secret-short' | 'key-secret-wrong' | null> {
	const active = await findActive(db);
	if (!active) return secret.length < SHORTEST_SECRET ? 'key-secret-short' : null;
	return (await unwrap(active.wrapped, secret, active.id)) ? null : 'key-secret-wrong';
}

/**
 * Makes another key the one that signs, and returns it. The old one is retired: its private half is deleted, what it
 * signed stays good. Needs no old secret, so this is also the way out when that was lost. In `system` scope.
 */
export async function rotateKey(
	db: Database,
	secret: string,
	now = new Date()
): Promise<PublicKey> {
	await lockKeys(db);
	const before = await findActive(db);
	if (before) {
		await db.delete(signingKeySecrets).where(eq(signingKeySecrets.keyId, before.id));
		await db.update(signingKeys).set({ retiredAt: now }).where(eq(signingKeys.id, before.id));
	}
	const { id, publicKey, createdAt } = await makeKey(db, secret, before?.id ?? null, now);
	return { id, publicKey, createdAt, retiredAt: null };
}

type StoredKey = Omit<SigningKey, 'privateKey'> & { wrapped: Buffer };

async function findActive(db: Database): Promise<StoredKey | null> {
	const [active] = await db
		.select({
			id: signingKeys.id,
			publicKey: signingKeys.publicKey,
			createdAt: signingKeys.createdAt,
			wrapped: signingKeySecrets.wrapped
		})
		.from(signingKeys)
		.innerJoin(signingKeySecrets, eq(signingKeySecrets.keyId, signingKeys.id))
		.where(isNull(signingKeys.retiredAt));
	return active ?? null;
}

async function makeKey(
	db: Database,
	secret: string,
	previous: string | null,
	now: Date
): Promise<StoredKey> {
	if (secret.length < SHORTEST_SECRET)
		throw new Refusal('invalid', 'key-secret-short', { least: SHORTEST_SECRET });
	const pair = generateKeyPairSync('ed25519');
	const [id, publicKey] = [randomUUID(), multikeyOf(pair.publicKey)];
	const wrapped = await wrap(pair.privateKey.export({ format: 'der', type: 'pkcs8' }), secret, id);
	await db.insert(signingKeys).values({ id, publicKey, createdAt: now });
	await db.insert(signingKeySecrets).values({ keyId: id, wrapped });
	await record(db, null, { act: 'signing-key-made', detail: { key: id, previous } });
	return { id, publicKey, createdAt: now, wrapped };
}

async function unlock({ wrapped, ...key }: StoredKey, secret: string): Promise<SigningKey> {
	const opened = await unwrap(wrapped, secret, key.id);
	if (!opened) throw new Refusal('conflict', 'key-secret-wrong');
	return { ...key, privateKey: createPrivateKey({ key: opened, format: 'der', type: 'pkcs8' }) };
}

/** One maker of keys at a time. */
async function lockKeys(db: Database): Promise<void> {
	await db.execute(sql`select pg_advisory_xact_lock(hashtextextended('signing keys', 0))`);
}
