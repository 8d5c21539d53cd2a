import { listUnconfirmed } from '../certification/awards.ts';
import { displayName } from '../../format/names.ts';
import type { Pool } from '../db/connect.ts';
import { SYSTEM, withScope } from '../db/scope.ts';
import { findPerson } from '../identity/people.ts';
import { aboutAward, awardLetter } from '../notices/letters.ts';
import { listTold, queueMail } from '../notices/mail.ts';

/**
 * Writes to everybody whose certificate waits for their name and titles, once for each certificate; who has no address
 * reads of it on their home page. `origin` is where the installation is reached, null while nobody has said so. Returns
 * how many letters were written.
 */
export function inviteHolders(pool: Pool, origin: string | null): Promise<number> {
	return withScope(pool, SYSTEM, async (db) => {
		const waiting = await listUnconfirmed(db);
		const told = await listTold(
			db,
			waiting.map(({ code }) => aboutAward(code))
		);
		let written = 0;
		for (const { code, personId, course } of waiting) {
			if (told.has(aboutAward(code))) continue;
			const person = await findPerson(db, personId);
			if (!person.email || person.closedAt) continue;
			const letter = awardLetter(person.language ?? 'id', {
				name: displayName(person),
				course,
				link: origin && new URL('/sertifikat-saya', origin).href
			});
			await queueMail(db, {
				personId,
				recipient: person.email,
				about: aboutAward(code),
				...letter
			});
			written += 1;
		}
		return written;
	});
}
