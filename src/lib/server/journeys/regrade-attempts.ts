import { can, demand, type Actor } from '../access/policy.ts';
import {
	decideMending,
	listCorrections,
	listRulings,
	proposeMending,
	undoMending,
	type Correction,
	type Proposal
} from '../assessment/corrections.ts';
import { countShifts, type OneShift, type Ruling, type Shift } from '../assessment/regrade.ts';
import { benchFor, changes, findRegradings, type Cursor } from '../assessment/regradings.ts';
import { settleCorrections } from '../graduation/settling.ts';
import { record } from '../audit/entries.ts';
import { findCourse, homesOf, type Outline } from '../catalog/releases.ts';
import type { Database, Pool } from '../db/connect.ts';
import { SYSTEM, withScope } from '../db/scope.ts';
import { listPlacesNamed } from '../organisation/agencies.ts';
import { Refusal } from '../refusal.ts';

/** What judging again would do, named by nobody. */
export interface DryRun {
	/** Attempts that would be judged again. */
	attempts: number;
	shifts: Shift[];
	/** Of those whose score or pass changes, for whoever may see attempts at all: ids, no people. */
	changed: { attemptId: string; testId: string; from: number | null; to: number | null }[];
}

/** What stands and what could be decided about the keys of a course. */
export interface RegradeSurvey {
	outline: Outline;
	proposal: Proposal | null;
	/** What the proposal would do; null where it proposes nothing. */
	dryRun: DryRun | null;
	corrections: Correction[];
}

/** Whoever decides: a person with the ability where the course is at home, or a command (null). */
export type Decider = Actor | null;

/** Most changed attempts that a dry run lists one by one. */
const mostListed = 500;

/** The newest release of a course, once the decider may decide about it. Refuses with `course-unknown`. */
async function requireCourse(db: Database, decider: Decider, courseId: string): Promise<Outline> {
	if (decider) demand(decider, 'regrade:decide');
	const outline = await findCourse(db, courseId);
	if (!outline) throw new Refusal('not-found', 'course-unknown');
	if (decider) demand(decider, 'regrade:decide', await listPlacesNamed(db, homesOf(outline)));
	return outline;
}

/** The dry run: which keys differ, who would be judged otherwise and how. Changes nothing. */
export async function surveyRegrade(
	pool: Pool,
	decider: Decider,
	courseId: string
): Promise<RegradeSurvey> {
	return withScope(pool, SYSTEM, async (db) => {
		const outline = await requireCourse(db, decider, courseId);
		const proposal = await proposeMending(db, courseId);
		const proposes = proposal !== null && proposal.questionIds.length > 0;
		const rulings = await listRulings(db, courseId);
		return {
			outline,
			proposal,
			dryRun: proposes
				? await dryRun(
						db,
						courseId,
						proposal.questionIds,
						[...rulings, ...proposal.rulings],
						decider
					)
				: null,
			corrections: await listCorrections(db, courseId)
		};
	});
}

/** What taking a decision back would do. Refuses with `correction-unknown`. */
export async function surveyUndoing(
	pool: Pool,
	decider: Decider,
	courseId: string,
	correctionId: string
): Promise<{ outline: Outline; correction: Correction; dryRun: DryRun }> {
	return withScope(pool, SYSTEM, async (db) => {
		const outline = await requireCourse(db, decider, courseId);
		const decisions = await listCorrections(db, courseId);
		const correction = decisions.find(({ id, kind }) => id === correctionId && kind === 'mend');
		if (!correction || correction.undone) throw new Refusal('not-found', 'correction-unknown');
		const rulings = await listRulings(db, courseId);
		const rest = rulings.filter((ruling) => ruling.correctionId !== correctionId);
		const { questionIds } = correction;
		return {
			outline,
			correction,
			dryRun: await dryRun(db, courseId, questionIds, rest, decider)
		};
	});
}

async function dryRun(
	db: Database,
	courseId: string,
	questionIds: readonly string[],
	rulings: readonly Ruling[],
	decider: Decider
): Promise<DryRun> {
	const bench = await benchFor(db, courseId, questionIds, rulings);
	const lists = decider === null || can(decider, 'platform:administer');
	const found: OneShift[] = [];
	const changed: DryRun['changed'] = [];
	let cursor: Cursor = null;
	do {
		const batch: Batch = await findRegradings(db, bench, cursor, { lock: false });
		for (const one of batch.regradings) {
			const { personId, attemptId, testId, effect } = one;
			const shift = { testId, from: one.before.score, to: one.after.score };
			found.push({ ...shift, personId, effect });
			if (lists && changes(one) && changed.length < mostListed)
				changed.push({ attemptId, ...shift });
		}
		cursor = batch.next;
	} while (cursor);
	return { attempts: found.length, shifts: countShifts(found, { each: lists }), changed };
}

type Batch = Awaited<ReturnType<typeof findRegradings>>;

/** What tells one proposal from another, so that nobody decides about what they have not seen. */
export function markOfProposal({ to, questionIds }: Proposal): string {
	return [to.releaseId, ...questionIds].join(' ');
}

/**
 * Decides that the newest release's keys hold for its earlier ones, and judges again. Returns the decision's id. Refuses
 * with `correction-changed` when what was `seen` (a mark) is no longer what would be decided.
 */
export async function mendKeys(
	pool: Pool,
	decider: Decider,
	courseId: string,
	reason: string,
	seen?: string
): Promise<string> {
	await settleCorrections(pool, { courseId });
	const decidedBy = decider?.personId ?? null;
	const id = await withScope(pool, SYSTEM, async (db) => {
		await requireCourse(db, decider, courseId);
		const decision = { decidedBy, reason, decidedAt: new Date() };
		const { id: correction, proposal } = await decideMending(db, courseId, decision);
		if (seen !== undefined && seen !== markOfProposal(proposal))
			throw new Refusal('conflict', 'correction-changed');
		await record(db, decidedBy, {
			act: 'keys-mended',
			detail: {
				...{ course: courseId, correction, questions: proposal.questionIds },
				...{ from: proposal.from.releaseId, to: proposal.to.releaseId }
			}
		});
		return correction;
	});
	await settleCorrections(pool, { courseId });
	return id;
}

/** Takes such a decision back and gives every result the score it had. Returns the new decision's id. */
export async function takeBackMending(
	pool: Pool,
	decider: Decider,
	courseId: string,
	correctionId: string,
	reason: string
): Promise<string> {
	await settleCorrections(pool, { courseId });
	const decidedBy = decider?.personId ?? null;
	const id = await withScope(pool, SYSTEM, async (db) => {
		await requireCourse(db, decider, courseId);
		const decision = { decidedBy, reason, decidedAt: new Date() };
		const undone = await undoMending(db, courseId, correctionId, decision);
		await record(db, decidedBy, {
			act: 'keys-mending-undone',
			detail: {
				...{ course: courseId, correction: undone.id, undoes: correctionId },
				...{ questions: undone.questionIds, from: undone.from, to: undone.to }
			}
		});
		return undone.id;
	});
	await settleCorrections(pool, { courseId });
	return id;
}
