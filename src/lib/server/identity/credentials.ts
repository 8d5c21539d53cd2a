import { eq } from 'drizzle-orm';
import { record } from '../audit/entries.ts';
import type { Database, Pool } from '../db/connect.ts';
import { withScope } from '../db/scope.ts';
import { Refusal } from '../refusal.ts';
import { doorOf, tryAt } from './failures.ts';
import { endOtherSessions } from './open-sessions.ts';
import { hashPassword, passwordProblem, verifyPassword } from './passwords.ts';
import { findKnownOf } from './people.ts';
import { credentials } from './tables.ts';
import { ACCOUNT_ALLOWANCE } from './throttle.ts';

/**
 * Changes one's own password and ends the other sessions. Refusals (`invalid`): `current-password-wrong`, a
 * `PasswordProblem`; `conflict` `try-later` after five wrong ones.
 */
export async function changePassword(
	pool: Pool,
	{ personId, label }: { personId: string; label: string },
	{ current, next }: { current: string; next: string },
	secret: string,
	now = new Date()
): Promise<void> {
	const door = doorOf('account', `change ${personId}`, secret, ACCOUNT_ALLOWANCE);
	const own = { as: 'person', personId } as const;
	const known = await tryAt(pool, [door], now, async () => {
		const { hash, known } = await withScope(pool, own, async (db) => {
			const [row] = await db.select().from(credentials).where(eq(credentials.personId, personId));
			return { hash: row?.passwordHash, known: await findKnownOf(db, personId) };
		});
		return hash && (await verifyPassword(current, hash)).correct ? known : null;
	});
	if (!known) throw new Refusal('invalid', 'current-password-wrong');
	const problem = passwordProblem(next, known);
	if (problem) throw new Refusal('invalid', problem);
	const passwordHash = await hashPassword(next);
	await withScope(pool, own, async (db) => {
		await storePassword(db, personId, passwordHash, now);
		await endOtherSessions(db, personId, label);
		await record(db, personId, { act: 'password-changed', subjectId: personId });
	});
}

/** Stores a password's hash as the one in use. */
export async function storePassword(
	db: Database,
	personId: string,
	passwordHash: string,
	changedAt: Date
): Promise<void> {
	await db
		.insert(credentials)
		.values({ personId, passwordHash, changedAt })
		.onConflictDoUpdate({ target: credentials.personId, set: { passwordHash, changedAt } });
}
