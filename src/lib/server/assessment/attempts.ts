import { sql, type SQL } from 'drizzle-orm';
import type { Database } from '../db/connect.ts';
import type { Result } from './scoring.ts';
import type { Criteria, PaperItem } from './tables.ts';

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
	candidate: Pick<Candidate, 'personId'>,
	{ releaseId, testId }: TestRef
): Promise<Attempt[]> {
	const [row] = await db.execute<{ attempts: StoredAttempt[] | null }>(
		sql`select ${storedAttempts(candidate, { releaseId: sql`${releaseId}`, testId })} as attempts`
	);
	return attemptsIn(row?.attempts);
}

/** An attempt as `storedAttempts` writes it. */
export type StoredAttempt = Pick<Attempt, 'id' | 'number' | 'paper' | 'criteria' | 'result'> & {
	startedAt: string;
	submittedAt: string | null;
};

/** The attempts of a person at a test of a release, which is SQL, with their last judgements: one JSON value. */
export function storedAttempts(
	{ personId }: Pick<Candidate, 'personId'>,
	{ releaseId, testId }: { releaseId: SQL; testId: string }
): SQL {
	return sql`(
		select json_agg(json_build_object('id', a.id, 'number', a.number, 'paper', a.paper, 'criteria', a.criteria,
			'startedAt', a.started_at, 'submittedAt', a.submitted_at, 'result', (
				select json_build_object('items', g.items, 'score', g.score, 'passed', g.passed) from gradings g
				where g.person_id = a.person_id and g.attempt_id = a.id order by g.ordinal desc limit 1
			)) order by a.number)
		from attempts a
		where a.person_id = ${personId} and a.release_id = ${releaseId} and a.test_id = ${testId})`;
}

/** What `storedAttempts` found. */
export function attemptsIn(stored: readonly StoredAttempt[] | null | undefined): Attempt[] {
	return (stored ?? []).map(({ startedAt, submittedAt, result, ...row }) => ({
		...{ ...row, result, startedAt: new Date(startedAt) },
		submittedAt: submittedAt === null ? null : new Date(submittedAt),
		pending: result !== null && result.score === null,
		passed: result?.passed ?? null
	}));
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

/** A quiz or test of a course, whichever its release. */
interface TestOfCourse {
	courseId: string;
	testId: string;
}

/** One act at a time on a person's attempts at a test, whichever tab or device it comes from. */
export async function lockTest(
	db: Database,
	{ personId }: Pick<Candidate, 'personId'>,
	{ courseId, testId }: TestOfCourse
): Promise<void> {
	const name = lockName(personId, courseId, testId);
	await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}

/** The same for many people's tests, always in the same order, so that no two wait for one another. */
export async function lockTests(
	db: Database,
	courseId: string,
	tests: readonly { personId: string; testId: string }[]
): Promise<void> {
	const names = tests.map(({ personId, testId }) => lockName(personId, courseId, testId));
	const inOrder = [...new Set(names)].sort();
	await db.execute(
		sql`select pg_advisory_xact_lock(hashtextextended(name, 0)) from unnest(${sql.param(inOrder)}::text[]) as name`
	);
}

const lockName = (personId: string, courseId: string, testId: string) =>
	`attempts:${personId}:${courseId}:${testId}`;
