import { listOwnDuties } from '../access/duties.ts';
import { can, demand, type Actor } from '../access/policy.ts';
import { gradeMarked } from '../assessment/gradings.ts';
import { lockTest } from '../assessment/attempts.ts';
import { counting, meanOf, weightsOf, worthOf } from '../assessment/marking.ts';
import type { Rubric } from '../assessment/tables.ts';
import {
	addMark,
	findFiledWork,
	listMarked,
	listMarks,
	listOwnMarks,
	listQueue,
	requireWork,
	settleWork,
	type NewMark,
	type Work
} from '../assessment/works.ts';
import { findTest } from '../assessment/tests.ts';
import { countWaitingRequests } from '../assessment/waiting-requests.ts';
import { record } from '../audit/entries.ts';
import { readKeys } from '../catalog/release-texts.ts';
import { findCourse, findOutline } from '../catalog/releases.ts';
import { findTestQuestions } from '../catalog/test-items.ts';
import type { Database } from '../db/connect.ts';
import { enterScope, SYSTEM } from '../db/scope.ts';
import { graduate } from '../graduation/graduate.ts';
import { Refusal } from '../refusal.ts';

/** How many works a page lists. */
const most = 50;

/** What waits for the acting marker, the oldest first, and what they have marked of late. */
export async function readQueue(db: Database, actor: Actor) {
	if (!can(actor, 'duty:give')) demand(actor, 'work:mark');
	const [queue, marked, marks, organises] = await Promise.all([
		listQueue(db, most),
		listMarked(db, most),
		listOwnDuties(db, 'marker'),
		listOwnDuties(db, 'organiser')
	]);
	return {
		count: queue.count,
		waiting: await Promise.all(queue.works.map((work) => titled(db, work))),
		marked: await Promise.all(marked.map((work) => titled(db, work))),
		marks,
		organised: (await Promise.all(organises.map((id) => findCourse(db, id)))).filter(
			(course) => course !== null
		),
		/** Requests for further chances that wait for the actor. */
		chances: organises.length > 0 ? await countWaitingRequests(db) : 0
	};
}

/** A work with the names of its course and test. */
async function titled(db: Database, work: Work) {
	const outline = await findOutline(db, work.releaseId);
	const test = outline?.tests?.find(({ id }) => id === work.testId);
	return {
		...{ id: work.id, sentAt: work.sentAt, awaits: work.awaits, courseId: work.courseId },
		course: outline?.title ?? work.courseId,
		test: test?.title ?? work.testId,
		language: outline?.language ?? 'id'
	};
}

/** A work as its marker reads it: question and case, the text, the rubric, and the own marks so far. */
export async function readWork(db: Database, actor: Actor, id: string) {
	demand(actor, 'work:mark');
	const work = await requireWork(db, id);
	const { stored } = await findTest(db, work.releaseId, work.testId);
	const item = stored.get(work.questionId);
	const [found, rubric, own, names] = await Promise.all([
		findTestQuestions(db, work.releaseId, item ? [item] : []),
		rubricOf(db, work),
		listOwnMarks(db, actor.personId, id),
		titled(db, work)
	]);
	return {
		...names,
		text: work.text,
		prompt: found.get(work.questionId)?.question.prompt ?? '',
		scenario: found.get(work.questionId)?.scenario ?? null,
		rubric,
		weights: weightsOf(rubric).map((share) => Math.round(share * 10_000) / 100),
		worth: worthOf(rubric.levels).map((share) => Math.round(share * 10_000) / 100),
		own
	};
}

async function rubricOf(db: Database, { releaseId, questionId }: Work): Promise<Rubric> {
	const detail = (await readKeys(db, releaseId, [questionId])).get(questionId)?.detail;
	if (detail?.kind !== 'essay') throw new Refusal('conflict', 'rubric-missing');
	return detail.rubric;
}

/**
 * Marks a work; once its marks suffice it is settled, and once all works of its attempt are, the attempt is judged. The
 * same form sent again changes nothing. The last act of its transaction, which ends in `system` scope: neither the
 * learner's answers nor colleagues' marks are ever within the marker's sight.
 */
export async function markWork(
	db: Database,
	actor: Actor,
	workId: string,
	mark: NewMark,
	now = new Date()
): Promise<void> {
	demand(actor, 'work:mark');
	const work = await requireWork(db, workId);
	const rubric = await rubricOf(db, work);
	if (!(await addMark(db, actor.personId, workId, rubric, mark, now))) return;
	if (mark.replaces) {
		const detail = { work: workId, mark: mark.id, replaces: mark.replaces.id };
		await record(db, actor.personId, { act: 'mark-changed', detail });
	}
	await enterScope(db, SYSTEM);
	await settle(db, workId, now);
}

async function settle(db: Database, workId: string, now: Date): Promise<void> {
	const work = await findFiledWork(db, workId);
	if (!work) throw new Error(`work ${workId} was marked and is gone`);
	await lockTest(db, work, work);
	const found = counting(await listMarks(db, workId), work.passMark);
	if ('awaits' in found) {
		await settleWork(db, workId, { awaits: found.awaits, score: null });
		return;
	}
	await settleWork(db, workId, { awaits: null, score: meanOf(found.marks) });
	await gradeMarked(db, work, { id: work.attemptId, passMark: work.passMark }, now);
	const { personId, agencyId, unitId } = work;
	await graduate(db, { personId, agencyId, unitId }, work.releaseId, now);
}
