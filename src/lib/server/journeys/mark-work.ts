import { listOwnDuties } from '../access/duties.ts';
import { can, demand, type Actor } from '../access/policy.ts';
import { weightsOf, worthOf } from '../assessment/marking.ts';
import { listWorkFiles, readWorkFile, type HandedFile } from '../assessment/project-files.ts';
import type { Rubric } from '../assessment/tables.ts';
import {
	addMark,
	listFurther,
	listMarked,
	listOwnMarks,
	listQueue,
	mayReturn,
	requireWork,
	returnWork,
	type NewMark,
	type Work
} from '../assessment/works.ts';
import { endReservation, lockWork, reserve } from '../assessment/reservations.ts';
import { findTest } from '../assessment/tests.ts';
import { countUnread, listUnread, type Unread } from '../assessment/unread.ts';
import { countWaitingRequests } from '../assessment/waiting-requests.ts';
import { record } from '../audit/entries.ts';
import { findProject } from '../catalog/project-brief.ts';
import { readKeys } from '../catalog/release-texts.ts';
import { findCourse, findOutline } from '../catalog/releases.ts';
import { findTestQuestions } from '../catalog/test-items.ts';
import type { Database } from '../db/connect.ts';
import { enterScope, SYSTEM } from '../db/scope.ts';
import { settleMarked } from '../graduation/marked.ts';
import { Refusal } from '../refusal.ts';

/** How many works a page lists. */
const most = 50;

/** What waits for the acting marker, the oldest first, and what they have marked of late. */
export async function readQueue(db: Database, actor: Actor) {
	if (!can(actor, 'duty:give')) demand(actor, 'work:mark');
	const [queue, further, marked, marks, organises] = await Promise.all([
		listQueue(db, most),
		listFurther(db, most),
		listMarked(db, most),
		listOwnDuties(db, 'marker'),
		listOwnDuties(db, 'organiser')
	]);
	const unread =
		organises.length > 0 ? countUnread(await listUnread(db)) : new Map<string, Unread>();
	return {
		count: queue.count,
		waiting: await Promise.all(queue.works.map((work) => titled(db, work))),
		/** Settled without a reading that the actor may still give. */
		further: await Promise.all(further.map((work) => titled(db, work))),
		marked: await Promise.all(marked.map((work) => titled(db, work))),
		marks,
		organised: (await Promise.all(organises.map((id) => findCourse(db, id)))).flatMap((course) =>
			course ? [{ ...course, unread: unread.get(course.courseId) ?? null }] : []
		),
		/** Requests for further chances that wait for the actor. */
		chances: organises.length > 0 ? await countWaitingRequests(db) : 0
	};
}

/** A work with the names of its course and of its test or project. */
async function titled(db: Database, work: Work) {
	const { id, sentAt, awaits, lacks, returned, courseId, task } = work;
	const outline = await findOutline(db, work.releaseId);
	const title =
		task.kind === 'project'
			? outline?.project?.title
			: outline?.tests?.find((test) => test.id === task.testId)?.title;
	return {
		...{ id, sentAt, awaits, lacks, returned, courseId, kind: task.kind, held: work.held },
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
 * Marks a work, which is settled once its marks suffice. The same form sent again changes nothing. The last act of its
 * transaction, which ends in `system` scope: neither the learner's answers nor colleagues' marks are ever within the
 * marker's sight.
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
	const detail = { work: workId, mark: mark.id };
	await record(
		db,
		actor.personId,
		mark.replaces
			? { act: 'mark-changed', detail: { ...detail, replaces: mark.replaces.id } }
			: { act: 'mark-given', detail }
	);
	await enterScope(db, SYSTEM);
	await settleMarked(db, workId, now);
}
