import { displayName } from '../../format/names.ts';
import type { Actor } from '../access/policy.ts';
import type { Database, Pool } from '../db/connect.ts';
import { enterScope, SYSTEM, withScope } from '../db/scope.ts';
import { closeAccount } from '../identity/accounts.ts';
import { changePassword } from '../identity/credentials.ts';
import { findPerson, type Subject } from '../identity/people.ts';
import { issueCode, resetPassword, type RecoveryProof } from '../identity/recovery.ts';
import { accessLetter, type AccessChange } from '../notices/letters.ts';
import { queueMail } from '../notices/mail.ts';

/** `issueCode`, and a letter that says so to the person. The last act of its transaction. */
export async function issueCodeFor(
	db: Database,
	officer: Actor,
	subject: Subject,
	secret: string
): Promise<string> {
	const code = await issueCode(db, officer, subject, secret);
	await enterScope(db, SYSTEM);
	await tell(db, subject.personId, 'code-issued');
	return code;
}

/** `closeAccount`, and a letter that says so to the person. The last act of its transaction. */
export async function closeAccountOf(
	db: Database,
	officer: Actor,
	subject: Subject
): Promise<void> {
	if (!(await closeAccount(db, officer, subject))) return;
	await enterScope(db, SYSTEM);
	await tell(db, subject.personId, 'account-closed');
}

/** `resetPassword`, then a letter that says so to the person. */
export async function recoverPassword(
	pool: Pool,
	proof: RecoveryProof,
	password: string,
	secret: string
): Promise<void> {
	const personId = await resetPassword(pool, proof, password, secret);
	await withScope(pool, SYSTEM, (db) => tell(db, personId, 'password-recovered'));
}

/** `changePassword`, then a letter that says so to the person. */
export async function changeOwnPassword(
	pool: Pool,
	own: { personId: string; label: string },
	passwords: { current: string; next: string },
	secret: string
): Promise<void> {
	await changePassword(pool, own, passwords, secret);
	await withScope(pool, SYSTEM, (db) => tell(db, own.personId, 'password-changed'));
}

/** Puts the letter into the outbox, where the person has an address. In `system` scope. */
async function tell(db: Database, personId: string, change: AccessChange): Promise<void> {
	const person = await findPerson(db, personId);
	if (!person.email) return;
	const letter = accessLetter(person.language ?? 'id', change, displayName(person));
	await queueMail(db, { personId, recipient: person.email, ...letter });
}
