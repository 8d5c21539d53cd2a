import { randomBytes, randomInt } from 'node:crypto';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { TitledName } from '../../format/names.ts';
import { record } from '../audit/entries.ts';
import type { Database } from '../db/connect.ts';
import type { AwardFacts } from './awards.ts';
import { stateOf, type AwardState, type Standing } from './award-state.ts';
import { credentialOf, type StatusEntry } from './credential.ts';
import type { CertificateFacts } from './facts.ts';
import { fixIssuer } from './issuers.ts';
import type { SigningKey } from './keys.ts';
import { keyAddress } from './profile.ts';
import { signDocument } from './proof.ts';
import { STATUS_LENGTH } from './status-list.ts';
import {
	awardConfirmations,
	awardHolders,
	awards,
	certificateRevocations,
	certificates
} from './tables.ts';

/** Makes the sheet of a certificate; `credential` is the exact text to be embedded, `verifyUrl` where it is checked. */
export type MakePdf = (
	facts: CertificateFacts,
	given: { credential: string; verifyUrl: string }
) => Promise<Uint8Array>;

/** What a certificate is issued with. */
export interface Issuing {
	key: SigningKey;
	/** Where the installation is reached, e.g. `https://belajar.contoh.go.id`. */
	origin: string;
	makePdf: MakePdf;
}

/** Awards that were confirmed and wait to be issued, the oldest first, at most `most`. In `system` scope. */
export async function listWaiting(db: Database, most: number): Promise<string[]> {
	const rows = await waiting(db).orderBy(asc(awardConfirmations.confirmedAt)).limit(most);
	return rows.map(({ code }) => code);
}

/** How many awards were confirmed and wait to be issued, and since when the oldest does. In `system` scope. */
export async function countWaiting(db: Database): Promise<{ count: number; since: Date | null }> {
	const all = waiting(db).as('waiting');
	const [found] = await db
		.select({
			count: sql<number>`count(*)::integer`,
			since: sql<string | null>`min(${awardConfirmations.confirmedAt})`
		})
		.from(all)
		.innerJoin(awardConfirmations, eq(awardConfirmations.code, all.code));
	return { count: found!.count, since: found!.since === null ? null : new Date(found!.since) };
}

/**
 * Issues an award: signs and renders it, and keeps the bytes. All of it in the caller's transaction, in `system` scope:
 * what was begun and broken off leaves nothing. False when another process is at it, or nothing waits under this code.
 */
export async function issue(
	db: Database,
	code: string,
	{ key, origin, makePdf }: Issuing,
	now = new Date()
): Promise<boolean> {
	const [locked] = await db
		.select({ code: awardConfirmations.code })
		.from(awardConfirmations)
		.where(eq(awardConfirmations.code, code))
		.for('update', { skipLocked: true });
	if (!locked || (await waiting(db, code)).length === 0) return false;
	const { facts, personId } = await readFacts(db, code);
	const issuer = await fixIssuer(db, facts.organiser, origin, now);
	const entry = await reserveStatus(db, facts.organiser.code);
	const salt = randomBytes(16).toString('base64url');
	const signer = {
		verificationMethod: keyAddress(issuer, key.publicKey),
		privateKey: key.privateKey
	};
	const signed = await signDocument(credentialOf(facts, issuer, entry, salt), signer, now);
	const credential = JSON.stringify(signed);
	const verifyUrl = new URL(`/sertifikat/${code}`, issuer.identity).href;
	const pdf = Buffer.from(await makePdf(facts, { credential, verifyUrl }));
	await db.insert(certificates).values({
		...{ code, personId, issuedAt: now, keyId: key.id, credential, pdf },
		...{ statusList: entry.list, statusIndex: entry.index }
	});
	await record(db, null, {
		act: 'certificate-issued',
		subjectId: personId,
		detail: { course: facts.course.id, number: facts.number }
	});
	return true;
}

function waiting(db: Database, code?: string) {
	return db
		.select({ code: awardConfirmations.code })
		.from(awardConfirmations)
		.leftJoin(certificates, eq(certificates.code, awardConfirmations.code))
		.leftJoin(certificateRevocations, eq(certificateRevocations.code, awardConfirmations.code))
		.where(
			and(
				isNull(certificates.code),
				isNull(certificateRevocations.code),
				code === undefined ? undefined : eq(awardConfirmations.code, code)
			)
		)
		.$dynamic();
}

/** All that a certificate says, the holder written as confirmed. */
async function readFacts(
	db: Database,
	code: string
): Promise<{ facts: CertificateFacts; personId: string }> {
	const [row] = await db
		.select({ award: awards, recorded: awardHolders, confirmed: awardConfirmations })
		.from(awards)
		.innerJoin(awardHolders, eq(awardHolders.code, awards.code))
		.innerJoin(awardConfirmations, eq(awardConfirmations.code, awards.code))
		.where(eq(awards.code, code));
	const { award, recorded, confirmed } = row!;
	const { name, titleBefore, titleAfter } = confirmed;
	const { number, post, unit, agency } = recorded;
	return {
		personId: award.personId,
		facts: {
			...(award.facts as AwardFacts),
			...{ number: award.number, code },
			holder: { name, titleBefore, titleAfter },
			employment: { number, post, unit, agency }
		}
	};
}

/** A bit of the organiser's newest list that tells nothing of anybody yet; lists are filled by half, at random. */
async function reserveStatus(db: Database, organiser: string): Promise<StatusEntry> {
	const [issued] = await db
		.select({ count: sql<number>`count(*)::integer` })
		.from(certificates)
		.innerJoin(awards, eq(awards.code, certificates.code))
		.where(eq(awards.organiser, organiser));
	const list = `${organiser}-${Math.floor(issued!.count / (STATUS_LENGTH / 2)) + 1}`;
	for (;;) {
		const index = randomInt(STATUS_LENGTH);
		const held = and(eq(certificates.statusList, list), eq(certificates.statusIndex, index));
		if ((await db.$count(certificates, held)) === 0) return { list, index };
	}
}

/** What anybody who knows its code may read of a certificate. */
export interface PublishedCertificate {
	code: string;
	number: string;
	state: Extract<AwardState, 'valid' | 'expired' | 'revoked' | 'replaced'>;
	holder: TitledName;
	/** No score: the holder shares it or not. */
	facts: Omit<AwardFacts, 'score'>;
	issuedAt: Date;
	/** `replacedBy` is the code of what took its place, once that is issued. */
	revocation: {
		cause: string;
		reason: string;
		revokedAt: Date;
		replacedBy: string | null;
	} | null;
	/** The issued one that it follows. */
	follows: string | null;
}

/** An issued certificate; null for every other code. `today` is `YYYY-MM-DD` in Asia/Jakarta. In any scope. */
export async function findPublished(
	db: Database,
	code: string,
	today: string
): Promise<PublishedCertificate | null> {
	const [found] = await db.execute<{
		code: string;
		number: string;
		facts: PublishedCertificate['facts'];
		name: string;
		titleBefore: string;
		titleAfter: string;
		issuedAt: string;
		revokedAt: string | null;
		cause: NonNullable<Standing['revocation']>['cause'] | null;
		reason: string | null;
		replacedBy: string | null;
		follows: string | null;
	}>(sql`
		select code, number, facts, name, title_before as "titleBefore", title_after as "titleAfter",
			issued_at as "issuedAt", revoked_at as "revokedAt", cause, reason, replaced_by as "replacedBy", follows
		from find_certificate(${code})`);
	if (!found) return null;
	const { number, facts, name, titleBefore, titleAfter, cause, replacedBy, follows } = found;
	const issuedAt = new Date(found.issuedAt);
	const revocation = cause && {
		...{ cause, replacedBy },
		reason: found.reason ?? '',
		revokedAt: new Date(found.revokedAt ?? 0)
	};
	const standing = { confirmedAt: issuedAt, issuedAt, validUntil: facts.validUntil, revocation };
	return {
		...{ code, number, facts, issuedAt, revocation, follows },
		holder: { name, titleBefore, titleAfter },
		state: stateOf(standing, today) as PublishedCertificate['state']
	};
}

/** The bytes of a certificate as it was issued; null where the reader has none of this code. In the holder's scope. */
export async function readIssued(
	db: Database,
	code: string
): Promise<{ credential: string; pdf: Buffer } | null> {
	const [bytes] = await db
		.select({ credential: certificates.credential, pdf: certificates.pdf })
		.from(certificates)
		.where(eq(certificates.code, code));
	return bytes ?? null;
}
