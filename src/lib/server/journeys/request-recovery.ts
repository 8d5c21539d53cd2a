import type { Pool } from '../db/connect.ts';
import { SYSTEM, withScope } from '../db/scope.ts';
import { doorOf, knock } from '../identity/failures.ts';
import {
	displayName,
	findByIdentifier,
	findPerson,
	normaliseIdentifier
} from '../identity/people.ts';
import { issueLink, LINK_MINUTES } from '../identity/recovery.ts';
import { ADDRESS_ALLOWANCE, LETTER_ALLOWANCE, networkOf } from '../identity/throttle.ts';
import { recoveryLetter } from '../notices/letters.ts';
import { queueMail } from '../notices/mail.ts';
import { Refusal } from '../refusal.ts';

/**
 * Sends a link to set a new password, if the identifier belongs to an open account with an e-mail address. Answers
 * alike whether or not it does, and whether or not the account has had its share of letters; `conflict` `try-later`
 * only when the network has asked too often. `linkTo` makes the full address from the link's token.
 */
export async function requestRecovery(
	pool: Pool,
	{ identifier, address }: { identifier: string; address: string },
	linkTo: (token: string) => string,
	secret: string,
	now = new Date()
): Promise<void> {
	const account = normaliseIdentifier(identifier);
	const network = networkOf(address);
	await knock(pool, [doorOf('recovery-address', network, secret, ADDRESS_ALLOWANCE)], now);
	try {
		await knock(pool, [doorOf('recovery-account', account, secret, LETTER_ALLOWANCE)], now);
	} catch (error) {
		if (error instanceof Refusal) return;
		throw error;
	}
	await withScope(pool, SYSTEM, async (db) => {
		const found = await findByIdentifier(db, account);
		if (!found?.email) return;
		const person = await findPerson(db, found.id);
		const token = await issueLink(db, found.id, now);
		const letter = recoveryLetter(person.language ?? 'id', {
			name: displayName(person),
			link: linkTo(token),
			minutes: LINK_MINUTES
		});
		await queueMail(db, { personId: found.id, recipient: found.email, ...letter });
	});
}
