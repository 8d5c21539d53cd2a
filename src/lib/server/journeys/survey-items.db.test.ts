import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { aCourse, aQuestion, exampleTexts, registry } from '../../../../tests/support/courses.ts';
import { actAs, test } from '../../../../tests/support/database.ts';
import { anAgency, anOfficer, aPerson } from '../../../../tests/support/people.ts';
import { aPublication, bySystem } from '../../../../tests/support/publications.ts';
import { sumsOf } from '../../../../tests/support/responses.ts';
import { sentByMany } from '../../../../tests/support/sent-attempts.ts';
import { listItemResponses } from '../assessment/item-responses.ts';
import { readKeyedItems } from '../catalog/keyed-items.ts';
import { publish } from '../catalog/publish.ts';
import { publishRegistries } from '../catalog/registry.ts';
import type { Database } from '../db/connect.ts';
import { SYSTEM, withScope } from '../db/scope.ts';
import { surveyItems } from './survey-items.ts';

const ids = ['butir-1', 'butir-2', 'butir-3'];
const fourOptions = ['Satu', 'Dua', 'Tiga', 'Empat']
	.map((word, at) => `- [${at === 0 ? 'x' : ' '}] ${word} kali saja\n  > Karena ${word}.\n`)
	.join('');

async function aCourseOf(db: Database, courseId: string, number = '2026.1', prompt?: string) {
	await publishRegistries(db, registry, bySystem);
	const items = ids.map((id) => aQuestion(id, fourOptions)).join('\n');
	const files = aCourse({
		'course.md': exampleTexts['course.md']!.replace('2026.1', number).replace(
			'providers: [Contoh]',
			'providers: [Universitas Contoh]'
		),
		'01-dasar/01-gejala-silo.md': exampleTexts['01-dasar/01-gejala-silo.md']!.replace(
			'minutes: 45',
			'minutes: 35'
		),
		'01-dasar/kuis.md': `---\ntitle: Kuis Dasar\nminutes: 10\n---\n\n${
			prompt ? items.replace('Berapa kali data dicatat?', prompt) : items
		}`
	});
	const published = await publish(db, { ...aPublication(), courseId, files });
	expect(published.problems.filter(({ rule }) => rule !== 'key-position')).toEqual([]);
	return published.releaseId!;
}

describe('how items were answered', () => {
	test('is summed up of each person’s first attempt alone', async ({ db }) => {
		const courseId = 'butir-a';
		const releaseId = await aCourseOf(db, courseId);
		const { points, chosen } = await sentByMany(
			db,
			{ courseId, releaseId, testId: 'dasar', ids },
			60
		);
		const responses = await listItemResponses(db, { courseId, releaseId });
		expect(responses.map(({ questionId }) => questionId)).toEqual(ids);
		for (const [at, { people, sums, chosen: counted, testId }] of responses.entries()) {
			expect([testId, people]).toEqual(['dasar', 60]);
			const expected = sumsOf(points, at);
			for (const [name, value] of Object.entries(expected))
				expect(sums![name as keyof typeof expected], name).toBeCloseTo(value, 8);
			const stored = (await readKeyedItems(db, [releaseId])).get(releaseId)!.get(ids[at]!)!;
			expect(counted[stored.key.correct[0]!]).toBe(chosen.filter((row) => row[at] === 0).length);
		}
	});

	test('says how many, and nothing else, before thirty have answered', async ({ db }) => {
		const releaseId = await aCourseOf(db, 'butir-b');
		await sentByMany(db, { courseId: 'butir-b', releaseId, testId: 'dasar', ids }, 29);
		const responses = await listItemResponses(db, { courseId: 'butir-b', releaseId });
		expect(responses).toHaveLength(3);
		for (const one of responses) expect(one).toMatchObject({ people: 29, sums: null, chosen: {} });
	});

	test('is renewed with every ten further people, whoever comes between', async ({ db }) => {
		const courseId = 'butir-e';
		const releaseId = await aCourseOf(db, courseId);
		const test = { courseId, releaseId, testId: 'dasar', ids };
		const look = () => listItemResponses(db, { courseId, releaseId });
		await sentByMany(db, test, 34);
		const before = await look();
		expect(before[0]!.people).toBe(30);
		// Five more, judged since, though some of their papers were sent earlier.
		await sentByMany(db, test, 5, { day: 20, sentDay: 1 });
		expect(await look()).toEqual(before);
		await sentByMany(db, test, 1, { day: 21 });
		const after = await look();
		expect(after[0]!.people).toBe(40);
		expect(after).not.toEqual(before);
	});

	test('counts a paper once all of it is judged', async ({ db }) => {
		const courseId = 'butir-f';
		const releaseId = await aCourseOf(db, courseId);
		await sentByMany(db, { courseId, releaseId, testId: 'dasar', ids }, 40, { score: null });
		expect(await listItemResponses(db, { courseId, releaseId })).toEqual([]);
	});

	test('counts earlier editions for the questions that still say the same', async ({ db }) => {
		const courseId = 'butir-c';
		const first = await aCourseOf(db, courseId);
		await sentByMany(db, { courseId, releaseId: first, testId: 'dasar', ids }, 40);
		const releaseId = await aCourseOf(db, courseId, '2026.2', 'Seberapa sering?');
		const responses = await listItemResponses(db, { courseId, releaseId });
		expect(responses.map(({ questionId, people }) => [questionId, people])).toEqual([
			['butir-2', 40],
			['butir-3', 40]
		]);
	});

	test('is told to nobody but the system', async ({ db }) => {
		const releaseId = await aCourseOf(db, 'butir-d');
		await sentByMany(db, { courseId: 'butir-d', releaseId, testId: 'dasar', ids }, 40);
		await actAs(db, (await anOfficer(db, 'platform-admin')).personId);
		expect(await listItemResponses(db, { courseId: 'butir-d', releaseId })).toEqual([]);
	});
});

test('the survey leads to file and line, for those who look after the course where it is at home', async ({
	pool
}) => {
	const courseId = `butir-${randomUUID().slice(0, 8)}`;
	const officers = await withScope(pool, SYSTEM, async (db) => {
		const releaseId = await aCourseOf(db, courseId);
		await sentByMany(db, { courseId, releaseId, testId: 'dasar', ids }, 60);
		const home = { agencyId: (await anAgency(db, 'Universitas Contoh')).agencyId, unitId: null };
		const other = { agencyId: (await anAgency(db, 'Kabupaten')).agencyId, unitId: null };
		return {
			here: await anOfficer(db, 'contributor', home),
			elsewhere: await anOfficer(db, 'contributor', other),
			learner: { personId: await aPerson(db), grants: [] }
		};
	});
	const { items, most } = await surveyItems(pool, officers.here, courseId);
	expect(most).toBe(60);
	expect(items.map(({ path, line }) => `${path}:${line}`)).toEqual([
		'01-dasar/kuis.md:6',
		expect.stringMatching(/^01-dasar\/kuis\.md:\d+$/),
		expect.stringMatching(/^01-dasar\/kuis\.md:\d+$/)
	]);
	expect(items[0]).toMatchObject({ testId: 'dasar', objective: 'm1-1', figures: { hints: [] } });
	for (const who of [officers.elsewhere, officers.learner])
		await expect(surveyItems(pool, who, courseId)).rejects.toMatchObject({ reason: 'forbidden' });
});
