import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { actAs, test } from '../../../../tests/support/database.ts';
import { aNumber, anAgency, anOfficer, aPerson } from '../../../../tests/support/people.ts';
import { ROLES, type Actor } from '../access/policy.ts';
import type { Database } from '../db/connect.ts';
import { PUBLIC, SYSTEM } from '../db/scope.ts';
import type { EmployeeKind } from '../identity/people.ts';
import { createUnit } from '../organisation/agencies.ts';
import { earnModuleHours } from './ledger.ts';
import { positionIn } from './position.ts';
import { listPositions } from './roster.ts';
import { currentPeriod, readHourYears } from './years.ts';

const DAY = '2026-11-21';

interface Place {
	agencyId: string;
	unitId: string;
}

/** Somebody of a kind with JP earned on these days, 2,5 each. */
async function somebody(
	db: Database,
	place: Place,
	{ kind = 'pns', days = [] }: { kind?: EmployeeKind; days?: readonly string[] } = {}
): Promise<string> {
	await actAs(db, SYSTEM);
	const number = { number: aNumber(), kind: 'nip' as const };
	const personId = await aPerson(db, { name: 'Ketut Rai', employeeKind: kind, number }, place);
	await actAs(db, personId);
	for (const [at, earnedOn] of days.entries())
		await earnModuleHours(
			db,
			{ personId, ...place },
			{
				...{ courseId: 'spbe-101', releaseId: 'r', moduleId: `m${at}`, title: 'Modul' },
				...{ organiser: 'Kementerian', jp: 2.5, earnedOn }
			}
		);
	return personId;
}

async function move(db: Database, personId: string, to: Place): Promise<void> {
	await actAs(db, SYSTEM);
	await db.execute(
		sql`update placements set until_on = '2026-06-30' where person_id = ${personId}`
	);
	await db.execute(sql`insert into placements (person_id, agency_id, unit_id, post_title, from_on)
		values (${personId}, ${to.agencyId}, ${to.unitId}, 'Analis', '2026-07-01')`);
}

async function seenBy(db: Database, officer: Actor, day = DAY, unitIds: string[] | null = null) {
	await actAs(db, officer.personId);
	const found = await listPositions(db, officer, { day, unitIds });
	return new Map(found.map((entry) => [entry.personId, entry]));
}

test.for<[string, EmployeeKind, number, string | null, object]>([
	[
		'PNS with too little',
		'pns',
		3,
		null,
		{ standing: 'short', position: { jp: 7.5, short: 12.5 } }
	],
	['PNS with nothing', 'pns', 0, null, { standing: 'short', position: { jp: 0, short: 20 } }],
	['PNS with enough', 'pns', 8, null, { standing: 'met', position: { jp: 20, short: 0 } }],
	['CPNS', 'cpns', 8, null, { standing: 'met' }],
	['PPPK', 'pppk', 2, '2026-03-01', { standing: 'free', period: { startsOn: '2026-03-01' } }],
	['PPPK beyond the limit', 'pppk', 12, null, { standing: 'over', position: { over: 6 } }],
	['PPPK part-time', 'pppk-paruh-waktu', 12, null, { standing: 'free' }],
	['nobody’s civil servant', 'non-asn', 1, null, { standing: 'free', period: { rule: null } }]
])('%s stands where their own page says', async ([, kind, modules, contract, expected], { db }) => {
	const place = await anAgency(db, 'Kabupaten');
	const officer = await anOfficer(db, 'hr-officer', { ...place, unitId: null });
	const days = Array.from({ length: modules }, () => '2026-05-05');
	const personId = await somebody(db, place, { kind, days });
	await actAs(db, SYSTEM);
	if (contract)
		await db.execute(
			sql`insert into contracts (person_id, starts_on, recorded_at) values (${personId}, ${contract}, now())`
		);
	const found = (await seenBy(db, officer)).get(personId);
	expect(found).toMatchObject({ name: { name: 'Ketut Rai' }, postTitle: 'Analis', ...expected });
	await actAs(db, personId);
	const { entries, periods } = await readHourYears(db, personId, DAY);
	const period = currentPeriod(periods, DAY);
	expect(found?.period).toEqual(period);
	expect(found?.position).toEqual(positionIn(entries, period));
});

test('whatever somebody was and earned, the list and their own page agree', async ({ db }) => {
	const day = fc
		.date({ min: new Date('2026-01-01'), max: new Date('2026-11-20'), noInvalidDate: true })
		.map((at) => at.toISOString().slice(0, 10));
	const life = fc.record({
		kind: fc.constantFrom<EmployeeKind>('pns', 'cpns', 'pppk', 'pppk-paruh-waktu', 'non-asn'),
		days: fc.array(day, { maxLength: 12 }),
		contract: fc.option(day, { nil: null }),
		was: fc.option(fc.record({ kind: fc.constantFrom('nip', 'ni-pppk'), untilOn: day }), {
			nil: null
		})
	});
	await fc.assert(
		fc.asyncProperty(fc.array(life, { minLength: 1, maxLength: 4 }), async (lives) => {
			await actAs(db, SYSTEM);
			const place = await anAgency(db, 'Kabupaten');
			const officer = await anOfficer(db, 'hr-officer', { ...place, unitId: null });
			const people: string[] = [];
			for (const { kind, days, contract, was } of lives) {
				const personId = await somebody(db, place, { kind, days });
				people.push(personId);
				await actAs(db, SYSTEM);
				if (contract)
					await db.execute(
						sql`insert into contracts (person_id, starts_on, recorded_at) values (${personId}, ${contract}, now())`
					);
				if (was)
					await db.execute(sql`insert into person_numbers (person_id, number, kind, until_on)
						values (${personId}, ${aNumber()}, ${was.kind}, ${was.untilOn})`);
			}
			const found = await seenBy(db, officer);
			for (const personId of people) {
				await actAs(db, personId);
				const { entries, periods } = await readHourYears(db, personId, DAY);
				const period = currentPeriod(periods, DAY);
				expect(found.get(personId)?.period).toEqual(period);
				expect(found.get(personId)?.position).toEqual(positionIn(entries, period));
			}
		}),
		{ numRuns: 12 }
	);
});

test('a past year is seen from its last day, by those who were posted then', async ({ db }) => {
	const place = await anAgency(db, 'Kabupaten');
	const officer = await anOfficer(db, 'hr-officer', { ...place, unitId: null });
	const old = await somebody(db, place, { days: ['2025-05-05', '2026-05-05', '2026-05-06'] });
	const young = await somebody(db, place);
	await actAs(db, SYSTEM);
	await db.execute(sql`update placements set from_on = '2024-01-01' where person_id = ${old}`);
	const found = await seenBy(db, officer, '2025-12-31');
	expect(found.get(old)).toMatchObject({ period: { key: '2025' }, position: { jp: 2.5 } });
	expect(found.has(young)).toBe(false);
});

describe('who is listed', () => {
	test('to an officer of a unit: its people and those below it', async ({ db }) => {
		const place = await anAgency(db, 'Kabupaten');
		const [below, beside] = [
			await createUnit(db, { agencyId: place.agencyId, parentId: place.unitId, name: 'Bidang' }),
			await createUnit(db, { agencyId: place.agencyId, parentId: null, name: 'Badan' })
		];
		const officer = await anOfficer(db, 'hr-officer', place);
		const whole = await anOfficer(db, 'agency-admin', { ...place, unitId: null });
		const here = await somebody(db, place);
		const deeper = await somebody(db, { ...place, unitId: below });
		const aside = await somebody(db, { ...place, unitId: beside });
		const listed = async (who: Actor, unitIds: string[] | null = null) => {
			const found = await seenBy(db, who, DAY, unitIds);
			return [here, deeper, aside].filter((id) => found.has(id));
		};
		expect(await listed(officer)).toEqual([here, deeper]);
		expect(await listed(whole)).toEqual([here, deeper, aside]);
		expect(await listed(whole, [below, beside])).toEqual([deeper, aside]);
		expect(await listed(officer, [beside])).toEqual([]);
	});

	test('follows a transfer: with all confirmed JP where they are now, no more where they were', async ({
		db
	}) => {
		const [before, after] = [await anAgency(db, 'Lama'), await anAgency(db, 'Baru')];
		const [old, next] = [
			await anOfficer(db, 'hr-officer', { ...before, unitId: null }),
			await anOfficer(db, 'hr-officer', { ...after, unitId: null })
		];
		const personId = await somebody(db, before, { days: ['2026-05-05'] });
		expect((await seenBy(db, next)).has(personId)).toBe(false);
		await move(db, personId, after);
		expect((await seenBy(db, old)).has(personId)).toBe(false);
		expect((await seenBy(db, next)).get(personId)).toMatchObject({ position: { jp: 2.5 } });
	});

	test('somebody with two posts once, where they came last; closed accounts not at all', async ({
		db
	}) => {
		const place = await anAgency(db, 'Kabupaten');
		const officer = await anOfficer(db, 'hr-officer', { ...place, unitId: null });
		const busy = await somebody(db, place);
		const gone = await somebody(db, place);
		await actAs(db, SYSTEM);
		const unit = await createUnit(db, { agencyId: place.agencyId, parentId: null, name: 'Badan' });
		await db.execute(sql`insert into placements (person_id, agency_id, unit_id, post_title, from_on)
			values (${busy}, ${place.agencyId}, ${unit}, 'Pelaksana tugas', '2026-07-01')`);
		await db.execute(sql`update people set closed_at = now() where id = ${gone}`);
		const found = await seenBy(db, officer);
		expect(found.get(busy)).toMatchObject({ unitId: unit, postTitle: 'Pelaksana tugas' });
		expect(found.has(gone)).toBe(false);
	});

	test('nobody, to every other role, to the public and to officers elsewhere', async ({ db }) => {
		const [place, elsewhere] = [await anAgency(db, 'Kabupaten'), await anAgency(db, 'Lain')];
		const personId = await somebody(db, place);
		const confirming = ['hr-officer', 'agency-admin'];
		await actAs(db, SYSTEM);
		const [officers, others]: [Actor[], Actor[]] = [[], []];
		for (const role of ROLES) {
			if (confirming.includes(role))
				officers.push(await anOfficer(db, role, { ...elsewhere, unitId: null }));
			else {
				const at = role === 'platform-admin' ? null : { ...place, unitId: null };
				others.push(await anOfficer(db, role, at));
			}
		}
		const people = [...officers, ...others].map((actor) => actor.personId);
		for (const scope of [...people, personId, PUBLIC]) {
			await actAs(db, scope);
			const rows = await db.execute(
				sql`select from hour_roster(null) where person_id = ${personId}`
			);
			expect(rows).toHaveLength(0);
		}
		for (const other of others) {
			await actAs(db, other.personId);
			await expect(listPositions(db, other, { day: DAY, unitIds: null })).rejects.toMatchObject({
				reason: 'forbidden'
			});
		}
	});
});
