import { randomInt } from 'node:crypto';
import {
	beginAttempt,
	listAnswers,
	listAttempts,
	markOf,
	saveAnswers,
	submitAttempt,
	type Attempt,
	type GivenTo
} from '../assessment/attempts.ts';
import { admission } from '../assessment/criteria.ts';
import { complaintOf, type Given } from '../assessment/grading.ts';
import { drawPaper } from '../assessment/paper.ts';
import { byObjective, pointsFor, resultOf, type Result } from '../assessment/scoring.ts';
import { answerableOf, criteriaOf, questionsIn, stockOf } from '../assessment/stock.ts';
import type { PaperItem } from '../assessment/tables.ts';
import type { AnswerKey } from '../catalog/keys.ts';
import { readKeys, readRelease } from '../catalog/release-texts.ts';
import { findOutline } from '../catalog/releases.ts';
import {
	findStock,
	findTestQuestions,
	type StoredItem,
	type TestQuestion
} from '../catalog/test-items.ts';
import type { PublicQuestion } from '../catalog/public-question.ts';
import type { Database } from '../db/connect.ts';
import { findEnrolment, requireEnrolment, type Learner } from '../learning/enrolments.ts';
import { Refusal } from '../refusal.ts';

/** Which quiz or test of which course, as the address names it. */
export interface TestAddress {
	course: string;
	quiz: string;
}

/** A quiz or test in the edition a learner takes, with what it is drawn from and judged by. */
async function testOf(db: Database, releaseId: string, testId: string) {
	const release = await readRelease(db, releaseId);
	const test = release?.stored.tests?.find(({ id }) => id === testId);
	if (!release || !test) throw new Refusal('not-found', 'test-unknown');
	const stored = await findStock(db, releaseId, test.pool);
	return {
		test,
		stored,
		ref: {
			releaseId,
			testId,
			courseId: release.courseId,
			criteria: criteriaOf(test, release.rules)
		}
	};
}

/**
 * A quiz or test as its learner meets it: the attempts so far, whether another may begin, and the open one's paper or
 * the last one's result. Keys stay here; of what is told of answers, only what belongs to the learner's own answers in
 * a quiz that was judged. Null when the learner does not take the course.
 */
export async function readTest(
	db: Database,
	learner: Learner,
	{ course, quiz }: TestAddress,
	now = new Date()
) {
	const enrolment = await findEnrolment(db, learner, course);
	if (!enrolment) return null;
	const { test, stored, ref } = await testOf(db, enrolment.releaseId, quiz);
	const [outline, attempts] = await Promise.all([
		findOutline(db, enrolment.releaseId),
		listAttempts(db, learner, ref)
	]);
	if (!outline) throw new Refusal('not-found', 'course-unknown');
	const open = attempts.find(({ submittedAt }) => submittedAt === null) ?? null;
	const last = attempts.findLast(({ submittedAt }) => submittedAt !== null) ?? null;
	return {
		outline,
		test: { ...test, questions: questionsIn(test) },
		criteria: ref.criteria,
		admission: admission(ref.criteria, attempts, now),
		attempts: attempts.map(({ id, number, startedAt, submittedAt, result, passed }) => ({
			...{ id, number, startedAt, submittedAt, passed },
			score: result?.score ?? null
		})),
		paper: open && (await paperOf(db, learner, ref.releaseId, open, stored)),
		review:
			last && !open ? await reviewOf(db, learner, ref.releaseId, last, stored, test.kind) : null
	};
}

/** The questions of an open attempt in the order of its paper, each with what was answered. */
async function paperOf(
	db: Database,
	learner: Learner,
	releaseId: string,
	{ id, paper }: Attempt,
	stored: ReadonlyMap<string, StoredItem>
) {
	const [questions, answers] = await Promise.all([
		questionsOf(db, releaseId, paper, stored),
		listAnswers(db, learner, id)
	]);
	return {
		attemptId: id,
		questions: questions.map(({ question, scenario }) => ({
			question,
			scenario,
			answer: answers.get(question.id) ?? null,
			mark: markOf(answers.get(question.id) ?? null),
			complaint: complaintAbout(question.id, stored, answers)
		}))
	};
}

async function questionsOf(
	db: Database,
	releaseId: string,
	paper: readonly PaperItem[],
	stored: ReadonlyMap<string, StoredItem>
): Promise<TestQuestion[]> {
	const items = paper.flatMap(({ questionId }) => stored.get(questionId) ?? []);
	const found = await findTestQuestions(db, releaseId, items);
	return paper.flatMap(({ questionId, order }) => {
		const shown = found.get(questionId);
		return shown ? [{ ...shown, question: inOrder(shown.question, order) }] : [];
	});
}

/** A question with what is chosen from in the order of the paper. */
function inOrder(question: PublicQuestion, order: readonly string[]): PublicQuestion {
	const place = new Map(order.map((id, at) => [id, at]));
	const sorted = <Part extends { id: string }>(parts: Part[]) =>
		parts.toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
	switch (question.kind) {
		case 'match':
			return { ...question, rights: sorted(question.rights) };
		case 'order':
			return { ...question, steps: sorted(question.steps) };
		case 'numeric':
		case 'short':
		case 'essay':
			return question;
		default:
			return { ...question, options: sorted(question.options) };
	}
}

/** The result of an attempt by objective; of a quiz also each answer with what is told of it. */
async function reviewOf(
	db: Database,
	learner: Learner,
	releaseId: string,
	attempt: Attempt,
	stored: ReadonlyMap<string, StoredItem>,
	kind: 'quiz' | 'pretest' | 'posttest'
) {
	const items = attempt.result?.items ?? [];
	return {
		number: attempt.number,
		score: attempt.result?.score ?? null,
		passed: attempt.passed,
		pending: attempt.pending,
		objectives: byObjective(items),
		// What a test asks is asked again of others: it is not laid open question by question.
		answers: kind === 'quiz' ? await answersOf(db, learner, releaseId, attempt, stored) : []
	};
}

async function answersOf(
	db: Database,
	learner: Learner,
	releaseId: string,
	{ id, paper, result }: Attempt,
	stored: ReadonlyMap<string, StoredItem>
) {
	const [questions, answers, keys] = await Promise.all([
		questionsOf(db, releaseId, paper, stored),
		listAnswers(db, learner, id),
		readKeys(
			db,
			releaseId,
			paper.map(({ questionId }) => questionId)
		)
	]);
	const points = new Map(result?.items.map((item) => [item.questionId, item.points]));
	return questions.map(({ question, scenario, told }) => {
		const answer = answers.get(question.id) ?? null;
		return {
			question,
			scenario,
			answer,
			points: points.get(question.id) ?? null,
			// As in a lesson: of the key, only what was chosen.
			rationales: (answer?.choice ?? []).map((option) => ({
				option,
				correct: keys.get(question.id)?.correct.includes(option) ?? false,
				html: told.options[option] ?? ''
			})),
			// What is said of the whole question names the right answer: it is for those who gave it.
			whole: points.get(question.id) === 1 ? told.whole : null
		};
	});
}

/** Begins an attempt under the id of its form, with a paper drawn for this learner. */
export async function beginTest(
	db: Database,
	learner: Learner,
	{ course, quiz }: TestAddress,
	id: string
): Promise<void> {
	const { releaseId } = await requireEnrolment(db, learner, course);
	const { test, stored, ref } = await testOf(db, releaseId, quiz);
	await beginAttempt(db, learner, ref, id, (met) => {
		const paper = drawPaper(stockOf(test, stored), met, fairChance);
		if (!paper || paper.length === 0) throw new Refusal('conflict', 'test-unfillable');
		return paper;
	});
}

/** Uniform in [0, 1), and not to be foretold from papers seen before. */
const fairChance = () => randomInt(2 ** 47) / 2 ** 47;

/** Keeps answers of the open attempt; gives the marks of these questions' answers as they now stand. */
export async function saveTest(
	db: Database,
	learner: Learner,
	{ course, quiz }: TestAddress,
	attemptId: string,
	answers: readonly GivenTo[]
): Promise<Map<string, string>> {
	const { releaseId } = await requireEnrolment(db, learner, course);
	const { ref } = await testOf(db, releaseId, quiz);
	await saveAnswers(db, learner, ref, attemptId, answers);
	const kept = await listAnswers(db, learner, attemptId);
	return new Map(
		answers.map(({ questionId }) => [questionId, markOf(kept.get(questionId) ?? null)])
	);
}

/**
 * Keeps the last answers and sends the attempt in; sent twice it is judged once. Unless the learner is `sure`, one with
 * answers that are missing or unfinished stays open. Returns whether it was sent.
 */
export async function sendTest(
	db: Database,
	learner: Learner,
	{ course, quiz }: TestAddress,
	attemptId: string,
	answers: readonly GivenTo[],
	sure = true
): Promise<boolean> {
	const { releaseId } = await requireEnrolment(db, learner, course);
	const { stored, ref } = await testOf(db, releaseId, quiz);
	await saveAnswers(db, learner, ref, attemptId, answers);
	const known = (await listAttempts(db, learner, ref)).find(({ id }) => id === attemptId)!;
	const asked = known.paper.map(({ questionId }) => questionId);
	if (!sure && !known.submittedAt) {
		const given = await listAnswers(db, learner, attemptId);
		if (asked.some((id) => complaintAbout(id, stored, given))) return false;
	}
	const keys = await readKeys(db, releaseId, asked);
	await submitAttempt(db, learner, ref, attemptId, (attempt, given) =>
		gradeAttempt(attempt, given, stored, keys)
	);
	return true;
}

/** Why the answer to a question of a paper could not be judged, or null: it is missing, unfinished or no number. */
function complaintAbout(
	questionId: string,
	stored: ReadonlyMap<string, StoredItem>,
	given: ReadonlyMap<string, Given>
): Refusal | null {
	const item = stored.get(questionId);
	return item ? complaintOf(answerableOf(item), given.get(questionId) ?? { choice: [] }) : null;
}

/** Judges every question of the paper by the key of its release. */
function gradeAttempt(
	{ paper, criteria }: Attempt,
	given: ReadonlyMap<string, Given>,
	stored: ReadonlyMap<string, StoredItem>,
	keys: ReadonlyMap<string, AnswerKey>
): Result {
	const items = paper.map(({ questionId }) => {
		const item = stored.get(questionId);
		const key = keys.get(questionId);
		if (!item || !key) throw new Error(`${questionId} has no key in its release`);
		const answer = given.get(questionId) ?? { choice: [] };
		return {
			questionId,
			objective: item.objective,
			points: pointsFor(answerableOf(item), key, answer)
		};
	});
	return resultOf(items, criteria.passMark);
}
