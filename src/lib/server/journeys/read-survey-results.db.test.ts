import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { aCourse, exampleTexts, registry } from '../../../../tests/support/courses.ts';
import { actAs, test } from '../../../../tests/support/database.ts';
import { anAgency, anOfficer, aPerson } from '../../../../tests/support/people.ts';
import {
	aPublication,
	bySystem,
	edition,
	publishExample
} from '../../../../tests/support/publications.ts';
import { surveyedBy } from '../../../../tests/support/survey-answers.ts';
import { isoDay } from '../../format/dates.ts';
import { assignDuty } from '../access/duties.ts';
import { publish } from '../catalog/publish.ts';
import { publishRegistries } from '../catalog/registry.ts';
import type { Database } from '../db/connect.ts';
import { PUBLIC, SYSTEM, withScope } from '../db/scope.ts';
import { listSurveyRemarks, listSurveySums } from '../graduation/survey-results.ts';
import { readSurveyResults } from './read-survey-results.ts';

const courseId = 'data-1';

async function sumsOf(db: Database, releaseId: string) {
	const found = await listSurveySums(db, courseId);
	return found.find((one) => one.releaseId === releaseId);
}

describe('what people said', () => {
	test.for([
		[4, 0],
		[5, 5],
		[9, 5],
		[10, 10]
	])('by %i is told as the sums of %i', async ([people, told], { db }) => {
		const releaseId = await publishExample(db);
		await surveyedBy(db, releaseId, people!, { rating: () => 4 });
		const sums = (await sumsOf(db, releaseId))!;
		expect(sums).toMatchObject({ answers: people, told });
		for (const { counts } of sums.tallies) expect(counts).toEqual([0, 0, 0, told, 0]);
	});

	test('today counts from tomorrow on, and never takes the place of what was told before', async ({
		db
	}) => {
		const releaseId = await publishExample(db);
		await surveyedBy(db, releaseId, 7, { on: '2026-11-02', rating: () => 2 });
		const before = await sumsOf(db, releaseId);
		await surveyedBy(db, releaseId, 20, { on: isoDay(new Date()), rating: () => 5 });
		expect(await sumsOf(db, releaseId)).toEqual({ ...before, answers: 27 });
		await surveyedBy(db, releaseId, 2, { on: '2026-11-03', rating: () => 2 });
		expect(await sumsOf(db, releaseId)).toEqual({ ...before, answers: 29 });
		await surveyedBy(db, releaseId, 1, { on: '2026-11-04', rating: () => 1 });
		const after = (await sumsOf(db, releaseId))!;
		expect(after.tallies[0]!.counts).toEqual([1, 9, 0, 0, 0]);
	});

	test('in words is told by ten, without what is empty and without what else somebody said', async ({
		db
	}) => {
		const releaseId = await publishExample(db);
		const remarks = () => listSurveyRemarks(db, { courseId, releaseId });
		await surveyedBy(db, releaseId, 9);
		expect(await remarks()).toEqual({ helpful: [], missing: [] });
		await surveyedBy(db, releaseId, 31, { on: '2026-11-02' });
		const { helpful, missing } = await remarks();
		expect(helpful).toHaveLength(40);
		expect(missing).toHaveLength(19);
		const order = helpful.map((remark) => Number(/(\d+)\.$/.exec(remark)?.[1]));
		expect(order).not.toEqual(order.toSorted((a, b) => a - b));
		expect(await remarks()).toEqual({ helpful, missing });
	});

	test('of one edition is not mixed with another', async ({ db }) => {
		const first = await publishExample(db);
		const second = await publishExample(db, edition('2026.2'));
		await surveyedBy(db, first, 5, { rating: () => 1 });
		await surveyedBy(db, second, 5, { rating: () => 5 });
		expect((await sumsOf(db, first))!.tallies[0]!.mean).toBe(1);
		expect((await sumsOf(db, second))!.tallies[0]!.mean).toBe(5);
	});

	test('is told to nobody but the system', async ({ db }) => {
		const releaseId = await publishExample(db);
		await surveyedBy(db, releaseId, 20);
		const administrator = await anOfficer(db, 'platform-admin');
		for (const scope of [PUBLIC, administrator.personId]) {
			await actAs(db, scope);
			expect(await listSurveySums(db, courseId)).toEqual([]);
			expect(await listSurveyRemarks(db, { courseId, releaseId })).toEqual({
				helpful: [],
				missing: []
			});
		}
	});
});

test('results are for those who look after the course where it is at home, and for who organises it', async ({
	pool
}) => {
	const course = `survei-${randomUUID().slice(0, 8)}`;
	const officers = await withScope(pool, SYSTEM, async (db) => {
		await publishRegistries(db, registry, bySystem);
		const atHome = exampleTexts['course.md']!.replace('[Contoh]', '[Universitas Survei]');
		const files = aCourse({ 'course.md': atHome });
		const { releaseId } = await publish(db, { ...aPublication(), courseId: course, files });
		await surveyedBy(db, releaseId!, 12);
		const home = { agencyId: (await anAgency(db, 'Universitas Survei')).agencyId, unitId: null };
		const other = { agencyId: (await anAgency(db, 'Kabupaten')).agencyId, unitId: null };
		const organiser = await anOfficer(db, 'organiser', other);
		const duty = { courseId: course, duty: 'organiser' as const, personId: organiser.personId };
		await assignDuty(db, null, duty);
		return {
			may: [await anOfficer(db, 'contributor', home), organiser],
			mayNot: [
				await anOfficer(db, 'contributor', other),
				await anOfficer(db, 'organiser', home),
				{ personId: await aPerson(db), grants: [] }
			]
		};
	});
	for (const reader of officers.may) {
		const { shown, editions, remarks } = await readSurveyResults(pool, reader, course, 'tidak-ada');
		expect(editions).toEqual([{ number: '2026.1', answers: 12 }]);
		expect(shown).toMatchObject({ number: '2026.1', told: 10 });
		expect(remarks.helpful).toHaveLength(10);
	}
	for (const reader of officers.mayNot)
		await expect(readSurveyResults(pool, reader, course, null)).rejects.toMatchObject({
			reason: 'forbidden'
		});
	await expect(readSurveyResults(pool, officers.may[0]!, 'tidak-ada', null)).rejects.toMatchObject({
		code: 'course-unknown'
	});
});
