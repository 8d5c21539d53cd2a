import { randomInt } from 'node:crypto';
import { markOf, saveAnswers, type GivenTo } from '../assessment/attempt-answers.ts';
import type { Attempt } from '../assessment/attempts.ts';
import { beginAttempt } from '../assessment/beginnings.ts';
import { requestChance } from '../assessment/chance-requests.ts';
import { noteBeat, readTime, type Remaining } from '../assessment/clocks.ts';
import { lockKeys, readKeysInForce } from '../assessment/corrections.ts';
import { submitAttempt } from '../assessment/gradings.ts';
import { drawPaper } from '../assessment/paper.ts';
import { complaintAbout, gradePaper } from '../assessment/scoring.ts';
import {
	lockSitting,
	requireAttempt,
	type KeptAnswer,
	type SatTest,
	type Sitting
} from '../assessment/sittings.ts';
import { stockOf } from '../assessment/stock.ts';
import { findTest } from '../assessment/tests.ts';
import type { StoredItem } from '../catalog/test-items.ts';
import type { Database } from '../db/connect.ts';
import { graduate } from '../graduation/graduate.ts';
import { requireEnrolment, type Learner } from '../learning/enrolments.ts';
import { Refusal } from '../refusal.ts';

/** Which quiz or test of which course, as the address names it. */
export interface TestAddress {
	course: string;
	quiz: string;
}

/** The learner at a test of the edition they take, alone until the transaction ends; `attemptId` as in `findSitting`. */
async function takeSeat(
	db: Database,
	learner: Learner,
	{ course, quiz }: TestAddress,
	attemptId: string | null = null
) {
	const { releaseId } = await requireEnrolment(db, learner, course);
	const { test, stored, ref } = await findTest(db, releaseId, quiz);
	return { test, stored, ref, sitting: await lockSitting(db, learner, ref, attemptId) };
}

/** Begins an attempt under the id of its form, with a paper drawn for this learner. */
export async function beginTest(
	db: Database,
	learner: Learner,
	address: TestAddress,
	id: string
): Promise<void> {
	const { test, stored, sitting } = await takeSeat(db, learner, address);
	await beginAttempt(db, sitting, id, (met) => {
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
	address: TestAddress,
	attemptId: string,
	answers: readonly GivenTo[],
	now = new Date()
): Promise<Kept> {
	const { stored, sitting } = await takeSeat(db, learner, address, attemptId);
	const kept = await saveInTime(db, sitting, answers, now);
	const time = await contact(db, { ...sitting, answers: kept }, stored, now);
	const marks = answers.map(
		({ questionId }) => [questionId, markOf(kept.get(questionId) ?? null)] as const
	);
	return { marks: new Map(marks), time };
}

/** Takes note that the page of a test was opened: a sign of life of its open attempt, if its time is limited. */
export async function openTest(
	db: Database,
	learner: Learner,
	address: TestAddress,
	now = new Date()
): Promise<void> {
	const { stored, sitting } = await takeSeat(db, learner, address);
	if (sitting.attempt && !sitting.attempt.submittedAt) await contact(db, sitting, stored, now);
}

/** `saveAnswers`, with another word for what was closed because its time was over. */
async function saveInTime(
	db: Database,
	sitting: Sitting,
	answers: readonly GivenTo[],
	now: Date
): Promise<Map<string, KeptAnswer>> {
	try {
		return await saveAnswers(db, sitting, answers, now);
	} catch (error) {
		if (!(error instanceof Refusal) || error.code !== 'attempt-closed') throw error;
		const { candidate, test } = sitting;
		const time = await readTime(db, candidate, test.courseId, requireAttempt(sitting));
		throw time?.left === 0 ? new Refusal('conflict', 'attempt-time-up') : error;
	}
}

/** A sign of life of an attempt; when its time is over, the attempt is sent in as it is. */
async function contact(
	db: Database,
	sitting: Sitting,
	stored: ReadonlyMap<string, StoredItem>,
	now: Date
): Promise<Remaining | null> {
	const { candidate, test } = sitting;
	const attempt = requireAttempt(sitting);
	if (attempt.submittedAt) return readTime(db, candidate, test.courseId, attempt);
	const time = await noteBeat(db, candidate, test.courseId, attempt, now);
	if (time?.left === 0) {
		await submitAttempt(db, sitting, judgeBy(db, test, stored, sitting.answers), now);
		await graduate(db, candidate, test.releaseId, now);
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
	address: TestAddress,
	attemptId: string,
	answers: readonly GivenTo[],
	sure = true,
	now = new Date()
): Promise<boolean> {
	const { stored, ref, sitting } = await takeSeat(db, learner, address, attemptId);
	const given = await saveInTime(db, sitting, answers, now);
	const grade = judgeBy(db, ref, stored, given);
	const sent = await submitAttempt(
		db,
		sitting,
		async (attempt) => {
			const asked = attempt.paper.map(({ questionId }) => questionId);
			if (!sure && asked.some((id) => complaintAbout(id, stored, given))) return null;
			return grade(attempt);
		},
		now
	);
	if (sent) await graduate(db, learner, ref.releaseId, now);
	return sent;
}

/** What an attempt's answers come to; what is sent after a key was mended is judged by the mended one. */
function judgeBy(
	db: Database,
	test: SatTest,
	stored: ReadonlyMap<string, StoredItem>,
	given: ReadonlyMap<string, KeptAnswer>
) {
	return async ({ paper, criteria }: Attempt) => {
		const asked = paper.map(({ questionId }) => questionId);
		// Asked in this order on one line: the keys are read once no decision about them is under way.
		const [, keys] = await Promise.all([
			lockKeys(db, test.courseId, 'sending'),
			readKeysInForce(db, test, asked)
		]);
		return gradePaper(asked, criteria, given, stored, keys);
	};
}

/** Asks for one more attempt at a test whose attempts are used up; asked twice it is one request. */
export async function askForChance(
	db: Database,
	learner: Learner,
	address: TestAddress,
	reason: string,
	now = new Date()
): Promise<void> {
	const { sitting } = await takeSeat(db, learner, address);
	await requestChance(db, sitting, reason, now);
}
