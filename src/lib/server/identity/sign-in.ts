import { eq, sql } from 'drizzle-orm';
import type { Pool } from '../db/connect.ts';
import { SYSTEM, withScope } from '../db/scope.ts';
import { Refusal } from '../refusal.ts';
import { doorOf, reopen, tryAt, type Door } from './failures.ts';
import { hashPassword, verifyNobody, verifyPassword } from './passwords.ts';
import { normaliseIdentifier } from './people.ts';
import { startSession, type NewSession } from './sessions.ts';
import { credentials } from './tables.ts';
import { ACCOUNT_ALLOWANCE, ADDRESS_ALLOWANCE, networkOf } from './throttle.ts';

export interface SignInAttempt {
	/** NIP, NI PPPK (spaces and dots allowed) or e-mail address, as typed. */
	identifier: string;
	password: string;
	/** The network address it comes from. */
	address: string;
	/** “Ini perangkat bersama.” */
	shared: boolean;
	/** Browser and system in words (`describeDevice`). */
	device: string;
}

/**
 * Signs in and starts a session. Refuses with `invalid` `sign-in-refused` alike for an unknown account, a closed one
 * and a wrong password, after the same work; with `conflict` `try-later` (minutes) after five failures of an account,
 * known or not, or a hundred from one network. `secret` keys the record of failures.
 */
export async function signIn(
	pool: Pool,
	attempt: SignInAttempt,
	secret: string,
	now = new Date()
): Promise<NewSession> {
	const identifier = normaliseIdentifier(attempt.identifier);
	const account = accountDoor(identifier, secret);
	const address = doorOf('address', networkOf(attempt.address), secret, ADDRESS_ALLOWANCE);
	const checked = await tryAt(pool, [account, address], now, () =>
		check(pool, identifier, attempt.password)
	);
	if (!checked) throw new Refusal('invalid', 'sign-in-refused');
	const renewedHash = checked.outdated ? await hashPassword(attempt.password) : null;
	return withScope(pool, SYSTEM, async (db) => {
		await reopen(db, account);
		if (renewedHash) {
			await db
				.update(credentials)
				.set({ passwordHash: renewedHash })
				.where(eq(credentials.personId, checked.personId));
		}
		return startSession(db, checked.personId, attempt);
	});
}

/** The door of an account, by the identifier in its normal form: what is typed, so that aliases tell nothing. */
export function accountDoor(identifier: string, secret: string): Door {
	return doorOf('account', identifier, secret, ACCOUNT_ALLOWANCE);
}

async function check(
	pool: Pool,
	identifier: string,
	password: string
): Promise<{ personId: string; outdated: boolean } | null> {
	const [found] = await pool.execute<{ person_id: string; password_hash: string }>(
		sql`select * from find_credential(${identifier})`
	);
	if (!found) {
		await verifyNobody(password);
		return null;
	}
	const { correct, outdated } = await verifyPassword(password, found.password_hash);
	return correct ? { personId: found.person_id, outdated } : null;
}
