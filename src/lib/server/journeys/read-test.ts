import { markOf } from '../assessment/attempt-answers.ts';
import type { Attempt } from '../assessment/attempts.ts';
import {
	extraAttempts,
	grantedBySilenceAt,
	stateOf,
	type ChanceRequest
} from '../assessment/chances.ts';
import { listRegradings, readKeysInForce } from '../assessment/corrections.ts';
import { admission } from '../assessment/criteria.ts';
import { readTime } from '../assessment/clocks.ts';
import { outcomeOf } from '../assessment/marking.ts';
import { inOrder } from '../assessment/paper.ts';
import { byObjective, complaintAbout, type JudgingKey } from '../assessment/scoring.ts';
import { sittingOf, type KeptAnswer, type SatTest, type Sitting } from '../assessment/sittings.ts';
import { questionsIn } from '../assessment/stock.ts';
import type { PaperItem } from '../assessment/tables.ts';
import { findTest } from '../assessment/tests.ts';
import { listSettledOn } from '../assessment/unread.ts';
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
import { keptPass } from '../graduation/kept-pass.ts';
import { renewingSince } from '../graduation/renewing.ts';
import type { Learner } from '../learning/enrolments.ts';
import { findSeat, type TestAddress } from '../learning/seats.ts';
import { Refusal } from '../refusal.ts';

/**
 * A quiz or test as its learner meets it: the attempts so far, whether another may begin, and the open one's paper or
 * the last one's result. Keys stay here; of what is told of answers, only what belongs to the learner's own answers in
 * a quiz that was judged. Null when the learner does not take the course.
 */
export async function readTest(
	db: Database,
	learner: Learner,
	address: TestAddress,
	now = new Date()
) {
	const seat = await findSeat(db, learner, address);
	if (!seat) return null;
	const [{ test, stored, ref }, outline] = await Promise.all([
		findTest(db, seat.releaseId, address.quiz),
		findOutline(db, seat.releaseId)
	]);
	if (!outline) throw new Refusal('not-found', 'course-unknown');
	const passed = seat.stored.attempts?.some(({ result }) => result?.passed);
	const since =
		passed && test.kind === 'posttest'
			? await renewingSince(db, learner, address.course, now)
			: null;
	const sitting = sittingOf(learner, ref, seat.stored, since);
	const { attempts, chances } = sitting;
	const attempt = shownOf(sitting);
	return {
		outline,
		test: { ...test, questions: questionsIn(test) },
		criteria: ref.criteria,
		admission: admission(ref.criteria, attempts, now, extraAttempts(chances, now), since),
		chance: chanceOf(chances.at(-1), now),
		attempts: attempts.map(({ id, number, startedAt, submittedAt, result, passed }) => ({
			...{ id, number, startedAt, submittedAt, passed },
			score: result?.score ?? null
		})),
		paper: attempt && !attempt.submittedAt ? await paperOf(db, sitting, attempt, stored) : null,
		review: attempt?.submittedAt ? await reviewOf(db, sitting, attempt, stored, test.kind) : null
	};
}

/** The open attempt or the one whose result counts; while a certificate is renewed, the one that renews it. */
function shownOf({ attempt, attempts, since }: Sitting): Attempt | null {
	if (!since || !attempt?.submittedAt) return attempt;
	const again = attempts.filter(({ submittedAt }) => submittedAt && submittedAt >= since);
	return again.find(({ passed }) => passed) ?? again.at(-1) ?? attempt;
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

/** The questions of an open attempt in the order of its paper, each with what was answered. */
async function paperOf(
	db: Database,
	{ candidate, test: { releaseId, courseId }, answers }: Sitting,
	attempt: Attempt,
	stored: ReadonlyMap<string, StoredItem>
) {
	const { id, paper } = attempt;
	const [questions, time] = await Promise.all([
		questionsOf(db, releaseId, paper, stored),
		readTime(db, candidate, courseId, attempt)
	]);
	return {
		attemptId: id,
		time,
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
	{ candidate, test, answers }: Sitting,
	attempt: Attempt,
	stored: ReadonlyMap<string, StoredItem>,
	kind: 'quiz' | 'pretest' | 'posttest'
) {
	const items = attempt.result?.items ?? [];
	const [time, regraded, essays, told] = await Promise.all([
		readTime(db, candidate, test.courseId, attempt),
		listRegradings(db, candidate, attempt.id),
		attempt.pending ? [] : essaysOf(db, attempt, stored),
		// What a test asks is asked again of others: it is not laid open question by question.
		kind === 'quiz' ? answersOf(db, test, attempt, answers, stored) : []
	]);
	return {
		number: attempt.number,
		score: attempt.result?.score ?? null,
		passed: attempt.passed,
		/** The score that its pass rests on, where the one that counts does not carry it. */
		passedWith: keptPass(
			{ passed: attempt.passed, score: attempt.result?.score ?? null },
			attempt.criteria.passMark,
			regraded
		),
		pending: attempt.pending,
		/** Whether it was sent because its time was over. */
		timeUp: time?.left === 0,
		/** Judged again because a key was wrong: when, why, from which score to which. */
		regraded,
		objectives: byObjective(items),
		essays,
		answers: told
	};
}

/** What markers found in the essays of an attempt, in the order of its paper, by the marks that count. */
async function essaysOf(
	db: Database,
	{ id, paper, criteria }: Attempt,
	stored: ReadonlyMap<string, StoredItem>
) {
	if (!paper.some(({ questionId }) => stored.get(questionId)?.kind === 'essay')) return [];
	const [all, settled] = await Promise.all([listToldMarks(db, id), listSettledOn(db, id)]);
	const told = Map.groupBy(all, ({ questionId }) => questionId);
	return paper.flatMap(({ questionId }, at) => {
		const settledOn = settled.get(questionId) ?? null;
		const found = outcomeOf(told.get(questionId) ?? [], criteria.passMark, settledOn);
		if (found.awaits) return [];
		const marks = found.marks.map(({ rubric, levels, comment }) => ({ rubric, levels, comment }));
		const { score, readings } = found;
		return [{ questionId, number: at + 1, score, marks, readings }];
	});
}

async function answersOf(
	db: Database,
	test: SatTest,
	{ paper, result }: Attempt,
	answers: ReadonlyMap<string, KeptAnswer>,
	stored: ReadonlyMap<string, StoredItem>
) {
	const asked = paper.map(({ questionId }) => questionId);
	const [questions, keys] = await Promise.all([
		questionsOf(db, test.releaseId, paper, stored),
		readKeysInForce(db, test, asked)
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
