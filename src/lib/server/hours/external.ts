import { and, desc, eq, sql } from 'drizzle-orm';
import { demand, type Actor } from '../access/policy.ts';
import { record } from '../audit/entries.ts';
import type { Database } from '../db/connect.ts';
import type { Learner } from '../learning/enrolments.ts';
import { findPlaces } from '../organisation/placements.ts';
import { Refusal } from '../refusal.ts';
import { resemblanceOf, type Comparable, type Resemblance } from './duplicates.ts';
import { findOwnEvidence } from './evidence.ts';
import type { TrainingForm } from './forms.ts';
import { listEntries, MOST_JP, recordTraining } from './ledger.ts';
import { findSubmission, listSubmissions, type Submission } from './submissions.ts';
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

/** Something recorded or asked for that may be the same training. */
export interface Duplicate {
	why: Resemblance;
	title: string;
	endedOn: string;
	jp: number;
	/** Recorded in the ledger, or still a submission. */
	recorded: boolean;
	moduleId: string | null;
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

/** What an officer answers to the version they read; `reason` says what is to be mended. */
export type Answer =
	{ outcome: 'approved'; number: number } | { outcome: 'returned'; number: number; reason: string };

/**
 * Confirms a training, which records its JP in the same transaction, or returns it. Answering the same again changes
 * nothing. Refusals: one's own (`hours-own`), another version or answer meanwhile (`hours-decided`), no reason.
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
	const reason = answer.outcome === 'returned' ? answer.reason.trim() : null;
	if (reason === '') throw new Refusal('invalid', 'hours-reason-missing');
	if (submission.number === number && submission.state === outcome) return;
	if (submission.number !== number || submission.state !== 'submitted')
		throw new Refusal('conflict', 'hours-decided');
	const decidedBy = officer.personId;
	await db
		.insert(hourDecisions)
		.values({ submissionId: id, number, outcome, reason, decidedBy, decidedAt: now });
	if (outcome === 'approved')
		await recordTraining(db, officer, submission, { ...submission, submissionId: id });
	await record(db, decidedBy, {
		act: outcome === 'approved' ? 'hours-approved' : 'hours-returned',
		subjectId: submission.personId,
		detail: { submission: id, version: number }
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

/**
 * What is recorded or asked for already and may be the same training as this one; of the ledger only what still
 * counts. `exceptId` is the submission itself.
 */
export async function findDuplicates(
	db: Database,
	personId: string,
	training: Comparable,
	exceptId: string | null
): Promise<Duplicate[]> {
	const entries = await listEntries(db, personId);
	const reversed = new Set(entries.map(({ reverses }) => reverses));
	const counting = entries
		.filter(
			({ key, kind, submissionId }) =>
				kind !== 'reversal' && !reversed.has(key) && (!exceptId || submissionId !== exceptId)
		)
		.map((entry) => ({ ...entry, endedOn: entry.earnedOn, recorded: true }));
	const asked = (await listSubmissions(db, { personId }))
		.filter(({ id, state }) => id !== exceptId && (state === 'submitted' || state === 'returned'))
		.map((submission) => ({ ...submission, moduleId: null, recorded: false }));
	return [...counting, ...asked].flatMap((other) => {
		const why = resemblanceOf(training, other);
		const { title, endedOn, jp, recorded, moduleId } = other;
		return why ? [{ why, title, endedOn, jp, recorded, moduleId }] : [];
	});
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

async function findForOfficer(db: Database, officer: Actor, id: string): Promise<Submission> {
	demand(officer, 'hours:confirm');
	const found = await findSubmission(db, id);
	if (!found) throw new Refusal('not-found', 'submission-unknown');
	if (found.personId === officer.personId) throw new Refusal('forbidden', 'hours-own');
	demand(officer, 'hours:confirm', await findPlaces(db, found));
	return found;
}

/** Refuses (`invalid`) what cannot be: JP, days, a file that is not the learner's own. */
async function demandPlausible(
	db: Database,
	{ personId }: Learner,
	{ jp, startedOn, endedOn, evidenceId }: ToldTraining,
	today: string
): Promise<void> {
	if (!(jp > 0 && jp <= MOST_JP)) throw new Refusal('invalid', 'hours-jp-range', { most: MOST_JP });
	if (endedOn < startedOn) throw new Refusal('invalid', 'hours-days-order');
	if (endedOn > today) throw new Refusal('invalid', 'hours-day-future');
	if (!(await findOwnEvidence(db, personId, evidenceId)))
		throw new Refusal('invalid', 'evidence-missing');
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
