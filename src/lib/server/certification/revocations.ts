import { eq, sql } from 'drizzle-orm';
import { demand, type Actor } from '../access/policy.ts';
import { record } from '../audit/entries.ts';
import type { Database } from '../db/connect.ts';
import { Refusal } from '../refusal.ts';
import { giveAward, lockCourse, type AwardFacts, type Earned } from './awards.ts';
import type { Issuer } from './credential.ts';
import { findIssuer } from './issuers.ts';
import {
	awardConfirmations,
	awardHolders,
	awards,
	certificateRevocations,
	certificates
} from './tables.ts';

/** Longest reason (characters). */
const LONGEST_REASON = 500;

/**
 * A certificate counts no longer; what was issued stays as it is, and says so where it is verified. One that was not
 * issued yet is void: its number stays taken. Refuses `award-unknown`, `award-revoked` and, without a reason that
 * anybody may read, `revocation-reason`. In `system` scope.
 */
export async function revoke(
	db: Database,
	officer: Actor,
	code: string,
	{ cause, reason }: { cause: 'mistaken' | 'fraudulent'; reason: string },
	now = new Date()
): Promise<void> {
	demand(officer, 'certificate:revoke');
	const award = await requireCounting(db, code);
	await writeRevocation(db, officer, award, {
		cause: award.issued ? cause : 'void',
		reason,
		replacedBy: null,
		now
	});
}

/**
 * Another certificate takes the place of one with a mistake: with `corrected` in place of what was wrong, a number and
 * a day (`issuedOn`) of its own. The holder confirms it like any other. Refuses as `revoke` does. In `system` scope.
 */
export async function replace(
	db: Database,
	officer: Actor,
	code: string,
	{ reason, corrected }: { reason: string; corrected: Partial<Earned> & { issuedOn: string } },
	now = new Date()
): Promise<{ code: string; number: string }> {
	demand(officer, 'certificate:revoke');
	const { earned, holder, ...award } = await requireCounting(db, code);
	const given = await giveAward(db, holder, { ...earned, ...corrected }, code, now);
	await writeRevocation(db, officer, award, {
		cause: 'replaced',
		reason,
		replacedBy: given.code,
		now
	});
	await record(db, officer.personId, {
		act: 'certificate-awarded',
		subjectId: holder.personId,
		detail: { course: award.courseId, number: given.number }
	});
	return given;
}

/** An award that nobody revoked, locked against being issued or given anew meanwhile. */
async function requireCounting(db: Database, code: string) {
	const [award] = await db
		.select({ award: awards, recorded: awardHolders })
		.from(awards)
		.innerJoin(awardHolders, eq(awardHolders.code, awards.code))
		.where(eq(awards.code, code));
	if (!award) throw new Refusal('not-found', 'award-unknown');
	const { personId, courseId, number, agencyId, unitId } = award.award;
	await lockCourse(db, personId, courseId);
	const confirmation = eq(awardConfirmations.code, code);
	await db.select().from(awardConfirmations).where(confirmation).for('update');
	if ((await db.$count(certificateRevocations, eq(certificateRevocations.code, code))) > 0)
		throw new Refusal('conflict', 'award-revoked');
	const { name, titleBefore, titleAfter, ...kept } = award.recorded;
	const earned: Earned = {
		...(award.award.facts as AwardFacts),
		holder: { name, titleBefore, titleAfter },
		employment: { number: kept.number, post: kept.post, unit: kept.unit, agency: kept.agency }
	};
	const issued = (await db.$count(certificates, eq(certificates.code, code))) > 0;
	return {
		code,
		personId,
		courseId,
		number,
		earned,
		issued,
		holder: { personId, agencyId, unitId }
	};
}

async function writeRevocation(
	db: Database,
	officer: Actor,
	award: { code: string; personId: string; courseId: string; number: string },
	why: {
		cause: (typeof certificateRevocations.$inferSelect)['cause'];
		reason: string;
		replacedBy: string | null;
		now: Date;
	}
): Promise<void> {
	const { cause, replacedBy, now } = why;
	const reason = why.reason.normalize('NFC').trim();
	if (reason === '' || reason.length > LONGEST_REASON)
		throw new Refusal('invalid', 'revocation-reason', { most: LONGEST_REASON });
	await db.insert(certificateRevocations).values({
		...{ code: award.code, cause, reason, replacedBy },
		...{ revokedBy: officer.personId, revokedAt: now }
	});
	await record(db, officer.personId, {
		act: 'certificate-revoked',
		subjectId: award.personId,
		detail: { course: award.courseId, number: award.number, cause, replacement: replacedBy }
	});
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
