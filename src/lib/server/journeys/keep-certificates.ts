import { isoDay } from '../../format/dates.ts';
import { displayName } from '../../format/names.ts';
import type { Actor } from '../access/policy.ts';
import { readKept, type KeptCertificate } from '../certification/kept.ts';
import type { KeepingAct } from '../certification/keeping.ts';
import {
	replace,
	restore,
	revoke,
	type CAUSES,
	type Corrected
} from '../certification/revocations.ts';
import { findSignatory } from '../certification/signatories.ts';
import type { Database } from '../db/connect.ts';
import { enterScope, SYSTEM } from '../db/scope.ts';
import { findPerson } from '../identity/people.ts';
import { certificateLetter, type CertificateChange } from '../notices/certificate-letters.ts';
import { aboutAward } from '../notices/letters.ts';
import { queueMail } from '../notices/mail.ts';

/** A decision about a certificate, with its reason. */
export type Decision =
	| { act: 'revoke'; cause: (typeof CAUSES)[number]; reason: string }
	| { act: Exclude<KeepingAct, 'revoke'>; reason: string };

/**
 * Revokes, replaces or restores a certificate of an organiser that the officer works for, and tells the holder by letter;
 * the same once more changes nothing. What takes its place bears the name that is on record now, and who signs today.
 * Returns the code of the certificate to look at next. Refuses `award-unknown` for every other one, and as the verbs do.
 * In the officer's scope; the last act of its transaction.
 */
export async function decideCertificate(
	db: Database,
	officer: Actor,
	code: string,
	decision: Decision,
	now = new Date()
): Promise<string> {
	const today = isoDay(now);
	const kept = await readKept(db, officer, code, today);
	await enterScope(db, SYSTEM);
	if (decision.act === 'revoke') {
		const change = kept.issuedAt ? 'revoked' : 'void';
		if (await revoke(db, officer, code, decision, now)) await tell(db, kept, change, decision);
		return code;
	}
	const { reason } = decision;
	const corrected = await correctedOn(db, kept, today);
	const verb = decision.act === 'replace' ? replace : restore;
	const given = await verb(db, officer, code, { reason, corrected }, now);
	const change = decision.act === 'replace' ? 'replaced' : 'restored';
	if (given.first) await tell(db, kept, change, decision, given.code);
	return given.code;
}

/** What a certificate given today says otherwise than the one before. */
async function correctedOn(
	db: Database,
	{ recorded, holder, facts }: KeptCertificate,
	today: string
): Promise<Corrected> {
	const signed = await findSignatory(db, facts.organiser, today);
	const { titleBefore, titleAfter } = holder;
	// Where no titles are on record, the holder finds those they wrote last, to be confirmed or mended.
	const titled = recorded && (recorded.titleBefore || recorded.titleAfter);
	const name = titled ? recorded : recorded && { ...recorded, titleBefore, titleAfter };
	return { issuedOn: today, ...signed, ...(name && { holder: name }) };
}

/** Puts the letter into the outbox, where the holder has an address. */
async function tell(
	db: Database,
	{ personId, number, facts }: KeptCertificate,
	change: CertificateChange,
	{ reason }: Decision,
	next: string | null = null
): Promise<void> {
	const person = await findPerson(db, personId);
	if (!person.email) return;
	const letter = certificateLetter(person.language ?? 'id', change, {
		...{ name: displayName(person), number, reason: reason.trim() },
		...{ course: facts.course.title, organiser: facts.organiser.name }
	});
	// It tells of the next certificate as well, which therefore needs no letter of its own.
	const about = next === null ? {} : { about: aboutAward(next) };
	await queueMail(db, { personId, recipient: person.email, ...about, ...letter });
}
