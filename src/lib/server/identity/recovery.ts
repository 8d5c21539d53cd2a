import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import { grantsInForce } from '../access/grants.ts';
import { demand, outranks, type Actor } from '../access/policy.ts';
import { record } from '../audit/entries.ts';
import type { Database, Pool } from '../db/connect.ts';
import { SYSTEM, withScope } from '../db/scope.ts';
import { Refusal } from '../refusal.ts';
import { doorOf, reopen, tryAt, type Door } from './failures.ts';
import { hashPassword, passwordProblem } from './passwords.ts';
import {
	findByIdentifier,
	findKnownOf,
	findPerson,
	normaliseIdentifier,
	type Subject
} from './people.ts';
import { storePassword } from './credentials.ts';
import { endAllSessions } from './open-sessions.ts';
import { accountDoor } from './sign-in.ts';
import { people, recoveries } from './tables.ts';
import { ACCOUNT_ALLOWANCE, ADDRESS_ALLOWANCE, networkOf } from './throttle.ts';

/** A link is good for thirty minutes, a code issued by an officer for a day. */
export const LINK_MINUTES = 30;
const CODE_HOURS = 24;

/** Without 0, O, 1, I, L and U, so that a code can be read aloud and copied by hand: 30 letters, 49 bits in ten. */
const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 10;

/** How someone shows that the account is theirs. */
export type RecoveryProof =
	{ by: 'link'; token: string } | { by: 'code'; identifier: string; code: string; address: string };

/** Makes a link's secret for a person. In `system` scope. */
export async function issueLink(db: Database, personId: string, now: Date): Promise<string> {
	// 192 bits; 32 letters keep the address on one line of a letter.
	const token = randomBytes(24).toString('base64url');
	await db.insert(recoveries).values({
		personId,
		kind: 'link',
		secretHash: linkHash(token),
		issuedAt: now,
		expiresAt: new Date(now.getTime() + LINK_MINUTES * 60_000)
	});
	return token;
}

/**
 * Issues a one-time code for a person in the officer's care and returns it, `ABCDE-FGHJK`, the only time it can be
 * seen. A newer code voids the older ones. For holders of higher roles `forbidden`, `person-outranks`.
 */
export async function issueCode(
	db: Database,
	officer: Actor,
	{ personId, places }: Subject,
	secret: string,
	now = new Date()
): Promise<string> {
	demand(officer, 'recovery:issue-code', places);
	const person = await findPerson(db, personId);
	if (person.closedAt) throw new Refusal('conflict', 'account-closed');
	if (!outranks(officer, await grantsInForce(db, personId))) {
		throw new Refusal('forbidden', 'person-outranks');
	}
	const letters = Array.from(
		{ length: CODE_LENGTH },
		() => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]
	).join('');
	const expiresAt = new Date(now.getTime() + CODE_HOURS * 3_600_000);
	await db.insert(recoveries).values({
		personId,
		kind: 'code',
		secretHash: codeHash(personId, letters, secret),
		issuedBy: officer.personId,
		issuedAt: now,
		expiresAt
	});
	await record(db, officer.personId, {
		act: 'recovery-code-issued',
		subjectId: personId,
		detail: { expiresAt: expiresAt.toISOString() }
	});
	return `${letters.slice(0, 5)}-${letters.slice(5)}`;
}

/** Whether a link can still be used, to say so before a password is typed. */
export function isLinkGood(pool: Pool, token: string, now = new Date()): Promise<boolean> {
	return withScope(pool, SYSTEM, async (db) => (await findLink(db, token, now)) !== null);
}

/**
 * Sets a new password on proof of ownership, ends all sessions and every other way back in. Refusals (`invalid`):
 * `recovery-link-spent`, `recovery-code-wrong`, a `PasswordProblem`; `conflict` `try-later` after five wrong codes.
 * A password that is refused does not use up the proof. Returns whose password it was.
 */
export async function resetPassword(
	pool: Pool,
	proof: RecoveryProof,
	password: string,
	secret: string,
	now = new Date()
): Promise<string> {
	const find = () =>
		withScope(pool, SYSTEM, async (db) => {
			const recovery = await findRecovery(db, proof, secret, now);
			return recovery && { ...recovery, known: await findKnownOf(db, recovery.personId) };
		});
	const found = await tryAt(pool, doorsOf(proof, secret), now, find);
	if (!found) throw refusalOf(proof);
	const problem = passwordProblem(password, found.known);
	if (problem) throw new Refusal('invalid', problem);
	const passwordHash = await hashPassword(password);
	await withScope(pool, SYSTEM, async (db) => {
		const [used] = await db
			.update(recoveries)
			.set({ usedAt: now })
			.where(and(eq(recoveries.id, found.id), isNull(recoveries.usedAt)))
			.returning({ id: recoveries.id });
		if (!used) throw refusalOf(proof);
		await db
			.update(recoveries)
			.set({ usedAt: now })
			.where(and(eq(recoveries.personId, found.personId), isNull(recoveries.usedAt)));
		await storePassword(db, found.personId, passwordHash, now);
		await endAllSessions(db, found.personId);
		for (const identifier of [found.known.email, found.known.number]) {
			if (identifier) await reopen(db, accountDoor(identifier, secret));
		}
		await record(db, found.personId, {
			act: 'password-recovered',
			subjectId: found.personId,
			detail: { by: proof.by }
		});
	});
	return found.personId;
}

/** A link cannot be guessed; codes are tried only so often. */
function doorsOf(proof: RecoveryProof, secret: string): Door[] {
	if (proof.by === 'link') return [];
	const account = `code ${normaliseIdentifier(proof.identifier)}`;
	const network = `code ${networkOf(proof.address)}`;
	return [
		doorOf('recovery-account', account, secret, ACCOUNT_ALLOWANCE),
		doorOf('recovery-address', network, secret, ADDRESS_ALLOWANCE)
	];
}

type Found = { id: string; personId: string };

function findRecovery(
	db: Database,
	proof: RecoveryProof,
	secret: string,
	now: Date
): Promise<Found | null> {
	return proof.by === 'link' ? findLink(db, proof.token, now) : findCode(db, proof, secret, now);
}

async function findLink(db: Database, token: string, now: Date): Promise<Found | null> {
	const [row] = await db
		.select({ id: recoveries.id, personId: recoveries.personId })
		.from(recoveries)
		.innerJoin(people, and(eq(people.id, recoveries.personId), isNull(people.closedAt)))
		.where(
			and(
				eq(recoveries.secretHash, linkHash(token)),
				eq(recoveries.kind, 'link'),
				isNull(recoveries.usedAt),
				gt(recoveries.expiresAt, now)
			)
		);
	return row ?? null;
}

async function findCode(
	db: Database,
	{ identifier, code }: { identifier: string; code: string },
	secret: string,
	now: Date
): Promise<Found | null> {
	const person = await findByIdentifier(db, normaliseIdentifier(identifier));
	const given = codeHash(person?.id ?? '', lettersOf(code), secret);
	if (!person) return null;
	const [newest] = await db
		.select()
		.from(recoveries)
		.where(and(eq(recoveries.personId, person.id), eq(recoveries.kind, 'code')))
		.orderBy(desc(recoveries.issuedAt), desc(recoveries.id))
		.limit(1);
	if (!newest || newest.usedAt || newest.expiresAt <= now) return null;
	return timingSafeEqual(newest.secretHash, given) ? newest : null;
}

function refusalOf({ by }: RecoveryProof): Refusal {
	return new Refusal('invalid', by === 'link' ? 'recovery-link-spent' : 'recovery-code-wrong');
}

/** A code as copied by hand: dashes, spaces and lower case do not matter. */
function lettersOf(code: string): string {
	return code.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

function linkHash(token: string): Buffer {
	return createHash('sha256').update(token).digest();
}

/** Keyed, because 49 bits could be guessed from a stolen table within the day. */
function codeHash(personId: string, letters: string, secret: string): Buffer {
	return createHmac('sha256', secret).update(`recovery code\0${personId}\0${letters}`).digest();
}
