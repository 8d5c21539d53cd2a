import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { aLearnerOfAll, aResponse, COMPLETE, doing } from '../../../../tests/support/completing.ts';
import { actAs, test } from '../../../../tests/support/database.ts';
import { anAgency, anOfficer, aPerson } from '../../../../tests/support/people.ts';
import type { Database } from '../db/connect.ts';
import { SYSTEM, withScope } from '../db/scope.ts';
import { answerSurvey } from '../journeys/send-survey.ts';
import { readOutline } from '../journeys/read-outline.ts';
import { findCompletions, recordCompletions } from './completions.ts';

type Part = keyof typeof doing;

const asked: Part[] = ['lesson', 'quiz', 'posttest', 'survey'];
const orders: Part[][] = [
	asked,
	[...asked].reverse(),
	['survey', 'lesson', 'posttest', 'quiz'],
	['pretest', 'posttest', 'quiz', 'survey', 'lesson']
];

describe('a course', () => {
	test('is complete when all that it declares is done, in whatever order', async ({ db }) => {
		for (const [at, parts] of orders.entries()) {
			await db.transaction(async (tx) => {
				const learner = await aLearnerOfAll(tx);
				const last = parts.at(-1)!;
				for (const part of parts.slice(0, -1)) await doing[part](tx, learner);
				expect((await findCompletions(tx, learner, learner.releaseId)).course, `${at}`).toBeNull();
				await doing[last](tx, learner);
				const reached = await findCompletions(tx, learner, learner.releaseId);
				expect([...reached.modules.keys()]).toEqual(['dasar']);
				expect(reached.course).toMatchObject({ score: 100 });
			});
		}
	});

	test('says what is left, and afterwards what was gained', async ({ db }) => {
		const learner = await aLearnerOfAll(db);
		const left = async () =>
			(await readOutline(db, learner, COMPLETE))!.missing.map(({ kind }) => kind);
		expect(await left()).toEqual(['lesson', 'quiz', 'posttest', 'survey']);
		await doing.pretest(db, learner);
		await doing.lesson(db, learner);
		expect(await left()).toEqual(['quiz', 'posttest', 'survey']);
		for (const part of ['quiz', 'posttest', 'survey'] as const) await doing[part](db, learner);
		expect(await left()).toEqual([]);
		const gain = async () => (await readOutline(db, learner, COMPLETE))!.gain;
		expect(await gain()).toBe(1);
		// A key mended since takes the score, not what was reached with it.
		await actAs(db, SYSTEM);
		await db.execute(sql`
			insert into gradings (person_id, attempt_id, ordinal, cause, graded_at, items, score, passed)
			select person_id, id, 9, 'key-mended', now(), '[]', 0, true from attempts
			where person_id = ${learner.personId} and test_id = 'tes-akhir'`);
		await actAs(db, learner.personId);
		expect(await gain()).toBe(1);
	});

	test('was completed once and stays so', async ({ db }) => {
		const learner = await aLearnerOfAll(db);
		for (const part of asked) await doing[part](db, learner);
		const before = await findCompletions(db, learner, learner.releaseId);
		for (let time = 0; time < 10; time++)
			expect(await recordCompletions(db, learner, learner.releaseId)).toEqual({
				modules: [],
				course: null,
				complete: true
			});
		expect(await findCompletions(db, learner, learner.releaseId)).toEqual(before);
		for (const table of ['module_completions', 'course_completions', 'survey_completions'])
			for (const act of [`delete from ${table}`, `update ${table} set release_id = release_id`])
				await expect(
					db.transaction((tx) => tx.execute(sql.raw(act))),
					act
				).rejects.toThrow();
	});

	test('is completed once when its last two parts come together', async ({ pool }) => {
		const learner = await withScope(pool, SYSTEM, aLearnerOfAll);
		const as = <T>(story: (db: Database) => Promise<T>) =>
			withScope(pool, { as: 'person', personId: learner.personId }, story);
		await as((db) => doing.posttest(db, learner));
		await as((db) => doing.survey(db, learner));
		await Promise.all([
			as((db) => doing.quiz(db, learner)),
			...Array.from({ length: 8 }, () => as((db) => doing.lesson(db, learner)))
		]);
		const reached = await as((db) => findCompletions(db, learner, learner.releaseId));
		expect([...reached.modules.keys()]).toEqual(['dasar']);
		expect(reached.course).toMatchObject({ score: 100 });
	});

	test('keeps the score of the test at the end from officers, whichever way they ask', async ({
		db
	}) => {
		const learner = await aLearnerOfAll(db);
		await actAs(db, SYSTEM);
		const own = await anAgency(db, 'Satu');
		const officer = await anOfficer(db, 'hr-officer', own);
		await db.execute(
			sql`insert into course_completions (person_id, release_id, course_id, completed_at, score, agency_id, unit_id)
				values (${learner.personId}, ${learner.releaseId}, ${COMPLETE}, now(), 87.5, ${own.agencyId}, ${own.unitId})`
		);
		const found = async () => (await findCompletions(db, learner, learner.releaseId)).course;
		expect(await found()).toMatchObject({ score: 87.5 });
		await actAs(db, learner.personId);
		expect(await found()).toMatchObject({ score: 87.5 });
		await actAs(db, officer.personId);
		expect(await found()).toMatchObject({ id: COMPLETE, score: null });
		for (const columns of ['score', '*', 'score > 80', 'count(score)', 'row_to_json(c)'])
			await expect(
				db.transaction((tx) => tx.execute(sql.raw(`select ${columns} from course_completions c`))),
				columns
			).rejects.toMatchObject({ cause: { code: '42501' } });
		await expect(
			db.transaction((tx) =>
				tx.execute(sql`select person_id from course_completions where score > 80`)
			)
		).rejects.toMatchObject({ cause: { code: '42501' } });
	});

	test('is seen complete by officers of the place it is stamped with, and by nobody else', async ({
		db
	}) => {
		const learner = await aLearnerOfAll(db);
		await actAs(db, SYSTEM);
		const [own, other] = [await anAgency(db, 'Satu'), await anAgency(db, 'Dua')];
		await db.execute(
			sql`insert into module_completions (person_id, release_id, module_id, course_id, completed_at, agency_id, unit_id)
				values (${learner.personId}, ${learner.releaseId}, 'dasar', ${COMPLETE}, now(), ${own.agencyId}, ${own.unitId})`
		);
		const officers = {
			own: await anOfficer(db, 'hr-officer', own),
			other: await anOfficer(db, 'hr-officer', other)
		};
		const seen = async (personId: string) => {
			await actAs(db, personId);
			return (await findCompletions(db, learner, learner.releaseId)).modules.size;
		};
		expect(await seen(officers.own.personId)).toBe(1);
		expect(await seen(officers.other.personId)).toBe(0);
	});
});

describe('the survey', () => {
	test('keeps what was said once, and not who said it', async ({ db }) => {
		const learner = await aLearnerOfAll(db);
		const said = { ...aResponse(), helpful: `Contoh ${learner.personId.slice(0, 8)}.` };
		await answerSurvey(db, learner, COMPLETE, said);
		await answerSurvey(db, learner, COMPLETE, { ...said, missing: 'Lain.' });
		await actAs(db, SYSTEM);
		const kept = await db.execute(
			sql`select * from survey_answers where helpful = ${said.helpful}`
		);
		expect([...kept]).toMatchObject([{ missing: '' }]);
		expect(JSON.stringify(kept)).not.toContain(learner.personId);
	});

	test('is read by nobody but the system, and added to only by who sent it', async ({ db }) => {
		const learner = await aLearnerOfAll(db);
		await doing.survey(db, learner);
		expect([...(await db.execute(sql`select * from survey_answers`))]).toEqual([]);
		await actAs(db, SYSTEM);
		const stranger = await aPerson(db);
		await actAs(db, stranger);
		const forged = sql`insert into survey_answers (id, release_id, sent_on, ratings, helpful, missing)
			values (gen_random_uuid(), ${learner.releaseId}, current_date, '{}', '', '')`;
		await expect(db.transaction((tx) => tx.execute(forged))).rejects.toThrow();
	});

	test.for([
		[{ ratings: { ...aResponse().ratings, clear: 0 } }, 'survey-incomplete'],
		[{ ratings: { ...aResponse().ratings, clear: 6 } }, 'survey-incomplete'],
		[{ missing: 'a'.repeat(2001) }, 'answer-too-long']
	] as const)('refuses what is missing or too long (%#)', async ([changes, code], { db }) => {
		const learner = await aLearnerOfAll(db);
		await expect(
			db.transaction((tx) => answerSurvey(tx, learner, COMPLETE, { ...aResponse(), ...changes }))
		).rejects.toMatchObject({ code });
	});
});
