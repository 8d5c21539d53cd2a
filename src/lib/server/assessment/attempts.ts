import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Database } from '../db/connect.ts';
import { Refusal } from '../refusal.ts';
import type { Result } from './scoring.ts';
import { attempts, gradings, type Criteria, type PaperItem } from './tables.ts';

/** The person who sits a test, with the agency and unit their acts are stamped with. */
export interface Candidate {
	personId: string;
	agencyId: string | null;
	unitId: string | null;
}

/** A quiz or test of a release. */
export interface TestRef {
	releaseId: string;
	testId: string;
}

/** An attempt with the judgement that counts, which is the last. */
export interface Attempt {
	id: string;
	number: number;
	paper: PaperItem[];
	criteria: Criteria;
	startedAt: Date;
	submittedAt: Date | null;
	result: Result | null;
	/** Whether a part of it waits for a person to mark it. */
	pending: boolean;
	passed: boolean | null;
}

/** Every attempt of a person at a test, the first one first. */
export async function listAttempts(
	db: Database,
	{ personId }: Pick<Candidate, 'personId'>,
	{ releaseId, testId }: TestRef
): Promise<Attempt[]> {
	const rows = await db
		.select({
			id: attempts.id,
			number: attempts.number,
			paper: attempts.paper,
			criteria: attempts.criteria,
			startedAt: attempts.startedAt,
			submittedAt: attempts.submittedAt
		})
		.from(attempts)
		.where(
			and(
				eq(attempts.personId, personId),
				eq(attempts.releaseId, releaseId),
				eq(attempts.testId, testId)
			)
		)
		.orderBy(asc(attempts.number));
	const results = await lastResults(
		db,
		personId,
		rows.map(({ id }) => id)
	);
	return rows.map((row) => {
		const result = results.get(row.id) ?? null;
		const pending = result !== null && result.score === null;
		return { ...row, result, pending, passed: result?.passed ?? null };
	});
}

/** How a person stands in a test: begun, and over once it was passed or, where no mark must be reached, sent. */
export type TestState = 'not-started' | 'in-progress' | 'done';

/** Where a person stands in every quiz and test of a release that they began, by the test's id. */
export async function listTestStates(
	db: Database,
	{ personId }: Pick<Candidate, 'personId'>,
	releaseId: string
): Promise<Map<string, TestState>> {
	const rows = await db.execute<{ testId: string; over: boolean }>(sql`
		select a.test_id as "testId",
			bool_or(coalesce(g.passed, g.score is not null and a.criteria->>'passMark' is null, false)) as over
		from attempts a
		left join lateral (
			select passed, score from gradings
			where person_id = a.person_id and attempt_id = a.id order by ordinal desc limit 1
		) g on true
		where a.person_id = ${personId} and a.release_id = ${releaseId}
		group by a.test_id`);
	return new Map(rows.map(({ testId, over }) => [testId, over ? 'done' : 'in-progress']));
}

async function lastResults(
	db: Database,
	personId: string,
	attemptIds: readonly string[]
): Promise<Map<string, Result>> {
	if (attemptIds.length === 0) return new Map();
	const rows = await db
		.selectDistinctOn([gradings.attemptId], {
			attemptId: gradings.attemptId,
			items: gradings.items,
			score: gradings.score,
			passed: gradings.passed
		})
		.from(gradings)
		.where(and(eq(gradings.personId, personId), inArray(gradings.attemptId, [...attemptIds])))
		.orderBy(gradings.attemptId, desc(gradings.ordinal));
	return new Map(rows.map(({ attemptId, ...result }) => [attemptId, result]));
}

/** One act at a time on a person's attempts at a test, whichever tab or device it comes from. */
export async function lockTest(
	db: Database,
	{ personId }: Pick<Candidate, 'personId'>,
	{ releaseId, testId }: TestRef
): Promise<void> {
	const name = lockName(personId, releaseId, testId);
	await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}

/** The same for many people's tests, always in the same order, so that no two wait for one another. */
export async function lockTests(
	db: Database,
	tests: readonly (TestRef & { personId: string })[]
): Promise<void> {
	const names = tests.map((test) => lockName(test.personId, test.releaseId, test.testId));
	const inOrder = [...new Set(names)].sort();
	await db.execute(
		sql`select pg_advisory_xact_lock(hashtextextended(name, 0)) from unnest(${sql.param(inOrder)}::text[]) as name`
	);
}

const lockName = (personId: string, releaseId: string, testId: string) =>
	`attempts:${personId}:${releaseId}:${testId}`;

/** The attempt of this id at a test; refuses with `attempt-unknown` when it is nobody's or another's. */
export async function requireAttempt(
	db: Database,
	candidate: Candidate,
	test: TestRef,
	id: string
): Promise<Attempt> {
	const found = (await listAttempts(db, candidate, test)).find((attempt) => attempt.id === id);
	if (!found) throw new Refusal('not-found', 'attempt-unknown');
	return found;
}
