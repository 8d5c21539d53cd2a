import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { listEditions, readKeyedItems, type KeyedItem } from '../catalog/keyed-items.ts';
import type { Database } from '../db/connect.ts';
import { insertRows } from '../db/rows.ts';
import { lockTests } from './attempts.ts';
import type { Given } from './grading.ts';
import { effectOf, keyReleases, regrade, type Effect, type Ruling } from './regrade.ts';
import { pointsFor, type Result } from './scoring.ts';
import { answerableOf } from './stock.ts';
import { attemptAnswers, attempts, attemptTexts, corrections, gradings } from './tables.ts';

/** Attempts judged again in one transaction. */
const atOnce = 200;

/** What judging by other keys makes of an attempt. */
export interface Regrading {
	personId: string;
	attemptId: string;
	releaseId: string;
	testId: string;
	/** What its judgement is numbered. */
	ordinal: number;
	before: Result;
	after: Result;
	effect: Effect;
}

/** Whether the person has another result by it. */
export function changes({ before, after }: Regrading): boolean {
	return before.score !== after.score || before.passed !== after.passed;
}

/** Where to go on reading. */
export type Cursor = { personId: string; id: string } | null;

/** What the attempts of a course are judged by. */
export interface Bench {
	courseId: string;
	/** Attempts that were asked one of these are looked at. */
	questionIds: readonly string[];
	/** Which release's key counts. */
	keyOf: (releaseId: string, questionId: string) => string;
	item: (releaseId: string, questionId: string) => KeyedItem;
}

/** The bench that a decision about some questions makes; `rulings` are what stands then, of the whole course. */
export async function benchFor(
	db: Database,
	courseId: string,
	questionIds: readonly string[],
	rulings: readonly Ruling[]
): Promise<Bench> {
	const editions = await listEditions(db, courseId);
	const decided = await db
		.select({ questionIds: corrections.questionIds })
		.from(corrections)
		.where(eq(corrections.courseId, courseId));
	const named = new Set([...questionIds, ...decided.flatMap((one) => one.questionIds)]);
	const ids = editions.map(({ releaseId }) => releaseId);
	const items = await readKeyedItems(db, ids, [...named]);
	return {
		courseId,
		questionIds,
		keyOf: keyReleases(rulings),
		item(releaseId, questionId) {
			const found = items.get(releaseId)?.get(questionId);
			if (!found) throw new Error(`${questionId} has no key in ${releaseId}`);
			return found;
		}
	};
}

type Sent = Awaited<ReturnType<typeof listSent>>[number];

/**
 * What the next attempts of a course, after `cursor`, would be judged anew: those that were sent, were asked one of the
 * questions, and whose last judgement used another key. In the system's scope. With `lock` nobody judges them meanwhile.
 */
export async function findRegradings(
	db: Database,
	{ courseId, questionIds, keyOf, item }: Bench,
	cursor: Cursor,
	{ lock }: { lock: boolean }
): Promise<{ regradings: Regrading[]; next: Cursor }> {
	const sent = await listSent(db, courseId, questionIds, cursor);
	const last = sent.at(-1);
	if (lock) await lockTests(db, courseId, sent);
	const [histories, answers] = await Promise.all([
		readHistories(db, sent),
		readAnswers(db, sent, questionIds)
	]);
	const key = (releaseId: string, questionId: string) => item(releaseId, questionId).key;
	const regradings = sent.flatMap((attempt) => {
		const { personId, id: attemptId, releaseId, testId } = attempt;
		const { passMark } = attempt.criteria;
		const history = histories.get(nameOf(personId, attemptId)) ?? [];
		const before = history.at(-1);
		const given = answers.get(nameOf(personId, attemptId));
		const points = (questionId: string, by: string) => {
			const { kind, options } = item(releaseId, questionId);
			const answer = given?.get(questionId);
			// What was typed and is erased cannot be judged again.
			if (answer && (kind === 'numeric' || kind === 'short') && answer.typed === null) return null;
			return pointsFor(
				answerableOf({ kind, options: [...options] }),
				key(by, questionId),
				answer ?? { choice: [] }
			);
		};
		const after = regrade({ releaseId, passMark, history }, keyOf, key, points);
		if (!after || !before) return [];
		const ordinal = history.length + 1;
		const effect = effectOf(passMark, before, after);
		const whose = { personId, attemptId, releaseId, testId };
		return [{ ...whose, ordinal, before, after, effect }];
	});
	const whole = sent.length < atOnce;
	return { regradings, next: whole || !last ? null : { personId: last.personId, id: last.id } };
}

const nameOf = (personId: string, attemptId: string) => `${personId}/${attemptId}`;

async function listSent(
	db: Database,
	courseId: string,
	questionIds: readonly string[],
	cursor: Cursor
) {
	return db
		.select({
			personId: attempts.personId,
			id: attempts.id,
			releaseId: attempts.releaseId,
			testId: attempts.testId,
			criteria: attempts.criteria
		})
		.from(attempts)
		.where(
			and(
				eq(attempts.courseId, courseId),
				sql`${attempts.submittedAt} is not null`,
				cursor
					? sql`(${attempts.personId}, ${attempts.id}) > (${cursor.personId}::uuid, ${cursor.id}::uuid)`
					: undefined,
				sql`exists (
					select from jsonb_array_elements(${attempts.paper}) asked
					where asked ->> 'questionId' = any (${sql.param([...questionIds])}::text[])
				)`
			)
		)
		.orderBy(asc(attempts.personId), asc(attempts.id))
		.limit(atOnce);
}

/** Every judgement of some attempts, the first one first. */
async function readHistories(db: Database, sent: readonly Sent[]): Promise<Map<string, Result[]>> {
	const histories = new Map<string, Result[]>();
	if (sent.length === 0) return histories;
	const rows = await db
		.select({
			personId: gradings.personId,
			attemptId: gradings.attemptId,
			items: gradings.items,
			score: gradings.score,
			passed: gradings.passed
		})
		.from(gradings)
		.where(
			and(
				inArray(gradings.personId, [...new Set(sent.map(({ personId }) => personId))]),
				inArray(
					gradings.attemptId,
					sent.map(({ id }) => id)
				)
			)
		)
		.orderBy(asc(gradings.ordinal));
	for (const { personId, attemptId, ...result } of rows) {
		const name = nameOf(personId, attemptId);
		histories.set(name, [...(histories.get(name) ?? []), result]);
	}
	return histories;
}

async function readAnswers(
	db: Database,
	sent: readonly Sent[],
	questionIds: readonly string[]
): Promise<Map<string, Map<string, Required<Given>>>> {
	const answers = new Map<string, Map<string, Required<Given>>>();
	if (sent.length === 0) return answers;
	const rows = await db
		.select({
			personId: attemptAnswers.personId,
			attemptId: attemptAnswers.attemptId,
			questionId: attemptAnswers.questionId,
			choice: attemptAnswers.choice,
			typed: attemptTexts.text
		})
		.from(attemptAnswers)
		.leftJoin(
			attemptTexts,
			and(
				eq(attemptTexts.personId, attemptAnswers.personId),
				eq(attemptTexts.attemptId, attemptAnswers.attemptId),
				eq(attemptTexts.questionId, attemptAnswers.questionId)
			)
		)
		.where(
			and(
				inArray(attemptAnswers.personId, [...new Set(sent.map(({ personId }) => personId))]),
				inArray(
					attemptAnswers.attemptId,
					sent.map(({ id }) => id)
				),
				inArray(attemptAnswers.questionId, [...questionIds])
			)
		);
	for (const { personId, attemptId, questionId, ...answer } of rows) {
		const name = nameOf(personId, attemptId);
		const known = answers.get(name) ?? new Map<string, Required<Given>>();
		answers.set(name, known.set(questionId, answer));
	}
	return answers;
}

/** Writes judgements beside those there are, as the carrying out of one decision. */
export async function recordRegradings(
	db: Database,
	correction: { id: string; kind: 'mend' | 'undo' },
	regradings: readonly Regrading[],
	gradedAt: Date
): Promise<void> {
	await insertRows(
		db,
		gradings,
		regradings.map(({ personId, attemptId, ordinal, after }) => ({
			...{ personId, attemptId, ordinal, gradedAt, ...after },
			cause: correction.kind === 'mend' ? ('key-mended' as const) : ('undone' as const),
			correctionId: correction.id
		}))
	);
}

/** Who passed in a release only by judging again what a decision concerns, in one order. In `system` scope. */
export async function listNewlyPassed(
	db: Database,
	correctionId: string
): Promise<{ personId: string; releaseId: string }[]> {
	return db.execute<{ personId: string; releaseId: string }>(sql`
		select distinct a.person_id as "personId", a.release_id as "releaseId"
		from gradings g
		join attempts a on a.person_id = g.person_id and a.id = g.attempt_id
		left join gradings before on before.person_id = g.person_id and before.attempt_id = g.attempt_id
			and before.ordinal = g.ordinal - 1
		where g.correction_id = ${correctionId} and g.passed and before.passed is not true
		order by 1, 2`);
}
