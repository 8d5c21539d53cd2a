import { eq, sql } from 'drizzle-orm';
import { demand, type Actor } from '../access/policy.ts';
import { record } from '../audit/entries.ts';
import type { Database } from '../db/connect.ts';
import { enterScope, SYSTEM } from '../db/scope.ts';
import { carriesNumber } from '../identity/numbers.ts';
import { findAgencyCoded } from '../organisation/agencies.ts';
import { demandWords } from '../demanded-words.ts';
import { Refusal } from '../refusal.ts';
import type { Cause } from './award-state.ts';
import { giveAward, lockCourse, type AwardFacts, type Earned } from './awards.ts';
import type { Issuer } from './credential.ts';
import { REASON } from './reasons.ts';
import { findIssuer } from './issuers.ts';
import {
	awardConfirmations,
	awardHolders,
	awards,
	certificateRestorations,
	certificateRevocations,
	certificates
} from './tables.ts';

/** What an officer may give as the cause of a revocation. */
export const CAUSES = ['mistaken', 'fraudulent', 'requested'] as const satisfies readonly Cause[];

/** What is other than on the certificate before; number and day are always its own. */
export type Corrected = Partial<Earned> & { issuedOn: string };

/**
 * A certificate counts no longer; what was issued stays as it is, and says so where it is verified. One that was not
 * issued yet is void: its number stays taken. False when the officer had done just this before. Refuses `ability-missing`
 * where the officer's agency did not organise the course, `award-own`, `award-unknown`, `award-revoked` and, without a
 * reason that anybody may read, `revocation-reason` and `revocation-number`. In `system` scope; what is decided is written
 * in the officer's, so that the database asks as well whether they may.
 */
export async function revoke(
	db: Database,
	officer: Actor,
	code: string,
	{ cause, reason }: { cause: (typeof CAUSES)[number]; reason: string },
	now = new Date()
): Promise<boolean> {
	const award = await lockAward(db, officer, code);
	const why = { cause: award.issued ? cause : ('void' as const), reason: readable(reason) };
	if (award.revocation) {
		demandSame(officer, award.revocation, why);
		return false;
	}
	await writeRevocation(db, officer, award, { ...why, replacedBy: null, now });
	return true;
}

/**
 * Another certificate takes the place of one with a mistake: with `corrected` in place of what was wrong. The holder
 * confirms it like any other. The same once more gives what it gave before. Refuses as `revoke` does, and
 * `award-unissued` and `award-expired`. In `system` scope, as above.
 */
export async function replace(
	db: Database,
	officer: Actor,
	code: string,
	{ reason: given, corrected }: { reason: string; corrected: Corrected },
	now = new Date()
): Promise<{ code: string; number: string; first: boolean }> {
	const award = await lockAward(db, officer, code);
	const why = { cause: 'replaced' as const, reason: readable(given) };
	if (award.revocation) {
		demandSame(officer, award.revocation, why);
		return { ...award.successor!, first: false };
	}
	if (!award.issued) throw new Refusal('conflict', 'award-unissued');
	const next = await giveAfter(db, officer, award, corrected, now);
	await writeRevocation(db, officer, award, { ...why, replacedBy: next.code, now });
	return { ...next, first: true };
}

/**
 * A certificate takes the place of one that was wrongly revoked, or void: what was revoked stays so, and the holder
 * confirms the new one. The same once more gives what it gave before. Refuses as `revoke` does, `award-standing` where
 * nothing was revoked, `award-followed` where another follows already, and `award-expired`. In `system` scope, as above.
 */
export async function restore(
	db: Database,
	officer: Actor,
	code: string,
	{ reason: given, corrected }: { reason: string; corrected: Corrected },
	now = new Date()
): Promise<{ code: string; number: string; first: boolean }> {
	const award = await lockAward(db, officer, code);
	const reason = readable(given);
	if (award.restoration && isSame(officer, award.restoration.restoredBy, award.restoration, reason))
		return { ...award.successor!, first: false };
	if (!award.revocation) throw new Refusal('conflict', 'award-standing');
	if (award.successor) throw new Refusal('conflict', 'award-followed');
	const next = await giveAfter(db, officer, award, corrected, now);
	await asOfficer(db, officer, () =>
		db.insert(certificateRestorations).values({
			...{ code, restoredAs: next.code, reason },
			...{ restoredBy: officer.personId, restoredAt: now }
		})
	);
	await record(db, officer.personId, {
		act: 'certificate-restored',
		subjectId: award.holder.personId,
		detail: { course: award.courseId, number: next.number, restored: award.number }
	});
	return { ...next, first: true };
}

type Locked = Awaited<ReturnType<typeof lockAward>>;

/** An award and what became of it, locked against being issued, given anew or decided about meanwhile. */
async function lockAward(db: Database, officer: Actor, code: string) {
	demand(officer, 'certificate:keep');
	const [found] = await db
		.select({ award: awards, recorded: awardHolders })
		.from(awards)
		.innerJoin(awardHolders, eq(awardHolders.code, awards.code))
		.where(eq(awards.code, code));
	if (!found) throw new Refusal('not-found', 'award-unknown');
	const { personId, courseId, number, agencyId, unitId, organiser } = found.award;
	const agency = await findAgencyCoded(db, organiser);
	demand(officer, 'certificate:keep', agency ? [{ agencyId: agency.id, unitIds: [] }] : []);
	if (personId === officer.personId) throw new Refusal('forbidden', 'award-own');
	await lockCourse(db, personId, courseId);
	await db.select().from(awardConfirmations).where(eq(awardConfirmations.code, code)).for('update');
	const { name, titleBefore, titleAfter, ...kept } = found.recorded;
	const earned: Earned = {
		...(found.award.facts as AwardFacts),
		holder: { name, titleBefore, titleAfter },
		employment: { number: kept.number, post: kept.post, unit: kept.unit, agency: kept.agency }
	};
	const of = { code, courseId, number, earned, holder: { personId, agencyId, unitId } };
	return { ...of, ...(await findFate(db, code)) };
}

/** What became of an award, read after it was locked. */
async function findFate(db: Database, code: string) {
	const [issued, [revocation], [restoration], [successor]] = await Promise.all([
		db.$count(certificates, eq(certificates.code, code)),
		db.select().from(certificateRevocations).where(eq(certificateRevocations.code, code)),
		db.select().from(certificateRestorations).where(eq(certificateRestorations.code, code)),
		db
			.select({ code: awards.code, number: awards.number })
			.from(awards)
			.where(eq(awards.follows, code))
	]);
	return { issued: issued > 0, revocation, restoration, successor };
}

/** Gives the holder what follows an award, with a number of its own. Refuses `award-expired`. */
async function giveAfter(
	db: Database,
	officer: Actor,
	{ earned, holder, code, courseId }: Locked,
	corrected: Corrected,
	now: Date
): Promise<{ code: string; number: string }> {
	if (earned.validUntil !== null && earned.validUntil < corrected.issuedOn)
		throw new Refusal('conflict', 'award-expired');
	const given = await giveAward(db, holder, { ...earned, ...corrected }, code, now);
	await record(db, officer.personId, {
		act: 'certificate-awarded',
		subjectId: holder.personId,
		detail: { course: courseId, number: given.number }
	});
	return given;
}

/** Throws (`award-revoked`) unless this officer decided just this before: the second click changes nothing. */
function demandSame(
	officer: Actor,
	before: typeof certificateRevocations.$inferSelect,
	{ cause, reason }: { cause: Cause; reason: string }
): void {
	if (before.cause !== cause || !isSame(officer, before.revokedBy, before, reason))
		throw new Refusal('conflict', 'award-revoked');
}

const isSame = (officer: Actor, by: string | null, before: { reason: string }, reason: string) =>
	by === officer.personId && before.reason === reason;

async function writeRevocation(
	db: Database,
	officer: Actor,
	{ code, courseId, number, holder }: Locked,
	{
		cause,
		reason,
		replacedBy,
		now
	}: { cause: Cause; reason: string; replacedBy: string | null; now: Date }
): Promise<void> {
	await asOfficer(db, officer, () =>
		db.insert(certificateRevocations).values({
			...{ code, cause, reason, replacedBy },
			...{ revokedBy: officer.personId, revokedAt: now }
		})
	);
	await record(db, officer.personId, {
		act: 'certificate-revoked',
		subjectId: holder.personId,
		detail: { course: courseId, number, cause, replacement: replacedBy }
	});
}

/** A statement in the officer's own scope, back in the system's afterwards. */
async function asOfficer(
	db: Database,
	{ personId }: Actor,
	write: () => Promise<unknown>
): Promise<void> {
	await enterScope(db, { as: 'person', personId });
	await write();
	await enterScope(db, SYSTEM);
}

/** A reason as anybody may read it. Refuses `revocation-reason` and, where it holds a NIP or NIK, `revocation-number`. */
export function readable(given: string): string {
	const reason = demandWords(given, REASON);
	if (carriesNumber(reason)) throw new Refusal('invalid', 'revocation-number');
	return reason;
}

/** What a published list tells: whose it is, which bits are set, and since when it has told just that. */
export interface ListedStatus {
	issuer: Issuer;
	revoked: number[];
	since: Date;
}

/** What the list of this name tells now; null when there is none. In `system` scope. */
export async function findListedStatus(db: Database, list: string): Promise<ListedStatus | null> {
	const [listed] = await db.execute<{ organiser: string; revoked: number[]; since: string }>(sql`
		select a.organiser, greatest(min(c.issued_at), max(r.revoked_at)) as since,
			coalesce(array_agg(c.status_index order by c.status_index) filter (where r.code is not null), '{}') as revoked
		from certificates c
		join awards a on a.code = c.code
		left join certificate_revocations r on r.code = c.code
		where c.status_list = ${list}
		group by a.organiser`);
	const issuer = listed && (await findIssuer(db, listed.organiser));
	return issuer ? { issuer, revoked: listed.revoked, since: new Date(listed.since) } : null;
}
