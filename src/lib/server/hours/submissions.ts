import { and, desc, eq, gte, lte, ne, sql, type SQL } from 'drizzle-orm';
import type { Database } from '../db/connect.ts';
import { isId } from '../db/ids.ts';
import { personNames } from '../identity/tables.ts';
import { agencies, units } from '../organisation/tables.ts';
import type { TrainingForm } from './forms.ts';
import {
	hourDecisions,
	hourEntries,
	hourEvidence,
	hourSubmissions,
	hourVersions,
	hourWithdrawals
} from './tables.ts';

/** Where a submission stands; it follows from its versions, the answers to them and its withdrawal. */
export const SUBMISSION_STATES = ['submitted', 'returned', 'approved', 'withdrawn'] as const;
export type SubmissionState = (typeof SUBMISSION_STATES)[number];

/** A submission with its latest version and the answer to that. */
export type Submission = Awaited<ReturnType<typeof listSubmissions>>[number];

/** What a list of submissions is narrowed to; what is left out does not narrow. */
export interface SubmissionFilter {
	personId?: string;
	/** Everybody's but this person's. */
	notPersonId?: string;
	id?: string;
	state?: SubmissionState;
	unitId?: string;
	/** Of trainings that ended in this calendar year. */
	year?: number;
}

const state = sql<SubmissionState>`case
	when ${hourWithdrawals.submissionId} is not null then 'withdrawn'
	else coalesce(${hourDecisions.outcome}, 'submitted') end`;

/** Submissions that the reader may see, those sent last first; `all` counts them without the limit. */
export async function listSubmissions(
	db: Database,
	filter: SubmissionFilter,
	{ limit = 500, offset = 0 }: { limit?: number; offset?: number } = {}
) {
	const rows = await db
		.select({
			id: hourSubmissions.id,
			personId: hourSubmissions.personId,
			agencyId: hourSubmissions.agencyId,
			unitId: hourSubmissions.unitId,
			submittedAt: hourSubmissions.submittedAt,
			number: hourVersions.number,
			title: hourVersions.title,
			organiser: hourVersions.organiser,
			form: hourVersions.form,
			jp: hourVersions.jp,
			startedOn: hourVersions.startedOn,
			endedOn: hourVersions.endedOn,
			certificate: hourVersions.certificate,
			evidenceId: hourVersions.evidenceId,
			evidenceType: hourEvidence.mediaType,
			evidenceSize: hourEvidence.size,
			sentAt: hourVersions.sentAt,
			state,
			reason: hourDecisions.reason,
			decidedAt: hourDecisions.decidedAt,
			/** Why what was recorded was taken back; null where it was not. */
			reversalReason: sql<string | null>`(
				select e.reason from ${hourEntries} e where e.person_id = ${hourSubmissions.personId}
					and e.reverses = 'luar:' || ${hourSubmissions.id}::text)`,
			name: personNames.name,
			titleBefore: personNames.titleBefore,
			titleAfter: personNames.titleAfter,
			agency: agencies.name,
			unit: units.name,
			all: sql<number>`count(*) over ()::int`
		})
		.from(hourSubmissions)
		.innerJoin(
			hourVersions,
			and(
				eq(hourVersions.submissionId, hourSubmissions.id),
				sql`${hourVersions.number} = (
					select max(v.number) from ${hourVersions} v where v.submission_id = ${hourSubmissions.id})`
			)
		)
		.leftJoin(
			hourDecisions,
			and(
				eq(hourDecisions.submissionId, hourVersions.submissionId),
				eq(hourDecisions.number, hourVersions.number)
			)
		)
		.leftJoin(hourWithdrawals, eq(hourWithdrawals.submissionId, hourSubmissions.id))
		.innerJoin(hourEvidence, eq(hourEvidence.id, hourVersions.evidenceId))
		.innerJoin(agencies, eq(agencies.id, hourSubmissions.agencyId))
		.leftJoin(units, eq(units.id, hourSubmissions.unitId))
		.leftJoin(personNames, eq(personNames.personId, hourSubmissions.personId))
		.where(narrowed(filter))
		.orderBy(desc(hourVersions.sentAt), hourSubmissions.id)
		.limit(limit)
		.offset(offset);
	return rows.map((row) => ({
		...row,
		form: row.form as TrainingForm,
		reversed: row.reversalReason !== null
	}));
}

/** One submission that the reader may see, or null. */
export async function findSubmission(db: Database, id: string): Promise<Submission | null> {
	if (!isId(id)) return null;
	const [found] = await listSubmissions(db, { id });
	return found ?? null;
}

function narrowed(filter: SubmissionFilter): SQL | undefined {
	const { id, personId, notPersonId, unitId, year } = filter;
	return and(
		id ? eq(hourSubmissions.id, id) : undefined,
		personId ? eq(hourSubmissions.personId, personId) : undefined,
		notPersonId ? ne(hourSubmissions.personId, notPersonId) : undefined,
		unitId ? eq(hourSubmissions.unitId, unitId) : undefined,
		filter.state ? sql`${state} = ${filter.state}` : undefined,
		year ? gte(hourVersions.endedOn, `${year}-01-01`) : undefined,
		year ? lte(hourVersions.endedOn, `${year}-12-31`) : undefined
	);
}
