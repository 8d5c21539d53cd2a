import { describe, expect } from 'vitest';
import { test } from '../../../../tests/support/database.ts';
import { readPaper } from '../../../../tests/support/paper-text.ts';
import { listOwnDuties } from '../access/duties.ts';
import { attempts, chanceRequests } from '../assessment/tables.ts';
import { readLibrary } from '../catalog/library.ts';
import { listAwards, type OwnAward } from '../certification/awards.ts';
import { findPublished, readIssued } from '../certification/certificates.ts';
import { certificatePdf } from '../certification/paper.ts';
import { certificates } from '../certification/tables.ts';
import type { Pool } from '../db/connect.ts';
import { PUBLIC, SYSTEM, withScope } from '../db/scope.ts';
import { listEntries } from '../hours/ledger.ts';
import { hourEntries } from '../hours/tables.ts';
import { findByIdentifier } from '../identity/people.ts';
import { publishLibrary } from './publish-course.ts';
import { listItemResponses } from '../assessment/item-responses.ts';
import { findCourse } from '../catalog/releases.ts';
import { seedTrialItems } from './seed-trial-items.ts';
import { seedHours } from './seed-hours.ts';
import { seedTrialLearning } from './seed-trial-learning.ts';
import { seedTrial } from './seed-trial.ts';

const office = {
	secret: 'rahasia-yang-panjangnya-cukup-untuk-ini',
	origin: 'http://127.0.0.1:3000',
	makePdf: certificatePdf
};
const today = new Date().toISOString().slice(0, 10);

async function seed(pool: Pool): Promise<void> {
	await seedTrial(pool);
	await seedHours(pool, today);
	await seedTrialLearning(pool, office);
	await seedTrialItems(pool);
}

async function personOf(pool: Pool, email: string): Promise<string> {
	return (await withScope(pool, SYSTEM, (db) => findByIdentifier(db, email)))!.id;
}

async function awardsOf(pool: Pool, email: string): Promise<OwnAward[]> {
	const personId = await personOf(pool, email);
	return withScope(pool, { as: 'person', personId }, (db) => listAwards(db, { personId }, today));
}

describe('what the trial shows of tests, certificates and hours', () => {
	test('is nothing while the course is not published with its tests', async ({ pool }) => {
		await seed(pool);
		expect(await withScope(pool, SYSTEM, (db) => db.$count(attempts))).toBe(0);
	});

	test('is made once, however often and by however many it is asked for', async ({ pool }) => {
		const library = await readLibrary(['courses/spbe-101'], ['courses']);
		await publishLibrary(pool, library, { publisher: null, at: new Date() });
		await Promise.all([seed(pool), seed(pool)]);
		const counts = () =>
			withScope(pool, SYSTEM, (db) =>
				Promise.all([
					db.$count(attempts),
					db.$count(certificates),
					db.$count(hourEntries),
					db.$count(chanceRequests)
				])
			);
		const before = await counts();
		expect(before.slice(1)).toEqual([3, 20, 1]);
		await seed(pool);
		expect(await counts()).toEqual(before);
	}, 60_000);

	test('has somebody half way, with the JP of one module', async ({ pool }) => {
		const personId = await personOf(pool, 'peserta@contoh.go.id');
		await withScope(pool, { as: 'person', personId }, async (db) => {
			const earned = (await listEntries(db, personId)).filter(({ kind }) => kind === 'module');
			expect(earned.map(({ jp }) => jp)).toEqual([2]);
		});
	});

	test('has certificates that are valid, wait for a name, and were replaced', async ({ pool }) => {
		const states = async (email: string) =>
			(await awardsOf(pool, email)).map(({ state }) => state).sort();
		expect(await states('atasan@contoh.go.id')).toEqual(['valid']);
		expect(await states('pengelola@contoh.go.id')).toEqual(['awaiting-confirmation']);
		expect(await states('made.wirawan@contoh.go.id')).toEqual(['replaced', 'valid']);
	});

	test('gives certificates that say they are examples, on paper, to machines and in public', async ({
		pool
	}) => {
		const [award] = await awardsOf(pool, 'atasan@contoh.go.id');
		const { personId } = { personId: await personOf(pool, 'atasan@contoh.go.id') };
		const issued = await withScope(pool, { as: 'person', personId }, (db) =>
			readIssued(db, award!.code)
		);
		const said = 'CONTOH – bukan sertifikat resmi';
		expect(issued!.credential).toContain(said);
		for (const page of readPaper(issued!.pdf).pages) expect(page).toContain(said);
		const published = await withScope(pool, PUBLIC, (db) => findPublished(db, award!.code, today));
		expect(published?.facts.sample).toBe(true);
	});

	test('has duties for who marks and organises', async ({ pool }) => {
		const personId = await personOf(pool, 'penyelenggara@contoh.go.id');
		const held = await withScope(pool, { as: 'person', personId }, (db) =>
			Promise.all([listOwnDuties(db, 'organiser'), listOwnDuties(db, 'marker')])
		);
		expect(held).toEqual([['spbe-101'], ['spbe-101']]);
	});

	test('has figures for every question of the test before the course', async ({ pool }) => {
		const responses = await withScope(pool, SYSTEM, async (db) => {
			const { releaseId } = (await findCourse(db, 'spbe-101'))!;
			return listItemResponses(db, { courseId: 'spbe-101', releaseId });
		});
		const counted = responses.filter(({ testId, sums }) => testId === 'tes-awal' && sums);
		// Papers are drawn by chance: a question may remain below thirty people, most do not.
		expect(counted.length).toBeGreaterThan(24);
	});
});
