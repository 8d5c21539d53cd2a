import { listOwnDuties } from '../access/duties.ts';
import { can, demand, type Actor } from '../access/policy.ts';
import { gradeMarked } from '../assessment/gradings.ts';
import { lockTest } from '../assessment/attempts.ts';
import { counting, meanOf, weightsOf, worthOf } from '../assessment/marking.ts';
import { listWorkFiles, readWorkFile, type HandedFile } from '../assessment/project-files.ts';
import type { Rubric } from '../assessment/tables.ts';
import {
	addMark,
	findFiledWork,
	listMarked,
	listMarks,
	listOwnMarks,
	listQueue,
	mayReturn,
	requireWork,
	returnWork,
	settleWork,
	type NewMark,
	type Work
} from '../assessment/works.ts';
import { endReservation, lockWork, reserve } from '../assessment/reservations.ts';
import { findTest } from '../assessment/tests.ts';
import { countWaitingRequests } from '../assessment/waiting-requests.ts';
import { record } from '../audit/entries.ts';
import { findProject } from '../catalog/project-brief.ts';
import { readKeys } from '../catalog/release-texts.ts';
import { findCourse, findOutline } from '../catalog/releases.ts';
import { findTestQuestions } from '../catalog/test-items.ts';
import type { Database } from '../db/connect.ts';
import { enterScope, SYSTEM } from '../db/scope.ts';
import { isoDay } from '../../format/dates.ts';
import { graduate, organiserOf } from '../graduation/graduate.ts';
import { earnProjectHours, lineOf } from '../hours/ledger.ts';
import type { Learner } from '../learning/enrolments.ts';
import { findPlacement } from '../organisation/placements.ts';
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

/** A work with the names of its course and of its test or project. */
async function titled(db: Database, work: Work) {
	const { id, sentAt, awaits, returned, courseId, task } = work;
	const outline = await findOutline(db, work.releaseId);
	const title =
		task.kind === 'project'
			? outline?.project?.title
			: outline?.tests?.find((test) => test.id === task.testId)?.title;
	return {
		...{ id, sentAt, awaits, returned, courseId, kind: task.kind, held: work.held },
		/** Which version of a project; those after the first mend one that was sent back. */
		version: task.kind === 'project' ? task.version : null,
		course: outline?.title ?? courseId,
		title: title ?? courseId,
		language: outline?.language ?? 'id'
	};
}

/** A work as its marker reads it: what was asked, what was written, the rubric, and the own marks so far. */
export async function readWork(db: Database, actor: Actor, id: string) {
	demand(actor, 'work:mark');
	const work = await requireWork(db, id);
	const [asked, own, names, files, returnable] = await Promise.all([
		askedIn(db, work),
		listOwnMarks(db, actor.personId, id),
		titled(db, work),
		listWorkFiles(db, id),
		mayReturn(db, id)
	]);
	const { rubric } = asked;
	return {
		...names,
		...asked,
		text: work.text,
		/** What was to be mended in the version before. */
		wanted: work.asked,
		files,
		returnable,
		weights: weightsOf(rubric).map((share) => Math.round(share * 10_000) / 100),
		worth: worthOf(rubric).map((share) => Math.round(share * 10_000) / 100),
		own
	};
}

/** What a work answers, as HTML, and what it is marked by. Refuses with `rubric-missing` where there is no rubric. */
async function askedIn(db: Database, { releaseId, task }: Work) {
	if (task.kind === 'project') {
		const brief = await findProject(db, releaseId);
		if (!brief?.rubric) throw new Refusal('conflict', 'rubric-missing');
		return { prompt: brief.html, scenario: null, rubric: brief.rubric };
	}
	const { testId, questionId } = task;
	const { stored } = await findTest(db, releaseId, testId);
	const item = stored.get(questionId);
	const [found, rubric] = await Promise.all([
		findTestQuestions(db, releaseId, item ? [item] : []),
		rubricOf(db, releaseId, questionId)
	]);
	const { question, scenario = null } = found.get(questionId) ?? {};
	return { prompt: question?.prompt ?? '', scenario, rubric };
}

async function rubricOf(db: Database, releaseId: string, questionId: string): Promise<Rubric> {
	const detail = (await readKeys(db, releaseId, [questionId])).get(questionId)?.detail;
	if (detail?.kind !== 'essay') throw new Refusal('conflict', 'rubric-missing');
	return detail.rubric;
}

/** A file of a project in the acting marker's queue; refuses with `file-unknown` any other. */
export function readHandedFile(
	db: Database,
	actor: Actor,
	workId: string,
	sha256: string
): Promise<HandedFile> {
	demand(actor, 'work:mark');
	return readWorkFile(db, workId, sha256);
}

/** Sends a project back to be mended, with words to its learner, who may then hand in another version. */
export async function returnForMending(
	db: Database,
	actor: Actor,
	workId: string,
	words: string,
	now = new Date()
): Promise<void> {
	demand(actor, 'work:mark');
	await requireWork(db, workId);
	await returnWork(db, actor.personId, workId, words, now);
}

/**
 * Holds a work of the own queue for reading, so that no colleague reads the same; once more changes nothing. Refuses
 * `work-unknown`, `work-marked` and `work-held`.
 */
export async function takeWork(
	db: Database,
	actor: Actor,
	workId: string,
	now = new Date()
): Promise<void> {
	demand(actor, 'work:mark');
	await lockWork(db, workId);
	const { marked } = await requireWork(db, workId);
	if (marked) throw new Refusal('conflict', 'work-marked');
	await reserve(db, actor.personId, workId, now);
}

/** Gives a work back to the queue; changes nothing where the actor does not hold it. */
export async function giveUpWork(
	db: Database,
	actor: Actor,
	workId: string,
	now = new Date()
): Promise<void> {
	demand(actor, 'work:mark');
	await requireWork(db, workId);
	await endReservation(db, actor.personId, workId, now);
}

/**
 * Marks a work; once its marks suffice it is settled: once all works of its attempt are, the attempt is judged, and a
 * project that reached its mark earns its JP. The same form sent again changes nothing. The last act of its
 * transaction, which ends in `system` scope: neither the
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
	const { rubric } = await askedIn(db, await requireWork(db, workId));
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
	const { attempt, passMark, releaseId, courseId, personId } = work;
	if (attempt) await lockTest(db, work, { courseId, testId: attempt.testId });
	const found = counting(await listMarks(db, workId), passMark);
	if ('awaits' in found) {
		await settleWork(db, workId, { awaits: found.awaits, score: null });
		return;
	}
	const score = meanOf(found.marks);
	await settleWork(db, workId, { awaits: null, score });
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
