import { randomBytes, randomInt } from 'node:crypto';
import { and, asc, eq, isNull, lte, or, sql, type SQL } from 'drizzle-orm';
import type { TitledName } from '../../format/names.ts';
import { printableTexts } from '../../format/printable.ts';
import { record } from '../audit/entries.ts';
import type { Database } from '../db/connect.ts';
import { tryLockCourse, type AwardFacts } from './awards.ts';
import { stateOf, type AwardState, type Standing } from './award-state.ts';
import { credentialOf, type StatusEntry } from './credential.ts';
import type { CertificateFacts } from './facts.ts';
import { fixIssuer } from './issuers.ts';
import { requireSigning, type SigningKey } from './keys.ts';
import { inSeries } from './number.ts';
import { keyAddress } from './profile.ts';
import { signDocument } from './proof.ts';
import { CURRENT_SERIES } from './series.ts';
import { STATUS_LENGTH } from './status-list.ts';
import {
	awardConfirmations,
	awardHolders,
	awards,
	certificateRevocations,
	certificates,
	issuingFailures
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

/**
 * Awards that were confirmed and are due to be issued, at most `most`: those never tried before those that failed, of
 * both the oldest first. In `system` scope.
 */
export async function listWaiting(db: Database, most: number, now = new Date()): Promise<string[]> {
	const rows = await waiting(
		db,
		or(isNull(issuingFailures.code), lte(issuingFailures.retryAt, now))
	)
		.orderBy(sql`${issuingFailures.failedAt} asc nulls first`, asc(awardConfirmations.confirmedAt))
		.limit(most);
	return rows.map(({ code }) => code);
}

/** First wait after a failure (minutes); it doubles each time, up to a day. */
const FIRST_WAIT = 1;
const LONGEST_WAIT = 24 * 60;

/** Takes note that an award could not be issued: it waits, and holds up no other. In `system` scope. */
export async function noteFailure(
	db: Database,
	code: string,
	error: unknown,
	now = new Date()
): Promise<void> {
	const { code: coded, name } = error as { code?: unknown; name?: unknown };
	const why = String(coded ?? name ?? 'unknown').slice(0, 100);
	const [before] = await db.select().from(issuingFailures).where(eq(issuingFailures.code, code));
	const failures = (before?.failures ?? 0) + 1;
	const wait = Math.min(FIRST_WAIT * 2 ** (failures - 1), LONGEST_WAIT);
	const noted = { failures, why, failedAt: now, retryAt: new Date(now.getTime() + wait * 60_000) };
	await db
		.insert(issuingFailures)
		.values({ code, ...noted })
		.onConflictDoUpdate({ target: issuingFailures.code, set: noted });
}

/** What waits to be issued, and what of it failed. */
export interface IssuingState {
	waiting: number;
	/** When the one was confirmed that waits longest; null when nothing waits. */
	since: Date | null;
	failed: number;
	/** The last failure; null when nothing that waits failed. */
	last: { at: Date; why: string } | null;
}

/** How the issuing of certificates stands. In `system` scope. */
export async function countIssuing(db: Database): Promise<IssuingState> {
	const rows = await waiting(db).orderBy(asc(awardConfirmations.confirmedAt));
	const failures = rows
		.flatMap(({ failedAt, why }) => (failedAt && why !== null ? [{ at: failedAt, why }] : []))
		.sort((a, b) => b.at.getTime() - a.at.getTime());
	const since = rows[0]?.confirmedAt ?? null;
	return { waiting: rows.length, since, failed: failures.length, last: failures[0] ?? null };
}

/**
 * Issues an award: signs and renders it, and keeps the bytes. All of it in the caller's transaction, in `system` scope:
 * what was begun and broken off leaves nothing. False when another process is at it, or nothing waits under this code.
 * Refuses `key-retired` when the key was retired since it was opened.
 */
export async function issue(
	db: Database,
	code: string,
	{ key, origin, makePdf }: Issuing,
	now = new Date()
): Promise<boolean> {
	const [award] = await db
		.select({ personId: awards.personId, courseId: awards.courseId })
		.from(awards)
		.where(eq(awards.code, code));
	// Not while it is revoked or replaced, and by one process alone.
	if (!award || !(await tryLockCourse(db, award.personId, award.courseId))) return false;
	if ((await waiting(db, eq(awardConfirmations.code, code))).length === 0) return false;
	await requireSigning(db, key);
	const { facts, personId, series } = await readFacts(db, code);
	const issuer = await fixIssuer(db, facts.organiser, origin, now);
	const entry = await reserveStatus(db, facts.organiser.code, series);
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
	await db.delete(issuingFailures).where(eq(issuingFailures.code, code));
	await record(db, null, {
		act: 'certificate-issued',
		subjectId: personId,
		detail: { course: facts.course.id, number: facts.number }
	});
	return true;
}

function waiting(db: Database, which?: SQL) {
	return db
		.select({
			code: awardConfirmations.code,
			confirmedAt: awardConfirmations.confirmedAt,
			failedAt: issuingFailures.failedAt,
			why: issuingFailures.why
		})
		.from(awardConfirmations)
		.innerJoin(awards, eq(awards.code, awardConfirmations.code))
		.leftJoin(certificates, eq(certificates.code, awardConfirmations.code))
		.leftJoin(certificateRevocations, eq(certificateRevocations.code, awardConfirmations.code))
		.leftJoin(issuingFailures, eq(issuingFailures.code, awardConfirmations.code))
		.where(
			and(
				// Of an earlier series it may have been issued since the backup was made that is in use now.
				eq(awards.series, CURRENT_SERIES),
				isNull(certificates.code),
				isNull(certificateRevocations.code),
				which
			)
		)
		.$dynamic();
}

/** All that a certificate says, the holder written as confirmed; in one form for credential and paper. */
async function readFacts(
	db: Database,
	code: string
): Promise<{ facts: CertificateFacts; personId: string; series: number }> {
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
		series: award.series,
		facts: printableTexts({
			...(award.facts as AwardFacts),
			...{ number: award.number, code },
			holder: { name, titleBefore, titleAfter },
			employment: { number, post, unit, agency }
		})
	};
}

/**
 * A bit of the organiser's newest list that tells nothing of anybody yet; lists are filled by half, at random. A restored
 * database begins new ones: bits given since the backup was made are in certificates somewhere.
 */
async function reserveStatus(
	db: Database,
	organiser: string,
	series: number
): Promise<StatusEntry> {
	const [issued] = await db
		.select({ count: sql<number>`count(*)::integer` })
		.from(certificates)
		.innerJoin(awards, eq(awards.code, certificates.code))
		.where(and(eq(awards.organiser, organiser), eq(awards.series, series)));
	const nth = Math.floor(issued!.count / (STATUS_LENGTH / 2)) + 1;
	const list = `${organiser}${inSeries(series, '~')}-${nth}`;
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
	const { number, name, titleBefore, titleAfter, cause, replacedBy, follows } = found;
	const facts = printableTexts(found.facts);
	const issuedAt = new Date(found.issuedAt);
	const revocation = cause && {
		...{ cause, replacedBy },
		reason: found.reason ?? '',
		revokedAt: new Date(found.revokedAt ?? 0)
	};
	const standing = { confirmedAt: issuedAt, issuedAt, validUntil: facts.validUntil, revocation };
	return {
		...{ code, number, facts, issuedAt, revocation, follows },
		holder: printableTexts({ name, titleBefore, titleAfter }),
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
