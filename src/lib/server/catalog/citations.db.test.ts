import { describe, expect } from 'vitest';
import {
	aCourse,
	aLesson,
	aQuestion,
	exampleTexts,
	registry
} from '../../../../tests/support/courses.ts';
import { actAs, test } from '../../../../tests/support/database.ts';
import { aPerson } from '../../../../tests/support/people.ts';
import type { Database } from '../db/connect.ts';
import { PUBLIC } from '../db/scope.ts';
import {
	countCitations,
	listCitations,
	surveyRegulation,
	surveyRegulations,
	type CitationQuery
} from './citations.ts';
import { publish } from './publish.ts';
import { publishRegistries } from './registry.ts';

const lessonFile = '01-dasar/01-gejala-silo.md';

/** Every kind of place that may cite: introduction, text, basis, prompt, option, rationale, bank, glossary. */
const citing = {
	'course.md': `${exampleTexts['course.md']!}\n[UU](reg:uu-1-2020)\n`,
	'glossary.md': 'data induk\n: Menurut [Pasal 1](reg:uu-1-2020#pasal-1) UU itu.\n',
	[lessonFile]: aLesson(
		`[a](reg:uu-1-2020#pasal-4-ayat-2)\n\n[b](reg:uu-1-2020#pasal-40)\n\n${aQuestion(
			'silo-2',
			'- [x] Satu kali\n  > Benar menurut [Pasal 4](reg:uu-1-2020#pasal-4).\n- [ ] Tiga kali\n  > Itu pengulangan.\n'
		)}`
	).replace('minutes: 45', 'minutes: 45\nlegal: [uu-1-2020]'),
	'bank/m1-1.md': aQuestion('bank-1').replace('Berapa', '[Pasal 4](reg:uu-1-2020#pasal-4): berapa')
};

async function published(db: Database, changes: Parameters<typeof aCourse>[0] = citing) {
	await publishRegistries(db, registry, { publisher: null, at: new Date() });
	const result = await publish(db, {
		...{ courseId: 'data-1', publisher: null, home: 'folder' as const, registry, at: new Date() },
		files: aCourse(changes)
	});
	expect(result.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
	return result;
}

async function places(db: Database, query: Partial<CitationQuery> = {}) {
	const found = await listCitations(db, { regulation: 'uu-1-2020', editions: 'newest', ...query });
	return found.map(({ edition, path, line, article, questionId }) =>
		[`${edition} ${path}:${line}`, article ?? 'seluruhnya', questionId].filter(Boolean).join(' ')
	);
}

const partOf = (place: string) => place.split(' ').at(-1);

describe('the regulation graph', () => {
	test('knows every place that cites an instrument: texts, bases, questions, banks, the glossary', async ({
		db
	}) => {
		await published(db);
		expect(await places(db)).toEqual([
			'2026.1 bank/m1-1.md:2 pasal-4 bank-1',
			'2026.1 course.md:16 seluruhnya',
			'2026.1 glossary.md:1 pasal-1',
			`2026.1 ${lessonFile}:5 seluruhnya`,
			`2026.1 ${lessonFile}:8 pasal-4-ayat-2`,
			`2026.1 ${lessonFile}:10 pasal-40`,
			`2026.1 ${lessonFile}:16 pasal-4 silo-2`
		]);
	});

	test('is read page by page, and counted as a whole', async ({ db }) => {
		await published(db);
		const all = await places(db);
		const pages = await Promise.all(
			[1, 2, 3, 4].map((number) => places(db, { page: { number, size: 3 } }))
		);
		expect(pages.map(({ length }) => length)).toEqual([3, 3, 1, 0]);
		expect(pages.flat()).toEqual(all);
		const query = { regulation: 'uu-1-2020', editions: 'newest' } as const;
		expect(await countCitations(db, query)).toBe(7);
		expect(await countCitations(db, { ...query, article: 'pasal-4' })).toBe(3);
	});

	test('finds an article with everything below it, and no other that begins alike', async ({
		db
	}) => {
		await published(db);
		expect(await places(db, { article: 'pasal-4' })).toEqual([
			'2026.1 bank/m1-1.md:2 pasal-4 bank-1',
			`2026.1 ${lessonFile}:8 pasal-4-ayat-2`,
			`2026.1 ${lessonFile}:16 pasal-4 silo-2`
		]);
		expect(await places(db, { article: 'pasal-4-ayat-2' })).toHaveLength(1);
		expect(await places(db, { article: 'pasal-4_' })).toEqual([]);
	});

	test('finds the elucidation of an article with it, dictums, and what an amending act writes', async ({
		db
	}) => {
		await published(db, {
			[lessonFile]: aLesson(
				[
					'[a](reg:uu-1-2020#penjelasan-pasal-5-ayat-1)',
					'[b](reg:uu-1-2020#pasal-i-angka-12)',
					'[c](reg:uu-1-2020#diktum-kesatu-huruf-a)',
					'[d](reg:uu-1-2020#pasal-ii)'
				].join('\n\n')
			)
		});
		const asked = async (article: string) => (await places(db, { article })).map(partOf);
		expect(await asked('pasal-5')).toEqual(['penjelasan-pasal-5-ayat-1']);
		expect(await asked('penjelasan')).toEqual(['penjelasan-pasal-5-ayat-1']);
		expect(await asked('pasal-i')).toEqual(['pasal-i-angka-12']);
		expect(await asked('diktum-kesatu')).toEqual(['diktum-kesatu-huruf-a']);
	});

	test('tells of older editions when asked, as certificates were given by them', async ({ db }) => {
		await published(db);
		const second = {
			'course.md': exampleTexts['course.md']!.replace('2026.1', '2026.2').replace(
				'jp: 1',
				'jp: 1\nretired:\n  - { id: silo-2, reason: Usang. }\n  - { id: bank-1, reason: Usang. }'
			)
		};
		await published(db, second);
		expect(await places(db)).toEqual([`2026.2 ${lessonFile}:9 pasal-4`]);
		const all = await listCitations(db, { regulation: 'uu-1-2020', editions: 'all' });
		expect(all.map(({ edition, newest }) => `${edition} ${newest}`).slice(0, 2)).toEqual([
			'2026.2 true',
			'2026.1 false'
		]);
		expect(all).toHaveLength(8);
	});

	test('shows a passer-by nothing of what questions cite, as it may hint at their keys', async ({
		db
	}) => {
		await published(db);
		const personId = await aPerson(db);
		await actAs(db, PUBLIC);
		expect(
			(await places(db)).filter(
				(place) => /silo|bank/.test(place) && / (bank|silo)-\d$/.test(place)
			)
		).toEqual([]);
		await actAs(db, personId);
		expect(await places(db)).toHaveLength(7);
	});
});

test('the survey counts lessons and items of newest editions and tells which instruments to look at again', async ({
	db
}) => {
	await published(db);
	const survey = await surveyRegulations(db, '2027-12-01');
	expect(survey.map(({ id }) => id)).toEqual(['uu-1-2010', 'uu-1-2020', 'uu-1-2027']);
	expect(survey[1]).toMatchObject({
		...{ courses: 1, lessons: 1, items: 2, places: 7, stale: true },
		state: { status: 'berlaku' },
		...{ source: 'https://peraturan.contoh.go.id/uu-1-2020', note: null }
	});
	expect(await surveyRegulation(db, 'uu-1-2020', '2027-12-01')).toEqual(survey[1]);
	expect(await surveyRegulation(db, 'tidak-ada', '2027-12-01')).toBeNull();
	expect(survey[0]).toMatchObject({ lessons: 0, items: 0, state: { status: 'dicabut' } });
	expect((await surveyRegulations(db, '2026-11-21')).every(({ stale }) => !stale)).toBe(true);
});
