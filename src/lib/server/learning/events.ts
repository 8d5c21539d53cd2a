import { isDeepStrictEqual } from 'node:util';
import { and, eq } from 'drizzle-orm';
import { judge, type Answerable, type Given } from '../assessment/grading.ts';
import type { AnswerKey } from '../catalog/keys.ts';
import type { Database } from '../db/connect.ts';
import { Refusal } from '../refusal.ts';
import { clampClaim, deriveLesson, type LearningFact } from './completion.ts';
import { lockEnrolment, type Learner } from './enrolments.ts';
import { writeState } from './states.ts';
import { learningEvents, typedAnswers } from './tables.ts';

/** A lesson as far as learning needs it: where it is, and its checks with their keys. */
export interface LessonChecks {
	releaseId: string;
	lessonId: string;
	checks: { id: string; question: Answerable; key: AnswerKey }[];
	/** Ids of the headings, where reading can be resumed besides at a check. */
	places: string[];
}

/** What every submission carries: the client's own id for it and, if the device tells, when it happened. */
export interface Submission {
	id: string;
	claimedAt: Date | null;
}

/**
 * Records an answer to a check and judges it by the key of the learner's release. A submission that was
 * received before changes nothing. Refuses an unknown check, whatever `judge` refuses, and another answer under the
 * id of an earlier one. Returns whether the lesson is complete with it.
 */
export async function recordAnswer(
	db: Database,
	learner: Learner,
	lesson: LessonChecks,
	answer: Submission & Given & { questionId: string },
	receivedAt = new Date()
): Promise<boolean> {
	const check = lesson.checks.find(({ id }) => id === answer.questionId);
	if (!check) throw new Refusal('not-found', 'check-unknown');
	const judged = judge(check.question, check.key, answer);
	return record(db, learner, lesson, receivedAt, {
		id: answer.id,
		claimedAt: answer.claimedAt,
		kind: 'check-answered',
		questionId: check.id,
		...judged
	});
}

/**
 * The learner says that a lesson without checks is done. Refuses with `checks-remain` where there are checks. Returns
 * whether the lesson is complete with it.
 */
export async function declareDone(
	db: Database,
	learner: Learner,
	lesson: LessonChecks,
	submission: Submission,
	receivedAt = new Date()
): Promise<boolean> {
	if (lesson.checks.length > 0) {
		throw new Refusal('conflict', 'checks-remain', { count: lesson.checks.length });
	}
	return record(db, learner, lesson, receivedAt, { ...submission, kind: 'lesson-declared' });
}

/** The learner opened a lesson. */
export async function recordOpening(
	db: Database,
	learner: Learner,
	lesson: LessonChecks,
	submission: Submission,
	receivedAt = new Date()
): Promise<void> {
	await record(db, learner, lesson, receivedAt, { ...submission, kind: 'lesson-opened' });
}

/** The learner has read as far as the heading or question `place`. Refuses a place that the lesson lacks. */
export async function recordPlace(
	db: Database,
	learner: Learner,
	lesson: LessonChecks,
	submission: Submission & { place: string },
	receivedAt = new Date()
): Promise<void> {
	const known = lesson.places.includes(submission.place);
	if (!known && !lesson.checks.some(({ id }) => id === submission.place)) {
		throw new Refusal('invalid', 'event-malformed');
	}
	await record(db, learner, lesson, receivedAt, { ...submission, kind: 'place-reached' });
}

/** Joins a fact with what was typed. */
const typedWith = and(
	eq(typedAnswers.personId, learningEvents.personId),
	eq(typedAnswers.eventId, learningEvents.id)
);

type NewFact = Submission & { kind: LearningFact['kind'] } & Partial<
		Pick<LearningFact, 'questionId' | 'choice' | 'typed' | 'correct' | 'place'>
	>;

/** One lock, one fact, and what follows from all facts about the lesson; whether the fact leaves it complete. */
async function record(
	db: Database,
	learner: Learner,
	lesson: LessonChecks,
	receivedAt: Date,
	{ typed = null, ...fact }: NewFact
): Promise<boolean> {
	return db.transaction(async (tx) => {
		const enrolment = await lockEnrolment(tx, learner, lesson.releaseId);
		const added = await tx
			.insert(learningEvents)
			.values({
				...learner,
				...fact,
				releaseId: lesson.releaseId,
				lessonId: lesson.lessonId,
				claimedAt: clampClaim(fact.claimedAt, enrolment.enrolledAt, receivedAt),
				receivedAt
			})
			.onConflictDoNothing()
			.returning({ id: learningEvents.id });
		if (added.length === 0) {
			await refuseOther(tx, learner, lesson, { ...fact, typed });
			return false;
		}
		if (typed !== null)
			await tx
				.insert(typedAnswers)
				.values({ personId: learner.personId, eventId: fact.id, answer: typed });
		const facts = await listFacts(tx, learner.personId, lesson);
		const required = lesson.checks.map(({ id }) => id);
		const state = deriveLesson(facts, required);
		if (state) await writeState(tx, learner, lesson, state);
		return Boolean(state?.completedAt);
	});
}

/** The same submission again is no news. Refuses with `event-reused` when its id came with something else before. */
async function refuseOther(
	db: Database,
	learner: Learner,
	{ lessonId }: LessonChecks,
	{ id, kind, questionId = null, choice = null, typed = null, place = null }: NewFact
): Promise<void> {
	const [stored] = await db
		.select({
			lessonId: learningEvents.lessonId,
			kind: learningEvents.kind,
			questionId: learningEvents.questionId,
			choice: learningEvents.choice,
			typed: typedAnswers.answer,
			place: learningEvents.place
		})
		.from(learningEvents)
		.leftJoin(typedAnswers, typedWith)
		.where(and(eq(learningEvents.personId, learner.personId), eq(learningEvents.id, id)));
	if (!isDeepStrictEqual(stored, { lessonId, kind, questionId, choice, typed, place })) {
		throw new Refusal('conflict', 'event-reused');
	}
}

/** Every fact about one learner in one lesson. */
export function listFacts(
	db: Database,
	personId: string,
	{ releaseId, lessonId }: { releaseId: string; lessonId: string }
): Promise<LearningFact[]> {
	return db
		.select({
			id: learningEvents.id,
			kind: learningEvents.kind,
			questionId: learningEvents.questionId,
			choice: learningEvents.choice,
			typed: typedAnswers.answer,
			correct: learningEvents.correct,
			place: learningEvents.place,
			claimedAt: learningEvents.claimedAt
		})
		.from(learningEvents)
		.leftJoin(typedAnswers, typedWith)
		.where(
			and(
				eq(learningEvents.personId, personId),
				eq(learningEvents.releaseId, releaseId),
				eq(learningEvents.lessonId, lessonId)
			)
		);
}
