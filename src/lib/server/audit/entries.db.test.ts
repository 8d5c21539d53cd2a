import { expect } from 'vitest';
import { actAs, test } from '../../../../tests/support/database.ts';
import { anAgency, anOfficer, aPerson } from '../../../../tests/support/people.ts';
import { PUBLIC, SYSTEM } from '../db/scope.ts';
import { findPeople } from '../reporting/people.ts';
import { listEntriesAboutMe, record } from './entries.ts';
import { auditEntries } from './tables.ts';

test('people see who opened their record, of which agency, and nothing about anybody else', async ({
	db
}) => {
	const home = await anAgency(db, 'Kabupaten A');
	const officer = await anOfficer(
		db,
		'hr-officer',
		{ ...home, unitId: null },
		{ name: 'Made Arta', titleBefore: 'Dr.' }
	);
	const [mine, theirs] = [await aPerson(db, {}, home), await aPerson(db, {}, home)];
	await actAs(db, officer.personId);
	await record(db, officer.personId, { act: 'person-viewed', subjectId: theirs });
	await record(db, officer.personId, { act: 'person-number-revealed', subjectId: mine });
	await actAs(db, mine);
	await record(db, mine, { act: 'password-changed', subjectId: mine });
	const entries = await listEntriesAboutMe(db, 10);
	expect(entries.map(({ act }) => act).sort()).toEqual([
		'account-created',
		'person-number-revealed'
	]);
	expect(entries.find(({ act }) => act === 'person-number-revealed')).toMatchObject({
		at: expect.any(Date),
		actor: { name: 'Made Arta', titleBefore: 'Dr.', titleAfter: '' },
		agency: 'Kabupaten A'
	});
	expect(entries.find(({ act }) => act === 'account-created')).toMatchObject({
		actor: null,
		agency: null
	});
	expect(await listEntriesAboutMe(db, 1)).toHaveLength(1);
});

test('nobody but the person concerned is told: no officer, no visitor, not the system', async ({
	db
}) => {
	const home = await anAgency(db, 'A');
	const officer = await anOfficer(db, 'agency-admin', { ...home, unitId: null });
	const person = await aPerson(db, {}, home);
	await actAs(db, officer.personId);
	await record(db, officer.personId, { act: 'person-viewed', subjectId: person });
	const acts = async () => (await listEntriesAboutMe(db, 10)).map(({ act }) => act);
	expect(await acts()).not.toContain('person-viewed');
	for (const scope of [PUBLIC, SYSTEM]) {
		await actAs(db, scope);
		expect(await acts()).toEqual([]);
	}
});

test('a search for people leaves who was listed, and nothing of what was typed', async ({ db }) => {
	const home = await anAgency(db, 'A');
	const officer = await anOfficer(
		db,
		'hr-officer',
		{ ...home, unitId: null },
		{ name: 'Pengelola' }
	);
	const found = await aPerson(db, { name: 'Nyoman Lestari' }, home);
	await actAs(db, officer.personId);
	await findPeople(db, officer, 'Nyoman Les');
	await findPeople(db, officer, 'tidak ada orangnya');
	await findPeople(db, officer, 'ny');
	await actAs(db, SYSTEM);
	const searches = (await db.select().from(auditEntries)).filter(
		({ act }) => act === 'people-searched'
	);
	expect(searches).toHaveLength(2);
	expect(searches).toMatchObject(
		expect.arrayContaining([
			expect.objectContaining({
				actorId: officer.personId,
				subjectId: null,
				detail: { count: 1, people: [found] }
			}),
			expect.objectContaining({ detail: { count: 0, people: [] } })
		])
	);
	expect(JSON.stringify(searches)).not.toMatch(/nyoman|orangnya/i);
});
