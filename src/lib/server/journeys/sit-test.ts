import { randomInt } from 'node:crypto';
import { listAnswers, markOf, saveAnswers, type GivenTo } from '../assessment/attempt-answers.ts';
import { beginAttempt } from '../assessment/attempts.ts';
import { lockKeys, readKeysInForce } from '../assessment/corrections.ts';
import { submitAttempt } from '../assessment/gradings.ts';
import { drawPaper } from '../assessment/paper.ts';
import { complaintAbout, gradePaper } from '../assessment/scoring.ts';
import { stockOf } from '../assessment/stock.ts';
import { findTest } from '../assessment/tests.ts';
import type { Database } from '../db/connect.ts';
import { requireEnrolment, type Learner } from '../learning/enrolments.ts';
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

/** Keeps answers of the open attempt; gives the marks of these questions' answers as they now stand. */
export async function saveTest(
	db: Database,
	learner: Learner,
	{ course, quiz }: TestAddress,
	attemptId: string,
	answers: readonly GivenTo[]
): Promise<Map<string, string>> {
	const { releaseId } = await requireEnrolment(db, learner, course);
	const { ref } = await findTest(db, releaseId, quiz);
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
	const { stored, ref } = await findTest(db, releaseId, quiz);
	await saveAnswers(db, learner, ref, attemptId, answers);
	return submitAttempt(db, learner, ref, attemptId, async ({ paper, criteria }, given) => {
		const asked = paper.map(({ questionId }) => questionId);
		if (!sure && asked.some((id) => complaintAbout(id, stored, given))) return null;
		// What is sent after a key was mended is judged by the mended one.
		await lockKeys(db, ref.courseId, 'sending');
		return gradePaper(asked, criteria, given, stored, await readKeysInForce(db, ref, asked));
	});
}
