import { eq, sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { actAs, test } from '../../../../tests/support/database.ts';
import { anAgency, anOfficer, aNumber, aPerson } from '../../../../tests/support/people.ts';
import { grantsInForce } from '../access/grants.ts';
import { auditEntries } from '../audit/tables.ts';
import { SYSTEM } from '../db/scope.ts';
import { findSubject } from '../organisation/placements.ts';
import { closeAccount, reopenAccount } from './accounts.ts';
import { findPeople } from '../reporting/people.ts';
import { correctName, createPerson, findPerson, revealNumber, viewPerson } from './people.ts';
import { listSessions } from './open-sessions.ts';
import { startSession } from './sessions.ts';
import { personNames } from './tables.ts';

test('an e-mail address and a number belong to one person', async ({ db }) => {
	const number = { number: aNumber(), kind: 'nip' } as const;
	await aPerson(db, { email: 'Wayan@Contoh.go.id', number });
	const twin = { name: 'Made', employeeKind: 'pns' } as const;
	await expect(
		createPerson(db, null, { ...twin, email: 'wayan@contoh.go.id' })
	).rejects.toMatchObject({ code: 'email-taken' });
	await expect(createPerson(db, null, { ...twin, number })).rejects.toMatchObject({
		code: 'number-taken'
	});
});

describe('separation', () => {
	/** Every table with personal data, with the column that names the person. */
	const PERSONAL = {
		people: 'id',
		person_names: 'person_id',
		person_numbers: 'person_id',
		person_contacts: 'person_id',
		credentials: 'person_id',
		sessions: 'person_id',
		recoveries: 'person_id',
		privacy_acknowledgements: 'person_id',
		placements: 'person_id',
		role_grants: 'person_id',
		audit_entries: 'subject_id',
		mails: 'person_id',
		enrolments: 'person_id',
		learning_events: 'person_id',
		lesson_states: 'person_id',
		check_states: 'person_id'
	};

	test('an HR officer of one agency never gets a row about the people of another', async ({
		db
	}) => {
		const a = await anAgency(db, 'A');
		const b = await anAgency(db, 'B');
		const officer = await anOfficer(db, 'hr-officer', { ...a, unitId: null });
		const own = await aPerson(db, { email: 'own@a.go.id' }, a);
		const { personId: other } = await anOfficer(db, 'supervisor', b, {
			email: 'other@b.go.id',
			password: 'tiga ekor kuda',
			number: { number: aNumber(), kind: 'nip' }
		});
		await startSession(db, other, { shared: false, device: '' });
		await db.execute(
			sql`insert into recoveries (person_id, kind, secret_hash, expires_at) values (${other}, 'link', 'x', now())`
		);
		await db.execute(
			sql`insert into privacy_acknowledgements (person_id, edition) values (${other}, '1')`
		);
		await db.execute(
			sql`insert into mails (person_id, recipient, subject, body) values (${other}, 'x', 'x', 'x')`
		);
		await db.execute(
			sql`insert into enrolments (person_id, release_id, course_id, agency_id) values (${other}, 'r', 'c', ${b.agencyId})`
		);
		await actAs(db, officer.personId);
		for (const [table, column] of Object.entries(PERSONAL)) {
			const rows = await db.execute(
				sql`select 1 from ${sql.identifier(table)} where ${sql.identifier(column)} = ${other}`
			);
			expect(rows, table).toHaveLength(0);
		}
		expect(await findPerson(db, own)).toMatchObject({ email: 'own@a.go.id' });
		await expect(findPerson(db, other)).rejects.toMatchObject({ reason: 'not-found' });
		await expect(findSubject(db, other)).rejects.toMatchObject({ reason: 'not-found' });
		await expect(findSubject(db, "1' or true")).rejects.toMatchObject({ reason: 'not-found' });
	});

	test('an officer of a unit sees that unit and those below it', async ({ db }) => {
		const a = await anAgency(db, 'A');
		const officer = await anOfficer(db, 'hr-officer', a);
		const [below] = await db.execute<{ id: string }>(
			sql`insert into units (agency_id, parent_id, name) values (${a.agencyId}, ${a.unitId}, 'Seksi') returning id`
		);
		const inside = await aPerson(db, {}, { agencyId: a.agencyId, unitId: below!.id });
		const beside = await aPerson(db, {}, { agencyId: a.agencyId, unitId: null });
		await actAs(db, officer.personId);
		const subject = await findSubject(db, inside);
		expect(subject.places).toEqual([{ agencyId: a.agencyId, unitIds: [below!.id, a.unitId] }]);
		await expect(viewPerson(db, officer, subject)).resolves.toMatchObject({ id: inside });
		await expect(findSubject(db, beside)).rejects.toMatchObject({ reason: 'not-found' });
	});

	test('a name cannot be changed from outside', async ({ db }) => {
		const a = await anAgency(db, 'A');
		const officer = await anOfficer(db, 'agency-admin', { ...a, unitId: null });
		const person = await aPerson(db, {}, a);
		await actAs(db, officer.personId);
		await db.update(personNames).set({ name: 'X' }).where(eq(personNames.personId, person));
		expect(await findPerson(db, person)).toMatchObject({ name: 'Wayan Sudarma' });
	});
});

describe('a name', () => {
	const written = { name: ' Wayan  Sudarmi ', titleBefore: 'Dr.', titleAfter: '' };

	test('is corrected by an officer of where the person works, and the trail says so, once', async ({
		db
	}) => {
		const a = await anAgency(db, 'A');
		const officer = await anOfficer(db, 'hr-officer', { ...a, unitId: null });
		const person = await aPerson(db, {}, a);
		await actAs(db, officer.personId);
		const subject = await findSubject(db, person);
		for (let times = 0; times < 2; times++) await correctName(db, officer, subject, written);
		expect(await findPerson(db, person)).toMatchObject({
			name: 'Wayan Sudarmi',
			titleBefore: 'Dr.'
		});
		for (const [change, code] of [
			[{ name: '  ' }, 'name-missing'],
			[{ name: 'x'.repeat(151) }, 'name-long'],
			[{ titleAfter: 'x'.repeat(101) }, 'name-long']
		] as const)
			await expect(
				correctName(db, officer, subject, { ...written, ...change })
			).rejects.toMatchObject({ code });
		await actAs(db, SYSTEM);
		const entries = await db.select().from(auditEntries);
		expect(entries.filter(({ act }) => act === 'name-corrected')).toMatchObject([
			{ actorId: officer.personId, subjectId: person, detail: {} }
		]);
	});

	test('is not by oneself, from elsewhere or without the role, asked of the database or not', async ({
		db
	}) => {
		const a = await anAgency(db, 'A');
		const b = await anAgency(db, 'B');
		const person = await aPerson(db, {}, a);
		const own = await anOfficer(db, 'agency-admin', { ...a, unitId: null });
		const others = [
			await anOfficer(db, 'agency-admin', { ...b, unitId: null }),
			await anOfficer(db, 'organiser', { ...a, unitId: null })
		];
		const places = [{ agencyId: a.agencyId, unitIds: [a.unitId] }];
		const asked: [string, string][] = [
			[own.personId, own.personId],
			...others.map((other): [string, string] => [other.personId, person])
		];
		for (const officer of others)
			await expect(
				correctName(db, officer, { personId: person, places }, written)
			).rejects.toMatchObject({ reason: 'forbidden' });
		await expect(
			correctName(db, own, { personId: own.personId, places }, written)
		).rejects.toMatchObject({ code: 'own-name' });
		for (const [actor, about] of asked) {
			await actAs(db, actor);
			const [done] = await db.execute(sql`select correct_name(${about}, 'X', '', '') as done`);
			expect(done).toEqual({ done: false });
		}
	});
});

describe('an officer', () => {
	test('finds people of their agency by part of the name, the e-mail address or the end of the number', async ({
		db
	}) => {
		const a = await anAgency(db, 'A');
		const b = await anAgency(db, 'B');
		const officer = await anOfficer(
			db,
			'hr-officer',
			{ ...a, unitId: null },
			{ name: 'Pengelola' }
		);
		const number = aNumber();
		const id = await aPerson(
			db,
			{ name: 'Ketut 100% Rai', email: 'rai@a.go.id', number: { number, kind: 'nip' } },
			a
		);
		await aPerson(db, { name: 'Ketut Rai', email: 'rai@b.go.id' }, b);
		await actAs(db, officer.personId);
		for (const query of [
			'ketut',
			'RAI@',
			'100%',
			number.slice(-4),
			number.slice(0, 8) + ' ' + number.slice(8)
		]) {
			expect(await findPeople(db, officer, query), query).toMatchObject([
				{ id, maskedNumber: `•••••••••••••••${number.slice(-3)}`, agency: 'A', unit: 'Dinas' }
			]);
		}
		for (const query of ['', 'ke', '1986', '%%%', '___', '\u0000\u0000ke']) {
			expect(await findPeople(db, officer, query), query).toEqual([]);
		}
	});

	test('leaves a trace when opening a record or revealing a number, and the person can see it', async ({
		db
	}) => {
		const a = await anAgency(db, 'A');
		const officer = await anOfficer(db, 'hr-officer', { ...a, unitId: null });
		const number = aNumber();
		const id = await aPerson(db, { number: { number, kind: 'nip' } }, a);
		await actAs(db, officer.personId);
		const subject = await findSubject(db, id);
		expect((await viewPerson(db, officer, subject)).maskedNumber).not.toContain(
			number.slice(0, 15)
		);
		expect(await revealNumber(db, officer, subject)).toBe(number);
		await actAs(db, id);
		const seen = await db
			.select()
			.from(auditEntries)
			.where(eq(auditEntries.actorId, officer.personId));
		expect(seen.map(({ act }) => act).sort()).toEqual(['person-number-revealed', 'person-viewed']);
		const own = { personId: id, grants: [] };
		expect(await revealNumber(db, own, { personId: id, places: [] })).toBe(number);
		await expect(
			revealNumber(db, own, { personId: officer.personId, places: subject.places })
		).rejects.toMatchObject({ reason: 'forbidden' });
	});
});

describe('closing an account', () => {
	test('ends its sessions and rests its grants; reopening brings back the grants, not the sessions', async ({
		db
	}) => {
		const a = await anAgency(db, 'A');
		const admin = await anOfficer(db, 'agency-admin', { ...a, unitId: null });
		const { personId } = await anOfficer(db, 'hr-officer', { ...a, unitId: null });
		await startSession(db, personId, { shared: false, device: '' });
		await actAs(db, admin.personId);
		const subject = await findSubject(db, personId);
		await closeAccount(db, admin, subject);
		await closeAccount(db, admin, subject);
		expect(await grantsInForce(db, personId)).toEqual([]);
		await reopenAccount(db, admin, subject);
		expect(await grantsInForce(db, personId)).toHaveLength(1);
		await actAs(db, SYSTEM);
		expect(await listSessions(db, personId)).toEqual([]);
		const acts = await db
			.select()
			.from(auditEntries)
			.where(eq(auditEntries.actorId, admin.personId));
		expect(acts.map(({ act }) => act).sort()).toEqual(['account-closed', 'account-reopened']);
	});

	test('is refused for one’s own, for the powerful, and for an HR officer', async ({ db }) => {
		const a = await anAgency(db, 'A');
		const admin = await anOfficer(db, 'agency-admin', { ...a, unitId: null });
		const platform = await anOfficer(db, 'platform-admin', null);
		const officer = await anOfficer(db, 'hr-officer', { ...a, unitId: null });
		const places = [{ agencyId: a.agencyId, unitIds: [] }];
		const refused = [
			[admin, admin.personId, 'own-account'],
			[admin, platform.personId, 'person-outranks'],
			[officer, admin.personId, 'ability-missing']
		] as const;
		for (const [actor, personId, code] of refused) {
			await expect(closeAccount(db, actor, { personId, places })).rejects.toMatchObject({ code });
		}
	});
});
