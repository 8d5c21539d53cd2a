import { and, desc, eq, sql } from 'drizzle-orm';
import { demand, type Actor } from '../access/policy.ts';
import { record } from '../audit/entries.ts';
import type { Database } from '../db/connect.ts';
import type { Learner } from '../learning/enrolments.ts';
import { findPlaces } from '../organisation/placements.ts';
import { Refusal } from '../refusal.ts';
import type { Comparable, Resemblance } from './duplicates.ts';
import { findOwnEvidence } from './evidence.ts';
import type { TrainingForm } from './forms.ts';
import { MOST_JP, recordTraining } from './ledger.ts';
import { demandReason } from './reason.ts';
import { findDuplicates, findOwnCertificate } from './signs.ts';
import { findSubmission, type Submission } from './submissions.ts';
import { hourDecisions, hourSubmissions, hourVersions, hourWithdrawals } from './tables.ts';

/** A training from elsewhere as its learner tells it. Days are `YYYY-MM-DD`. */
export interface ToldTraining {
	title: string;
	organiser: string;
	form: TrainingForm;
	jp: number;
	startedOn: string;
	endedOn: string;
	/** Number of the certificate. */
	certificate: string;
	/** A file kept before (`keepEvidence`). */
	evidenceId: string;
}

/**
 * Sends a training to be confirmed. The same submission again changes nothing. Refusals: `hours-no-agency` for who has
 * no post, besides what `demandPlausible` refuses.
 */
export async function submitTraining(
	db: Database,
	learner: Learner,
	id: string,
	training: ToldTraining,
	now: Date,
	today: string
): Promise<void> {
	await demandPlausible(db, learner, training, today);
	const { personId, agencyId, unitId } = learner;
	if (!agencyId) throw new Refusal('conflict', 'hours-no-agency');
	await lock(db, id);
	const added = await db
		.insert(hourSubmissions)
		.values({ id, personId, agencyId, unitId, submittedAt: now })
		.onConflictDoNothing()
		.returning({ id: hourSubmissions.id });
	if (added.length === 0) return refuseOther(db, learner, id);
	await db
		.insert(hourVersions)
		.values({ ...training, personId, submissionId: id, number: 1, sentAt: now });
}

/** Sends a returned training again, mended. `number` is the version it mends: sent twice, it is one. */
export async function resubmitTraining(
	db: Database,
	learner: Learner,
	{ id, number }: { id: string; number: number },
	training: ToldTraining,
	now: Date,
	today: string
): Promise<void> {
	await demandPlausible(db, learner, training, today);
	const { personId } = learner;
	await lock(db, id);
	const submission = await findOwn(db, learner, id);
	if (submission.number > number) return;
	if (submission.state !== 'returned') throw new Refusal('conflict', 'hours-not-returned');
	await db
		.insert(hourVersions)
		.values({ ...training, personId, submissionId: id, number: number + 1, sentAt: now });
}

/** Takes a submission back that nobody has confirmed. Again: no change. */
export async function withdrawTraining(
	db: Database,
	learner: Learner,
	id: string,
	now = new Date()
): Promise<void> {
	await lock(db, id);
	const { state } = await findOwn(db, learner, id);
	if (state === 'withdrawn') return;
	if (state === 'approved') throw new Refusal('conflict', 'hours-decided');
	await db.insert(hourWithdrawals).values({ submissionId: id, withdrawnAt: now });
}

/**
 * What an officer answers to the version they read. `reason` says what is to be mended; when approved, why this is
 * another training than those it resembles.
 */
export type Answer =
	| { outcome: 'approved'; number: number; reason?: string }
	| { outcome: 'returned'; number: number; reason: string };

/**
 * Confirms a training, which records its JP in the same transaction, or returns it. Answering the same again changes
 * nothing. Refusals: one's own (`hours-own`), another version or answer meanwhile (`hours-decided`), no reason
 * (`hours-reason-missing`), a certificate of ours (`hours-own-certificate`), and signs that the training is recorded
 * already without a reason why it is another (`hours-signs-unexplained`).
 */
export async function decideTraining(
	db: Database,
	officer: Actor,
	id: string,
	answer: Answer,
	now = new Date()
): Promise<void> {
	await lock(db, id);
	const submission = await findForOfficer(db, officer, id);
	const { number, outcome } = answer;
	const given = answer.reason?.trim();
	const reason = outcome === 'returned' || given ? demandReason(given ?? '') : null;
	if (submission.number === number && submission.state === outcome) return;
	if (submission.number !== number || submission.state !== 'submitted')
		throw new Refusal('conflict', 'hours-decided');
	const signs = outcome === 'approved' ? await weighSigns(db, submission, reason) : [];
	const decidedBy = officer.personId;
	await db
		.insert(hourDecisions)
		.values({ submissionId: id, number, outcome, reason, decidedBy, decidedAt: now });
	if (outcome === 'approved')
		await recordTraining(db, officer, submission, { ...submission, submissionId: id });
	await record(db, decidedBy, {
		act: outcome === 'approved' ? 'hours-approved' : 'hours-returned',
		subjectId: submission.personId,
		detail: { submission: id, version: number, ...(signs.length > 0 && { signs }) }
	});
}

/** A submission as an officer reads it, which the person can see was read. Refuses as `decideTraining` does. */
export async function viewSubmission(
	db: Database,
	officer: Actor,
	id: string
): Promise<Submission> {
	const submission = await findForOfficer(db, officer, id);
	await record(db, officer.personId, {
		act: 'hours-viewed',
		subjectId: submission.personId,
		detail: { submission: id }
	});
	return submission;
}

/** One's own submission; `not-found` (`submission-unknown`) for others'. */
export async function findOwn(db: Database, learner: Learner, id: string): Promise<Submission> {
	const found = await findSubmission(db, id);
	if (found?.personId !== learner.personId) throw new Refusal('not-found', 'submission-unknown');
	return found;
}

/** Every version of a submission with the answer to it, the latest first. */
export function listVersions(db: Database, id: string) {
	return db
		.select({
			number: hourVersions.number,
			sentAt: hourVersions.sentAt,
			outcome: hourDecisions.outcome,
			reason: hourDecisions.reason,
			decidedAt: hourDecisions.decidedAt
		})
		.from(hourVersions)
		.leftJoin(
			hourDecisions,
			and(
				eq(hourDecisions.submissionId, hourVersions.submissionId),
				eq(hourDecisions.number, hourVersions.number)
			)
		)
		.where(eq(hourVersions.submissionId, id))
		.orderBy(desc(hourVersions.number));
}

/** The signs that an approval goes over, at most one of a kind. */
async function weighSigns(
	db: Database,
	submission: Submission,
	reason: string | null
): Promise<Resemblance[]> {
	const { id, personId } = submission;
	await refuseOwnCertificate(db, personId, submission);
	const found = await findDuplicates(db, personId, submission, id);
	if (found.length > 0 && !reason) throw new Refusal('invalid', 'hours-signs-unexplained');
	return [...new Set(found.flatMap(({ why }) => why))];
}

/** Its JP stand in the ledger already, module by module. */
async function refuseOwnCertificate(
	db: Database,
	personId: string,
	training: Comparable
): Promise<void> {
	const own = await findOwnCertificate(db, personId, training);
	if (!own) return;
	const { number, title } = own;
	throw new Refusal('conflict', 'hours-own-certificate', { number, title });
}

async function findForOfficer(db: Database, officer: Actor, id: string): Promise<Submission> {
	demand(officer, 'hours:confirm');
	const found = await findSubmission(db, id);
	if (!found) throw new Refusal('not-found', 'submission-unknown');
	if (found.personId === officer.personId) throw new Refusal('forbidden', 'hours-own');
	demand(officer, 'hours:confirm', await findPlaces(db, found));
	return found;
}

/** Refuses what cannot be (`invalid`): JP, days, a file that is not the learner's own; and a certificate of ours. */
async function demandPlausible(
	db: Database,
	{ personId }: Learner,
	training: ToldTraining,
	today: string
): Promise<void> {
	const { jp, startedOn, endedOn, evidenceId } = training;
	if (!(jp > 0 && jp <= MOST_JP)) throw new Refusal('invalid', 'hours-jp-range', { most: MOST_JP });
	if (endedOn < startedOn) throw new Refusal('invalid', 'hours-days-order');
	if (endedOn > today) throw new Refusal('invalid', 'hours-day-future');
	if (!(await findOwnEvidence(db, personId, evidenceId)))
		throw new Refusal('invalid', 'evidence-missing');
	await refuseOwnCertificate(db, personId, training);
}

/** The same form again is no news; somebody else's id is none of one's own. */
async function refuseOther(db: Database, learner: Learner, id: string): Promise<void> {
	await findOwn(db, learner, id);
}

/** One act on a submission at a time, for the rest of the transaction. */
async function lock(db: Database, id: string): Promise<void> {
	await db.execute(
		sql`select pg_advisory_xact_lock(hashtextextended(${`hour-submission:${id}`}, 0))`
	);
}
