import { and, asc, eq, sql, type SQL } from 'drizzle-orm';
import type { Database } from '../db/connect.ts';
import { isId } from '../db/ids.ts';
import { demandWords } from '../demanded-words.ts';
import { Refusal } from '../refusal.ts';
import type { Candidate, TestRef } from './attempts.ts';
import { isWhole, scoreBy, type FurtherReading, type Outcome, type Reading } from './marking.ts';
import { demandUnheld, endReservation, lockWork, type Hold } from './reservations.ts';
import {
	marks,
	workReturns,
	works,
	type Criteria,
	type ItemResult,
	type Rubric
} from './tables.ts';

/** Longest comment, reason and words of a return (characters). */
const longestComment = 5000;
const REASON = { most: 2000, missing: 'mark-reason-missing', long: 'mark-reason-long' };
const RETURN = { most: 5000, missing: 'return-words-missing', long: 'return-words-long' };

/** What a work answers: a question of a test, or the project of a course in its nth version. */
export type Task =
	{ kind: 'essay'; testId: string; questionId: string } | { kind: 'project'; version: number };

/** An essay or a project as a marker meets it: nothing of whose it is. */
export interface Work {
	id: string;
	courseId: string;
	releaseId: string;
	task: Task;
	/** 0–100; null where none must be reached. */
	passMark: number | null;
	sentAt: Date;
	/** Null once it is settled. */
	awaits: Reading | null;
	/** Which reading it was settled without and may still get. */
	lacks: FurtherReading | null;
	/** Whether the acting person has marked it or sent it back. */
	marked: boolean;
	/** Sent back to be mended, by whomever. */
	returned: boolean;
	/** Who reads it just now; null where nobody does. */
	held: Hold | null;
}

/** A mark as its marker gave it. */
export interface GivenMark {
	id: string;
	markedAt: Date;
	rubric: Rubric;
	levels: number[];
	score: number;
	comment: string | null;
	replaces: string | null;
	reason: string | null;
}

/** What a marker finds in a work. */
export interface NewMark {
	/** Made by the form. */
	id: string;
	/** By criterion, an index into the rubric's levels. */
	levels: number[];
	/** To the learner; may be empty. */
	comment: string;
	/** The own mark it takes the place of, and why. */
	replaces: { id: string; reason: string } | null;
	/** Why a work that is settled is read once more. */
	further?: { reason: string } | null;
}

/** Puts an attempt's essays (`items` without points) before their markers. In the candidate's scope. */
export async function fileWorks(
	db: Database,
	{ personId }: Pick<Candidate, 'personId'>,
	{ releaseId, courseId, testId }: TestRef & { courseId: string },
	attempt: { id: string; criteria: Pick<Criteria, 'passMark'> },
	items: readonly ItemResult[],
	sentAt: Date
): Promise<void> {
	const rows = items
		.filter(({ points }) => points === null)
		.map(({ questionId }) => ({
			...{ personId, attemptId: attempt.id, questionId, releaseId, courseId, testId, sentAt },
			passMark: attempt.criteria.passMark
		}));
	if (rows.length > 0) await db.insert(works).values(rows).onConflictDoNothing();
}

type Row = Omit<Work, 'sentAt' | 'passMark' | 'task' | 'held'> & {
	testId: string | null;
	questionId: string | null;
	handIn: number | null;
	sentAt: string;
	passMark: string | null;
	heldUntil: string | null;
	mine: boolean | null;
};
const columns = sql`w.id, course_id as "courseId", release_id as "releaseId", test_id as "testId",
	question_id as "questionId", hand_in as "handIn", pass_mark as "passMark", sent_at as "sentAt", awaits, lacks, marked,
	returned, h.held_until as "heldUntil", h.mine`;
const theirWorks = sql`works_to_mark() w left join works_held() h on h.work_id = w.id`;
const workOf = <Found extends Row>({
	testId,
	questionId,
	handIn,
	sentAt,
	passMark,
	heldUntil,
	mine,
	...row
}: Found) => ({
	...row,
	task: taskOf({ testId, questionId, handIn }),
	sentAt: new Date(sentAt),
	passMark: passMark === null ? null : Number(passMark),
	held: heldUntil === null ? null : { until: new Date(heldUntil), mine: mine === true }
});

/** Of the columns that name it, either those of an essay are filled or that of a project. */
function taskOf({
	testId,
	questionId,
	handIn
}: Pick<Row, 'testId' | 'questionId' | 'handIn'>): Task {
	return handIn === null
		? { kind: 'essay', testId: testId!, questionId: questionId! }
		: { kind: 'project', version: handIn };
}

/**
 * Works that the acting person may mark and has not: what they read now first, what somebody else reads last, the oldest
 * first. `most` of them, and how many there are that nobody else reads.
 */
export async function listQueue(
	db: Database,
	most: number
): Promise<{ works: Work[]; count: number }> {
	const rows = await db.execute<Row & { count: number }>(sql`
		select ${columns}, (count(*) filter (where h.mine is not false) over ())::int as count
		from ${theirWorks} where not marked and awaits is not null
		order by case when h.mine then 0 when h.mine is null then 1 else 2 end, sent_at, w.id limit ${most}`);
	return {
		works: rows.map(({ count: _, ...row }) => workOf(row)),
		count: rows[0]?.count ?? 0
	};
}

/** Works that were settled without a reading which the acting person may still give, the oldest first; `most` of them. */
export async function listFurther(db: Database, most: number): Promise<Work[]> {
	const rows = await db.execute<Row>(sql`
		select ${columns} from ${theirWorks} where not marked and lacks is not null order by sent_at, w.id limit ${most}`);
	return rows.map(workOf);
}

/** Works that the acting person has marked or sent back, the latest first. */
export async function listMarked(db: Database, most: number): Promise<Work[]> {
	const rows = await db.execute<Row>(sql`
		select ${columns} from ${theirWorks} where marked
		order by greatest(
			(select max(m.marked_at) from marks m where m.work_id = w.id and m.marker_id = acting_person()),
			(select r.returned_at from work_returns r where r.work_id = w.id and r.marker_id = acting_person())
		) desc, w.id
		limit ${most}`);
	return rows.map(workOf);
}

/** What a marker reads of a work. */
type Read = {
	/** What the learner wrote; null where it was erased, or where files are all there is. */
	text: string | null;
	/** Of a project: what was to be mended in the version before. */
	asked: string | null;
};

/** A work of the acting person's queue with what the learner wrote; refuses with `work-unknown` any other. */
export async function requireWork(db: Database, id: string): Promise<Work & Read> {
	const [row] = isId(id)
		? [
				...(await db.execute<Row & Read>(
					sql`select ${columns}, text, asked from ${theirWorks} where w.id = ${id}`
				))
			]
		: [];
	if (!row) throw new Refusal('not-found', 'work-unknown');
	return workOf(row);
}

/** The acting person's marks of a work, the first one first. */
export async function listOwnMarks(
	db: Database,
	markerId: string,
	workId: string
): Promise<GivenMark[]> {
	return db
		.select({
			id: marks.id,
			markedAt: marks.markedAt,
			rubric: marks.rubric,
			levels: marks.levels,
			score: marks.score,
			comment: marks.comment,
			replaces: marks.replaces,
			reason: marks.reason
		})
		.from(marks)
		.where(and(eq(marks.workId, workId), eq(marks.markerId, markerId)))
		.orderBy(asc(marks.markedAt), asc(marks.id));
}

/**
 * Adds a mark to a work; the same form sent again changes nothing. Returns whether it was new. Refuses `mark-incomplete`,
 * `mark-comment-long`, `mark-reason-missing` (of a change, or of reading what is settled), `mark-reason-long`,
 * `work-marked` (read by this person already), `work-held` while somebody else reads it, and `work-settled` when others have settled it meanwhile. One act at a time
 * on a work; what the person held is done with.
 */
export async function addMark(
	db: Database,
	markerId: string,
	workId: string,
	rubric: Rubric,
	{ id, levels, comment, replaces, further }: NewMark,
	now = new Date()
): Promise<boolean> {
	await lockWork(db, workId);
	const own = await listOwnMarks(db, markerId, workId);
	if (own.some((mark) => mark.id === id)) return false;
	if (!isWhole(rubric, levels)) throw new Refusal('invalid', 'mark-incomplete');
	if (comment.length > longestComment)
		throw new Refusal('invalid', 'mark-comment-long', { most: longestComment });
	const change = replaces ?? further;
	const why = change ? demandWords(change.reason, REASON) : null;
	if (replaces ? own.at(-1)?.id !== replaces.id : own.length > 0)
		throw new Refusal('conflict', 'work-marked');
	const [allowed] = await db.execute<{ may: boolean; settled: boolean }>(sql`
		select acting_may_mark(${workId}, ${replaces?.id ?? null}) as may,
			exists (select from works_to_mark() where id = ${workId} and lacks is not null) as settled`);
	if (!allowed?.may) throw new Refusal('conflict', 'work-settled');
	// Settled while this form was open: what is read now is a change, and needs a reason.
	if (allowed.settled && !change) throw new Refusal('invalid', 'mark-reason-missing');
	await demandUnheld(db, workId);
	await db.insert(marks).values({
		...{ id, workId, markerId, markedAt: now, rubric, levels },
		score: scoreBy(rubric, levels),
		comment: comment === '' ? null : comment,
		replaces: replaces?.id ?? null,
		reason: why
	});
	await endReservation(db, markerId, workId, now);
	return true;
}

/** Whether the acting person may send a work back to be mended. */
export async function mayReturn(db: Database, workId: string): Promise<boolean> {
	const [row] = await db.execute<{ may: boolean }>(sql`select acting_may_return(${workId}) as may`);
	return row?.may ?? false;
}

/**
 * Sends a project back to be mended, with words to its learner; done again by the same person it changes nothing. Refuses
 * `return-words-missing`, `return-words-long`, and `work-settled` what was passed or sent back by others meanwhile.
 */
export async function returnWork(
	db: Database,
	markerId: string,
	workId: string,
	words: string,
	now = new Date()
): Promise<void> {
	await lockWork(db, workId);
	const own = await db
		.select({ workId: workReturns.workId })
		.from(workReturns)
		.where(and(eq(workReturns.workId, workId), eq(workReturns.markerId, markerId)));
	if (own.length > 0) return;
	const told = demandWords(words, RETURN);
	if (!(await mayReturn(db, workId))) throw new Refusal('conflict', 'work-settled');
	await demandUnheld(db, workId);
	await db.insert(workReturns).values({ workId, markerId, returnedAt: now, words: told });
	await endReservation(db, markerId, workId, now);
}

/** Every mark of a work, by whomever, in the order they were given. In `system` scope. */
export async function listMarks(
	db: Database,
	workId: string
): Promise<{ id: string; score: number; replaces: string | null }[]> {
	return db
		.select({ id: marks.id, score: marks.score, replaces: marks.replaces })
		.from(marks)
		.where(eq(marks.workId, workId))
		.orderBy(asc(marks.markedAt), asc(marks.id));
}

/** What a learner is told of the marks their works got, once they are settled; not who gave them. */
export interface ToldMark {
	id: string;
	/** Of an essay. */
	questionId: string | null;
	rubric: Rubric;
	levels: number[];
	score: number;
	comment: string | null;
	replaces: string | null;
}

/** The marks of an attempt's essays, told to whose they are, in the order they were given. In the learner's scope. */
export function listToldMarks(db: Database, attemptId: string): Promise<ToldMark[]> {
	return toldMarks(db, sql`attempt_id = ${attemptId}`);
}

/** The same of one work. */
export function listToldMarksOf(db: Database, workId: string): Promise<ToldMark[]> {
	return toldMarks(db, sql`work_id = ${workId}`);
}

async function toldMarks(db: Database, which: SQL): Promise<ToldMark[]> {
	const rows = await db.execute<Omit<ToldMark, 'score'> & { score: string }>(sql`
		select id, question_id as "questionId", rubric, levels, score, comment, replaces
		from my_marks() where ${which} order by marked_at, id`);
	return rows.map((row) => ({ ...row, score: Number(row.score) }));
}

/** What a work is and whose. In `system` scope. */
export async function requireFiledWork(db: Database, id: string) {
	const [work] = await db.select().from(works).where(eq(works.id, id));
	if (!work) throw new Error(`work ${id} is gone`);
	const { personId, courseId, releaseId, passMark, attemptId, testId } = work;
	return {
		...{ personId, courseId, releaseId, passMark },
		/** The attempt an essay belongs to; null of a project. */
		attempt: attemptId !== null && testId !== null ? { id: attemptId, testId } : null
	};
}

/** What became of a work by its marks. In `system` scope. */
export async function settleWork(
	db: Database,
	id: string,
	outcome: Outcome<unknown>
): Promise<void> {
	const { awaits } = outcome;
	const { score, lacks } = awaits === null ? outcome : { score: null, lacks: null };
	await db.update(works).set({ awaits, score, lacks }).where(eq(works.id, id));
}

/** What each essay of an attempt earned so far, 0–1 by question; null while it waits. In `system` scope. */
export async function listWorkPoints(
	db: Database,
	{ personId }: Pick<Candidate, 'personId'>,
	attemptId: string
): Promise<Map<string, number | null>> {
	const rows = await db
		.select({ questionId: works.questionId, score: works.score })
		.from(works)
		.where(and(eq(works.personId, personId), eq(works.attemptId, attemptId)));
	return new Map(
		rows.map(({ questionId, score }) => [questionId!, score === null ? null : score / 100])
	);
}
