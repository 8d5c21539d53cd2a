import { randomInt } from 'node:crypto';
import {
	markOf,
	weighAnswers,
	type Conflict,
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
	/** Whether answers came after the end of the time, and were not taken. */
	late: boolean;
	/** What was answered otherwise elsewhere. */
	conflicts: Conflict[];
}

/**
 * Keeps answers of the open attempt; without any it is a sign of life alone. Once its time is over the attempt is sent
 * in with what it has; what came with this very request was `late` where it was over before. Refuses `attempt-time-up`
 * what comes after that.
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
	const weighed = await weighInTime(db, sitting, answers, now);
	const { conflicts } = weighed;
	const { time, late, stands } = await contact(db, sitting, weighed, stored, now);
	const marks = answers.map(
		({ questionId }) => [questionId, markOf(stands.get(questionId) ?? null)] as const
	);
	return { marks: new Map(marks), time, late, conflicts: late ? [] : conflicts };
}

/** Takes note that the page of a test was opened: a sign of life of its open attempt, if its time is limited. */
export async function openTest(
	db: Database,
	learner: Learner,
	address: TestAddress,
	now = new Date()
): Promise<void> {
	const { stored, sitting } = await sitDown(db, learner, address, now);
	const nothing = { changed: [], stands: sitting.answers, conflicts: [] };
	if (sitting.attempt && !sitting.attempt.submittedAt)
		await contact(db, sitting, nothing, stored, now);
}

/** `weighAnswers`, with another word for what was closed because its time was over. */
async function weighInTime(
	db: Database,
	sitting: Sitting,
	answers: readonly GivenTo[],
	now: Date
): Promise<Weighed> {
	try {
		return weighAnswers(sitting, answers, now);
	} catch (error) {
		if (!(error instanceof Refusal) || error.code !== 'attempt-closed') throw error;
		const { candidate, test } = sitting;
		const time = await readTime(db, candidate, test.courseId, requireAttempt(sitting));
		throw time?.left === 0 ? new Refusal('conflict', 'attempt-time-up') : error;
	}
}

/**
 * A sign of life of an attempt, with which its answers are kept; when its time is over, the attempt is sent in as it
 * stands, without what came too late.
 */
async function contact(
	db: Database,
	sitting: Sitting,
	weighed: Weighed,
	stored: ReadonlyMap<string, StoredItem>,
	now: Date
) {
	const { candidate, test } = sitting;
	const attempt = requireAttempt(sitting);
	if (attempt.submittedAt) {
		const time = await readTime(db, candidate, test.courseId, attempt);
		return { time, stands: weighed.stands, late: false };
	}
	const time = await noteBeat(db, candidate, test.courseId, attempt, now);
	const { changed, stands, late } = takenInTime(sitting, weighed, time);
	await writeAnswers(db, sitting, changed, now);
	if (time?.left === 0) {
		const keys = await keysFor(db, test, attempt);
		await submitAttempt(db, sitting, resultBy(keys, attempt, stored, stands), now);
		await graduate(db, candidate, test.releaseId, now);
	}
	return { time, stands, late };
}

/** What is taken of a form's answers: all, or nothing once the time was over before they came. */
function takenInTime(sitting: Sitting, weighed: Weighed, time: Remaining | null) {
	const late = time?.late === true && weighed.changed.length > 0;
	return late ? { changed: [], stands: sitting.answers, late } : { ...weighed, late };
}

/** What became of a paper that was to be sent. */
export interface Sending {
	/** `late`: sent without answers that came after its time. */
	state: 'sent' | 'unfinished' | 'late';
	/** What was answered otherwise elsewhere. */
	conflicts: Conflict[];
}

/**
 * Keeps the last answers, sends the attempt in and completes what depends on it; sent twice it is judged once. Unless
 * the learner is `sure` or the time is over, one with answers that are missing or unfinished stays open.
 */
export async function sendTest(
	db: Database,
	learner: Learner,
	address: TestAddress,
	attemptId: string,
	answers: readonly GivenTo[],
	sure = true,
	now = new Date()
): Promise<Sending> {
	const { stored, ref, sitting } = await sitDown(db, learner, address, now, attemptId);
	const weighed = await weighInTime(db, sitting, answers, now);
	const attempt = requireAttempt(sitting);
	let state: Sending['state'] = 'sent';
	if (!attempt.submittedAt) {
		const time = await noteBeat(db, learner, ref.courseId, attempt, now);
		const { changed, stands, late } = takenInTime(sitting, weighed, time);
		if (late) state = 'late';
		const [keys] = await Promise.all([
			keysFor(db, ref, attempt),
			writeAnswers(db, sitting, changed, now)
		]);
		const unfinished = (id: string) => complaintAbout(id, stored, stands) !== null;
		const open = !sure && time?.left !== 0;
		if (open && attempt.paper.some(({ questionId }) => unfinished(questionId)))
			return { state: 'unfinished', conflicts: weighed.conflicts };
		const result = resultBy(keys, attempt, stored, stands);
		// Asked in this order on one line: what depends on the attempt is completed by what it has come to.
		await Promise.all([
			submitAttempt(db, sitting, result, now),
			graduate(db, learner, ref.releaseId, now)
		]);
	} else await graduate(db, learner, ref.releaseId, now);
	return { state, conflicts: state === 'late' ? [] : weighed.conflicts };
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
