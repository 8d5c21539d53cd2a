import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { actAs, test } from '../../../../tests/support/database.ts';
import { anAgency, anOfficer, aPerson } from '../../../../tests/support/people.ts';
import type { Actor } from '../access/policy.ts';
import { listEntriesAboutMe } from '../audit/entries.ts';
import type { Database } from '../db/connect.ts';
import { SYSTEM } from '../db/scope.ts';
import { earnModuleHours, reverseHours } from '../hours/ledger.ts';
import type { Learner } from '../learning/enrolments.ts';
import { viewLedger, viewMendable } from './hour-ledger.ts';
import {
	exportPositions,
	listPositionPage,
	readPositions,
	searchPositions,
	type PositionFilter
} from './hour-positions.ts';

const DAY = '2026-11-21';
const everybody: PositionFilter = {
	...{ unitId: null, direct: false, standing: null, order: 'name', day: DAY }
};

async function anEarner(
	db: Database,
	place: { agencyId: string; unitId: string },
	name: string,
	jp: number
): Promise<Learner> {
	await actAs(db, SYSTEM);
	const personId = await aPerson(db, { name }, place);
	const learner = { personId, ...place };
	await actAs(db, personId);
	await earnModuleHours(db, learner, {
		...{ courseId: 'spbe-101', releaseId: 'r', moduleId: 'a1', title: 'Modul', jp },
		...{ organiser: 'Kementerian', earnedOn: '2026-05-05' }
	});
	return learner;
}

/** An agency with an officer and two people, one of whom has enough. */
async function aHome(db: Database) {
	await actAs(db, SYSTEM);
	const place = await anAgency(db, 'Kabupaten');
	const officer = await anOfficer(
		db,
		'hr-officer',
		{ ...place, unitId: null },
		{ name: 'Zainab', employeeKind: 'non-asn' }
	);
	const much = await anEarner(db, place, 'Agus Much', 25);
	const little = await anEarner(db, place, 'Budi Little', 4);
	await actAs(db, officer.personId);
	return { place, officer, much, little };
}

async function aStranger(db: Database): Promise<Actor> {
	await actAs(db, SYSTEM);
	const there = await anAgency(db, 'Lain');
	const stranger = await anOfficer(db, 'hr-officer', { ...there, unitId: null });
	await actAs(db, stranger.personId);
	return stranger;
}

describe('the list of positions', () => {
	test('is narrowed and sorted, counts everybody, and the trail keeps who was shown', async ({
		db
	}) => {
		const { officer, much, little, place } = await aHome(db);
		const page = await listPositionPage(db, officer, everybody, { limit: 2, offset: 0 });
		expect(page.shown.map(({ name }) => name?.name)).toEqual(['Agus Much', 'Budi Little']);
		expect(page.entries).toHaveLength(3);
		expect(page.all).toEqual({ people: 3, standings: { short: 1, met: 1, over: 0, free: 1 } });
		expect(page.byUnit).toMatchObject([
			{ unit: { id: place.unitId }, people: 2 },
			{ unit: null, people: 1 }
		]);
		const [kept] = await db.execute<{ detail: unknown }>(
			sql`select detail from audit_entries where actor_id = ${officer.personId} and act = 'positions-listed'`
		);
		await actAs(db, SYSTEM);
		expect(kept).toBeUndefined();
		const [trail] = await db.execute<{ detail: unknown }>(
			sql`select detail from audit_entries where actor_id = ${officer.personId} and act = 'positions-listed'`
		);
		expect(trail?.detail).toEqual({ count: 2, people: [much.personId, little.personId] });
		await actAs(db, officer.personId);
		const names = async (filter: Partial<PositionFilter>) =>
			(await readPositions(db, officer, { ...everybody, ...filter })).entries.map(
				({ personId }) => personId
			);
		expect(await names({ standing: 'short' })).toEqual([little.personId]);
		expect(await names({ order: 'short' })).toEqual([
			...[little.personId, much.personId, officer.personId]
		]);
		expect(await names({ order: 'jp', unitId: place.unitId })).toEqual([
			...[much.personId, little.personId]
		]);
		expect(await names({ direct: true })).toEqual([officer.personId]);
	});

	test('of a unit elsewhere there is none', async ({ db }) => {
		const { place } = await aHome(db);
		const stranger = await aStranger(db);
		const filter = { ...everybody, unitId: place.unitId };
		await expect(readPositions(db, stranger, filter)).rejects.toMatchObject({
			...{ reason: 'not-found', code: 'unit-unknown' }
		});
	});

	test('taken out of the house is told to everybody in it', async ({ db }) => {
		const { officer, much, little } = await aHome(db);
		await exportPositions(db, officer, { ...everybody, standing: 'met' });
		const toldTo = async ({ personId }: Learner) => {
			await actAs(db, personId);
			return (await listEntriesAboutMe(db, 10)).map(({ act }) => act);
		};
		expect(await toldTo(much)).toContain('position-exported');
		expect(await toldTo(little)).not.toContain('position-exported');
	});

	test('is searched among the officer’s own people', async ({ db }) => {
		const { officer, much } = await aHome(db);
		const found = await searchPositions(db, officer, 'agus', DAY);
		expect(found.map(({ personId }) => personId)).toEqual([much.personId]);
		const stranger = await aStranger(db);
		expect(await searchPositions(db, stranger, 'agus', DAY)).toEqual([]);
	});
});

describe('somebody’s ledger', () => {
	test('opens to their officer, tells who recorded, and they see that it was opened', async ({
		db
	}) => {
		const { officer, much } = await aHome(db);
		const { personId } = much;
		const key = 'modul:spbe-101:a1';
		await reverseHours(db, officer, { personId, key, reason: 'Salah JP' }, { jp: 24 }, DAY);
		const { person, entries, periods } = await viewLedger(db, officer, personId, DAY);
		expect(person?.name).toBe('Agus Much');
		expect(periods[0]?.key).toBe('2026');
		const told = new Map(
			entries.map((entry) => [
				entry.key,
				[entry.jp, entry.reversed, entry.mendable, entry.recorder?.name ?? null]
			])
		);
		expect(Object.fromEntries(told)).toEqual({
			[key]: [25, true, false, null],
			[`batal:${key}`]: [-25, false, false, 'Zainab'],
			[`ganti:${key}`]: [24, false, true, 'Zainab']
		});
		await actAs(db, personId);
		expect((await listEntriesAboutMe(db, 10)).map(({ act }) => act)).toEqual(
			expect.arrayContaining(['ledger-viewed', 'hours-reversed'])
		);
	});

	test('is not there for officers elsewhere, nor for what nobody is', async ({ db }) => {
		const { officer, much } = await aHome(db);
		const refused = { reason: 'not-found', code: 'person-unknown' };
		for (const nobody of [officer.personId, crypto.randomUUID()])
			await expect(viewLedger(db, officer, nobody, DAY)).rejects.toMatchObject(refused);
		const stranger = await aStranger(db);
		await expect(viewLedger(db, stranger, much.personId, DAY)).rejects.toMatchObject(refused);
	});

	test('follows a transfer: the new agency reads all and corrects its own, the old one keeps what it recorded', async ({
		db
	}) => {
		const { officer, much } = await aHome(db);
		const { personId } = much;
		await actAs(db, SYSTEM);
		const there = await anAgency(db, 'Baru');
		const next = await anOfficer(db, 'hr-officer', { ...there, unitId: null });
		await db.execute(
			sql`update placements set until_on = '2026-06-30' where person_id = ${personId}`
		);
		await db.execute(sql`insert into placements (person_id, agency_id, unit_id, post_title, from_on)
			values (${personId}, ${there.agencyId}, ${there.unitId}, 'Analis', '2026-07-01')`);
		await actAs(db, personId);
		await earnModuleHours(
			db,
			{ personId, ...there },
			{
				...{ courseId: 'spbe-101', releaseId: 'r', moduleId: 'a2', title: 'Modul', jp: 1 },
				...{ organiser: 'Kementerian', earnedOn: '2026-08-05' }
			}
		);
		const seen = async (who: Actor) => {
			await actAs(db, who.personId);
			const { person, entries, periods } = await viewLedger(db, who, personId, DAY);
			return [person !== null, periods.length, entries.map(({ jp, mendable }) => [jp, mendable])];
		};
		expect(await seen(next)).toEqual([
			...[true, 1],
			[
				[1, true],
				[25, false]
			]
		]);
		expect(await seen(officer)).toEqual([false, 0, [[25, true]]]);
		const ask = { personId, key: 'modul:spbe-101:a2' };
		await expect(viewMendable(db, officer, ask, DAY)).rejects.toMatchObject({
			...{ reason: 'not-found', code: 'hours-entry-unknown' }
		});
		await actAs(db, next.personId);
		expect(await viewMendable(db, next, ask, DAY)).toMatchObject({ entry: { jp: 1 } });
		await expect(
			reverseHours(db, next, { personId, key: 'modul:spbe-101:a1', reason: 'Salah' })
		).rejects.toMatchObject({ reason: 'forbidden' });
	});
});
