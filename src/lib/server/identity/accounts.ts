import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { demandAnotherAdministrator, grantsInForce } from '../access/grants.ts';
import { demand, outranks, type Actor } from '../access/policy.ts';
import { record } from '../audit/entries.ts';
import type { Database } from '../db/connect.ts';
import { Refusal } from '../refusal.ts';
import type { Subject } from './people.ts';
import { people } from './tables.ts';

/** Closes an account: its sessions end (by trigger) and its grants rest. Returns whether it was open. */
export async function closeAccount(
	db: Database,
	officer: Actor,
	subject: Subject,
	now = new Date()
): Promise<boolean> {
	if (subject.personId === officer.personId) throw new Refusal('conflict', 'own-account');
	await demandOver(db, officer, subject);
	const held = await grantsInForce(db, subject.personId);
	if (held.some(({ role }) => role === 'platform-admin')) {
		await demandAnotherAdministrator(db, subject.personId);
	}
	const closed = await db
		.update(people)
		.set({ closedAt: now })
		.where(and(eq(people.id, subject.personId), isNull(people.closedAt)))
		.returning({ id: people.id });
	if (closed.length === 0) return false;
	await record(db, officer.personId, { act: 'account-closed', subjectId: subject.personId });
	return true;
}

/** Opens a closed account again, with the grants that still hold. Once more changes nothing. */
export async function reopenAccount(db: Database, officer: Actor, subject: Subject): Promise<void> {
	await demandOver(db, officer, subject);
	const reopened = await db
		.update(people)
		.set({ closedAt: null })
		.where(and(eq(people.id, subject.personId), isNotNull(people.closedAt)))
		.returning({ id: people.id });
	if (reopened.length === 0) return;
	await record(db, officer.personId, { act: 'account-reopened', subjectId: subject.personId });
}

async function demandOver(db: Database, officer: Actor, subject: Subject): Promise<void> {
	demand(officer, 'account:close', subject.places);
	if (!outranks(officer, await grantsInForce(db, subject.personId))) {
		throw new Refusal('forbidden', 'person-outranks');
	}
}
