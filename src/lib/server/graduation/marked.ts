import { record } from '../audit/entries.ts';
import { lockTest } from '../assessment/attempts.ts';
import { gradeMarked } from '../assessment/gradings.ts';
import { outcomeOf } from '../assessment/marking.ts';
import { lockWork } from '../assessment/reservations.ts';
import { findSettledOn, listUnread, recordSettlement } from '../assessment/unread.ts';
import { listMarks, requireFiledWork, settleWork } from '../assessment/works.ts';
import { findOutline } from '../catalog/releases.ts';
import type { Database, Pool } from '../db/connect.ts';
import { SYSTEM, withScope } from '../db/scope.ts';
import { isoDay } from '../../format/dates.ts';
import { earnProjectHours, lineOf } from '../hours/ledger.ts';
import type { Learner } from '../learning/enrolments.ts';
import { findPlacement } from '../organisation/placements.ts';
import { Refusal } from '../refusal.ts';
import { graduate, organiserOf } from './graduate.ts';

/**
 * Settles a work once its marks suffice: once all works of its attempt are, the attempt is judged, and a project that
 * reached its mark earns its JP. In `system` scope, once the work is locked.
 */
export async function settleMarked(db: Database, workId: string, now: Date): Promise<void> {
	const work = await requireFiledWork(db, workId);
	const { attempt, passMark, releaseId, courseId, personId } = work;
	if (attempt) await lockTest(db, work, { courseId, testId: attempt.testId });
	const outcome = outcomeOf(await listMarks(db, workId), passMark, await findSettledOn(db, workId));
	await settleWork(db, workId, outcome);
	if (outcome.awaits) return;
	const { score } = outcome;
	// What is completed today belongs to where the person is today, not to where the work was written.
	const learner = { personId, ...(await findPlacement(db, personId)) };
	if (attempt) {
		await gradeMarked(db, work, { id: attempt.id, passMark }, now);
		await graduate(db, learner, releaseId, now);
	} else if (score >= (passMark ?? 0)) await earnProject(db, learner, releaseId, now);
}

/** A project's JP; neither its module nor the course waits for them. */
async function earnProject(
	db: Database,
	learner: Learner,
	releaseId: string,
	now: Date
): Promise<void> {
	const outline = await findOutline(db, releaseId);
	if (!outline?.project) throw new Refusal('not-found', 'project-unknown');
	const { courseId, project } = outline;
	const { name: organiser } = await organiserOf(db, outline);
	const { jp } = project;
	const title = lineOf(outline, project.title);
	const earnedOn = isoDay(now);
	await earnProjectHours(db, learner, { courseId, releaseId, title, jp, organiser, earnedOn });
}

/**
 * Settles on the readings there are what has waited ten working days for a further one that nobody can give. Each work in
 * a transaction of its own: stopped anywhere it goes on the next time, and several processes may do so at once.
 */
export async function settleUnread(
	pool: Pool,
	{ now = new Date(), stop }: { now?: Date; stop?: AbortSignal } = {}
): Promise<void> {
	for (const { id, settledAt } of await withScope(pool, SYSTEM, listUnread)) {
		if (stop?.aborted) return;
		if (settledAt && settledAt <= now)
			await withScope(pool, SYSTEM, (db) => settleUnreadWork(db, id, now));
	}
}

/** Settles one work on the readings there are, if it is time; else changes nothing. In `system` scope. */
export async function settleUnreadWork(db: Database, workId: string, now: Date): Promise<void> {
	await lockWork(db, workId);
	// Somebody may have come, or another process been faster.
	const unread = (await listUnread(db)).find(({ id }) => id === workId);
	if (!unread?.settledAt || unread.settledAt > now) return;
	const readings = await recordSettlement(db, unread, now);
	await settleMarked(db, workId, now);
	const { personId } = await requireFiledWork(db, workId);
	const detail = { work: workId, readings };
	await record(db, null, { act: 'work-settled-unread', subjectId: personId, detail });
}
