import { eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { actAs, test } from '../../../../tests/support/database.ts';
import { anAgency, anOfficer, aPerson } from '../../../../tests/support/people.ts';
import type { Actor } from '../access/policy.ts';
import type { Database } from '../db/connect.ts';
import { SYSTEM, withScope } from '../db/scope.ts';
import type { Learner } from '../learning/enrolments.ts';
import { people } from '../identity/tables.ts';
import { findSubject } from '../organisation/placements.ts';
import { recordContract, strikeContract } from './contracts.ts';
import {
	earnModuleHours,
	listEntries,
	reverseHours,
	type EarnedModule,
	type Mending
} from './ledger.ts';
import { sumOf } from './position.ts';
import { hourEntries } from './tables.ts';
import { readHourYears } from './years.ts';

const aModule = (changes: Partial<EarnedModule> = {}): EarnedModule => ({
	courseId: 'spbe-101',
	releaseId: 'edisi-1',
	moduleId: 'a1',
	title: 'Gejala silo',
	organiser: 'Kementerian Contoh',
	jp: 2.5,
	earnedOn: '2026-05-05',
	...changes
});

/** A learner of an agency and an officer of the same. */
async function aHome(db: Database): Promise<{ learner: Learner; officer: Actor }> {
	await actAs(db, SYSTEM);
	const place = await anAgency(db, 'Kabupaten');
	const officer = await anOfficer(db, 'hr-officer', { ...place, unitId: null });
	return { learner: { personId: await aPerson(db, {}, place), ...place }, officer };
}

const jpOf = async (db: Database, { personId }: Learner) => sumOf(await listEntries(db, personId));

describe('a module', () => {
	test('is recorded once, however often and from whatever edition it is told', async ({ db }) => {
		const { learner } = await aHome(db);
		await actAs(db, learner.personId);
		expect(await earnModuleHours(db, learner, aModule())).toBe(true);
		for (let again = 0; again < 10; again++)
			expect(
				await earnModuleHours(db, learner, aModule({ releaseId: `edisi-${again}`, jp: 9 }))
			).toBe(false);
		expect(await earnModuleHours(db, learner, aModule({ moduleId: 'a2', jp: 0.7 }))).toBe(true);
		expect(await jpOf(db, learner)).toBe(3.2);
	});

	test('is recorded once by sixteen completions at the same time', async ({ pool }) => {
		const { learner } = await withScope(pool, SYSTEM, aHome);
		const scope = { as: 'person', personId: learner.personId } as const;
		const news = await Promise.all(
			Array.from({ length: 16 }, () =>
				withScope(pool, scope, (db) => earnModuleHours(db, learner, aModule()))
			)
		);
		expect(news.filter(Boolean)).toHaveLength(1);
		expect(await withScope(pool, scope, (db) => jpOf(db, learner))).toBe(2.5);
	});

	test('is earned by oneself alone, in no place where one never worked', async ({ db }) => {
		const { learner, officer } = await aHome(db);
		await actAs(db, SYSTEM);
		const elsewhere = await anAgency(db, 'Lain');
		for (const [who, as] of [
			[officer.personId, learner],
			[learner.personId, { ...learner, ...elsewhere }]
		] as const) {
			await actAs(db, who);
			await expect(
				db.transaction((tx) => earnModuleHours(tx, as, aModule()))
			).rejects.toMatchObject({ cause: { code: '42501' } });
		}
	});
});

describe('taking back', () => {
	test('leaves the first entry, adds its opposite on the same day, once, and a mended one', async ({
		db
	}) => {
		const { learner, officer } = await aHome(db);
		await actAs(db, learner.personId);
		await earnModuleHours(db, learner, aModule());
		await actAs(db, officer.personId);
		const taken = { personId: learner.personId, key: 'modul:spbe-101:a1', reason: ' Salah JP ' };
		await reverseHours(db, officer, taken, { jp: 2 });
		await expect(reverseHours(db, officer, taken)).rejects.toMatchObject({
			reason: 'conflict',
			code: 'hours-entry-reversed'
		});
		const entries = await listEntries(db, learner.personId);
		expect(entries.map(({ kind, jp, earnedOn }) => [kind, jp, earnedOn])).toEqual(
			expect.arrayContaining([
				['module', 2.5, '2026-05-05'],
				['reversal', -2.5, '2026-05-05'],
				['module', 2, '2026-05-05']
			])
		);
		expect(entries.find(({ kind }) => kind === 'reversal')).toMatchObject({
			reason: 'Salah JP',
			recordedBy: officer.personId
		});
		await actAs(db, learner.personId);
		expect(await earnModuleHours(db, learner, aModule())).toBe(false);
		expect(await jpOf(db, learner)).toBe(2);
		const [trail] = await db.execute<{ act: string }>(
			sql`select act from audit_entries where subject_id = ${learner.personId} and act = 'hours-reversed'`
		);
		expect(trail).toEqual({ act: 'hours-reversed' });
	});

	test('is refused to oneself, to officers elsewhere, without a reason, and of what is none', async ({
		db
	}) => {
		const { learner, officer } = await aHome(db);
		await actAs(db, SYSTEM);
		const there = await anAgency(db, 'Lain');
		const stranger = await anOfficer(db, 'hr-officer', { ...there, unitId: null });
		await actAs(db, learner.personId);
		await earnModuleHours(db, learner, aModule());
		const taken = { personId: learner.personId, key: 'modul:spbe-101:a1', reason: 'Salah' };
		const self = { personId: learner.personId, grants: officer.grants };
		await expect(reverseHours(db, self, taken)).rejects.toMatchObject({ code: 'hours-own' });
		await actAs(db, stranger.personId);
		await expect(reverseHours(db, stranger, taken)).rejects.toMatchObject({
			code: 'hours-entry-unknown'
		});
		await actAs(db, officer.personId);
		await expect(reverseHours(db, officer, { ...taken, reason: '  ' })).rejects.toMatchObject({
			code: 'hours-reason-missing'
		});
		await expect(reverseHours(db, officer, { ...taken, key: 'modul:x:y' })).rejects.toMatchObject({
			code: 'hours-entry-unknown'
		});
	});
});

test.for<[string, Mending, string]>([
	['nothing', {}, 'hours-mending-none'],
	['no JP', { jp: 0 }, 'hours-jp-range'],
	['too many JP', { jp: 2001 }, 'hours-jp-range'],
	['a day to come', { earnedOn: '2026-11-22' }, 'hours-day-future']
])('an entry is not mended with %s, and stays as it was', async ([, mending, code], { db }) => {
	const { learner, officer } = await aHome(db);
	await actAs(db, learner.personId);
	await earnModuleHours(db, learner, aModule());
	await actAs(db, officer.personId);
	const taken = { personId: learner.personId, key: 'modul:spbe-101:a1', reason: 'Salah' };
	await expect(reverseHours(db, officer, taken, mending, '2026-11-21')).rejects.toMatchObject({
		...{ reason: 'invalid', code }
	});
	expect(await listEntries(db, learner.personId)).toHaveLength(1);
});

test('nobody changes or deletes an entry, not even the system', async ({ db }) => {
	const { learner } = await aHome(db);
	await actAs(db, learner.personId);
	await earnModuleHours(db, learner, aModule());
	for (const scope of [SYSTEM, learner.personId]) {
		await actAs(db, scope);
		for (const change of [
			sql`update hour_entries set jp = 99`,
			sql`delete from hour_entries`,
			sql`truncate hour_entries`
		])
			await expect(db.transaction((tx) => tx.execute(change))).rejects.toMatchObject({
				cause: { code: expect.stringMatching(/^(42501|23001)$/) }
			});
	}
});

test('the agency somebody moved to sees confirmed hours too; others never do', async ({ db }) => {
	const { learner, officer } = await aHome(db);
	await actAs(db, SYSTEM);
	const [there, nowhere] = [await anAgency(db, 'Baru'), await anAgency(db, 'Lain')];
	const next = await anOfficer(db, 'hr-officer', { ...there, unitId: null });
	const stranger = await anOfficer(db, 'agency-admin', { ...nowhere, unitId: null });
	await actAs(db, learner.personId);
	await earnModuleHours(db, learner, aModule());
	const seenBy = async ({ personId }: Actor) => {
		await actAs(db, personId);
		return (await listEntries(db, learner.personId)).length;
	};
	expect([await seenBy(officer), await seenBy(next), await seenBy(stranger)]).toEqual([1, 0, 0]);
	await actAs(db, SYSTEM);
	await db.execute(
		sql`update placements set until_on = '2026-06-30' where person_id = ${learner.personId}`
	);
	await db.execute(sql`insert into placements (person_id, agency_id, unit_id, post_title, from_on)
		values (${learner.personId}, ${there.agencyId}, ${there.unitId}, 'Analis', '2026-07-01')`);
	expect([await seenBy(officer), await seenBy(next), await seenBy(stranger)]).toEqual([1, 1, 0]);
});

test('past the application, an officer records nothing about people of elsewhere, nor what nobody asked for', async ({
	db
}) => {
	const { learner, officer } = await aHome(db);
	const place = { agencyId: learner.agencyId, unitId: learner.unitId };
	await actAs(db, SYSTEM);
	const there = await anAgency(db, 'Lain');
	const stranger = await aPerson(db, {}, there);
	await actAs(db, officer.personId);
	const recorded = (personId: string, changes: object) =>
		db.transaction((tx) =>
			tx.insert(hourEntries).values({
				...{
					personId,
					...place,
					key: 'luar:x',
					kind: 'external' as const,
					title: 'X',
					organiser: 'X'
				},
				...{ form: 'seminar', jp: 9, earnedOn: '2026-05-05', recordedBy: officer.personId },
				recordedAt: new Date(),
				...changes
			})
		);
	for (const [personId, changes] of [
		[stranger, { kind: 'module', courseId: 'a', releaseId: 'b', moduleId: 'c' }],
		[learner.personId, {}],
		[learner.personId, { ...there, kind: 'module', courseId: 'a', releaseId: 'b', moduleId: 'c' }]
	] as const)
		await expect(recorded(personId, changes)).rejects.toMatchObject({ cause: { code: '42501' } });
});

test('an officer writes down a work agreement; its years count, and nobody else’s officer may', async ({
	db
}) => {
	const { learner, officer } = await aHome(db);
	await actAs(db, SYSTEM);
	await db.update(people).set({ employeeKind: 'pppk' }).where(eq(people.id, learner.personId));
	const there = await anAgency(db, 'Lain');
	const stranger = await anOfficer(db, 'hr-officer', { ...there, unitId: null });
	const agreement = { startsOn: '2025-03-01', endsOn: '2030-02-28' };
	await actAs(db, officer.personId);
	const subject = await findSubject(db, learner.personId);
	const years = async () =>
		(await readHourYears(db, learner.personId, '2026-11-21')).periods.map(
			({ startsOn, assumed }) => [startsOn, assumed]
		);
	expect(await years()).toEqual([['2026-01-01', 'from-post']]);
	for (let again = 0; again < 2; again++) await recordContract(db, officer, subject, agreement);
	expect(await years()).toEqual([['2026-03-01', null]]);
	await expect(
		recordContract(db, officer, subject, { ...agreement, endsOn: null })
	).rejects.toMatchObject({ code: 'contract-known' });
	await expect(
		recordContract(db, officer, subject, { startsOn: '2031-01-01', endsOn: '2030-01-01' })
	).rejects.toMatchObject({ code: 'contract-days-order' });
	await expect(recordContract(db, stranger, subject, agreement)).rejects.toMatchObject({
		code: 'ability-missing'
	});
	await actAs(db, stranger.personId);
	expect(await db.execute(sql`select from contracts`)).toHaveLength(0);
	expect((await db.execute(sql`delete from contracts`)).count).toBe(0);
	await actAs(db, learner.personId);
	expect((await db.execute(sql`delete from contracts`)).count).toBe(0);
	await actAs(db, officer.personId);
	await strikeContract(db, officer, subject, agreement.startsOn);
	expect(await years()).toEqual([['2026-01-01', 'from-post']]);
});

test('sums equal a recount from the entries, whatever was earned, replayed and taken back', async ({
	db
}) => {
	const act = fc.record({
		module: fc.integer({ min: 1, max: 6 }),
		jp: fc.integer({ min: 1, max: 400 }).map((hundredths) => hundredths / 100),
		month: fc.integer({ min: 1, max: 12 }),
		what: fc.constantFrom('earn', 'earn', 'replay', 'reverse', 'mend')
	});
	await fc.assert(
		fc.asyncProperty(fc.array(act, { maxLength: 14 }), async (history) => {
			const { learner, officer } = await aHome(db);
			const expected = new Map<string, { jp: number; taken: boolean }>();
			for (const { module, jp, month, what } of history) {
				const key = `modul:spbe-101:m${module}`;
				const earnedOn = `2026-${String(month).padStart(2, '0')}-15`;
				if (what === 'earn' || what === 'replay') {
					await actAs(db, learner.personId);
					const moduleId = `m${module}`;
					await earnModuleHours(db, learner, aModule({ moduleId, jp, earnedOn }));
					if (!expected.has(key)) expected.set(key, { jp, taken: false });
				} else {
					await actAs(db, officer.personId);
					const known = expected.get(key);
					const mending = what === 'mend' ? { jp } : null;
					const taken = { personId: learner.personId, key, reason: 'Uji' };
					const done = db.transaction((tx) => reverseHours(tx, officer, taken, mending));
					if (!known || known.taken) await expect(done).rejects.toMatchObject({ name: 'Refusal' });
					else {
						await done;
						expected.set(key, { jp: mending?.jp ?? 0, taken: true });
					}
				}
			}
			await actAs(db, learner.personId);
			const { entries, periods } = await readHourYears(db, learner.personId, '2026-12-31');
			const [year] = periods;
			expect(periods).toHaveLength(1);
			const [recount] = await db.execute<{ sum: string }>(
				sql`select coalesce(sum(jp), 0) as sum from hour_entries where person_id = ${learner.personId}`
			);
			expect(sumOf(entries)).toBe(Number(recount!.sum));
			expect(sumOf(entries)).toBe(sumOf([...expected.values()]));
			expect(year?.rule?.minimum).toBe(20);
		}),
		{ numRuns: 20 }
	);
});
