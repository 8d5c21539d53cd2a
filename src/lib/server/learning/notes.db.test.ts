import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { actAs, test } from '../../../../tests/support/database.ts';
import { aPerson } from '../../../../tests/support/people.ts';
import type { Database } from '../db/connect.ts';
import { SYSTEM, withScope } from '../db/scope.ts';
import { listBookmarks, mark, unmark } from './bookmarks.ts';
import { enrol, type Learner } from './enrolments.ts';
import {
	changeNote,
	deleteNote,
	findNote,
	listNotes,
	MOST_NOTES,
	MOST_NOTES_IN_ALL,
	NOTE_LENGTH,
	writeNote,
	type LessonPlace
} from './notes.ts';
import { findStandingInLesson } from './states.ts';

const lesson: LessonPlace = { courseId: 'spbe-101', lessonId: 'gejala', releaseId: 'edisi-1' };
const elsewhere = { ...lesson, lessonId: 'lain' };

async function aLearner(db: Database): Promise<Learner> {
	await actAs(db, SYSTEM);
	const learner = { personId: await aPerson(db), agencyId: null, unitId: null };
	await actAs(db, learner.personId);
	await enrol(db, learner, { id: 'edisi-1', courseId: 'spbe-101' });
	return learner;
}

const aNote = (text: string, place: string | null = null) => ({ id: randomUUID(), place, text });

describe('a note', () => {
	test('sent twice is one note', async ({ db }) => {
		const learner = await aLearner(db);
		const note = aNote('Tanyakan siapa walidata kita.\n\nKamis, rapat.', 'bagian-gejala');
		await writeNote(db, learner, lesson, note);
		await writeNote(db, learner, lesson, note);
		expect(await listNotes(db, learner, lesson)).toMatchObject([
			{ ...note, ...lesson, version: 1 }
		]);
	});

	test('whose form comes back with another text is refused, and the first one stays', async ({
		db
	}) => {
		const learner = await aLearner(db);
		const note = aNote('Satu');
		await writeNote(db, learner, lesson, note);
		for (const other of [lesson, elsewhere])
			await expect(
				db.transaction((tx) => writeNote(tx, learner, other, { ...note, text: 'Dua' }))
			).rejects.toMatchObject({ code: 'note-reused' });
		expect(await listNotes(db, learner)).toMatchObject([{ text: 'Satu' }]);
	});

	test.for([
		['', 'note-empty'],
		[' \n\t ', 'note-empty'],
		['x'.repeat(NOTE_LENGTH + 1), 'note-long']
	] as const)('of the text %j is refused', async ([text, code], { db }) => {
		const learner = await aLearner(db);
		await expect(writeNote(db, learner, lesson, aNote(text))).rejects.toMatchObject({ code });
		await writeNote(db, learner, lesson, aNote('x'));
		const id = (await listNotes(db, learner))[0]!.id;
		const change = { id, place: null, text, version: 1 };
		await expect(changeNote(db, learner, lesson, change)).rejects.toMatchObject({ code });
	});

	test('is one of a bounded number in a lesson and in all, and the last one sent twice is no fault', async ({
		db
	}) => {
		const learner = await aLearner(db);
		const write = (where: LessonPlace, note: ReturnType<typeof aNote>) =>
			db.transaction((tx) => writeNote(tx, learner, where, note));
		const fill = (lessonId: string, many: number) =>
			db.execute(sql`
				insert into notes (person_id, id, course_id, lesson_id, release_id, text, written_at, changed_at)
				select ${learner.personId}::uuid, gen_random_uuid(), 'spbe-101', ${lessonId}, 'edisi-1', 'x', now(), now()
				from generate_series(1, ${many}::integer)`);
		await fill('gejala', MOST_NOTES - 1);
		const last = aNote('Yang terakhir');
		await write(lesson, last);
		await write(lesson, last);
		await expect(write(lesson, aNote('Lagi'))).rejects.toMatchObject({ code: 'notes-full' });
		await fill('banyak', MOST_NOTES_IN_ALL - MOST_NOTES);
		await write(lesson, last);
		await expect(write(elsewhere, aNote('Lagi'))).rejects.toMatchObject({ code: 'notes-all-full' });
	});

	test('is changed and deleted in its own lesson alone', async ({ db }) => {
		const learner = await aLearner(db);
		const note = aNote('Satu');
		await writeNote(db, learner, lesson, note);
		const change = { ...note, text: 'Dua', version: 1 };
		const unknown = { reason: 'not-found', code: 'note-unknown' };
		await expect(changeNote(db, learner, elsewhere, change)).rejects.toMatchObject(unknown);
		await expect(deleteNote(db, learner, elsewhere, note.id)).rejects.toMatchObject(unknown);
		await expect(findNote(db, learner, elsewhere, note.id)).rejects.toMatchObject(unknown);
		expect(await listNotes(db, learner)).toMatchObject([{ text: 'Satu', version: 1 }]);
	});

	test('may be as long as the form allows, in any script', async ({ db }) => {
		const learner = await aLearner(db);
		for (const text of ['x'.repeat(NOTE_LENGTH), 'ꦲ'.repeat(NOTE_LENGTH), '🌾'.repeat(2000)])
			await writeNote(db, learner, lesson, aNote(text));
		expect(await listNotes(db, learner)).toHaveLength(3);
	});

	test('changed from the version that was shown is changed; the same change again is no news', async ({
		db
	}) => {
		const learner = await aLearner(db);
		const note = aNote('Satu');
		await writeNote(db, learner, lesson, note);
		const change = { id: note.id, place: 'bagian-a', text: 'Dua', version: 1 };
		expect(await changeNote(db, learner, { ...lesson, releaseId: 'e2' }, change)).toEqual({
			outcome: 'saved'
		});
		expect(await changeNote(db, learner, { ...lesson, releaseId: 'e2' }, change)).toEqual({
			outcome: 'saved'
		});
		expect(await findNote(db, learner, lesson, note.id)).toMatchObject({
			text: 'Dua',
			place: 'bagian-a',
			version: 2,
			releaseId: 'e2'
		});
	});

	test('changed on two pages keeps the first and tells the second of it', async ({ db }) => {
		const learner = await aLearner(db);
		const note = aNote('Satu');
		await writeNote(db, learner, lesson, note);
		const from = { id: note.id, place: null, version: 1 };
		await changeNote(db, learner, lesson, { ...from, text: 'Dari ponsel' });
		expect(await changeNote(db, learner, lesson, { ...from, text: 'Dari kantor' })).toMatchObject({
			outcome: 'changed',
			stored: { text: 'Dari ponsel', version: 2 }
		});
		expect(
			await changeNote(db, learner, lesson, { ...from, text: 'Keduanya', version: 2 })
		).toMatchObject({
			outcome: 'saved'
		});
	});

	test('deleted is gone for good, and a change says so', async ({ db }) => {
		const learner = await aLearner(db);
		const note = aNote('Satu');
		await writeNote(db, learner, lesson, note);
		await deleteNote(db, learner, lesson, note.id);
		await deleteNote(db, learner, lesson, note.id);
		expect(await listNotes(db, learner)).toEqual([]);
		const change = { id: note.id, place: null, text: 'x', version: 1 };
		expect(await changeNote(db, learner, lesson, change)).toEqual({ outcome: 'gone' });
	});

	test('of somebody else can be neither read, changed nor deleted', async ({ db }) => {
		const writer = await aLearner(db);
		const note = aNote('Rahasia');
		await writeNote(db, writer, lesson, note);
		const other = await aLearner(db);
		await deleteNote(db, { ...other, personId: writer.personId }, lesson, note.id);
		const change = { id: note.id, place: null, text: 'x', version: 1 };
		expect(await changeNote(db, { ...other, personId: writer.personId }, lesson, change)).toEqual({
			outcome: 'gone'
		});
		expect(await listNotes(db, writer)).toEqual([]);
		await actAs(db, writer.personId);
		expect(await listNotes(db, writer)).toMatchObject([{ text: 'Rahasia', version: 1 }]);
	});

	test('saved by two connections at once is saved by one', async ({ pool }) => {
		const learner = await withScope(pool, SYSTEM, async (db) => ({
			personId: await aPerson(db),
			agencyId: null,
			unitId: null
		}));
		const scope = { as: 'person', personId: learner.personId } as const;
		const note = aNote('Satu');
		await withScope(pool, scope, (db) => writeNote(db, learner, lesson, note));
		const outcomes = await Promise.all(
			['Dua', 'Tiga', 'Empat'].map((text) =>
				withScope(pool, scope, (db) =>
					changeNote(db, learner, lesson, {
						id: note.id,
						place: null,
						text,
						version: 1
					})
				)
			)
		);
		expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['changed', 'changed', 'saved']);
	});
});

describe('a bookmark', () => {
	test('made twice is one, taken off twice is none', async ({ db }) => {
		const learner = await aLearner(db);
		for (const place of ['', 'bagian-a', 'bagian-a']) await mark(db, learner, lesson, place);
		expect((await listBookmarks(db, learner, lesson)).map(({ place }) => place).sort()).toEqual([
			'',
			'bagian-a'
		]);
		await unmark(db, learner, lesson, 'bagian-a');
		await unmark(db, learner, lesson, 'bagian-a');
		expect(await listBookmarks(db, learner)).toMatchObject([{ place: '' }]);
	});
});

test('a lesson tells how many notes and which bookmarks its learner has, of this lesson alone', async ({
	db
}) => {
	const learner = await aLearner(db);
	await writeNote(db, learner, lesson, aNote('Satu'));
	await writeNote(db, learner, elsewhere, aNote('Dua'));
	await mark(db, learner, lesson, 'bagian-a');
	await mark(db, learner, elsewhere, 'bagian-b');
	expect(await findStandingInLesson(db, learner, 'spbe-101', 'gejala')).toMatchObject({
		notes: 1,
		bookmarks: ['bagian-a']
	});
});
