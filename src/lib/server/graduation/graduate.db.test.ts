import { randomUUID } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { aLearnerOfAll, COMPLETE, doing } from '../../../../tests/support/completing.ts';
import { completeTexts } from '../../../../tests/support/courses.ts';
import { actAs, test } from '../../../../tests/support/database.ts';
import { anAgency, anOfficer } from '../../../../tests/support/people.ts';
import { isoDay } from '../../format/dates.ts';
import { attempts, gradings } from '../assessment/tables.ts';
import { listAwards, type OwnAward } from '../certification/awards.ts';
import { revoke } from '../certification/revocations.ts';
import type { Database } from '../db/connect.ts';
import { SYSTEM, withScope } from '../db/scope.ts';
import { listEntries } from '../hours/ledger.ts';
import type { Learner } from '../learning/enrolments.ts';
import { placePerson } from '../organisation/placements.ts';
import { countCertificates } from '../reporting/touched.ts';
import { organiserCode } from './certified.ts';
import { graduate } from './graduate.ts';

const all = ['pretest', 'lesson', 'quiz', 'posttest', 'survey'] as const;

async function factsOf(db: Database, code: string) {
	await actAs(db, SYSTEM);
	const [row] = await db.execute<{ facts: Record<string, unknown> }>(
		sql`select facts from awards where code = ${code}`
	);
	return row!.facts;
}

describe('a course that is completed', () => {
	test('earns a certificate with what was learned, for its holder to confirm', async ({ db }) => {
		const learner = await aLearnerOfAll(db);
		for (const part of all) await doing[part](db, learner);
		expect(await listEntries(db, learner.personId)).toMatchObject([
			{
				kind: 'module',
				moduleId: 'dasar',
				title: 'DATA-1 Data terpadu: Dasar',
				jp: 1,
				organiser: 'Contoh'
			}
		]);
		const awards = await listAwards(db, learner, '2026-11-22');
		expect(awards).toMatchObject([{ state: 'awaiting-confirmation' }]);
		expect(await factsOf(db, awards[0]!.code)).toMatchObject({
			course: { id: COMPLETE, code: 'DATA-1', edition: '2026.1', releaseId: learner.releaseId },
			modules: [{ title: 'Dasar', jp: 1, objectives: [{ id: 'm1-1', met: true }] }],
			...{
				jp: 1,
				score: 100,
				organiser: { code: organiserCode('Contoh'), name: 'Contoh' },
				validUntil: null
			}
		});
		const standing = (article: string) =>
			countCertificates(db, { regulation: 'uu-1-2020', article });
		expect(await standing('pasal-4')).toMatchObject([{ courseId: COMPLETE, certificates: 1 }]);
		expect(await standing('pasal-9')).toEqual([]);
	});

	test('names the post that is held by then, not one that is known to come', async ({ db }) => {
		const { personId, ...learner } = await aLearnerOfAll(db);
		await actAs(db, SYSTEM);
		const place = await anAgency(db, 'Instansi');
		const soon = isoDay(new Date(Date.now() + 5 * 86_400_000));
		for (const [postTitle, fromOn] of [
			['Analis', '2026-01-01'],
			['Kepala', soon]
		] as const)
			await placePerson(db, { personId, ...place, postTitle, fromOn });
		await actAs(db, personId);
		for (const part of all) await doing[part](db, { ...learner, personId });
		const [named] = await db.execute(sql`select post, agency from award_holders`);
		expect(named).toEqual({ post: 'Analis', agency: 'Instansi' });
	});

	test('earns it once, however many times and from wherever it is completed', async ({ pool }) => {
		const learner = await withScope(pool, SYSTEM, aLearnerOfAll);
		const as = <T>(story: (db: Database) => Promise<T>) =>
			withScope(pool, { as: 'person', personId: learner.personId }, story);
		await as((db) => doing.posttest(db, learner));
		await as((db) => doing.quiz(db, learner));
		await Promise.all([
			...Array.from({ length: 6 }, () => as((db) => doing.survey(db, learner))),
			...Array.from({ length: 6 }, () => as((db) => doing.lesson(db, learner)))
		]);
		expect(await as((db) => listAwards(db, learner, '2026-11-22'))).toHaveLength(1);
		expect(await as((db) => listEntries(db, learner.personId))).toHaveLength(1);
	});
});

describe('a certificate that expires', () => {
	const texts = {
		...completeTexts,
		'course.md': completeTexts['course.md']
			.replace('jp: 1', 'jp: 1\nvalidity: 12')
			.replace(/edition: .*/, "edition: '2026.2'")
	};
	const held = (db: Database, learner: Learner) => listAwards(db, learner, '2026-11-22');

	/** Somebody who completed the course today; their test at the end is passed anew on a day, without a completion. */
	async function aHolder(db: Database) {
		const learner = await aLearnerOfAll(db, texts);
		for (const part of all) await doing[part](db, learner);
		const [{ code, facts }] = (await held(db, learner)) as [OwnAward];
		const passAgain = async (day: string, passed = true) => {
			const at = new Date(`${day}T03:00:00Z`);
			await actAs(db, SYSTEM);
			const [first] = await db
				.select()
				.from(attempts)
				.where(and(eq(attempts.personId, learner.personId), eq(attempts.testId, 'tes-akhir')))
				.orderBy(attempts.number);
			const id = randomUUID();
			const number = (await db.$count(attempts, eq(attempts.personId, learner.personId))) + 1;
			await db.insert(attempts).values({ ...first!, id, number, startedAt: at, submittedAt: at });
			await db.insert(gradings).values({
				...{ personId: learner.personId, attemptId: id, ordinal: 1, cause: 'sent', gradedAt: at },
				...{ items: [], score: 80, passed }
			});
			await actAs(db, learner.personId);
			await graduate(db, learner, learner.releaseId, at);
		};
		const dayFrom = (days: number) =>
			new Date(Date.parse(facts.validUntil!) + days * 86_400_000).toISOString().slice(0, 10);
		return { learner, code, facts, passAgain, dayFrom };
	}

	test.for([
		['ninety days before its end', -90],
		['after its end', 400]
	] as const)('is renewed by passing the test at the end again %s', async ([, days], { db }) => {
		const { learner, code, passAgain, dayFrom } = await aHolder(db);
		const day = dayFrom(days);
		await passAgain(day);
		const awards = await held(db, learner);
		expect(awards).toHaveLength(2);
		expect(awards.find(({ follows }) => follows)).toMatchObject({
			follows: { code },
			facts: { completedOn: day, issuedOn: day, score: 80, jp: 1 }
		});
		expect(await listEntries(db, learner.personId)).toHaveLength(1);
		await graduate(db, learner, learner.releaseId, new Date(`${day}T09:00:00Z`));
		expect(await held(db, learner)).toHaveLength(2);
	});

	test('is renewed by sitting the test at the end again, which opens when it can be', async ({
		db
	}) => {
		const { learner, code, dayFrom } = await aHolder(db);
		const sit = (days: number) =>
			doing.posttest(db, learner, new Date(`${dayFrom(days)}T03:00:00Z`));
		await expect(sit(-91)).rejects.toMatchObject({ code: 'test-passed' });
		await sit(-89);
		expect((await held(db, learner)).map(({ follows }) => follows?.code)).toContain(code);
		// The new one holds for a year: there is nothing to renew, and nothing to sit, on the days after.
		await expect(sit(-80)).rejects.toMatchObject({ code: 'test-passed' });
		expect(await held(db, learner)).toHaveLength(2);
	});

	test('is not renewed earlier, nor by an attempt that did not pass', async ({ db }) => {
		const { learner, passAgain, dayFrom } = await aHolder(db);
		await passAgain(dayFrom(-91));
		await passAgain(dayFrom(-30), false);
		expect(await held(db, learner)).toHaveLength(1);
		await passAgain(dayFrom(-29));
		expect(await held(db, learner)).toHaveLength(2);
	});

	test('and was revoked is followed by another once the test is passed again', async ({ db }) => {
		const { learner, code, facts, passAgain, dayFrom } = await aHolder(db);
		await actAs(db, SYSTEM);
		const officer = await anOfficer(db, 'platform-admin');
		await revoke(db, officer, code, { cause: 'mistaken', reason: 'Keliru.' });
		await passAgain(dayFrom(-200));
		const [renewed] = (await held(db, learner)).filter(({ follows }) => follows?.code === code);
		expect(renewed).toMatchObject({ facts: { completedOn: dayFrom(-200), jp: facts.jp } });
	});
});
