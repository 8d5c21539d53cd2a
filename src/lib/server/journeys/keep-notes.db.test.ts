import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
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
import { publish } from '../catalog/publish.ts';
import { publishRegistries } from '../catalog/registry.ts';
import type { Database } from '../db/connect.ts';
import { SYSTEM } from '../db/scope.ts';
import { notesAsMarkdown, notesAsText } from '../exchange/notes-file.ts';
import { enrol, type Learner } from '../learning/enrolments.ts';
import { addNote, editNote, removeNote, setBookmark } from './keep-notes.ts';
import { readMyGlossary, readGlossary } from './read-glossary.ts';
import { readModule } from './read-module.ts';
import { readAllMyNotes, readLessonNotes, readMyNotes } from './read-notes.ts';

const courseId = 'data-1';
const here = { course: courseId, lesson: 'gejala-silo' };
const lessonFile = '01-dasar/01-gejala-silo.md';
const text =
	'## Gejala\n\n[[data induk]] dan [Pasal 4](reg:uu-1-2020#pasal-4).[^a]\n\n## Sebab\n\nKata.\n\n[^a]: Isi catatan kaki.\n';

async function edition(db: Database, number: string, body: string): Promise<string> {
	await actAs(db, SYSTEM);
	await publishRegistries(db, registry, { publisher: null, at: new Date() });
	const { releaseId, problems } = await publish(db, {
		courseId,
		publisher: null,
		home: 'folder',
		registry,
		at: new Date('2026-11-21T03:00:00Z'),
		files: aCourse({
			'course.md': exampleTexts['course.md']!.replace('2026.1', number),
			[lessonFile]: aLesson(body)
		})
	});
	expect(problems).toEqual([]);
	return releaseId!;
}

async function aLearnerOf(db: Database, releaseId: string): Promise<Learner> {
	await actAs(db, SYSTEM);
	const learner = { personId: await aPerson(db), agencyId: null, unitId: null };
	await actAs(db, learner.personId);
	await enrol(db, learner, { id: releaseId, courseId });
	return learner;
}

const aNote = (body: string, place: string | null = null) => ({
	id: randomUUID(),
	text: body,
	place
});

describe('notes and bookmarks', () => {
	test('stand under their lesson and section, in the order of the text', async ({ db }) => {
		const learner = await aLearnerOf(db, await edition(db, '2026.1', text));
		await addNote(db, learner, here, aNote('Tanya walidata.', 'bagian-sebab'));
		for (const place of ['bagian-sebab', 'bagian-gejala', ''])
			await setBookmark(db, learner, here, { place, marked: true });
		const { courses, all } = await readMyNotes(db, learner);
		expect(all).toBe(4);
		expect(courses).toMatchObject([
			{
				title: 'Data terpadu',
				lessons: [
					{
						title: 'Gejala silo',
						gone: false,
						bookmarks: [{ id: '' }, { title: 'Gejala' }, { title: 'Sebab' }],
						notes: [{ text: 'Tanya walidata.', section: { title: 'Sebab', gone: false } }]
					}
				]
			}
		]);
	});

	test('refuse a section that the lesson lacks, and a lesson that the edition lacks', async ({
		db
	}) => {
		const learner = await aLearnerOf(db, await edition(db, '2026.1', text));
		await expect(addNote(db, learner, here, aNote('x', 'bagian-lain'))).rejects.toMatchObject({
			code: 'place-unknown'
		});
		const mark = { place: 'bagian-lain', marked: true };
		await expect(setBookmark(db, learner, here, mark)).rejects.toMatchObject({
			code: 'place-unknown'
		});
		await expect(
			addNote(db, learner, { ...here, lesson: 'lain' }, aNote('x'))
		).rejects.toMatchObject({ code: 'lesson-unknown' });
		expect(await readMyNotes(db, learner)).toMatchObject({ all: 0, courses: [] });
	});

	test('stay when a newer edition comes, and say what it no longer has', async ({ db }) => {
		const learner = await aLearnerOf(db, await edition(db, '2026.1', text));
		const note = aNote('Tanya walidata.', 'bagian-sebab');
		await addNote(db, learner, here, note);
		await setBookmark(db, learner, here, { place: 'bagian-sebab', marked: true });
		const newer = await edition(db, '2026.2', text.replace('## Sebab', '## Akibat'));
		await actAs(db, learner.personId);
		await db.execute(sql`update enrolments set release_id = ${newer}`);

		const gone = { title: 'Sebab', gone: true };
		expect((await readMyNotes(db, learner)).courses[0]?.lessons).toMatchObject([
			{ gone: false, bookmarks: [gone], notes: [{ section: gone }] }
		]);
		const change = { ...note, text: 'Sudah ditanya.', version: 1 };
		expect(await editNote(db, learner, here, change)).toEqual({ outcome: 'saved' });
		const moved = { ...change, place: 'bagian-akibat', version: 2 };
		expect(await editNote(db, learner, here, moved)).toEqual({ outcome: 'saved' });
		expect((await readLessonNotes(db, learner, courseId, here.lesson))?.lesson.notes).toMatchObject(
			[{ text: 'Sudah ditanya.', section: { title: 'Akibat', gone: false } }]
		);
		await setBookmark(db, learner, here, { place: 'bagian-sebab', marked: false });
		expect((await readMyNotes(db, learner)).all).toBe(1);
	});

	test.for([
		['walidata', 1],
		['WALIDATA tanya', 1],
		['sebab', 2],
		['gejala silo', 3],
		['data terpadu', 3],
		['tidak ada', 0],
		['', 3]
	] as const)('searched for “%s” show %i', async ([query, found], { db }) => {
		const learner = await aLearnerOf(db, await edition(db, '2026.1', text));
		await addNote(db, learner, here, aNote('Tanya Walidata.', 'bagian-sebab'));
		await setBookmark(db, learner, here, { place: 'bagian-sebab', marked: true });
		await setBookmark(db, learner, here, { place: '', marked: true });
		expect(await readMyNotes(db, learner, query)).toMatchObject({ all: 3, found });
	});

	test('come page by page, a lesson whole, and together in the file', async ({ db }) => {
		await actAs(db, SYSTEM);
		await publishRegistries(db, registry, { publisher: null, at: new Date() });
		const second = aLesson(text, { title: 'Dua', check: 'dua-1' });
		const { releaseId } = await publish(db, {
			...{ courseId, publisher: null, home: 'folder', registry, at: new Date() },
			files: aCourse({
				'course.md': exampleTexts['course.md']!.replace('jp: 1', 'jp: 2'),
				'01-dasar/module.md': exampleTexts['01-dasar/module.md']!.replace('jp: 1', 'jp: 2'),
				[lessonFile]: aLesson(text),
				'01-dasar/02-dua.md': second
			})
		});
		const learner = await aLearnerOf(db, releaseId!);
		for (let nth = 0; nth < 40; nth++)
			for (const lesson of [here.lesson, 'dua'])
				await addNote(db, learner, { ...here, lesson }, aNote(`Catatan ${nth}`));
		const page = async (query: string, wanted: number) => {
			const { courses, ...counts } = await readMyNotes(db, learner, query, wanted);
			const lessons = courses.flatMap((course) => course.lessons);
			return { ...counts, shown: lessons.map(({ id, notes }) => `${id} ${notes.length}`) };
		};
		const whole = { all: 80, found: 80, pages: 2 };
		expect(await page('', 1)).toEqual({ ...whole, page: 1, shown: ['gejala-silo 40'] });
		expect(await page('', 2)).toEqual({ ...whole, page: 2, shown: ['dua 40'] });
		expect(await page('', 99)).toMatchObject({ page: 2 });
		expect(await page('catatan 3', 1)).toMatchObject({ found: 26, pages: 1, page: 1 });
		const [course] = await readAllMyNotes(db, learner);
		expect(course?.lessons.map(({ notes }) => notes.length)).toEqual([40, 40]);
	});

	test('are changed where they stand, and at no other address', async ({ db }) => {
		const learner = await aLearnerOf(db, await edition(db, '2026.1', text));
		const note = aNote('Tanya walidata.');
		await addNote(db, learner, here, note);
		const change = { ...note, text: 'Lain.', version: 1 };
		for (const address of [
			{ course: 'tidak-ada', lesson: 'tidak-ada' },
			{ ...here, lesson: 'tidak-ada' }
		]) {
			const unknown = { reason: 'not-found', code: 'note-unknown' };
			await expect(editNote(db, learner, address, change)).rejects.toMatchObject(unknown);
			await expect(removeNote(db, learner, address, note.id)).rejects.toMatchObject(unknown);
			const strange = { ...change, id: randomUUID() };
			await expect(editNote(db, learner, address, strange)).rejects.toThrow();
		}
		await removeNote(db, learner, here, note.id);
		expect(await editNote(db, learner, here, change)).toEqual({ outcome: 'gone' });
	});

	test('go into a file with all their lines', async ({ db }) => {
		const learner = await aLearnerOf(db, await edition(db, '2026.1', text));
		await addNote(db, learner, here, aNote('Satu\n\n- dua'));
		await setBookmark(db, learner, here, { place: '', marked: true });
		const courses = await readAllMyNotes(db, learner);
		const at = new Date('2026-11-22T01:00:00Z');
		expect(notesAsMarkdown(courses, at, 'id')).toContain(
			'## Data terpadu\n\n### Gejala silo\n\nYang Anda tandai:\n\n- Seluruh materi ini\n'
		);
		expect(notesAsMarkdown(courses, at, 'id')).toContain('\n> Satu\n>\n> - dua\n');
		const plain = notesAsText(courses, at, 'en');
		expect(plain).toContain('\r\nSatu\r\n\r\n- dua\r\n');
		expect(plain).toContain('Downloaded 22 November 2026 at 08:00 WIB');
	});

	test('of a course that the learner does not take are not asked for', async ({ db }) => {
		await edition(db, '2026.1', text);
		const stranger = { personId: await aPerson(db), agencyId: null, unitId: null };
		await actAs(db, stranger.personId);
		expect(await readLessonNotes(db, stranger, courseId, here.lesson)).toBeNull();
		await expect(addNote(db, stranger, here, aNote('x'))).rejects.toMatchObject({
			code: 'not-enrolled'
		});
	});
});

describe('a glossary', () => {
	test('names the lessons that use a term and leads from term to term', async ({ db }) => {
		await edition(db, '2026.1', text);
		expect(await readGlossary(db, courseId, '')).toMatchObject({
			all: 1,
			found: 1,
			letters: [
				{
					letter: 'D',
					entries: [{ id: 'data-induk', lessons: [{ id: 'gejala-silo', title: 'Gejala silo' }] }]
				}
			]
		});
		expect(await readGlossary(db, courseId, 'walidata')).toMatchObject({ all: 1, found: 0 });
		await expect(readGlossary(db, 'tidak-ada', '')).rejects.toMatchObject({
			code: 'course-unknown'
		});
	});

	test('is that of the edition which the learner takes', async ({ db }) => {
		const learner = await aLearnerOf(db, await edition(db, '2026.1', text));
		await edition(db, '2026.2', text.replace('[[data induk]]', 'data'));
		await actAs(db, learner.personId);
		const editions = [
			await readMyGlossary(db, learner, courseId, ''),
			await readGlossary(db, courseId, '')
		];
		expect(editions.map(({ course }) => course.edition)).toEqual(['2026.1', '2026.2']);
		expect(editions.map(({ letters }) => letters[0]?.entries[0]?.lessons?.length)).toEqual([1, 0]);
	});
});

test('a module to be printed holds its lessons with ids of their own, and neither key nor answer', async ({
	db
}) => {
	await actAs(db, SYSTEM);
	const second = aLesson(text, { title: 'Dua', check: 'dua-1' }).replace(
		'minutes: 45',
		'minutes: 5'
	);
	await publishRegistries(db, registry, { publisher: null, at: new Date() });
	const { releaseId, problems } = await publish(db, {
		courseId,
		publisher: null,
		home: 'folder',
		registry,
		at: new Date(),
		files: aCourse({ [lessonFile]: aLesson(text), '01-dasar/02-dua.md': second })
	});
	expect(problems).toEqual([]);
	const learner = await aLearnerOf(db, releaseId!);
	const print = await readModule(db, learner, courseId, 'dasar');
	expect(print.lessons.map(({ title }) => title)).toEqual(['Gejala silo', 'Dua']);
	expect(print.terms.map(({ term }) => term)).toEqual(['data induk']);
	expect(print.regulations).toMatchObject([{ id: 'uu-1-2020', text: 'berlaku' }]);
	const sent = JSON.stringify(print);
	const ids = [...sent.matchAll(/ id=\\"([^"\\]+)/g)].map(([, id]) => id);
	expect(ids.length).toBeGreaterThan(5);
	expect(new Set(ids).size).toBe(ids.length);
	for (const secret of ['Tepat.', 'Itu pengulangan.', 'correct', 'rationale'])
		expect(sent).not.toContain(secret);
	expect(aQuestion('x')).toContain('Tepat.');
	await expect(readModule(db, learner, courseId, 'lain')).rejects.toMatchObject({
		code: 'module-unknown'
	});
	const stranger = { ...learner, personId: randomUUID() };
	await expect(readModule(db, stranger, courseId, 'dasar')).rejects.toMatchObject({
		code: 'not-enrolled'
	});
});
