import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { actAs, test } from '../../../../tests/support/database.ts';
import {
	anOrganiserOf,
	aTimedAttempt,
	aMarkerOf,
	timedQuiz as quiz
} from '../../../../tests/support/marking.ts';
import { endExtension, extendTime, listExtensions } from '../assessment/extensions.ts';
import type { Database } from '../db/connect.ts';
import { SYSTEM } from '../db/scope.ts';
import { readTest } from './read-test.ts';
import { openTest, saveTest, sendTest } from './sit-test.ts';

/** Ten minutes for one question; the course is `waktu-1`. */
const start = Date.now() + 60_000;
const later = (seconds: number) => new Date(start + seconds * 1000);
type Candidate = Awaited<ReturnType<typeof aTimedAttempt>>;

/** Signs of life every twenty seconds, from one second to another. */
async function beat(db: Database, { learner, attemptId }: Candidate, from: number, to: number) {
	await actAs(db, learner.personId);
	let time = null;
	for (let second = from; second <= to; second += 20)
		({ time } = await saveTest(db, learner, quiz, attemptId, [], later(second)));
	return time;
}

describe('a test with a time limit', () => {
	test('counts the time between signs of life, stands still without them, and says what is left', async ({
		db
	}) => {
		const candidate = await aTimedAttempt(db);
		const { learner } = candidate;
		expect((await readTest(db, learner, quiz))!.criteria.timeLimit).toBe(10);
		expect(await beat(db, candidate, 0, 120)).toMatchObject({ left: 480_000, limit: 10 });
		// The line was down for five minutes.
		expect(await beat(db, candidate, 420, 480)).toMatchObject({ left: 420_000 });
		await openTest(db, learner, quiz, later(490));
		const { time } = (await readTest(db, learner, quiz))!.paper!;
		expect(time).toMatchObject({ left: 410_000, limit: 10, late: false });
	});

	test('is sent in with what it has once the time is over; what comes then is refused and changes nothing', async ({
		db
	}) => {
		const candidate = await aTimedAttempt(db);
		const { learner, attemptId, right, wrong } = candidate;
		await beat(db, candidate, 0, 580);
		const last = await saveTest(db, learner, quiz, attemptId, right, later(600));
		expect(last.time).toMatchObject({ left: 0 });
		expect((await readTest(db, learner, quiz))!.review).toMatchObject({ score: 100, timeUp: true });
		for (const act of [saveTest, sendTest])
			await expect(
				db.transaction<unknown>((tx) => act(tx, learner, quiz, attemptId, wrong))
			).rejects.toMatchObject({ code: 'attempt-time-up' });
		expect((await readTest(db, learner, quiz))!.attempts).toMatchObject([{ score: 100 }]);
	});

	test('is sent in when its page is opened after the time is over', async ({ db }) => {
		const candidate = await aTimedAttempt(db);
		await beat(db, candidate, 0, 580);
		await openTest(db, candidate.learner, quiz, later(600));
		expect((await readTest(db, candidate.learner, quiz))!.review).toMatchObject({ score: 0 });
	});

	test('pauses for whoever is heard of only now and then, for as long as its limit', async ({
		db
	}) => {
		const { learner, attemptId, right, wrong } = await aTimedAttempt(db);
		await saveTest(db, learner, quiz, attemptId, right, later(0));
		const { latest } = (await readTest(db, learner, quiz))!.paper!.time!;
		// Twice ten minutes after it began, which was a minute before.
		expect(Math.abs(latest.getTime() - later(1140).getTime())).toBeLessThan(30_000);
		for (const minute of [5, 8])
			await saveTest(db, learner, quiz, attemptId, [], later(minute * 60));
		expect((await readTest(db, learner, quiz))!.paper!.time!.left).toBe(600_000);
		const late = await saveTest(db, learner, quiz, attemptId, wrong, later(3600));
		expect(late).toMatchObject({ late: true, time: { left: 0 } });
		// What stood is what is judged.
		expect((await readTest(db, learner, quiz))!.review).toMatchObject({ score: 100, timeUp: true });
	});

	test('is sent without what comes after its end, however it is sent', async ({ db }) => {
		const { learner, attemptId, right } = await aTimedAttempt(db);
		await openTest(db, learner, quiz, later(0));
		const sent = await sendTest(db, learner, quiz, attemptId, right, false, later(3600));
		expect(sent).toMatchObject({ state: 'late' });
		expect((await readTest(db, learner, quiz))!.review).toMatchObject({ score: 0, timeUp: true });
	});

	test('takes what is sent within its pauses', async ({ db }) => {
		const { learner, attemptId, right } = await aTimedAttempt(db);
		await openTest(db, learner, quiz, later(0));
		const sent = await sendTest(db, learner, quiz, attemptId, right, false, later(1100));
		expect(sent).toMatchObject({ state: 'sent' });
		expect((await readTest(db, learner, quiz))!.review).toMatchObject({
			...{ score: 100, timeUp: false }
		});
	});
});

describe('more time', () => {
	test('is given by the course’s organiser, holds for an open attempt at once and to its end, and can be ended', async ({
		db
	}) => {
		const candidate = await aTimedAttempt(db, { email: 'waktu.uji@contoh.go.id' });
		const organiser = await anOrganiserOf(db, quiz.course);
		const more = { email: 'waktu.uji@contoh.go.id', factor: 1.5, reason: 'disability' } as const;
		await actAs(db, organiser.personId);
		await extendTime(db, organiser, quiz.course, more);
		await extendTime(db, organiser, quiz.course, more);
		await expect(
			extendTime(db, organiser, quiz.course, { ...more, factor: 2 })
		).rejects.toMatchObject({ code: 'extension-held' });
		const [held, ...others] = await listExtensions(db, quiz.course);
		expect([held!.factor, others]).toEqual([1.5, []]);
		expect(await beat(db, candidate, 0, 600)).toMatchObject({ left: 300_000, limit: 15 });
		await actAs(db, organiser.personId);
		await endExtension(db, organiser, held!.id);
		await endExtension(db, organiser, held!.id);
		expect(await listExtensions(db, quiz.course)).toEqual([]);
		// Nobody's paper is sent in because more time was ended; who begins afterwards has none.
		expect(await beat(db, candidate, 620, 620)).toMatchObject({ left: 280_000, limit: 15 });
		await actAs(db, SYSTEM);
		const acts = await db.execute(
			sql`select act from audit_entries where act like 'time-%' order by act`
		);
		expect([...acts]).toEqual([{ act: 'time-extended' }, { act: 'time-extension-ended' }]);
	});

	test('is not for organisers of another course, nor markers, nor oneself', async ({ db }) => {
		const { learner } = await aTimedAttempt(db, { email: 'waktu.lain@contoh.go.id' });
		const more = { email: 'waktu.lain@contoh.go.id', factor: 2, reason: 'other' } as const;
		const elsewhere = await anOrganiserOf(db, 'lain-1');
		await actAs(db, elsewhere.personId);
		await expect(extendTime(db, elsewhere, quiz.course, more)).rejects.toMatchObject({
			code: 'extension-person-unknown'
		});
		const marker = await aMarkerOf(db, quiz.course);
		await expect(extendTime(db, marker, quiz.course, more)).rejects.toMatchObject({
			reason: 'forbidden'
		});
		for (const actor of [elsewhere.personId, marker.personId, learner.personId]) {
			await actAs(db, actor);
			await expect(
				db.transaction((tx) =>
					tx.execute(sql`insert into time_extensions (person_id, course_id, factor, reason, granted_by)
						values (${learner.personId}, ${quiz.course}, 2, 'other', ${actor})`)
				)
			).rejects.toMatchObject({ cause: { code: '42501' } });
		}
	});
});
