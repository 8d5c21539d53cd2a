import { createPrivateKey, generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { record } from '../audit/entries.ts';
import type { Database } from '../db/connect.ts';
import { demandWords } from '../demanded-words.ts';
import { Refusal } from '../refusal.ts';
import { multikeyOf } from './multikey.ts';
import { signingKeyRevocations, signingKeys, signingKeySecrets } from './tables.ts';
import { REASON } from './reasons.ts';
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
	/** Since when somebody else may have used it, and why that is thought; null for a key that is trusted. */
	revocation: { since: Date; reason: string } | null;
}

/** On whose word a key is changed. */
export interface Asker {
	/** An administrator of the platform, where one was named; null where nobody was, or the system acts. */
	personId: string | null;
	/** The account of the operating system that the command ran under; null where there was no command. */
	operator: string | null;
}

const THE_SYSTEM: Asker = { personId: null, operator: null };

/** The key that signs, unlocked. */
export interface SigningKey {
	id: string;
	publicKey: string;
	privateKey: KeyObject;
	createdAt: Date;
}

/** Every key there ever was, the oldest first. In any scope. */
export async function listKeys(db: Database): Promise<PublicKey[]> {
	const rows = await db
		.select({
			id: signingKeys.id,
			publicKey: signingKeys.publicKey,
			createdAt: signingKeys.createdAt,
			retiredAt: signingKeys.retiredAt,
			since: signingKeyRevocations.since,
			reason: signingKeyRevocations.reason
		})
		.from(signingKeys)
		.leftJoin(signingKeyRevocations, eq(signingKeyRevocations.keyId, signingKeys.id))
		.orderBy(asc(signingKeys.createdAt), asc(signingKeys.id));
	return rows.map(({ since, reason, ...key }) => ({
		...key,
		revocation: since && { since, reason: reason ?? '' }
	}));
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
	return unlock(
		(await findActive(db)) ?? (await makeKey(db, secret, null, THE_SYSTEM, now)),
		secret
	);
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
 * signed stays good. Needs no old secret, so this is also the way out when that was lost. Refuses a reason that is too
 * long (`revocation-reason`). In `system` scope.
 */
export async function rotateKey(
	db: Database,
	secret: string,
	{ asker = THE_SYSTEM, reason }: { asker?: Asker; reason?: string | undefined } = {},
	now = new Date()
): Promise<PublicKey> {
	const why = reason === undefined ? null : demandWords(reason, REASON);
	await lockKeys(db);
	const before = await findActive(db);
	if (before) await retire(db, before.id, why, now);
	const { id, publicKey, createdAt } = await makeKey(db, secret, before?.id ?? null, asker, now);
	return { id, publicKey, createdAt, retiredAt: null, revocation: null };
}

/**
 * Declares that somebody else may have used a key since a moment: it signs no more, and whoever verifies is told. A
 * thief dates as they like, so of what this key signed only the register tells what is ours. Refuses `key-unknown`,
 * `key-revoked`, `key-since` (a moment to come, or before the key was made) and `revocation-reason`. In `system` scope.
 */
export async function revokeKey(
	db: Database,
	publicKey: string,
	{ since, reason: given, asker = THE_SYSTEM }: { since: Date; reason: string; asker?: Asker },
	now = new Date()
): Promise<void> {
	await lockKeys(db);
	const key = (await listKeys(db)).find((one) => one.publicKey === publicKey);
	if (!key) throw new Refusal('not-found', 'key-unknown');
	if (key.revocation) throw new Refusal('conflict', 'key-revoked');
	if (!(since <= now && since >= key.createdAt)) throw new Refusal('invalid', 'key-since');
	const reason = demandWords(given, REASON);
	if (!key.retiredAt) await retire(db, key.id, null, now);
	await db.insert(signingKeyRevocations).values({ keyId: key.id, since, reason, revokedAt: now });
	await record(db, asker.personId, {
		act: 'signing-key-revoked',
		detail: { key: key.id, since: since.toISOString(), operator: asker.operator }
	});
}

/** What was done with a key, on whose word and why, the oldest first. */
export interface KeyAct {
	at: Date;
	act: 'signing-key-made' | 'signing-key-revoked';
	/** Of the key that was made or revoked. */
	publicKey: string;
	/** The administrator who was named; null where nobody was. */
	name: string | null;
	operator: string | null;
	/** Of making one: why it took the place of the one before. */
	reason: string | null;
}

/** The trail of keys. In `system` scope. */
export async function listKeyActs(db: Database): Promise<KeyAct[]> {
	const rows = await db.execute<Omit<KeyAct, 'at'> & { at: string }>(sql`
		select e.at, e.act, k.public_key as "publicKey", n.name, e.detail ->> 'operator' as operator,
			case e.act when 'signing-key-made' then before.retired_because else r.reason end as reason
		from audit_entries e
		join signing_keys k on k.id = (e.detail ->> 'key')::uuid
		left join signing_keys before on before.id = (e.detail ->> 'previous')::uuid
		left join signing_key_revocations r on r.key_id = k.id
		left join person_names n on n.person_id = e.actor_id
		where e.act in ('signing-key-made', 'signing-key-revoked')
		order by e.at, e.id`);
	return rows.map(({ at, ...act }) => ({ at: new Date(at), ...act }));
}

/** Holds the key for the rest of the transaction as the one that signs; refuses `key-retired` when it no longer is. */
export async function requireSigning(db: Database, { id }: Pick<SigningKey, 'id'>): Promise<void> {
	const [active] = await db
		.select({ id: signingKeys.id })
		.from(signingKeys)
		.where(and(eq(signingKeys.id, id), isNull(signingKeys.retiredAt)))
		.for('share');
	if (!active) throw new Refusal('conflict', 'key-retired');
}

async function retire(db: Database, id: string, because: string | null, now: Date): Promise<void> {
	await db.delete(signingKeySecrets).where(eq(signingKeySecrets.keyId, id));
	await db
		.update(signingKeys)
		.set({ retiredAt: now, retiredBecause: because })
		.where(eq(signingKeys.id, id));
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
	{ personId, operator }: Asker,
	now: Date
): Promise<StoredKey> {
	if (secret.length < SHORTEST_SECRET)
		throw new Refusal('invalid', 'key-secret-short', { least: SHORTEST_SECRET });
	const pair = generateKeyPairSync('ed25519');
	const [id, publicKey] = [randomUUID(), multikeyOf(pair.publicKey)];
	const wrapped = await wrap(pair.privateKey.export({ format: 'der', type: 'pkcs8' }), secret, id);
	await db.insert(signingKeys).values({ id, publicKey, createdAt: now });
	await db.insert(signingKeySecrets).values({ keyId: id, wrapped });
	await record(db, personId, { act: 'signing-key-made', detail: { key: id, previous, operator } });
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
