import { sql, type SQL } from 'drizzle-orm';
import { Refusal } from '../refusal.ts';
import {
	attemptsIn,
	storedAttempts,
	type Attempt,
	type Candidate,
	type StoredAttempt,
	type TestRef
} from './attempts.ts';
import type { ChanceRequest } from './chances.ts';
import type { Criteria } from './tables.ts';

/** A test as it is sat now: what an attempt that begins is judged by. */
export type SatTest = TestRef & { courseId: string; criteria: Criteria };

/** What was answered to a question. */
export interface KeptAnswer {
	choice: string[];
	typed: string | null;
	/** When it was given; null where nobody can say. */
	givenAt?: Date | null;
}

/** How a person stands at a test: all that beginning, answering, sending and showing it need, read at once. */
export interface Sitting {
	candidate: Candidate;
	test: SatTest;
	/** The first one first. */
	attempts: Attempt[];
	/** Requests for further chances, the first one first. */
	chances: ChanceRequest[];
	/** The attempt whose answers are here: the one asked for, else the one that counts (`storedSitting`). */
	attempt: Attempt | null;
	/** By question; what was emptied again is left out. */
	answers: Map<string, KeptAnswer>;
	/** Attempts sent before it count no longer, since what they earned is renewed; null: all count. */
	since: Date | null;
}

/** A sitting as `storedSitting` writes it. */
export interface StoredSitting {
	attempts: StoredAttempt[] | null;
	chances: StoredChance[] | null;
	answers:
		(Pick<KeptAnswer, 'choice' | 'typed'> & { questionId: string; givenAt: string })[] | null;
	attempt: string | null;
}

/**
 * How a person stands at a test of a release, which is SQL, as one JSON value: so that who finds the release finds this
 * in the same statement. `attemptId` says which attempt's answers are wanted; null: those of the one that
 * counts, which is the open one, else the first that was passed, else the last.
 */
export function storedSitting(
	candidate: Pick<Candidate, 'personId'>,
	{ releaseId, testId }: { releaseId: SQL; testId: string },
	attemptId: string | null
): SQL {
	const { personId } = candidate;
	return sql`(
		select json_build_object(
			'attempt', told.id,
			'attempts', ${storedAttempts(candidate, { releaseId, testId })},
			'chances', (
				select json_agg(json_build_object('id', r.id, 'requestedAt', r.requested_at,
					'granted', d.granted, 'reason', d.reason) order by r.number)
				from chance_requests r left join chance_decisions d on d.request_id = r.id
				where r.person_id = ${personId} and r.release_id = ${releaseId} and r.test_id = ${testId}),
			'answers', (
				select json_agg(json_build_object('questionId', a.question_id, 'choice', a.choice, 'typed', t.text,
					'givenAt', coalesce(a.given_at, a.saved_at)))
				from attempt_answers a
				left join attempt_texts t on t.person_id = a.person_id and t.attempt_id = a.attempt_id
					and t.question_id = a.question_id
				where a.person_id = ${personId} and a.attempt_id = told.id))
		from (select coalesce(${attemptId}::uuid, (
			select a.id from attempts a left join lateral (
				select passed from gradings g
				where g.person_id = a.person_id and g.attempt_id = a.id order by g.ordinal desc limit 1
			) last on true
			where a.person_id = ${personId} and a.release_id = ${releaseId} and a.test_id = ${testId}
			order by a.submitted_at is not null, last.passed is not true,
				case when last.passed then a.number end, a.number desc
			limit 1
		)) as id) told)`;
}

/** What `storedSitting` found. */
export function sittingOf(
	candidate: Candidate,
	test: SatTest,
	{ attempts, chances, answers, attempt }: StoredSitting,
	since: Date | null = null
): Sitting {
	const sat = attemptsIn(attempts);
	return {
		...{ candidate, test, since, attempts: sat, chances: (chances ?? []).map(chanceOf) },
		attempt: sat.find(({ id }) => id === attempt) ?? null,
		answers: new Map(
			(answers ?? []).flatMap(({ questionId, choice, typed, givenAt }) =>
				choice.length > 0 || typed !== null
					? [[questionId, { choice, typed, givenAt: new Date(givenAt) }]]
					: []
			)
		)
	};
}

/** The attempt a sitting was asked for; refuses with `attempt-unknown` when it is nobody's or another's. */
export function requireAttempt({ attempt }: Sitting): Attempt {
	if (!attempt) throw new Refusal('not-found', 'attempt-unknown');
	return attempt;
}

interface StoredChance {
	id: string;
	requestedAt: string;
	granted: boolean | null;
	reason: string | null;
}

function chanceOf({ id, requestedAt, granted, reason }: StoredChance): ChanceRequest {
	return {
		...{ id, requestedAt: new Date(requestedAt) },
		decision: granted === null ? null : { granted, reason }
	};
}
