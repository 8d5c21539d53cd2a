import { sql } from 'drizzle-orm';
import type { Database } from '../db/connect.ts';
import { tally, type Tally } from './survey-tally.ts';

/** Sums and remarks are told in groups of so many answers of days that are over; the database keeps to it. */
export const TOGETHER = { ratings: 5, remarks: 10 } as const;

/** The survey of one release. */
export interface SurveySums {
	releaseId: string;
	/** How many sent it. */
	answers: number;
	/** How many of them the figures hold; 0 while they are too few. */
	told: number;
	tallies: Tally[];
}

/** How the releases of a course were judged, those with answers; in the system's scope. */
export async function listSurveySums(db: Database, courseId: string): Promise<SurveySums[]> {
	const rows = await db.execute<{
		releaseId: string;
		answers: number;
		told: number;
		ratings: Record<string, Record<string, number>>;
	}>(sql`select release_id as "releaseId", answers, told, ratings from survey_sums(${courseId})`);
	return rows.map(({ ratings, ...sums }) => ({ ...sums, tallies: tally(ratings) }));
}

/** What people wrote of a release, by what was asked, in no order that means anything; in the system's scope. */
export async function listSurveyRemarks(
	db: Database,
	{ courseId, releaseId }: { courseId: string; releaseId: string }
): Promise<{ helpful: string[]; missing: string[] }> {
	const rows = await db.execute<{ kind: 'helpful' | 'missing'; remark: string }>(
		sql`select kind, remark from survey_remarks(${courseId}, ${releaseId})`
	);
	const of = (kind: string) => rows.filter((row) => row.kind === kind).map(({ remark }) => remark);
	return { helpful: of('helpful'), missing: of('missing') };
}
