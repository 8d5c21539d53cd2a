import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { actAs, test } from '../../../../tests/support/database.ts';
import { aMarkerOf } from '../../../../tests/support/marking.ts';
import { anAgency, anOfficer, aPerson } from '../../../../tests/support/people.ts';
import { aProjectLearner, handingIn, PROJECT } from '../../../../tests/support/projects.ts';
import { ROLES, type Actor } from '../access/policy.ts';
import type { Database, Pool } from '../db/connect.ts';
import { PUBLIC, SYSTEM, withScope } from '../db/scope.ts';
import { MOST_BYTES } from '../document-type.ts';
import { listEntries } from '../hours/ledger.ts';
import type { Learner } from '../learning/enrolments.ts';
import {
	addProjectFile,
	demandReady,
	handInProject,
	readProject,
	readProjectFile,
	removeProjectFile,
	saveDraft
} from './hand-in-project.ts';
import { markWork, readHandedFile, readQueue, readWork, returnForMending } from './mark-work.ts';
import { readOutline } from './read-outline.ts';

const PDF = Buffer.from('%PDF-1.7\nalur layanan');
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]);
const best = [0, 0];
const half = [1, 1];
const worst = [2, 2];

const read = async (db: Database, learner: Learner) => {
	await actAs(db, learner.personId);
	return (await readProject(db, learner, PROJECT))!;
};

async function firstWork(db: Database, marker: Actor): Promise<string> {
	await actAs(db, marker.personId);
	return (await readQueue(db, marker)).waiting[0]!.id;
}

async function mark(db: Database, marker: Actor, id: string, levels: number[], more = {}) {
	await actAs(db, marker.personId);
	const given = {
		id: randomUUID(),
		levels,
		comment: 'Peta alurnya jelas.',
		replaces: null,
		...more
	};
	await markWork(db, marker, id, given);
	return given.id;
}

/** Runs what is refused in a savepoint, so that the transaction goes on. */
const refused = (db: Database, story: (tx: Database) => Promise<unknown>) =>
	expect(db.transaction((tx) => story(tx))).rejects;

describe('a draft', () => {
	test('shows brief, rubric and pass mark, and begins with the first word', async ({ db }) => {
		const learner = await aProjectLearner(db);
		const page = await read(db, learner);
		expect(page).toMatchObject({
			state: 'not-started',
			brief: {
				title: 'Satu layanan tanpa ketik ulang',
				jp: 4,
				minutes: 180,
				teamSize: 4,
				passMark: 70
			},
			draft: { number: 1, revision: 0, text: null, files: [] },
			handedIn: []
		});
		expect(page.brief.rubric).toMatchObject({
			criteria: [{ name: 'Peta alur' }, { name: 'Usul' }]
		});
		expect(page.brief.html).toContain('Yang dikumpulkan');
		expect(page.brief.html).not.toContain('Setiap tempat data diketik');
		expect(await saveDraft(db, learner, PROJECT, { text: ' \n', base: 0 })).toBe(0);
		expect(await read(db, learner)).toMatchObject({ state: 'not-started' });
		expect(await saveDraft(db, learner, PROJECT, { text: 'Alur KTP.\n', base: 0 })).toBe(1);
		expect(await read(db, learner)).toMatchObject({
			state: 'draft',
			draft: { revision: 1, text: 'Alur KTP.' }
		});
	});

	test('written elsewhere meanwhile is not written over unseen', async ({ db }) => {
		const learner = await aProjectLearner(db);
		await saveDraft(db, learner, PROJECT, { text: 'Dari ponsel.', base: 0 });
		await refused(db, (tx) =>
			saveDraft(tx, learner, PROJECT, { text: 'Dari kantor.', base: 0 })
		).toMatchObject({ code: 'draft-changed' });
		expect(await saveDraft(db, learner, PROJECT, { text: 'Dari ponsel.', base: 0 })).toBe(1);
		expect(await saveDraft(db, learner, PROJECT, { text: 'Dari kantor.', base: 1 })).toBe(2);
	});

	test('takes files once each, at most five, and lets them go without a trace', async ({ db }) => {
		const learner = await aProjectLearner(db);
		const count = async () => (await db.execute(sql`select from project_files`)).length;
		await addProjectFile(db, learner, PROJECT, PDF);
		await addProjectFile(db, learner, PROJECT, PDF);
		await addProjectFile(db, learner, PROJECT, PNG);
		const { files } = (await read(db, learner)).draft!;
		expect(files.map(({ mediaType, size }) => [mediaType, size])).toEqual([
			['application/pdf', PDF.length],
			['image/png', PNG.length]
		]);
		expect((await readProjectFile(db, learner, PROJECT, files[0]!.sha256)).bytes).toEqual(PDF);
		await removeProjectFile(db, learner, PROJECT, files[0]!.sha256);
		await removeProjectFile(db, learner, PROJECT, files[0]!.sha256);
		expect(await count()).toBe(1);
		for (let nth = 0; nth < 4; nth++)
			await addProjectFile(db, learner, PROJECT, Buffer.from(`%PDF-${nth}`));
		await refused(db, (tx) => addProjectFile(tx, learner, PROJECT, PDF)).toMatchObject({
			code: 'hand-in-files-full'
		});
	});

	test.for<[string, Buffer, string]>([
		['an empty file', Buffer.alloc(0), 'evidence-empty'],
		['an archive, whatever its name', Buffer.from('PK\u0003\u0004'), 'evidence-kind'],
		['a page', Buffer.from('<html>%PDF-'), 'evidence-kind'],
		['a file too large', Buffer.concat([PDF, Buffer.alloc(MOST_BYTES)]), 'evidence-large']
	])('refuses %s', async ([, bytes, code], { db }) => {
		const learner = await aProjectLearner(db);
		await refused(db, (tx) => addProjectFile(tx, learner, PROJECT, bytes)).toMatchObject({ code });
		expect((await read(db, learner)).draft!.files).toEqual([]);
	});

	test('refuses a text of ten megabytes, and keeps what was there', async ({ db }) => {
		const learner = await aProjectLearner(db);
		await saveDraft(db, learner, PROJECT, { text: 'Alur KTP.', base: 0 });
		await refused(db, (tx) =>
			saveDraft(tx, learner, PROJECT, { text: 'x'.repeat(10_000_000), base: 1 })
		).toMatchObject({ code: 'hand-in-text-long' });
		expect((await read(db, learner)).draft!.text).toBe('Alur KTP.');
	});

	test('without a word or a file is not handed in', async ({ db }) => {
		const learner = await aProjectLearner(db);
		await refused(db, (tx) => demandReady(tx, learner, PROJECT)).toMatchObject({
			code: 'hand-in-empty'
		});
		await refused(db, (tx) =>
			handInProject(tx, learner, PROJECT, { number: 1, revision: 0 })
		).toMatchObject({ code: 'hand-in-unknown' });
		await addProjectFile(db, learner, PROJECT, PDF);
		const { draft } = await read(db, learner);
		await removeProjectFile(db, learner, PROJECT, draft!.files[0]!.sha256);
		await refused(db, (tx) =>
			handInProject(tx, learner, PROJECT, { number: 1, revision: 2 })
		).toMatchObject({ code: 'hand-in-empty' });
	});

	test('is of courses that have a project and are taken', async ({ db }) => {
		const learner = await aProjectLearner(db);
		for (const [course, code] of [
			['lain-1', 'not-enrolled'],
			[PROJECT, null]
		] as const) {
			const saving = db.transaction((tx) => saveDraft(tx, learner, course, { text: 'x', base: 0 }));
			await (code ? expect(saving).rejects.toMatchObject({ code }) : saving);
		}
	});
});

describe('what was handed in', () => {
	test('is as the learner saw it, once, and never changes', async ({ db }) => {
		const learner = await aProjectLearner(db);
		await addProjectFile(db, learner, PROJECT, PDF);
		const base = await saveDraft(db, learner, PROJECT, { text: 'Alur KTP.', base: 1 });
		await refused(db, (tx) =>
			handInProject(tx, learner, PROJECT, { number: 1, revision: base - 1 })
		).toMatchObject({ code: 'draft-changed' });
		const seen = { number: 1, revision: base };
		await handInProject(db, learner, PROJECT, seen);
		await handInProject(db, learner, PROJECT, seen);
		const page = await read(db, learner);
		expect(page).toMatchObject({ state: 'waiting', draft: null });
		expect(page.handedIn).toMatchObject([{ number: 1, text: 'Alur KTP.', result: null }]);
		const { sha256 } = page.handedIn[0]!.files[0]!;
		for (const late of [
			(tx: Database) => saveDraft(tx, learner, PROJECT, { text: 'Lain.', base }),
			(tx: Database) => addProjectFile(tx, learner, PROJECT, PNG),
			(tx: Database) => removeProjectFile(tx, learner, PROJECT, sha256)
		])
			await refused(db, late).toMatchObject({ code: 'hand-in-closed' });
		expect(await saveDraft(db, learner, PROJECT, { text: 'Alur KTP.', base: 1 })).toBe(base);
		expect((await db.execute(sql`update hand_ins set text = 'lain'`)).count).toBe(0);
		for (const statement of [
			sql`delete from hand_in_files`,
			sql`delete from project_files`,
			sql`insert into hand_ins (person_id, course_id, number, release_id, revision, changed_at)
				select person_id, course_id, 2, release_id, 0, now() from hand_ins`
		])
			await refused(db, (tx) => tx.execute(statement)).toThrow();
		await actAs(db, SYSTEM);
		for (const statement of [
			sql`update hand_ins set text = 'lain'`,
			sql`update hand_ins set handed_in_at = null`,
			sql`update project_files set bytes = '%PDF-lain'`,
			sql`delete from hand_ins`,
			sql`delete from hand_in_files`
		])
			await refused(db, (tx) => tx.execute(statement)).toThrow();
	});

	test('can be emptied for whom it is about; what it earned stays', async ({ db }) => {
		const learner = await aProjectLearner(db);
		await addProjectFile(db, learner, PROJECT, PDF);
		const revision = await saveDraft(db, learner, PROJECT, { text: 'Alur KTP.', base: 1 });
		await handInProject(db, learner, PROJECT, { number: 1, revision });
		const marker = await aMarkerOf(db, PROJECT);
		const id = await firstWork(db, marker);
		await mark(db, marker, id, best);
		await actAs(db, SYSTEM);
		await db.execute(sql`update hand_ins set text = null`);
		await db.execute(sql`update project_files set bytes = null`);
		await actAs(db, marker.personId);
		const work = await readWork(db, marker, id);
		expect(work).toMatchObject({ text: null, files: [{ gone: true }] });
		await expect(readHandedFile(db, marker, id, work.files[0]!.sha256)).rejects.toMatchObject({
			code: 'file-unknown'
		});
		expect(await read(db, learner)).toMatchObject({ state: 'passed' });
	});
});

describe('markers', () => {
	test('read it without a name, by the rubric; passing earns its JP once and blocks nothing', async ({
		db
	}) => {
		await actAs(db, SYSTEM);
		const place = await anAgency(db, 'Asal');
		const learner = await aProjectLearner(db, place);
		await addProjectFile(db, learner, PROJECT, PDF);
		const missing = (await readOutline(db, learner, PROJECT))!.missing;
		expect(missing.map(({ kind }) => kind)).toEqual(['lesson']);
		const base = (await read(db, learner)).draft!.revision;
		const revision = await saveDraft(db, learner, PROJECT, { text: 'Alur KTP.', base });
		await handInProject(db, learner, PROJECT, { number: 1, revision });
		const marker = await aMarkerOf(db, PROJECT);
		const id = await firstWork(db, marker);
		const work = await readWork(db, marker, id);
		expect(work).toMatchObject({
			...{ kind: 'project', version: 1, title: 'Satu layanan tanpa ketik ulang' },
			...{ text: 'Alur KTP.', weights: [60, 40], returnable: true, wanted: null }
		});
		expect(JSON.stringify(work)).not.toMatch(
			new RegExp(`${learner.personId}|${place.agencyId}|${place.unitId}`)
		);
		expect((await readHandedFile(db, marker, id, work.files[0]!.sha256)).bytes).toEqual(PDF);
		const first = await mark(db, marker, id, best);
		const page = await read(db, learner);
		expect(page).toMatchObject({
			state: 'passed',
			earned: { jp: 4 },
			handedIn: [
				{ result: { score: 100, marks: [{ levels: best, comment: 'Peta alurnya jelas.' }] } }
			]
		});
		expect(JSON.stringify(page)).not.toContain(marker.personId);
		const ledger = await listEntries(db, learner.personId);
		expect(ledger).toMatchObject([
			{
				...{ key: `proyek:${PROJECT}`, kind: 'project', jp: 4, organiser: 'Contoh', ...place },
				// Read far from its course: the line says which.
				title: expect.stringMatching(
					/^\S+ Pelatihan dengan proyek: Satu layanan tanpa ketik ulang$/
				)
			}
		]);
		// A mark mended to less takes nothing back, and what was passed is not sent back.
		const less = { replaces: { id: first, reason: 'Salah baca.' } };
		await mark(db, marker, id, worst, less);
		expect(await read(db, learner)).toMatchObject({ state: 'passed' });
		await actAs(db, marker.personId);
		await refused(db, (tx) => returnForMending(tx, marker, id, 'Perbaiki.')).toMatchObject({
			code: 'work-settled'
		});
		await actAs(db, learner.personId);
		expect(await listEntries(db, learner.personId)).toHaveLength(1);
		expect((await readOutline(db, learner, PROJECT))!.missing).toEqual(missing);
	});

	test('below the pass mark read it by two, and far apart by three', async ({ db }) => {
		const learner = await aProjectLearner(db);
		await handingIn(db, learner, 'Alur KTP.');
		const markers = [
			await aMarkerOf(db, PROJECT),
			await aMarkerOf(db, PROJECT),
			await aMarkerOf(db, PROJECT)
		];
		const id = await firstWork(db, markers[0]!);
		await mark(db, markers[0]!, id, worst);
		expect(await read(db, learner)).toMatchObject({
			state: 'waiting',
			handedIn: [{ result: null }]
		});
		await mark(db, markers[1]!, id, best);
		expect(await read(db, learner)).toMatchObject({ state: 'waiting' });
		await mark(db, markers[2]!, id, half);
		expect(await read(db, learner)).toMatchObject({
			state: 'failed',
			draft: null,
			handedIn: [{ result: { score: 50 } }]
		});
		expect(await listEntries(db, learner.personId)).toEqual([]);
	});

	test('send it back with words, and a new version stands beside the old', async ({ db }) => {
		const learner = await aProjectLearner(db);
		await addProjectFile(db, learner, PROJECT, PDF);
		const base = await saveDraft(db, learner, PROJECT, { text: 'Alur KTP.', base: 1 });
		await handInProject(db, learner, PROJECT, { number: 1, revision: base });
		const [a, b] = [await aMarkerOf(db, PROJECT), await aMarkerOf(db, PROJECT)];
		const id = await firstWork(db, a);
		for (const [words, code] of [
			['', 'return-words-missing'],
			['x'.repeat(5001), 'return-words-long']
		] as const)
			await refused(db, (tx) => returnForMending(tx, a, id, words)).toMatchObject({ code });
		await returnForMending(db, a, id, 'Tandai tempat data diketik.');
		await returnForMending(db, a, id, 'Tandai tempat data diketik.');
		expect(await readQueue(db, a)).toMatchObject({ count: 0, marked: [{ id, returned: true }] });
		await actAs(db, b.personId);
		expect((await readQueue(db, b)).waiting).toEqual([]);
		await refused(db, (tx) => mark(tx, b, id, best)).toMatchObject({ code: 'work-unknown' });
		await actAs(db, a.personId);
		await refused(db, (tx) => mark(tx, a, id, best)).toMatchObject({ code: 'work-settled' });

		const sentBack = await read(db, learner);
		expect(sentBack).toMatchObject({
			state: 'returned',
			draft: {
				number: 2,
				revision: 0,
				text: 'Alur KTP.',
				files: [{ mediaType: 'application/pdf' }]
			},
			handedIn: [{ number: 1, returned: { words: 'Tandai tempat data diketik.' } }]
		});
		expect(JSON.stringify(sentBack)).not.toContain(a.personId);
		await refused(db, (tx) => demandReady(tx, learner, PROJECT)).toMatchObject({
			code: 'hand-in-unchanged'
		});
		await removeProjectFile(db, learner, PROJECT, sentBack.draft!.files[0]!.sha256);
		await handingIn(db, learner, 'Alur KTP dengan tanda.');
		const mended = await read(db, learner);
		expect(mended).toMatchObject({ state: 'waiting', draft: null });
		expect(mended.handedIn.map(({ number, text, files }) => [number, text, files.length])).toEqual([
			[2, 'Alur KTP dengan tanda.', 0],
			[1, 'Alur KTP.', 1]
		]);
		const next = await firstWork(db, b);
		expect(await readWork(db, b, next)).toMatchObject({
			version: 2,
			wanted: 'Tandai tempat data diketik.'
		});
		await mark(db, b, next, best);
		expect(await read(db, learner)).toMatchObject({ state: 'passed' });
	});

	test('may send back what did not reach its mark by theirs', async ({ db }) => {
		const learner = await aProjectLearner(db);
		await handingIn(db, learner, 'Alur KTP.');
		const [a, b] = [await aMarkerOf(db, PROJECT), await aMarkerOf(db, PROJECT)];
		const id = await firstWork(db, a);
		await mark(db, a, id, worst);
		await mark(db, b, id, worst);
		await actAs(db, a.personId);
		expect(await readWork(db, a, id)).toMatchObject({ returnable: true });
		await returnForMending(db, a, id, 'Tandai tempat data diketik.');
		expect(await read(db, learner)).toMatchObject({
			state: 'returned',
			handedIn: [{ result: { score: 0 }, returned: { words: 'Tandai tempat data diketik.' } }]
		});
	});
});

describe('nobody else', () => {
	test('finds a hand-in by a forged id, marks or returns it without the duty', async ({ db }) => {
		const learner = await aProjectLearner(db);
		await addProjectFile(db, learner, PROJECT, PDF);
		const { draft } = await read(db, learner);
		const { sha256 } = draft!.files[0]!;
		await handInProject(db, learner, PROJECT, { number: 1, revision: draft!.revision });
		const id = await firstWork(db, await aMarkerOf(db, PROJECT));
		await actAs(db, SYSTEM);
		const organiser = await anOfficer(db, 'organiser', await anAgency(db, 'T'));
		for (const other of [await aMarkerOf(db, 'lain-1'), organiser]) {
			await actAs(db, other.personId);
			expect((await readQueue(db, other)).waiting).toEqual([]);
			for (const one of [id, randomUUID(), 'bukan-id']) {
				await refused(db, (tx) => readWork(tx, other, one)).toMatchObject({ code: 'work-unknown' });
				await refused(db, (tx) => returnForMending(tx, other, one, 'x')).toMatchObject({
					code: 'work-unknown'
				});
			}
			await refused(db, (tx) => readHandedFile(tx, other, id, sha256)).toMatchObject({
				code: 'file-unknown'
			});
			await refused(db, (tx) =>
				tx.execute(sql`insert into work_returns (work_id, marker_id, returned_at, words)
					values (${id}, ${other.personId}, now(), 'x')`)
			).toMatchObject({ cause: { code: '42501' } });
		}
		await actAs(db, SYSTEM);
		const stranger = { personId: await aPerson(db), agencyId: null, unitId: null };
		await actAs(db, stranger.personId);
		await refused(db, (tx) => readProjectFile(tx, stranger, PROJECT, sha256)).toMatchObject({
			code: 'file-unknown'
		});
		await refused(db, (tx) =>
			handInProject(tx, stranger, PROJECT, { number: 1, revision: 1 })
		).toMatchObject({ code: 'not-enrolled' });
	});

	test('sees or writes a row of it, whatever the role', async ({ db }) => {
		await actAs(db, SYSTEM);
		const place = await anAgency(db, 'Induk');
		const others: Actor[] = [];
		for (const role of ROLES)
			others.push(
				await anOfficer(db, role, role === 'platform-admin' ? null : { ...place, unitId: null })
			);
		const learner = await aProjectLearner(db, place);
		await addProjectFile(db, learner, PROJECT, PDF);
		const { draft } = await read(db, learner);
		await handInProject(db, learner, PROJECT, { number: 1, revision: draft!.revision });
		const marker = await aMarkerOf(db, PROJECT);
		const id = await firstWork(db, marker);
		await returnForMending(db, marker, id, 'Perbaiki.');
		for (const scope of [...others.map(({ personId }) => personId), marker.personId, PUBLIC]) {
			await actAs(db, scope);
			for (const table of ['hand_ins', 'project_files', 'hand_in_files'])
				expect([...(await db.execute(sql.raw(`select * from ${table}`)))], table).toEqual([]);
			await refused(db, (tx) =>
				tx.execute(sql`insert into hand_ins (person_id, course_id, number, release_id, revision, changed_at)
					values (${learner.personId}, 'lain-1', 1, 'x', 0, now())`)
			).toMatchObject({ cause: { code: '42501' } });
		}
		for (const scope of [...others.map(({ personId }) => personId), learner.personId]) {
			await actAs(db, scope);
			expect([...(await db.execute(sql`select * from work_returns`))]).toEqual([]);
		}
	});
});

test('fifty hand-ins at once are one, and a mark and a return at once are one of them', async ({
	pool
}) => {
	const { learner, markers } = await withScope(pool, SYSTEM, async (db) => {
		const learner = await aProjectLearner(db);
		await saveDraft(db, learner, PROJECT, { text: 'Alur KTP.', base: 0 });
		return { learner, markers: [await aMarkerOf(db, PROJECT), await aMarkerOf(db, PROJECT)] };
	});
	const as = <T>(personId: string, story: (db: Database) => Promise<T>) =>
		withScope(pool as Pool, { as: 'person', personId }, story);
	await Promise.all(
		Array.from({ length: 50 }, () =>
			as(learner.personId, (db) => handInProject(db, learner, PROJECT, { number: 1, revision: 1 }))
		)
	);
	const [a, b] = markers as [Actor, Actor];
	const { waiting } = await as(a.personId, (db) => readQueue(db, a));
	expect(waiting).toHaveLength(1);
	const { id } = waiting[0]!;
	const outcomes = await Promise.allSettled([
		as(a.personId, (db) => returnForMending(db, a, id, 'Perbaiki.')),
		as(b.personId, (db) =>
			markWork(db, b, id, { id: randomUUID(), levels: best, comment: '', replaces: null })
		)
	]);
	expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
	const { state } = (await as(learner.personId, (db) => readProject(db, learner, PROJECT)))!;
	expect(['returned', 'passed']).toContain(state);
});
