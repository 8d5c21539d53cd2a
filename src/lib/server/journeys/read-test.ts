import { listAnswers, markOf } from '../assessment/attempt-answers.ts';
import { listAttempts, type Attempt } from '../assessment/attempts.ts';
import { listChances } from '../assessment/chance-requests.ts';
import {
	extraAttempts,
	grantedBySilenceAt,
	stateOf,
	type ChanceRequest
} from '../assessment/chances.ts';
import { listRegradings, readKeysInForce } from '../assessment/corrections.ts';
import { admission } from '../assessment/criteria.ts';
import { readTime } from '../assessment/clocks.ts';
import { counting, meanOf } from '../assessment/marking.ts';
import { inOrder } from '../assessment/paper.ts';
import { byObjective, complaintAbout, type JudgingKey } from '../assessment/scoring.ts';
import { questionsIn } from '../assessment/stock.ts';
import type { PaperItem } from '../assessment/tables.ts';
import { findTest } from '../assessment/tests.ts';
import { listToldMarks } from '../assessment/works.ts';
import { findOutline } from '../catalog/releases.ts';
import type { Told } from '../catalog/lesson-page.ts';
import {
	findItemPlaces,
	findTestQuestions,
	type StoredItem,
	type TestQuestion
} from '../catalog/test-items.ts';
import type { Database } from '../db/connect.ts';
import { findEnrolment, type Learner } from '../learning/enrolments.ts';
import { Refusal } from '../refusal.ts';

/**
 * A quiz or test as its learner meets it: the attempts so far, whether another may begin, and the open one's paper or
 * the last one's result. Keys stay here; of what is told of answers, only what belongs to the learner's own answers in
 * a quiz that was judged. Null when the learner does not take the course.
 */
export async function readTest(
	db: Database,
	learner: Learner,
	{ course, quiz }: { course: string; quiz: string },
	now = new Date()
) {
	const enrolment = await findEnrolment(db, learner, course);
	if (!enrolment) return null;
	const { test, stored, ref } = await findTest(db, enrolment.releaseId, quiz);
	const [outline, attempts, chances] = await Promise.all([
		findOutline(db, enrolment.releaseId),
		listAttempts(db, learner, ref),
		listChances(db, learner, ref)
	]);
	if (!outline) throw new Refusal('not-found', 'course-unknown');
	const open = attempts.find(({ submittedAt }) => submittedAt === null) ?? null;
	const last = attempts.findLast(({ submittedAt }) => submittedAt !== null) ?? null;
	return {
		outline,
		test: { ...test, questions: questionsIn(test) },
		criteria: ref.criteria,
		admission: admission(ref.criteria, attempts, now, extraAttempts(chances, now)),
		chance: chanceOf(chances.at(-1), now),
		attempts: attempts.map(({ id, number, startedAt, submittedAt, result, passed }) => ({
			...{ id, number, startedAt, submittedAt, passed },
			score: result?.score ?? null
		})),
		paper: open && (await paperOf(db, learner, ref, open, stored)),
		review: last && !open ? await reviewOf(db, learner, ref, last, stored, test.kind) : null
	};
}

/** Where the last request for a further chance stands; null when none was made. */
function chanceOf(request: ChanceRequest | undefined, now: Date) {
	if (!request) return null;
	const { requestedAt, decision } = request;
	return {
		...{ state: stateOf(request, now), requestedAt, reason: decision?.reason ?? null },
		grantedAt: grantedBySilenceAt(requestedAt)
	};
}

/** Where an attempt belongs. */
type Course = { releaseId: string; courseId: string };

/** The questions of an open attempt in the order of its paper, each with what was answered. */
async function paperOf(
	db: Database,
	learner: Learner,
	{ releaseId, courseId }: Course,
	{ id, paper, criteria }: Attempt,
	stored: ReadonlyMap<string, StoredItem>
) {
	const [questions, answers] = await Promise.all([
		questionsOf(db, releaseId, paper, stored),
		listAnswers(db, learner, id)
	]);
	return {
		attemptId: id,
		time: await readTime(db, learner, courseId, { id, criteria }),
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

/** The result of an attempt by objective; of a quiz also each answer with what is told of it. */
async function reviewOf(
	db: Database,
	learner: Learner,
	release: Course,
	attempt: Attempt,
	stored: ReadonlyMap<string, StoredItem>,
	kind: 'quiz' | 'pretest' | 'posttest'
) {
	const items = attempt.result?.items ?? [];
	const time = await readTime(db, learner, release.courseId, attempt);
	return {
		number: attempt.number,
		score: attempt.result?.score ?? null,
		passed: attempt.passed,
		pending: attempt.pending,
		/** Whether it was sent because its time was over. */
		timeUp: time?.left === 0,
		/** Judged again because a key was wrong: when, why, from which score to which. */
		regraded: await listRegradings(db, learner, attempt.id),
		objectives: byObjective(items),
		essays: attempt.pending ? [] : await essaysOf(db, attempt),
		// What a test asks is asked again of others: it is not laid open question by question.
		answers: kind === 'quiz' ? await answersOf(db, learner, release, attempt, stored) : []
	};
}

/** What markers found in the essays of an attempt, in the order of its paper, by the marks that count. */
async function essaysOf(db: Database, { id, paper, criteria }: Attempt) {
	const told = Map.groupBy(await listToldMarks(db, id), ({ questionId }) => questionId);
	return paper.flatMap(({ questionId }, at) => {
		const found = counting(told.get(questionId) ?? [], criteria.passMark);
		if ('awaits' in found) return [];
		const marks = found.marks.map(({ rubric, levels, comment }) => ({ rubric, levels, comment }));
		return [{ questionId, number: at + 1, score: meanOf(found.marks), marks }];
	});
}

async function answersOf(
	db: Database,
	learner: Learner,
	release: Course,
	{ id, paper, result }: Attempt,
	stored: ReadonlyMap<string, StoredItem>
) {
	const asked = paper.map(({ questionId }) => questionId);
	const [questions, answers, keys] = await Promise.all([
		questionsOf(db, release.releaseId, paper, stored),
		listAnswers(db, learner, id),
		readKeysInForce(db, release, asked)
	]);
	const mended = await toldByMended(db, keys);
	const points = new Map(result?.items.map((item) => [item.questionId, item.points]));
	return questions.map(({ question, scenario, told: own }) => {
		const answer = answers.get(question.id) ?? null;
		const told = mended.get(question.id) ?? own;
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

/** Where a later release mended the key, it also says what is told of the answers. */
async function toldByMended(
	db: Database,
	keys: ReadonlyMap<string, JudgingKey>
): Promise<Map<string, Told>> {
	const told = new Map<string, Told>();
	const mended = Map.groupBy(
		[...keys].filter(([, { keyOf }]) => keyOf !== undefined),
		([, { keyOf }]) => keyOf!
	);
	for (const [releaseId, of] of mended) {
		const ids = of.map(([id]) => id);
		const items = await findItemPlaces(db, releaseId, ids);
		for (const [id, question] of await findTestQuestions(db, releaseId, items))
			told.set(id, question.told);
	}
	return told;
}
