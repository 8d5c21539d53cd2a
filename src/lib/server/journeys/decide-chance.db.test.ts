import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { actAs, test } from '../../../../tests/support/database.ts';
import {
	anOrganiserOf,
	aUsedUpQuiz,
	usedUpQuiz as quiz
} from '../../../../tests/support/marking.ts';
import { grantedBySilenceAt } from '../assessment/chances.ts';
import type { Database } from '../db/connect.ts';
import { SYSTEM } from '../db/scope.ts';
import type { Learner } from '../learning/enrolments.ts';
import { decideChance, readChances } from './decide-chance.ts';
import { readTest } from './read-test.ts';
import { askForChance, beginTest } from './sit-test.ts';

const DAY = 86_400_000;
const reason = 'Saya sakit pada percobaan terakhir.';
const standing = async (db: Database, learner: Learner) => {
	await actAs(db, learner.personId);
	return (await readTest(db, learner, quiz))!;
};
const begin = async (db: Database, learner: Learner) => {
	await actAs(db, learner.personId);
	await beginTest(db, learner, quiz, crypto.randomUUID());
};

describe('a further chance', () => {
	test('is asked for once, decided by the course’s organiser and gives one more attempt', async ({
		db
	}) => {
		const learner = await aUsedUpQuiz(db);
		const organiser = await anOrganiserOf(db, quiz.course);
		await actAs(db, learner.personId);
		await askForChance(db, learner, quiz, reason);
		await askForChance(db, learner, quiz, 'Sekali lagi.');
		expect(await standing(db, learner)).toMatchObject({
			admission: { state: 'used-up' },
			chance: { state: 'waiting' }
		});
		await actAs(db, organiser.personId);
		const { requests } = await readChances(db, organiser);
		expect(requests).toMatchObject([{ reason, attempts: 1, test: 'Kuis Dasar' }]);
		expect(JSON.stringify(requests)).not.toContain(learner.personId);
		const decision = { id: requests[0]!.id, granted: true, reason: '' };
		await decideChance(db, organiser, decision);
		await decideChance(db, organiser, decision);
		await expect(
			decideChance(db, organiser, { ...decision, granted: false, reason: 'Tidak.' })
		).rejects.toMatchObject({ code: 'chance-decided' });
		expect(await standing(db, learner)).toMatchObject({
			admission: { state: 'ready', left: 1 },
			chance: { state: 'granted' }
		});
		await begin(db, learner);
		await actAs(db, SYSTEM);
		const entries = await db.execute(sql`select act from audit_entries where act like 'chance-%'`);
		expect([...entries]).toEqual([{ act: 'chance-granted' }]);
	});

	test('is refused with a reason that the learner reads, and may be asked for again', async ({
		db
	}) => {
		const learner = await aUsedUpQuiz(db);
		const organiser = await anOrganiserOf(db, quiz.course);
		await actAs(db, learner.personId);
		await askForChance(db, learner, quiz, reason);
		await actAs(db, organiser.personId);
		const [request] = (await readChances(db, organiser)).requests;
		const refusal = { id: request!.id, granted: false };
		await expect(decideChance(db, organiser, { ...refusal, reason: '' })).rejects.toMatchObject({
			code: 'chance-reason-missing'
		});
		await decideChance(db, organiser, { ...refusal, reason: 'Baca modul 2 dahulu.' });
		expect(await standing(db, learner)).toMatchObject({
			admission: { state: 'used-up' },
			chance: { state: 'refused', reason: 'Baca modul 2 dahulu.' }
		});
		await askForChance(db, learner, quiz, 'Sudah saya baca.');
		expect(await standing(db, learner)).toMatchObject({ chance: { state: 'waiting' } });
	});

	test('that nobody answers is granted after five working days and written down when it is used', async ({
		db
	}) => {
		const learner = await aUsedUpQuiz(db);
		const organiser = await anOrganiserOf(db, quiz.course);
		await actAs(db, learner.personId);
		const asked = new Date(Date.now() - 9 * DAY);
		await askForChance(db, learner, quiz, reason, asked);
		const facts = () =>
			db.execute(sql`select granted, decided_by, decided_at from chance_decisions`);
		expect(await standing(db, learner)).toMatchObject({ admission: { state: 'ready', left: 1 } });
		expect(await facts()).toHaveLength(0);
		await actAs(db, organiser.personId);
		expect((await readChances(db, organiser)).requests).toEqual([]);
		const [request] = await db.execute<{ id: string }>(sql`select id from chances_to_decide()`);
		// From a page that was opened in time.
		await expect(
			decideChance(db, organiser, { id: request!.id, granted: false, reason: 'Terlambat.' })
		).rejects.toMatchObject({ code: 'chance-decided' });
		await begin(db, learner);
		const [fact] = await facts();
		expect(fact).toMatchObject({ granted: true, decided_by: null });
		expect(new Date(fact!.decided_at as string)).toEqual(grantedBySilenceAt(asked));
	});

	test('is not for those who have attempts left, and needs a reason', async ({ db }) => {
		const learner = await aUsedUpQuiz(db, { sent: false });
		await expect(
			db.transaction((tx) => askForChance(tx, learner, quiz, reason))
		).rejects.toMatchObject({ code: 'chance-needless' });
		const other = await aUsedUpQuiz(db);
		for (const [text, code] of [
			['', 'chance-reason-missing'],
			['x'.repeat(2001), 'chance-reason-long']
		] as const)
			await expect(
				db.transaction((tx) => askForChance(tx, other, quiz, text))
			).rejects.toMatchObject({ code });
	});

	test('is nobody’s to grant but an organiser’s of that course; not the learner’s own, nor before its time', async ({
		db
	}) => {
		const learner = await aUsedUpQuiz(db);
		const elsewhere = await anOrganiserOf(db, 'lain-1');
		await actAs(db, learner.personId);
		await askForChance(db, learner, quiz, reason);
		const [request] = await db.execute<{ id: string }>(sql`select id from chance_requests`);
		const forged = (by: string | null) =>
			db.transaction((tx) =>
				tx.execute(sql`insert into chance_decisions (request_id, granted, decided_by, decided_at)
					values (${request!.id}, true, ${by}, now())`)
			);
		for (const by of [null, learner.personId])
			await expect(forged(by)).rejects.toMatchObject({ cause: { code: '42501' } });
		await actAs(db, elsewhere.personId);
		expect((await readChances(db, elsewhere)).requests).toEqual([]);
		expect(await db.execute(sql`select from chance_requests`)).toHaveLength(0);
		await expect(
			decideChance(db, elsewhere, { id: request!.id, granted: true, reason: '' })
		).rejects.toMatchObject({ code: 'chance-decided' });
		await expect(forged(elsewhere.personId)).rejects.toMatchObject({ cause: { code: '42501' } });
	});
});
