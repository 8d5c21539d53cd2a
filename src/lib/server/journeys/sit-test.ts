import { randomInt } from 'node:crypto';
import { listAnswers, markOf, saveAnswers, type GivenTo } from '../assessment/attempt-answers.ts';
import { listAttempts, lockTest, requireAttempt, type Attempt } from '../assessment/attempts.ts';
import { beginAttempt } from '../assessment/beginnings.ts';
import { requestChance } from '../assessment/chance-requests.ts';
import { noteBeat, readTime, type Remaining } from '../assessment/clocks.ts';
import type { Given } from '../assessment/grading.ts';
import { lockKeys, readKeysInForce } from '../assessment/corrections.ts';
import { submitAttempt } from '../assessment/gradings.ts';
import { drawPaper } from '../assessment/paper.ts';
import { complaintAbout, gradePaper } from '../assessment/scoring.ts';
import { stockOf } from '../assessment/stock.ts';
import { findTest } from '../assessment/tests.ts';
import type { Database } from '../db/connect.ts';
import { graduate } from '../graduation/graduate.ts';
import { findEnrolment, requireEnrolment, type Learner } from '../learning/enrolments.ts';
import { Refusal } from '../refusal.ts';

/** Which quiz or test of which course, as the address names it. */
export interface TestAddress {
	course: string;
	quiz: string;
}

/** Begins an attempt under the id of its form, with a paper drawn for this learner. */
export async function beginTest(
	db: Database,
	learner: Learner,
	{ course, quiz }: TestAddress,
	id: string
): Promise<void> {
	const { releaseId } = await requireEnrolment(db, learner, course);
	const { test, stored, ref } = await findTest(db, releaseId, quiz);
	await beginAttempt(db, learner, ref, id, (met) => {
		const paper = drawPaper(stockOf(test, stored), met, fairChance);
		if (!paper || paper.length === 0) throw new Refusal('conflict', 'test-unfillable');
		return paper;
	});
}

/** Uniform in [0, 1), and not to be foretold from papers seen before. */
const fairChance = () => randomInt(2 ** 47) / 2 ** 47;

/** What the page that is being filled in is told: how its answers now stand, and how much time is left. */
export interface Kept {
	marks: Map<string, string>;
	/** Null where there is no limit. */
	time: Remaining | null;
}

/**
 * Keeps answers of the open attempt; without any it is a sign of life alone. Once its time is over the attempt is sent
 * in with what it has. Refuses `attempt-time-up` what comes after that.
 */
export async function saveTest(
	db: Database,
	learner: Learner,
	{ course, quiz }: TestAddress,
	attemptId: string,
	answers: readonly GivenTo[],
	now = new Date()
): Promise<Kept> {
	const { releaseId } = await requireEnrolment(db, learner, course);
	const { stored, ref } = await findTest(db, releaseId, quiz);
	const limited = Boolean(ref.criteria.timeLimit);
	if (limited) await lockTest(db, learner, ref);
	await saveInTime(db, learner, ref, attemptId, answers, now);
	const time = limited ? await contact(db, learner, ref, stored, attemptId, now) : null;
	const kept = await listAnswers(db, learner, attemptId);
	const marks = answers.map(
		({ questionId }) => [questionId, markOf(kept.get(questionId) ?? null)] as const
	);
	return { marks: new Map(marks), time };
}

/** Takes note that the page of a test was opened: a sign of life of its open attempt, if its time is limited. */
export async function openTest(
	db: Database,
	learner: Learner,
	{ course, quiz }: TestAddress,
	now = new Date()
): Promise<void> {
	const enrolment = await findEnrolment(db, learner, course);
	if (!enrolment) return;
	const { stored, ref } = await findTest(db, enrolment.releaseId, quiz);
	if (!ref.criteria.timeLimit) return;
	await lockTest(db, learner, ref);
	const open = (await listAttempts(db, learner, ref)).find(({ submittedAt }) => !submittedAt);
	if (open) await contact(db, learner, ref, stored, open.id, now);
}

type Found = Awaited<ReturnType<typeof findTest>>;

/** `saveAnswers`, with another word for what was closed because its time was over. */
async function saveInTime(
	db: Database,
	learner: Learner,
	ref: Found['ref'],
	attemptId: string,
	answers: readonly GivenTo[],
	now: Date
): Promise<void> {
	try {
		await saveAnswers(db, learner, ref, attemptId, answers, now);
	} catch (error) {
		if (!(error instanceof Refusal) || error.code !== 'attempt-closed') throw error;
		const attempt = await requireAttempt(db, learner, ref, attemptId);
		const time = await readTime(db, learner, ref.courseId, attempt);
		throw time?.left === 0 ? new Refusal('conflict', 'attempt-time-up') : error;
	}
}

/** A sign of life of an attempt; when its time is over, the attempt is sent in as it is. */
async function contact(
	db: Database,
	learner: Learner,
	ref: Found['ref'],
	stored: Found['stored'],
	attemptId: string,
	now: Date
): Promise<Remaining | null> {
	const attempt = await requireAttempt(db, learner, ref, attemptId);
	if (attempt.submittedAt) return readTime(db, learner, ref.courseId, attempt);
	const time = await noteBeat(db, learner, ref.courseId, attempt, now);
	if (time?.left === 0) {
		await submitAttempt(db, learner, ref, attemptId, judgeBy(db, ref, stored), now);
		await graduate(db, learner, ref.releaseId, now);
	}
	return time;
}

/**
 * Keeps the last answers, sends the attempt in and completes what depends on it; sent twice it is judged once. Unless
 * the learner is `sure`, one with answers that are missing or unfinished stays open. Returns whether it was sent.
 */
export async function sendTest(
	db: Database,
	learner: Learner,
	{ course, quiz }: TestAddress,
	attemptId: string,
	answers: readonly GivenTo[],
	sure = true,
	now = new Date()
): Promise<boolean> {
	const { releaseId } = await requireEnrolment(db, learner, course);
	const { stored, ref } = await findTest(db, releaseId, quiz);
	await saveInTime(db, learner, ref, attemptId, answers, now);
	const grade = judgeBy(db, ref, stored);
	const sent = await submitAttempt(
		db,
		learner,
		ref,
		attemptId,
		async (attempt, given) => {
			const asked = attempt.paper.map(({ questionId }) => questionId);
			if (!sure && asked.some((id) => complaintAbout(id, stored, given))) return null;
			return grade(attempt, given);
		},
		now
	);
	if (sent) await graduate(db, learner, releaseId, now);
	return sent;
}

/** What an attempt's answers come to; what is sent after a key was mended is judged by the mended one. */
function judgeBy(db: Database, ref: Found['ref'], stored: Found['stored']) {
	return async ({ paper, criteria }: Attempt, given: ReadonlyMap<string, Given>) => {
		const asked = paper.map(({ questionId }) => questionId);
		await lockKeys(db, ref.courseId, 'sending');
		return gradePaper(asked, criteria, given, stored, await readKeysInForce(db, ref, asked));
	};
}

/** Asks for one more attempt at a test whose attempts are used up; asked twice it is one request. */
export async function askForChance(
	db: Database,
	learner: Learner,
	{ course, quiz }: TestAddress,
	reason: string,
	now = new Date()
): Promise<void> {
	const { releaseId } = await requireEnrolment(db, learner, course);
	const { ref } = await findTest(db, releaseId, quiz);
	await requestChance(db, learner, ref, reason, now);
}
