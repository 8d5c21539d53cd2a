import { and, asc, eq, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import { demand, type Actor } from '../access/policy.ts';
import { record } from '../audit/entries.ts';
import type { Database } from '../db/connect.ts';
import { giveAward, lockCourse, type AwardFacts, type Earned } from './awards.ts';
import {
	awardConfirmations,
	awardHolders,
	awards,
	certificateRevocations,
	certificates,
	certificateSeries
} from './tables.ts';

/** The series that numbers are given in now. */
export const CURRENT_SERIES = sql<number>`(select current_certificate_series())`;

const REASON =
	'Sistem dipulihkan dari cadangan sesudah nomor ini diberikan. Nomor itu mungkin sudah terbit, sehingga tidak diterbitkan lagi.';

/** Awards of an earlier series that were not issued when the backup was made, and count. In `system` scope. */
export async function listOvertaken(db: Database): Promise<string[]> {
	const rows = await db
		.select({ code: awards.code })
		.from(awards)
		.leftJoin(certificates, eq(certificates.code, awards.code))
		.leftJoin(certificateRevocations, eq(certificateRevocations.code, awards.code))
		.where(
			and(
				ne(awards.series, CURRENT_SERIES),
				isNull(certificates.code),
				isNull(certificateRevocations.code)
			)
		)
		.orderBy(asc(awards.awardedAt), awards.code);
	return rows.map(({ code }) => code);
}

/**
 * Gives what was earned another number, in the series that counts now, and says of the old one what became of it. What
 * the holder confirmed stays confirmed. Nothing happens where another process did so meanwhile. In `system` scope.
 */
export async function renumber(db: Database, code: string, now = new Date()): Promise<void> {
	await db.execute(sql`select pg_advisory_xact_lock(hashtextextended('certificate series', 0))`);
	if (!(await listOvertaken(db)).includes(code)) return;
	const { award, earned, holder } = await readAward(db, code);
	await lockCourse(db, holder.personId, award.courseId);
	const given = await giveAward(db, holder, earned, code, now);
	const [confirmed] = await db
		.select()
		.from(awardConfirmations)
		.where(eq(awardConfirmations.code, code));
	if (confirmed) await db.insert(awardConfirmations).values({ ...confirmed, code: given.code });
	const why = { cause: 'replaced', reason: REASON, replacedBy: given.code } as const;
	await db.insert(certificateRevocations).values({ code, ...why, revokedBy: null, revokedAt: now });
	const subject = { subjectId: holder.personId };
	const { courseId: course, number } = award;
	await record(db, null, {
		...{ act: 'certificate-revoked', ...subject },
		detail: { course, number, cause: why.cause, replacement: given.code }
	});
	await record(db, null, {
		...{ act: 'certificate-awarded', ...subject },
		detail: { course, number: given.number }
	});
}

/** An award with whom it names, as it can be given again. */
async function readAward(db: Database, code: string) {
	const [found] = await db
		.select({ award: awards, recorded: awardHolders })
		.from(awards)
		.innerJoin(awardHolders, eq(awardHolders.code, awards.code))
		.where(eq(awards.code, code));
	const { award, recorded } = found!;
	const { name, titleBefore, titleAfter, number, post, unit, agency } = recorded;
	const earned: Earned = {
		...(award.facts as AwardFacts),
		holder: { name, titleBefore, titleAfter },
		employment: { number, post, unit, agency }
	};
	const { personId, agencyId, unitId } = award;
	return { award, earned, holder: { personId, agencyId, unitId } };
}

/** A restore that nobody has said to have looked at. */
export interface Restored {
	series: number;
	/** When the backup was made, and when it was restored. */
	snapshotAt: Date;
	restoredAt: Date;
}

/** Restores whose traces nobody has looked at yet, the first one first. In any scope. */
export async function listUnreviewed(db: Database): Promise<Restored[]> {
	const rows = await db
		.select({
			series: certificateSeries.series,
			snapshotAt: certificateSeries.snapshotAt,
			restoredAt: certificateSeries.openedAt
		})
		.from(certificateSeries)
		.where(and(isNotNull(certificateSeries.snapshotAt), isNull(certificateSeries.reviewedAt)))
		.orderBy(asc(certificateSeries.openedAt));
	return rows.map(({ snapshotAt, ...row }) => ({ ...row, snapshotAt: snapshotAt! }));
}

/** An administrator has done again what a restore had undone. Said twice it is said once. In `system` scope. */
export async function reviewRestored(
	db: Database,
	officer: Actor,
	series: number,
	now = new Date()
): Promise<void> {
	demand(officer, 'platform:administer');
	const reviewed = await db
		.update(certificateSeries)
		.set({ reviewedAt: now })
		.where(and(eq(certificateSeries.series, series), isNull(certificateSeries.reviewedAt)))
		.returning({ series: certificateSeries.series });
	if (reviewed.length > 0)
		await record(db, officer.personId, { act: 'restore-reviewed', detail: { series } });
}
