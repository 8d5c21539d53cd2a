import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { aCourse, aQuestion, exampleTexts, registry } from '../../../../tests/support/courses.ts';
import { actAs, test } from '../../../../tests/support/database.ts';
import { anAgency, anOfficer, aPerson } from '../../../../tests/support/people.ts';
import { aPublication, bySystem } from '../../../../tests/support/publications.ts';
import { aStream, simulate, sumsOf } from '../../../../tests/support/responses.ts';
import { listItemResponses } from '../assessment/item-responses.ts';
import { attemptAnswers, attempts, gradings } from '../assessment/tables.ts';
import { readKeyedItems } from '../catalog/keyed-items.ts';
import { publish } from '../catalog/publish.ts';
import { publishRegistries } from '../catalog/registry.ts';
import type { Database } from '../db/connect.ts';
import { insertRows } from '../db/rows.ts';
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

/** Attempts as they would stand had so many people sent one; the second attempts of half of them are all wrong. */
async function sent(db: Database, courseId: string, releaseId: string, people: number) {
	const stored = (await readKeyedItems(db, [releaseId])).get(releaseId)!;
	const model = ids.map((_, at) => ({ a: 1.2, b: at / 2 - 0.5 }));
	const answers = simulate(model, people, aStream(people));
	const rows = answers.chosen.flatMap((chosen, who) => {
		const personId = randomUUID();
		const first = { personId, number: 1, chosen, points: answers.points[who]! };
		const again = { personId, number: 2, chosen: [3, 3, 3], points: [0, 0, 0] };
		return who % 2 === 0 ? [first, again] : [first];
	});
	const optionOf = (questionId: string, chosen: number) => {
		const { key, options } = stored.get(questionId)!;
		const wrong = options.filter((option) => !key.correct.includes(option.id));
		return chosen === 0 ? key.correct[0]! : wrong[chosen - 1]!.id;
	};
	for (const number of [1, 2]) {
		const at = new Date(Date.UTC(2026, 10, number));
		const round = rows
			.filter((row) => row.number === number)
			.map((row) => ({ ...row, attemptId: randomUUID() }));
		await insertRows(
			db,
			attempts,
			round.map(({ personId, attemptId }) => ({
				...{ personId, id: attemptId, number, releaseId, courseId, testId: 'dasar' },
				paper: ids.map((questionId) => ({ questionId, order: [] })),
				criteria: { passMark: null, attempts: null, waitHours: 0 },
				startedAt: at
			}))
		);
		await insertRows(
			db,
			attemptAnswers,
			round.flatMap(({ personId, attemptId, chosen }) =>
				ids.map((questionId, item) => ({
					...{ personId, attemptId, questionId, savedAt: at },
					choice: [optionOf(questionId, chosen[item]!)]
				}))
			)
		);
		await db.execute(
			sql`update attempts set submitted_at = started_at where course_id = ${courseId} and submitted_at is null`
		);
		await insertRows(
			db,
			gradings,
			round.map(({ personId, attemptId, points }) => ({
				...{ personId, attemptId, ordinal: 1, cause: 'sent' as const, gradedAt: at },
				items: ids.map((questionId, item) => ({
					...{ questionId, objective: null, points: points[item]! }
				})),
				...{ score: 50, passed: null }
			}))
		);
	}
	return answers;
}

describe('how items were answered', () => {
	test('is summed up of each person’s first attempt alone', async ({ db }) => {
		const courseId = 'butir-a';
		const releaseId = await aCourseOf(db, courseId);
		const { points, chosen } = await sent(db, courseId, releaseId, 60);
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
		await sent(db, 'butir-b', releaseId, 29);
		const responses = await listItemResponses(db, { courseId: 'butir-b', releaseId });
		expect(responses).toHaveLength(3);
		for (const one of responses) expect(one).toMatchObject({ people: 29, sums: null, chosen: {} });
	});

	test('counts earlier editions for the questions that still say the same', async ({ db }) => {
		const courseId = 'butir-c';
		const first = await aCourseOf(db, courseId);
		await sent(db, courseId, first, 40);
		const releaseId = await aCourseOf(db, courseId, '2026.2', 'Seberapa sering?');
		const responses = await listItemResponses(db, { courseId, releaseId });
		expect(responses.map(({ questionId, people }) => [questionId, people])).toEqual([
			['butir-2', 40],
			['butir-3', 40]
		]);
	});

	test('is told to nobody but the system', async ({ db }) => {
		const releaseId = await aCourseOf(db, 'butir-d');
		await sent(db, 'butir-d', releaseId, 40);
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
		await sent(db, courseId, releaseId, 60);
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
