import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { isoDay } from '../../format/dates.ts';
import type { TitledName } from '../../format/names.ts';
import { printable, printableTexts } from '../../format/printable.ts';
import { record } from '../audit/entries.ts';
import type { Database } from '../db/connect.ts';
import { personNames } from '../identity/tables.ts';
import { Refusal } from '../refusal.ts';
import { stateOf, type AwardState } from './award-state.ts';
import { makeCode } from './code.ts';
import type { CertificateFacts } from './facts.ts';
import { certificateNumber, yearOf } from './number.ts';
import { renewableFrom } from './renewal.ts';
import { findOddTitle } from './titles.ts';
import {
	awardConfirmations,
	awardHolders,
	awards,
	certificateRevocations,
	certificates
} from './tables.ts';

/** Longest titles on one side of a name (characters). */
const LONGEST_TITLES = 100;

/** Who earned a certificate, with the agency and unit their acts are stamped with. */
export interface Holder {
	personId: string;
	agencyId: string | null;
	unitId: string | null;
}

/** What a certificate will say, all but what is given with it. */
export type Earned = Omit<CertificateFacts, 'number' | 'code'>;

/** What is kept of it apart from whom it names. */
export type AwardFacts = Omit<Earned, 'holder' | 'employment'>;

/**
 * Gives the holder a certificate for a course, with the next number of its organiser and year; to be called in the
 * transaction that completes the course, in the holder's scope. What was given for this completion is not given again,
 * also when it was revoked or has expired since: only a later completion earns another, once the last one can be renewed
 * (`renewableFrom`). Returns code and number of the one that stands for it.
 */
export async function award(
	db: Database,
	holder: Holder,
	earned: Earned,
	now = new Date()
): Promise<{ code: string; number: string }> {
	await lockCourse(db, holder.personId, earned.course.id);
	const last = await findLast(db, holder.personId, earned.course.id);
	if (last && !earnsAnother(last, earned)) return { code: last.code, number: last.number };
	const given = await giveAward(db, holder, earned, last?.code ?? null, now);
	// A mark or a mended key completes a course too: then it is not its holder who acts.
	const [acting] = await db.execute<{ personId: string | null }>(
		sql`select acting_person() as "personId"`
	);
	await record(db, acting!.personId, {
		act: 'certificate-awarded',
		subjectId: holder.personId,
		detail: { course: earned.course.id, number: given.number }
	});
	return given;
}

/**
 * Writes an award that follows another of the same person and course, or none. The caller holds the lock on both. Refuses
 * `award-followed` where another follows it already.
 */
export async function giveAward(
	db: Database,
	holder: Holder,
	{ holder: named, employment, ...facts }: Earned,
	follows: string | null,
	now: Date
): Promise<{ code: string; number: string }> {
	const { organiser, course, issuedOn } = facts;
	if (follows !== null && (await db.$count(awards, eq(awards.follows, follows))) > 0)
		throw new Refusal('conflict', 'award-followed');
	const place = await takeNumber(db, organiser.code, yearOf(issuedOn));
	const code = makeCode();
	const parts = { ...place, course: course.code, organiser: organiser.code, issuedOn };
	const number = certificateNumber(parts);
	await db.insert(awards).values({
		...{ code, number, follows, facts, awardedAt: now },
		...{ organiser: organiser.code, year: yearOf(issuedOn), ...place },
		...{ courseId: course.id, ...holder }
	});
	await db
		.insert(awardHolders)
		.values({ code, personId: holder.personId, ...named, ...employment });
	return { code, number };
}

/** One act at a time on what a person earns in a course, whichever process it comes from. */
export async function lockCourse(db: Database, personId: string, courseId: string): Promise<void> {
	const name = lockName(personId, courseId);
	await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}

/** The same where nobody is at it; false at once where somebody is. */
export async function tryLockCourse(
	db: Database,
	personId: string,
	courseId: string
): Promise<boolean> {
	const name = lockName(personId, courseId);
	const [taken] = await db.execute<{ locked: boolean }>(
		sql`select pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) as locked`
	);
	return taken!.locked;
}

const lockName = (personId: string, courseId: string) => `awards:${personId}:${courseId}`;

/** Whether a completion is a later one than that of a certificate which can be renewed by then. */
function earnsAnother(
	{ facts, revokedOn }: { facts: AwardFacts; revokedOn: string | null },
	{ completedOn }: Pick<Earned, 'completedOn'>
): boolean {
	const from = renewableFrom(facts, revokedOn);
	return completedOn > facts.completedOn && from !== null && completedOn >= from;
}

/** When a person's newest certificate of a course can be renewed, and what it stands for. */
export interface Renewal {
	/** The first day. */
	from: string;
	/** Its last day; null where it was revoked and would not expire. */
	validUntil: string | null;
	revoked: boolean;
	/** The day of the completion it was given for: only a later one renews it. */
	completedOn: string;
}

/** How the newest certificate of a person in a course is renewed; null where there is none, or it holds for good. */
export async function findRenewal(
	db: Database,
	{ personId }: Pick<Holder, 'personId'>,
	courseId: string
): Promise<Renewal | null> {
	const last = await findLast(db, personId, courseId);
	const from = last && renewableFrom(last.facts, last.revokedOn);
	if (!from) return null;
	const { validUntil, completedOn } = last.facts;
	return { from, validUntil, revoked: last.revokedOn !== null, completedOn };
}

/** The newest award of a person in a course, with the day it was revoked. */
async function findLast(
	db: Database,
	personId: string,
	courseId: string
): Promise<{ code: string; number: string; facts: AwardFacts; revokedOn: string | null } | null> {
	const [last] = await db
		.select({
			code: awards.code,
			number: awards.number,
			facts: awards.facts,
			revokedAt: certificateRevocations.revokedAt
		})
		.from(awards)
		.leftJoin(certificateRevocations, eq(certificateRevocations.code, awards.code))
		.where(
			and(
				eq(awards.personId, personId),
				eq(awards.courseId, courseId),
				sql`not exists (select from ${awards} later where later.follows = ${awards.code})`
			)
		);
	if (!last) return null;
	const { code, number, revokedAt } = last;
	const revokedOn = revokedAt && isoDay(revokedAt, 'Asia/Jakarta');
	return { code, number, facts: last.facts as AwardFacts, revokedOn };
}

async function takeNumber(
	db: Database,
	organiser: string,
	year: number
): Promise<{ series: number; ordinal: number }> {
	const [taken] = await db.execute<{ series: number; ordinal: number }>(sql`
		select taken_series as series, taken_ordinal as ordinal from take_certificate_number(${organiser}, ${year})`);
	return taken!;
}

/** A certificate as its holder sees it in a list. */
export interface OwnAward {
	code: string;
	number: string;
	state: AwardState;
	facts: AwardFacts;
	/** As confirmed, or as it would be written. */
	holder: TitledName;
	awardedAt: Date;
	confirmedAt: Date | null;
	issuedAt: Date | null;
	/** Why it no longer counts, and what took its place. */
	revocation: { cause: string; reason: string; revokedAt: Date; replacedBy: string | null } | null;
	/** The code and number of the one it follows: replaced, revoked, expired or about to. */
	follows: { code: string; number: string } | null;
	/** The first day on which it can be renewed; null where it cannot, or another follows already. */
	renewableFrom: string | null;
}

/** Every certificate of a person, the newest first. `today` is `YYYY-MM-DD` in Asia/Jakarta. In the holder's scope. */
export async function listAwards(
	db: Database,
	{ personId }: Pick<Holder, 'personId'>,
	today: string
): Promise<OwnAward[]> {
	const rows = await db
		.select({
			award: awards,
			holder: awardHolders,
			confirmation: awardConfirmations,
			issuedAt: certificates.issuedAt,
			revocation: certificateRevocations
		})
		.from(awards)
		.innerJoin(awardHolders, eq(awardHolders.code, awards.code))
		.leftJoin(awardConfirmations, eq(awardConfirmations.code, awards.code))
		.leftJoin(certificates, eq(certificates.code, awards.code))
		.leftJoin(certificateRevocations, eq(certificateRevocations.code, awards.code))
		.where(eq(awards.personId, personId))
		.orderBy(desc(awards.awardedAt), awards.code);
	const numbers = new Map(rows.map(({ award: { code, number } }) => [code, number]));
	const followed = new Set(rows.map(({ award: { follows } }) => follows));
	return rows.map(({ award: { facts: kept, ...row }, holder, confirmation, ...rest }) => {
		const facts = kept as AwardFacts;
		const { name, titleBefore, titleAfter } = confirmation ?? holder;
		const confirmedAt = confirmation?.confirmedAt ?? null;
		const standing = { confirmedAt, validUntil: facts.validUntil, ...rest };
		const { code, number, awardedAt, follows } = row;
		const revokedOn = rest.revocation && isoDay(rest.revocation.revokedAt, 'Asia/Jakarta');
		return {
			...{ code, number, awardedAt },
			follows: follows === null ? null : { code: follows, number: numbers.get(follows) ?? '' },
			renewableFrom: rest.issuedAt && !followed.has(code) ? renewableFrom(facts, revokedOn) : null,
			...{ facts, holder: { name, titleBefore, titleAfter }, state: stateOf(standing, today) },
			confirmedAt,
			...rest
		};
	});
}

/** Awards that wait for their holders to confirm name and titles, the oldest first. In `system` scope. */
export async function listUnconfirmed(
	db: Database
): Promise<{ code: string; personId: string; course: string }[]> {
	const rows = await db
		.select({ code: awards.code, personId: awards.personId, facts: awards.facts })
		.from(awards)
		.leftJoin(awardConfirmations, eq(awardConfirmations.code, awards.code))
		.leftJoin(certificateRevocations, eq(certificateRevocations.code, awards.code))
		.where(and(isNull(awardConfirmations.code), isNull(certificateRevocations.code)))
		.orderBy(awards.awardedAt, awards.code);
	return rows.map(({ code, personId, facts }) => ({
		...{ code, personId },
		course: (facts as AwardFacts).course.title
	}));
}

/** How a name will be written, once its holder has confirmed it. */
interface CheckedName {
	courseId: string;
	number: string;
	written: TitledName;
}

/**
 * Name and titles as they would be written: without needless spaces and what nobody sees. The name is the one on record,
 * but for capitals and spaces; titles are the holder's to say, in the form that titles have (titles.ts). Refuses
 * `award-unknown`, `award-closed`, `award-name-differs`, `award-titles-long`, and `award-title-before` or
 * `award-title-after` with the odd word. In the holder's scope.
 */
export async function checkName(
	db: Database,
	{ personId }: Pick<Holder, 'personId'>,
	code: string,
	typed: TitledName
): Promise<CheckedName> {
	const [found] = await db
		.select({
			courseId: awards.courseId,
			number: awards.number,
			named: {
				name: awardHolders.name,
				titleBefore: awardHolders.titleBefore,
				titleAfter: awardHolders.titleAfter
			},
			recorded: {
				name: personNames.name,
				titleBefore: personNames.titleBefore,
				titleAfter: personNames.titleAfter
			},
			revoked: sql<boolean>`${certificateRevocations.code} is not null`
		})
		.from(awards)
		.innerJoin(awardHolders, eq(awardHolders.code, awards.code))
		.leftJoin(personNames, eq(personNames.personId, awards.personId))
		.leftJoin(certificateRevocations, eq(certificateRevocations.code, awards.code))
		.where(and(eq(awards.code, code), eq(awards.personId, personId)));
	if (!found) throw new Refusal('not-found', 'award-unknown');
	if (found.revoked) throw new Refusal('conflict', 'award-closed');
	const { name, ...titles } = printableTexts(typed);
	const known = [found.named, ...(found.recorded ? [found.recorded] : [])];
	if (!known.some((recorded) => sameName(recorded.name, name)))
		throw new Refusal('invalid', 'award-name-differs');
	demandTitles(titles, known);
	const { courseId, number } = found;
	return { courseId, number, written: { name, ...titles } };
}

/**
 * The holder confirms how name and titles are to be written; from then on the certificate waits to be issued. The same
 * again changes nothing. Refuses as `checkName` does, and `award-confirmed`. In the holder's scope.
 */
export async function confirmAward(
	db: Database,
	holder: Pick<Holder, 'personId'>,
	code: string,
	typed: TitledName,
	now = new Date()
): Promise<void> {
	const { personId } = holder;
	const [own] = await db
		.select({ courseId: awards.courseId })
		.from(awards)
		.where(and(eq(awards.code, code), eq(awards.personId, personId)));
	// Whoever revokes it just now comes first.
	if (own) await lockCourse(db, personId, own.courseId);
	const { courseId, number, written } = await checkName(db, holder, code, typed);
	const inserted = await db
		.insert(awardConfirmations)
		.values({ code, personId, ...written, confirmedAt: now })
		.onConflictDoNothing()
		.returning({ code: awardConfirmations.code });
	if (inserted.length === 0) return demandSame(db, code, written);
	await record(db, personId, {
		act: 'certificate-confirmed',
		subjectId: personId,
		detail: { course: courseId, number }
	});
}

async function demandSame(db: Database, code: string, written: TitledName): Promise<void> {
	const [before] = await db
		.select()
		.from(awardConfirmations)
		.where(eq(awardConfirmations.code, code));
	const same =
		before?.name === written.name &&
		before.titleBefore === written.titleBefore &&
		before.titleAfter === written.titleAfter;
	if (!same) throw new Refusal('conflict', 'award-confirmed');
}

/** Titles as they are on record are taken as they are; others must have the form of titles. */
function demandTitles(titles: Omit<TitledName, 'name'>, known: readonly TitledName[]): void {
	if (Object.values(titles).some((title) => title.length > LONGEST_TITLES))
		throw new Refusal('invalid', 'award-titles-long', { most: LONGEST_TITLES });
	for (const [field, side] of [
		['titleBefore', 'before'],
		['titleAfter', 'after']
	] as const) {
		if (known.some((recorded) => printable(recorded[field]) === titles[field])) continue;
		const odd = findOddTitle(titles[field], side);
		if (odd !== null) throw new Refusal('invalid', `award-title-${side}`, { odd });
	}
}

function sameName(one: string, other: string): boolean {
	const plain = (name: string) => printable(name).toLowerCase();
	return plain(one) !== '' && plain(one) === plain(other);
}
