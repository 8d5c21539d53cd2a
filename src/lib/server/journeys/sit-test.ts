import { randomInt } from 'node:crypto';
import {
	markOf,
	weighAnswers,
	writeAnswers,
	type GivenTo,
	type Weighed
} from '../assessment/attempt-answers.ts';
import type { Attempt } from '../assessment/attempts.ts';
import { beginAttempt } from '../assessment/beginnings.ts';
import { requestChance } from '../assessment/chance-requests.ts';
import { noteBeat, readTime, type Remaining } from '../assessment/clocks.ts';
import { lockKeys, readKeysInForce } from '../assessment/corrections.ts';
import { submitAttempt } from '../assessment/gradings.ts';
import { drawPaper } from '../assessment/paper.ts';
import { complaintAbout, gradePaper, type JudgingKey, type Result } from '../assessment/scoring.ts';
import {
	requireAttempt,
	sittingOf,
	type KeptAnswer,
	type SatTest,
	type Sitting
} from '../assessment/sittings.ts';
import { stockOf } from '../assessment/stock.ts';
import { findTest } from '../assessment/tests.ts';
import type { StoredItem } from '../catalog/test-items.ts';
import type { Database } from '../db/connect.ts';
import { graduate } from '../graduation/graduate.ts';
import { renewingSince } from '../graduation/renewing.ts';
import type { Learner } from '../learning/enrolments.ts';
import { takeSeat, timesMet, type TestAddress } from '../learning/seats.ts';
import { Refusal } from '../refusal.ts';

/** The learner at a test of the edition they take, alone until the transaction ends; `attemptId` as in `findSeat`. */
async function sitDown(
	db: Database,
	learner: Learner,
	address: TestAddress,
	now: Date,
	attemptId: string | null = null
) {
	const { course, quiz } = address;
	const seat = await takeSeat(db, learner, address, attemptId);
	if (!seat) throw new Refusal('conflict', 'not-enrolled', { courseId: course });
	const { test, stored, ref } = await findTest(db, seat.releaseId, quiz);
	const passed = seat.stored.attempts?.some(({ result }) => result?.passed);
	const since =
		passed && test.kind === 'posttest' ? await renewingSince(db, learner, course, now) : null;
	return { test, stored, ref, sitting: sittingOf(learner, ref, seat.stored, since) };
}

/** Begins an attempt under the id of its form, with a paper drawn for this learner. */
export async function beginTest(
	db: Database,
	learner: Learner,
	address: TestAddress,
	id: string,
	now = new Date()
): Promise<void> {
	// Asked in this order on one line: what was met is counted once nobody else draws for this learner.
	const [{ test, stored, sitting }, met] = await Promise.all([
		sitDown(db, learner, address, now),
		timesMet(db, learner, address)
	]);
	const draw = () => {
		const paper = drawPaper(stockOf(test, stored), met, fairChance);
		if (!paper || paper.length === 0) throw new Refusal('conflict', 'test-unfillable');
		return paper;
	};
	await beginAttempt(db, sitting, id, draw, now);
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
	const { stored, sitting } = await sitDown(db, learner, address, now, attemptId);
	const { changed, stands } = await weighInTime(db, sitting, answers);
	await writeAnswers(db, sitting, changed, now);
	const time = await contact(db, { ...sitting, answers: stands }, stored, now);
	const marks = answers.map(
		({ questionId }) => [questionId, markOf(stands.get(questionId) ?? null)] as const
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
	const { stored, sitting } = await sitDown(db, learner, address, now);
	if (sitting.attempt && !sitting.attempt.submittedAt) await contact(db, sitting, stored, now);
}

/** `weighAnswers`, with another word for what was closed because its time was over. */
async function weighInTime(
	db: Database,
	sitting: Sitting,
	answers: readonly GivenTo[]
): Promise<Weighed> {
	try {
		return weighAnswers(sitting, answers);
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
		const keys = await keysFor(db, test, attempt);
		await submitAttempt(db, sitting, resultBy(keys, attempt, stored, sitting.answers), now);
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
	const { stored, ref, sitting } = await sitDown(db, learner, address, now, attemptId);
	const { changed, stands } = await weighInTime(db, sitting, answers);
	const attempt = requireAttempt(sitting);
	if (!attempt.submittedAt) {
		const [keys] = await Promise.all([
			keysFor(db, ref, attempt),
			writeAnswers(db, sitting, changed, now)
		]);
		const unfinished = (id: string) => complaintAbout(id, stored, stands) !== null;
		if (!sure && attempt.paper.some(({ questionId }) => unfinished(questionId))) return false;
		const result = resultBy(keys, attempt, stored, stands);
		// Asked in this order on one line: what depends on the attempt is completed by what it has come to.
		await Promise.all([
			submitAttempt(db, sitting, result, now),
			graduate(db, learner, ref.releaseId, now)
		]);
	} else await graduate(db, learner, ref.releaseId, now);
	return true;
}

/** The keys that an attempt is judged by; after a key was mended, the mended one. No decision about them comes between. */
async function keysFor(
	db: Database,
	test: SatTest,
	{ paper }: Pick<Attempt, 'paper'>
): Promise<ReadonlyMap<string, JudgingKey>> {
	const asked = paper.map(({ questionId }) => questionId);
	// Asked in this order on one line: the keys are read once no decision about them is under way.
	const [, keys] = await Promise.all([
		lockKeys(db, test.courseId, 'sending'),
		readKeysInForce(db, test, asked)
	]);
	return keys;
}

/** What an attempt's answers come to. */
function resultBy(
	keys: ReadonlyMap<string, JudgingKey>,
	{ paper, criteria }: Attempt,
	stored: ReadonlyMap<string, StoredItem>,
	given: ReadonlyMap<string, KeptAnswer>
): Result {
	const asked = paper.map(({ questionId }) => questionId);
	return gradePaper(asked, criteria, given, stored, keys);
}

/** Asks for one more attempt at a test whose attempts are used up; asked twice it is one request. */
export async function askForChance(
	db: Database,
	learner: Learner,
	address: TestAddress,
	reason: string,
	now = new Date()
): Promise<void> {
	const { sitting } = await sitDown(db, learner, address, now);
	await requestChance(db, sitting, reason, now);
}
