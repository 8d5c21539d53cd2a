import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { aCourse, aLesson, exampleTexts, registry } from '../../../../tests/support/courses.ts';
import { test } from '../../../../tests/support/database.ts';
import {
	aToldQuestion,
	secretsOf,
	type ToldQuestion
} from '../../../../tests/support/told-words.ts';
import type { Database } from '../db/connect.ts';
import { answerView } from '../learning/answer-view.ts';
import { questionKinds } from './answers.ts';
import { readBlocks } from './release-blocks.ts';
import { publish } from './publish.ts';
import { findGlossary } from './release-glossary.ts';
import { publishRegistries } from './registry.ts';
import { findCourse, findKeys, findLesson, listCatalogue } from './releases.ts';
import { indexCourse } from '../search/indexing.ts';
import { searchEntries, searchWords } from '../search/tables.ts';
import { citations, lessons, questions } from './tables.ts';

const asked = questionKinds.map((kind) => aToldQuestion(`soal-${kind}`, kind));
const inCase = questionKinds.map((kind) => aToldQuestion(`kasus-${kind}`, kind));
const all: ToldQuestion[] = [...asked, ...inCase].filter(({ rubric }) => rubric.length === 0);
const caseNote = 'zzcatatankasuszz';

const textOf = (questions: readonly ToldQuestion[]) =>
	questions
		.filter((question) => all.includes(question))
		.map(({ text }) => text)
		.join('\n');
const body = [
	'Ini [[data induk]] dan [Pasal 4](reg:uu-1-2020#pasal-4).[^umum]',
	textOf(asked),
	`:::::scenario{#kasus title="Dua loket"}\nWarga mengantre.[^${caseNote}]\n\n${textOf(inCase)}:::::`,
	...all.flatMap(({ notes }) => notes),
	'[^umum]: Catatan bersama.',
	`[^${caseNote}]: Catatan ${caseNote}.`
].join('\n\n');

async function released(db: Database): Promise<string> {
	const act = { publisher: null, at: new Date('2026-11-21T03:00:00Z') };
	await publishRegistries(db, registry, act);
	const result = await publish(db, {
		...{ courseId: 'rahasia', home: 'folder', registry, ...act },
		files: aCourse({
			'glossary.md': `${exampleTexts['glossary.md']!}\ndata rahasia\n: Data yang tidak dibuka.\n`,
			'01-dasar/01-gejala-silo.md': aLesson(body, { check: 'akhir-1' })
		})
	});
	expect(result.problems.filter(({ severity }) => severity !== 'warning')).toEqual([]);
	return result.releaseId!;
}

describe('a release whose rationales hold everything the format knows', () => {
	test('tells none of it to a reader or a passer-by before an answer', async ({ db }) => {
		const releaseId = await released(db);
		await indexCourse(db, 'rahasia');
		const lesson = await findLesson(db, releaseId, 'gejala-silo');
		const course = await findCourse(db, 'rahasia');
		const glossary = await findGlossary(db, releaseId, '/katalog/rahasia/glosarium');
		const open = {
			lesson,
			course,
			glossary,
			catalogue: await listCatalogue(db),
			blocks: await readBlocks(db, releaseId),
			lessons: await db.select().from(lessons).where(eq(lessons.releaseId, releaseId)),
			questions: await db.select().from(questions).where(eq(questions.releaseId, releaseId)),
			entries: await db.select().from(searchEntries).where(eq(searchEntries.courseId, 'rahasia')),
			words: await db.select().from(searchWords)
		};
		for (const [place, found] of Object.entries(open)) {
			const text = JSON.stringify(found);
			const leaked = all.flatMap(secretsOf).filter((secret) => text.includes(secret));
			expect(leaked, place).toEqual([]);
		}
		expect(lesson?.checks).toHaveLength(all.length + 1);
		expect(lesson?.terms.map(({ id }) => id)).toEqual(['data-induk']);
		expect(lesson?.regulations.map(({ id }) => id)).toEqual(['uu-1-2020']);
		expect(glossary.find(({ id }) => id === 'data-rahasia')?.lessons).toEqual([]);
	});

	test('shows a footnote of a case to its reader, and to no search', async ({ db }) => {
		const releaseId = await released(db);
		await indexCourse(db, 'rahasia');
		expect(JSON.stringify(await findLesson(db, releaseId, 'gejala-silo'))).toContain(caseNote);
		const searched = [
			await db.select().from(lessons).where(eq(lessons.releaseId, releaseId)),
			await db.select().from(searchEntries).where(eq(searchEntries.courseId, 'rahasia'))
		];
		expect(JSON.stringify(searched)).toContain('Catatan bersama.');
		expect(JSON.stringify(searched)).not.toContain(caseNote);
	});

	test('gives what belongs to an answer with it, and to no other', async ({ db }) => {
		const releaseId = await released(db);
		const ids = all.map(({ id }) => id);
		const keys = await findKeys(db, releaseId, ids);
		const lesson = await findLesson(db, releaseId, 'gejala-silo');
		for (const question of all) {
			const check = lesson?.checks.find(({ id }) => id === question.id);
			const offered = check && 'options' in check ? check.options : [];
			expect(offered).toHaveLength(question.options.length);
			offered.forEach(({ id }, at) => {
				const view = JSON.stringify(answered(question.id, [id], false, keys));
				for (const word of question.options[at]!) expect(view).toContain(word);
				const others = secretsOf(question).filter((word) => !question.options[at]!.includes(word));
				expect(others.filter((word) => view.includes(word))).toEqual([]);
			});
			const right = JSON.stringify(answered(question.id, [], true, keys));
			for (const word of question.whole) expect(right).toContain(word);
		}
	});

	test('lets nobody but those who are signed in know what a rationale cites', async ({ db }) => {
		const releaseId = await released(db);
		const cited = await db.select().from(citations).where(eq(citations.releaseId, releaseId));
		expect(cited.filter(({ regulationId }) => regulationId === 'uu-1-2027')).not.toEqual([]);
		expect(
			cited.filter(({ regulationId, questionId }) => regulationId === 'uu-1-2027' && !questionId)
		).toEqual([]);
	});
});

function answered(
	questionId: string,
	lastChoice: string[],
	lastCorrect: boolean,
	keys: Awaited<ReturnType<typeof findKeys>>
) {
	const at = new Date('2026-11-21T03:00:00Z');
	const check = { questionId, lastChoice, lastCorrect, lastTyped: null, tries: 1, lastAt: at };
	return answerView({ ...check, firstCorrectAt: lastCorrect ? at : null }, keys.get(questionId));
}
