import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { aLearnerOfAll, doing } from '../../../../tests/support/completing.ts';
import { actAs, test } from '../../../../tests/support/database.ts';
import { anAgency, anOfficer } from '../../../../tests/support/people.ts';
import { isoDay } from '../../format/dates.ts';
import type { Role } from '../access/policy.ts';
import { auditEntries } from '../audit/tables.ts';
import type { Database } from '../db/connect.ts';
import { PUBLIC, SYSTEM } from '../db/scope.ts';
import { organiserCode } from '../graduation/certified.ts';
import { findSignatory, listOrganisers, listSignatories, setSignatory } from './signatories.ts';

const today = '2026-11-22';
const head = { post: 'Kepala Badan', name: 'Ir. Sari', place: 'Semarang', fromOn: today };

/** An agency as an organiser, and an officer of it who acts from here on. */
async function anOrganiser(db: Database, role: Role = 'agency-admin') {
	const { agencyId } = await anAgency(db, 'Badan');
	const [{ code } = { code: '' }] = await db.execute<{ code: string }>(
		sql`select code from agencies where id = ${agencyId}`
	);
	const place = role === 'platform-admin' ? null : { agencyId, unitId: null };
	const officer = await anOfficer(db, role, place);
	await actAs(db, officer.personId);
	return { organiser: { code, name: 'Badan' }, officer };
}

test('nobody said anything: the head of the organiser signs, and no place is told', async ({
	db
}) => {
	const { organiser } = await anOrganiser(db);
	expect(await findSignatory(db, organiser, today)).toEqual({
		signatory: { post: 'Pimpinan Badan', name: null },
		issuedIn: null
	});
});

test('what is set holds from its day until the next; of one day the latest word counts', async ({
	db
}) => {
	const { organiser, officer } = await anOrganiser(db);
	const set = (change: Partial<typeof head>, at: string) =>
		setSignatory(db, officer, organiser.code, { ...head, ...change }, today, new Date(at));
	const holds = async (day: string) => (await findSignatory(db, organiser, day)).signatory.post;
	await set({ post: 'Kepala  Pusat ' }, '2026-11-22T01:00:00Z');
	await set({ fromOn: '2026-12-01', post: 'Plt. Kepala' }, '2026-11-22T02:00:00Z');
	await set({}, '2026-11-22T03:00:00Z');
	await set({}, '2026-11-22T04:00:00Z');
	expect(await holds('2026-11-21')).toBe('Pimpinan Badan');
	expect(await holds(today)).toBe('Kepala Badan');
	expect(await holds('2026-12-01')).toBe('Plt. Kepala');
	expect((await listSignatories(db, organiser.code)).map(({ post }) => post)).toEqual([
		'Kepala Pusat',
		'Plt. Kepala',
		'Kepala Badan'
	]);
	await actAs(db, SYSTEM);
	const entries = await db.select().from(auditEntries);
	expect(entries.filter(({ act }) => act === 'signatory-set')).toHaveLength(3);
	await expect(
		db.transaction((tx) => tx.execute(sql`update certificate_signatories set post = 'x'`))
	).rejects.toMatchObject({ cause: { code: expect.stringMatching(/42501|23001/) } });
});

test.for([
	[{ post: '  ' }, 'signatory-post'],
	[{ fromOn: '2026-11-21' }, 'signatory-day-past'],
	[{ place: 'x'.repeat(61) }, 'signatory-long'],
	[{ name: 'Sari, NIP 19860926 201505 2 001' }, 'signatory-number']
] as const)('%o is refused: %s', async ([change, code], { db }) => {
	const { organiser, officer } = await anOrganiser(db);
	await expect(
		setSignatory(db, officer, organiser.code, { ...head, ...change }, today)
	).rejects.toMatchObject({ code });
});

test('is said by administrators of the agency and of the platform, and by nobody else', async ({
	db
}) => {
	const { organiser, officer } = await anOrganiser(db);
	expect(await listOrganisers(db, officer)).toMatchObject([{ code: organiser.code }]);
	await actAs(db, SYSTEM);
	const { officer: platform } = await anOrganiser(db, 'platform-admin');
	expect(await listOrganisers(db, platform)).toContainEqual(organiser);
	await setSignatory(db, platform, organiser.code, head, today);
	for (const role of ['agency-admin', 'organiser'] as const) {
		await actAs(db, SYSTEM);
		const { officer: other } = await anOrganiser(db, role);
		await expect(setSignatory(db, other, organiser.code, head, today)).rejects.toMatchObject({
			reason: 'forbidden'
		});
		for (const scope of [other.personId, SYSTEM, PUBLIC]) {
			await actAs(db, scope);
			const forced = db.transaction((tx) =>
				tx.execute(sql`
					insert into certificate_signatories (id, organiser, post, from_on, set_by, set_at)
					values (gen_random_uuid(), ${organiser.code}, 'x', ${today}, ${other.personId}, now())`)
			);
			await expect(forced).rejects.toMatchObject({ cause: { code: '42501' } });
		}
	}
});

test('a course completed from then on says so, and one completed before does not change', async ({
	db
}) => {
	const all = ['pretest', 'lesson', 'quiz', 'posttest', 'survey'] as const;
	const factsOf = async (personId: string) => {
		await actAs(db, SYSTEM);
		const [row] = await db.execute<{ facts: { signatory: unknown; issuedIn: unknown } }>(
			sql`select facts from awards where person_id = ${personId}`
		);
		return row!.facts;
	};
	const complete = async () => {
		await actAs(db, SYSTEM);
		const learner = await aLearnerOfAll(db);
		for (const part of all) await doing[part](db, learner);
		return learner.personId;
	};
	const early = await complete();
	const before = await factsOf(early);
	expect(before).toMatchObject({
		signatory: { post: 'Pimpinan Contoh', name: null },
		issuedIn: null
	});
	const officer = await anOfficer(db, 'platform-admin');
	await actAs(db, officer.personId);
	const day = isoDay(new Date());
	await setSignatory(db, officer, organiserCode('Contoh'), { ...head, fromOn: day }, day);
	expect(await factsOf(await complete())).toMatchObject({
		signatory: { post: 'Kepala Badan', name: 'Ir. Sari' },
		issuedIn: 'Semarang'
	});
	expect(await factsOf(early)).toEqual(before);
});
