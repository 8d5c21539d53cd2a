import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { actAs, test } from '../../../../tests/support/database.ts';
import { exampleFacts } from '../../../../tests/support/certificates.ts';
import { anAgency, anOfficer, aPerson } from '../../../../tests/support/people.ts';
import { ROLES, type Actor } from '../access/policy.ts';
import { listEntriesAboutMe } from '../audit/entries.ts';
import type { Database } from '../db/connect.ts';
import { PUBLIC, SYSTEM, withScope } from '../db/scope.ts';
import { award } from '../certification/awards.ts';
import type { Learner } from '../learning/enrolments.ts';
import { MOST_BYTES } from '../document-type.ts';
import { keepEvidence, MOST_FILES, openEvidence } from './evidence.ts';
import {
	decideTraining,
	listVersions,
	resubmitTraining,
	submitTraining,
	viewSubmission,
	withdrawTraining,
	type ToldTraining
} from './external.ts';
import { earnModuleHours, listEntries, reverseHours } from './ledger.ts';
import { placePerson } from '../organisation/placements.ts';
import { sumOf } from './position.ts';
import { findDuplicates } from './signs.ts';
import { findSubmission, listSubmissions } from './submissions.ts';

const now = new Date('2026-11-21T03:00:00Z');
const TODAY = '2026-11-21';
const PDF = Buffer.from('%PDF-1.7\nbukti');

interface Home {
	learner: Learner;
	officer: Actor;
	place: { agencyId: string; unitId: string };
}

async function aHome(db: Database): Promise<Home> {
	await actAs(db, SYSTEM);
	const place = await anAgency(db, 'Kabupaten');
	const officer = await anOfficer(db, 'hr-officer', { ...place, unitId: null });
	return { learner: { personId: await aPerson(db, {}, place), ...place }, officer, place };
}

async function aTraining(
	db: Database,
	{ personId }: Learner,
	changes: Partial<ToldTraining> = {}
): Promise<ToldTraining> {
	await actAs(db, personId);
	return {
		title: 'Bimbingan teknis Satu Data',
		organiser: 'Bappenas',
		form: 'bimbingan-teknis',
		jp: 8,
		startedOn: '2026-05-04',
		endedOn: '2026-05-05',
		certificate: '123/BIMTEK/V/2026',
		evidenceId: (await keepEvidence(db, personId, PDF, now)).id,
		...changes
	};
}

async function aSubmission(
	db: Database,
	learner: Learner,
	changes: Partial<ToldTraining> = {}
): Promise<string> {
	const training = await aTraining(db, learner, changes);
	const id = randomUUID();
	await submitTraining(db, learner, id, training, now, TODAY);
	return id;
}

const approve = { outcome: 'approved', number: 1 } as const;
const giveBack = { outcome: 'returned', number: 1, reason: 'Nomor tidak terbaca' } as const;

describe('a training from elsewhere', () => {
	test('is sent, seen by its officers, confirmed, and then stands in the ledger once', async ({
		db
	}) => {
		const { learner, officer, place } = await aHome(db);
		const id = await aSubmission(db, learner);
		expect(await findSubmission(db, id)).toMatchObject({ state: 'submitted', number: 1, jp: 8 });
		expect(await listEntries(db, learner.personId)).toEqual([]);
		await actAs(db, officer.personId);
		expect(await viewSubmission(db, officer, id)).toMatchObject({ name: 'Wayan Sudarma' });
		for (let again = 0; again < 10; again++) await decideTraining(db, officer, id, approve, now);
		const entries = await listEntries(db, learner.personId);
		expect(entries).toMatchObject([
			{
				kind: 'external',
				key: `luar:${id}`,
				jp: 8,
				startedOn: '2026-05-04',
				earnedOn: '2026-05-05',
				certificate: '123/BIMTEK/V/2026',
				recordedBy: officer.personId,
				...place
			}
		]);
		await actAs(db, SYSTEM);
		const acts = await db.execute<{ act: string }>(
			sql`select act from audit_entries where subject_id = ${learner.personId} order by act`
		);
		expect(acts.map(({ act }) => act)).toEqual([
			'account-created',
			'hours-approved',
			'hours-viewed'
		]);
	});

	test('that is returned is mended and sent again; the reason stays with its version', async ({
		db
	}) => {
		const { learner, officer } = await aHome(db);
		const id = await aSubmission(db, learner);
		await actAs(db, officer.personId);
		await decideTraining(db, officer, id, giveBack, now);
		await actAs(db, learner.personId);
		expect(await findSubmission(db, id)).toMatchObject({
			state: 'returned',
			reason: 'Nomor tidak terbaca'
		});
		const mended = await aTraining(db, learner, { certificate: '124' });
		for (let again = 0; again < 3; again++)
			await resubmitTraining(db, learner, { id, number: 1 }, mended, now, TODAY);
		expect((await listVersions(db, id)).map(({ number, outcome }) => [number, outcome])).toEqual([
			[2, null],
			[1, 'returned']
		]);
		await actAs(db, officer.personId);
		await expect(decideTraining(db, officer, id, approve, now)).rejects.toMatchObject({
			code: 'hours-decided'
		});
		await decideTraining(db, officer, id, { ...approve, number: 2 }, now);
		const [entry] = await listEntries(db, learner.personId);
		expect(entry?.certificate).toBe('124');
	});

	test('can be taken back until it is confirmed, and is then nobody’s to confirm', async ({
		db
	}) => {
		const { learner, officer } = await aHome(db);
		const [id, kept] = [await aSubmission(db, learner), await aSubmission(db, learner)];
		await withdrawTraining(db, learner, id, now);
		await withdrawTraining(db, learner, id, now);
		expect(await findSubmission(db, id)).toMatchObject({ state: 'withdrawn' });
		await actAs(db, officer.personId);
		await expect(decideTraining(db, officer, id, approve, now)).rejects.toMatchObject({
			code: 'hours-decided'
		});
		await decideTraining(db, officer, kept, approve, now);
		await actAs(db, learner.personId);
		await expect(withdrawTraining(db, learner, kept, now)).rejects.toMatchObject({
			code: 'hours-decided'
		});
	});

	test('that was recorded by mistake is taken back in the ledger', async ({ db }) => {
		const { learner, officer } = await aHome(db);
		const id = await aSubmission(db, learner);
		await actAs(db, officer.personId);
		await decideTraining(db, officer, id, approve, now);
		const taken = { personId: learner.personId, key: `luar:${id}`, reason: 'Sertifikat palsu' };
		await reverseHours(db, officer, taken);
		expect(sumOf(await listEntries(db, learner.personId))).toBe(0);
		expect(await findSubmission(db, id)).toMatchObject({ state: 'approved', reversed: true });
	});

	test('is sent once by the same form, and confirmed or withdrawn once by many at a time', async ({
		pool
	}) => {
		const { learner, officer } = await withScope(pool, SYSTEM, aHome);
		const own = { as: 'person', personId: learner.personId } as const;
		const theirs = { as: 'person', personId: officer.personId } as const;
		const training = await withScope(pool, own, (db) => aTraining(db, learner));
		const id = randomUUID();
		await Promise.all(
			Array.from({ length: 8 }, () =>
				withScope(pool, own, (db) => submitTraining(db, learner, id, training, now, TODAY))
			)
		);
		const settled = await Promise.allSettled([
			withScope(pool, own, (db) => withdrawTraining(db, learner, id, now)),
			...Array.from({ length: 5 }, () =>
				withScope(pool, theirs, (db) => decideTraining(db, officer, id, approve, now))
			)
		]);
		expect(settled.some(({ status }) => status === 'fulfilled')).toBe(true);
		const { state, entries } = await withScope(pool, own, async (db) => ({
			state: (await findSubmission(db, id))?.state,
			entries: await listEntries(db, learner.personId)
		}));
		expect(entries).toHaveLength(state === 'approved' ? 1 : 0);
	});

	test.for([
		[{ jp: 0 }, 'hours-jp-range'],
		[{ jp: 2001 }, 'hours-jp-range'],
		[{ jp: Number.NaN }, 'hours-jp-range'],
		[{ startedOn: '2026-05-06' }, 'hours-days-order'],
		[{ endedOn: '2026-11-22' }, 'hours-day-future'],
		[{ evidenceId: randomUUID() }, 'evidence-missing'],
		[{ evidenceId: 'palsu' }, 'evidence-missing']
	] as const)('with %j is refused: %s', async ([changes, code], { db }) => {
		const { learner } = await aHome(db);
		await expect(aSubmission(db, learner, changes)).rejects.toMatchObject({ code });
		expect(await listSubmissions(db, {})).toEqual([]);
	});

	test('needs somebody to confirm it: without a post it is refused', async ({ db }) => {
		await actAs(db, SYSTEM);
		const learner = { personId: await aPerson(db), agencyId: null, unitId: null };
		await expect(aSubmission(db, learner)).rejects.toMatchObject({ code: 'hours-no-agency' });
	});
});

describe('who sees and decides', () => {
	test('only officers of the agency, or of the unit and above; nobody else a row or a file', async ({
		db
	}) => {
		const { learner, place } = await aHome(db);
		const id = await aSubmission(db, learner);
		const { evidenceId } = (await findSubmission(db, id))!;
		await actAs(db, SYSTEM);
		const there = await anAgency(db, 'Lain');
		const seers: [string, Actor, boolean][] = [];
		for (const role of ROLES) {
			const sees = role === 'hr-officer' || role === 'agency-admin';
			const whole = role === 'platform-admin' ? null : { ...place, unitId: null };
			seers.push([role, await anOfficer(db, role, whole), sees]);
			if (sees) seers.push([role, await anOfficer(db, role, { ...there, unitId: null }), false]);
		}
		seers.push(['hr-officer of the unit', await anOfficer(db, 'hr-officer', place), true]);
		seers.push(['hr-officer of a unit elsewhere', await anOfficer(db, 'hr-officer', there), false]);
		seers.push(['a colleague', { personId: await aPerson(db, {}, place), grants: [] }, false]);
		for (const [who, actor, sees] of seers) {
			await actAs(db, actor.personId);
			expect(await findSubmission(db, id), who).toEqual(sees ? expect.anything() : null);
			const rows = await db.execute(sql`select from hour_versions`);
			expect(rows.length, who).toBe(sees ? 1 : 0);
			const file = openEvidence(db, actor, evidenceId);
			if (sees) await expect(file).resolves.toMatchObject({ mediaType: 'application/pdf' });
			else await expect(file, who).rejects.toMatchObject({ code: 'file-unknown' });
			const decision = db.transaction((tx) => decideTraining(tx, actor, id, giveBack, now));
			if (!sees)
				await expect(decision, who).rejects.toMatchObject({
					code: expect.stringMatching(/^(submission-unknown|ability-missing)$/)
				});
			else await decision;
		}
		await actAs(db, PUBLIC);
		expect(await findSubmission(db, id)).toBeNull();
	});

	test('nobody confirms their own, in code and in the database', async ({ db }) => {
		const { officer, place } = await aHome(db);
		const own = { personId: officer.personId, ...place, unitId: null };
		const id = await aSubmission(db, own);
		await expect(decideTraining(db, officer, id, approve, now)).rejects.toMatchObject({
			code: 'hours-own'
		});
		for (const forged of [
			sql`insert into hour_decisions (submission_id, number, outcome, decided_by, decided_at) values (${id}, 1, 'approved', ${officer.personId}, now())`,
			sql`insert into hour_entries (person_id, key, kind, title, organiser, form, jp, earned_on, recorded_by, recorded_at, agency_id)
				values (${officer.personId}, 'x', 'external', 'x', 'x', 'x', 9, '2026-01-01', ${officer.personId}, now(), ${place.agencyId})`
		])
			await expect(db.transaction((tx) => tx.execute(forged))).rejects.toMatchObject({
				cause: { code: '42501' }
			});
	});

	test('nobody sends with a file, an agency or a submission of somebody else', async ({ db }) => {
		const { learner } = await aHome(db);
		const id = await aSubmission(db, learner);
		const { evidenceId } = (await findSubmission(db, id))!;
		const other = (await aHome(db)).learner;
		await expect(aSubmission(db, other, { evidenceId })).rejects.toMatchObject({
			code: 'evidence-missing'
		});
		const training = await aTraining(db, other);
		await expect(submitTraining(db, other, id, training, now, TODAY)).rejects.toMatchObject({
			code: 'submission-unknown'
		});
		const pretended = { ...other, agencyId: learner.agencyId, unitId: learner.unitId };
		await expect(
			db.transaction((tx) => submitTraining(tx, pretended, randomUUID(), training, now, TODAY))
		).rejects.toMatchObject({ cause: { code: '42501' } });
		await expect(withdrawTraining(db, other, id)).rejects.toMatchObject({
			code: 'submission-unknown'
		});
	});
});

describe('evidence', () => {
	test.for([
		['an empty file', Buffer.alloc(0), 'evidence-empty'],
		['another kind', Buffer.from('PK\u0003\u0004'), 'evidence-kind'],
		['a file too large', Buffer.concat([PDF, Buffer.alloc(MOST_BYTES)]), 'evidence-large']
	] as const)('%s is refused', async ([, bytes, code], { db }) => {
		const { learner } = await aHome(db);
		await actAs(db, learner.personId);
		await expect(keepEvidence(db, learner.personId, bytes)).rejects.toMatchObject({ code });
	});

	test('that an officer opens leaves an entry its person can see; opened by its person, none', async ({
		db
	}) => {
		const { learner, officer } = await aHome(db);
		const { evidenceId } = (await findSubmission(db, await aSubmission(db, learner)))!;
		await openEvidence(db, { personId: learner.personId, grants: [] }, evidenceId);
		await actAs(db, officer.personId);
		await openEvidence(db, officer, evidenceId);
		await actAs(db, learner.personId);
		const entries = await listEntriesAboutMe(db, 10);
		expect(entries.filter(({ act }) => act === 'evidence-opened')).toHaveLength(1);
	});

	test('is at most so many files a day, also when they come at once', async ({ pool }) => {
		const personId = await withScope(pool, SYSTEM, (db) => aPerson(db));
		const keep = (at: Date) =>
			withScope(pool, { as: 'person', personId }, (db) => keepEvidence(db, personId, PDF, at));
		for (let file = 3; file < MOST_FILES; file++) await keep(now);
		const results = await Promise.allSettled(Array.from({ length: 8 }, () => keep(now)));
		const refused = results.filter(({ status }) => status === 'rejected');
		expect(refused).toHaveLength(5);
		expect(refused[0]).toMatchObject({
			reason: { code: 'evidence-many', params: { most: MOST_FILES } }
		});
		await keep(new Date(now.getTime() + 25 * 3_600_000));
	});

	test('that no submission names goes after a day; what is named stays', async ({ db }) => {
		const { learner } = await aHome(db);
		const id = await aSubmission(db, learner);
		await keepEvidence(db, learner.personId, PDF, now);
		const later = new Date(now.getTime() + 25 * 3_600_000);
		const fresh = await keepEvidence(db, learner.personId, PDF, later);
		const rows = await db.execute<{ id: string }>(sql`select id from hour_evidence`);
		const { evidenceId } = (await findSubmission(db, id))!;
		expect(rows.map((row) => row.id).sort()).toEqual([evidenceId, fresh.id].sort());
	});
});

/** A file of one's own; the same words are the same bytes. */
const aFile = (words: string) => Buffer.from(`%PDF-1.7\n${words}`);

describe('what may be the same training', () => {
	test('is found among submissions, confirmed ones and modules', async ({ db }) => {
		const { learner, officer } = await aHome(db);
		const id = await aSubmission(db, learner);
		await earnModuleHours(db, learner, {
			courseId: 'data-1',
			releaseId: 'e',
			moduleId: 'm1',
			title: 'Satu Data: bimbingan teknis',
			organiser: 'X',
			jp: 1,
			earnedOn: '2026-05-20'
		});
		const told = { ...(await findSubmission(db, id))! };
		const found = () => findDuplicates(db, learner.personId, told, null);
		expect(await found()).toMatchObject([
			{ why: ['certificate', 'evidence'], standing: 'asked' },
			{ why: ['own-course'], standing: 'own' }
		]);
		expect(await findDuplicates(db, learner.personId, told, id)).toHaveLength(1);
		await actAs(db, officer.personId);
		await decideTraining(db, officer, id, { ...approve, reason: 'Tatap muka.' }, now);
		expect(await found()).toMatchObject([
			{ why: ['certificate', 'evidence'], standing: 'recorded' },
			{ why: ['own-course'] }
		]);
		await reverseHours(db, officer, { personId: learner.personId, key: `luar:${id}`, reason: 'x' });
		expect(await found()).toMatchObject([
			{ why: ['certificate', 'evidence'], standing: 'reversed' },
			{ why: ['own-course'] }
		]);
	});

	test('is told by the bytes of the file, also of what another agency received', async ({ db }) => {
		const { learner, officer } = await aHome(db);
		const evidence = async () => (await keepEvidence(db, learner.personId, PDF, now)).id;
		const before = await aSubmission(db, learner, { title: 'Arsip', certificate: '1' });
		await actAs(db, SYSTEM);
		const elsewhere = await anAgency(db, 'Provinsi');
		await db.execute(
			sql`update placements set until_on = '2026-10-31' where person_id = ${learner.personId}`
		);
		await placePerson(db, {
			...{ personId: learner.personId, ...elsewhere, postTitle: 'Analis' },
			fromOn: '2026-11-01'
		});
		const theirs = await anOfficer(db, 'hr-officer', { ...elsewhere, unitId: null });
		await actAs(db, learner.personId);
		const id = await aSubmission(
			db,
			{ ...learner, ...elsewhere },
			{ title: 'Keuangan daerah', certificate: '2', evidenceId: await evidence() }
		);
		const found = async () =>
			findDuplicates(db, learner.personId, (await findSubmission(db, id))!, id);
		expect(await found()).toMatchObject([
			{ why: ['evidence'], standing: 'asked', told: { title: 'Arsip' } }
		]);
		await actAs(db, theirs.personId);
		expect(await found()).toEqual([{ why: ['evidence'], standing: 'elsewhere', told: null }]);
		await actAs(db, learner.personId);
		await withdrawTraining(db, learner, before, now);
		expect(await found()).toEqual([]);
		await actAs(db, officer.personId);
		const twins = await db.execute(
			sql`select v.evidence_id, t.submission_id from hour_versions v, evidence_twins(v.evidence_id) t
				where v.submission_id = ${id}`
		);
		expect([...twins]).toEqual([]);
	});

	test('is approved only with a reason, which stays with the decision; the trail names the signs', async ({
		db
	}) => {
		const { learner, officer } = await aHome(db);
		const first = await aSubmission(db, learner);
		const id = await aSubmission(db, learner, {
			certificate: '77/2026',
			evidenceId: (await keepEvidence(db, learner.personId, aFile('lain'), now)).id
		});
		await actAs(db, officer.personId);
		for (const reason of [undefined, '', '  \n'])
			await expect(
				decideTraining(
					db,
					officer,
					id,
					{ ...approve, ...(reason !== undefined && { reason }) },
					now
				)
			).rejects.toMatchObject({ reason: 'invalid', code: 'hours-signs-unexplained' });
		await expect(
			decideTraining(db, officer, id, { ...approve, reason: 'x'.repeat(2001) }, now)
		).rejects.toMatchObject({ code: 'hours-reason-long' });
		expect(await listEntries(db, learner.personId)).toEqual([]);
		await decideTraining(db, officer, id, { ...approve, reason: ' Angkatan lain. ' }, now);
		expect(await listEntries(db, learner.personId)).toHaveLength(1);
		expect(await listVersions(db, id)).toMatchObject([
			{ outcome: 'approved', reason: 'Angkatan lain.' }
		]);
		await actAs(db, SYSTEM);
		const [entry] = await db.execute(
			sql`select detail from audit_entries where act = 'hours-approved' and subject_id = ${learner.personId}`
		);
		expect(entry).toEqual({ detail: { submission: id, version: 1, signs: ['title-and-days'] } });
		await actAs(db, learner.personId);
		await withdrawTraining(db, learner, first, now);
	});
});

describe('a certificate of ours', () => {
	const { number: _, code: __, ...earned } = exampleFacts;

	/** Somebody with a certificate of ours, and the JP of its modules in the ledger. */
	async function aHolder(db: Database) {
		const home = await aHome(db);
		const { learner } = home;
		await actAs(db, learner.personId);
		for (const { id, title, jp } of earned.modules)
			await earnModuleHours(db, learner, {
				...{ courseId: earned.course.id, releaseId: earned.course.releaseId, moduleId: id },
				...{ title: `SPBE-101: ${title}`, organiser: earned.organiser.name, jp },
				earnedOn: earned.completedOn
			});
		return { ...home, ...(await award(db, learner, earned, now)) };
	}

	test('cannot be recorded as training from elsewhere, however its number is written', async ({
		db
	}) => {
		const { learner, number, code } = await aHolder(db);
		for (const certificate of [number, number.toLowerCase().replaceAll('/', ' / '), code])
			await expect(
				aSubmission(db, learner, { certificate, title: 'Apa saja' })
			).rejects.toMatchObject({
				code: 'hours-own-certificate',
				params: { number, title: earned.course.title }
			});
		expect(await listSubmissions(db, { personId: learner.personId })).toEqual([]);
		const other = { certificate: '9/2026', title: `Pelatihan ${earned.course.title}` };
		const id = await aSubmission(db, learner, {
			...other,
			...{ startedOn: '2026-11-01', endedOn: '2026-11-20' }
		});
		expect(
			await findDuplicates(db, learner.personId, (await findSubmission(db, id))!, id)
		).toMatchObject([
			{ why: ['own-course'], standing: 'own', told: { title: earned.course.title, jp: 12 } }
		]);
	});

	test('that came after the request stops its approval; officers with nothing to decide are told of none', async ({
		db
	}) => {
		const { learner, officer } = await aHome(db);
		const id = await aSubmission(db, learner, { certificate: '00001/SPBE-101/KEM/XI/2026' });
		const { number } = await award(db, learner, earned, now);
		expect(number).toBe('00001/SPBE-101/KEM/XI/2026');
		const awards = () => db.execute(sql`select number from hour_awards(${learner.personId})`);
		await actAs(db, officer.personId);
		expect(
			await findDuplicates(db, learner.personId, (await findSubmission(db, id))!, id)
		).toMatchObject([{ why: ['own-certificate'], standing: 'own' }]);
		await expect(
			decideTraining(db, officer, id, { ...approve, reason: 'Tetap berbeda.' }, now)
		).rejects.toMatchObject({ reason: 'conflict', code: 'hours-own-certificate' });
		expect([...(await awards())]).toEqual([{ number }]);
		await decideTraining(db, officer, id, giveBack, now);
		expect([...(await awards())]).toEqual([]);
		await actAs(db, SYSTEM);
		const elsewhere = await anAgency(db, 'Provinsi');
		const stranger = await anOfficer(db, 'hr-officer', { ...elsewhere, unitId: null });
		await actAs(db, stranger.personId);
		expect([...(await awards())]).toEqual([]);
		await actAs(db, PUBLIC);
		expect([...(await awards())]).toEqual([]);
	});
});
