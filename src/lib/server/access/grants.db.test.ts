import { describe, expect } from 'vitest';
import { actAs, test } from '../../../../tests/support/database.ts';
import { anAgency, anOfficer, aPerson } from '../../../../tests/support/people.ts';
import { auditEntries } from '../audit/tables.ts';
import { SYSTEM } from '../db/scope.ts';
import type { Grant } from './policy.ts';
import { grantRole, grantsInForce, listGrants, withdrawRole } from './grants.ts';
import { roleGrants } from './tables.ts';

const TODAY = '2026-11-21';
const inAgency = (agencyId: string): Grant => ({
	role: 'hr-officer',
	agencyId,
	unitId: null,
	endsOn: null
});

describe('granting', () => {
	test('an agency administrator grants a role once, with one audit entry', async ({ db }) => {
		const a = await anAgency(db, 'A');
		const admin = await anOfficer(db, 'agency-admin', { ...a, unitId: null });
		const personId = await aPerson(db, {}, a);
		await actAs(db, admin.personId);
		const grant = { personId, ...inAgency(a.agencyId) };
		const id = await grantRole(db, admin, grant, TODAY);
		expect(await grantRole(db, admin, grant, TODAY)).toBe(id);
		expect(await listGrants(db, personId)).toMatchObject([
			{ id, role: 'hr-officer', grantedBy: admin.personId, inForce: true }
		]);
		await actAs(db, SYSTEM);
		const entries = await db.select().from(auditEntries);
		expect(
			entries.filter(({ act, subjectId }) => act === 'role-granted' && subjectId === personId)
		).toMatchObject([{ actorId: admin.personId, detail: { grantId: id, role: 'hr-officer' } }]);
	});

	test('the same role there with another end is refused until the old one is withdrawn', async ({
		db
	}) => {
		const a = await anAgency(db, 'A');
		const admin = await anOfficer(db, 'platform-admin');
		const personId = await aPerson(db, {}, a);
		await actAs(db, admin.personId);
		const id = await grantRole(db, admin, { personId, ...inAgency(a.agencyId) }, TODAY);
		const shorter = { personId, ...inAgency(a.agencyId), endsOn: '2099-12-31' };
		await expect(grantRole(db, admin, shorter, TODAY)).rejects.toMatchObject({
			reason: 'conflict',
			code: 'grant-already-held'
		});
		await withdrawRole(db, admin, id);
		await withdrawRole(db, admin, id);
		await grantRole(db, admin, shorter, TODAY);
		expect(await grantsInForce(db, personId)).toEqual([
			{ role: 'hr-officer', agencyId: a.agencyId, unitId: null, endsOn: '2099-12-31' }
		]);
	});

	test('an end in the past is refused', async ({ db }) => {
		const a = await anAgency(db, 'A');
		const admin = await anOfficer(db, 'platform-admin');
		const past = { personId: admin.personId, ...inAgency(a.agencyId), endsOn: '2026-11-20' };
		await expect(grantRole(db, admin, past, TODAY)).rejects.toMatchObject({
			code: 'grant-ends-in-past'
		});
	});

	test('nobody grants above or outside their own reach', async ({ db }) => {
		const a = await anAgency(db, 'A');
		const b = await anAgency(db, 'B');
		const admin = await anOfficer(db, 'agency-admin', { ...a, unitId: null });
		const officer = await anOfficer(db, 'hr-officer', { ...a, unitId: null });
		const { personId } = admin;
		const everywhere = { agencyId: null, unitId: null, endsOn: null };
		const refused = [
			[admin, { role: 'platform-admin', ...everywhere }],
			[admin, { role: 'reviewer', ...everywhere }],
			[admin, inAgency(b.agencyId)],
			[officer, inAgency(a.agencyId)]
		] as const;
		for (const [actor, grant] of refused) {
			await expect(grantRole(db, actor, { personId, ...grant }, TODAY)).rejects.toMatchObject({
				reason: 'forbidden'
			});
		}
	});

	test('a unit must belong to the agency it is granted in, or another agency’s people would show', async ({
		db
	}) => {
		const a = await anAgency(db, 'A');
		const b = await anAgency(db, 'B');
		const admin = await anOfficer(db, 'agency-admin', { ...a, unitId: null });
		const smuggled = { personId: admin.personId, ...inAgency(a.agencyId), unitId: b.unitId };
		await actAs(db, admin.personId);
		await expect(grantRole(db, admin, smuggled, TODAY)).rejects.toMatchObject({
			code: 'grant-unit-elsewhere'
		});
		await actAs(db, SYSTEM);
		await expect(
			db.transaction((tx) => tx.insert(roleGrants).values(smuggled))
		).rejects.toMatchObject({ cause: { constraint_name: 'role_grants_unit_fk' } });
		const whole = { ...smuggled, role: 'agency-admin' as const, unitId: a.unitId };
		await expect(db.transaction((tx) => tx.insert(roleGrants).values(whole))).rejects.toMatchObject(
			{ cause: { constraint_name: 'role_grants_agency_admin_whole' } }
		);
	});

	test('an agency that does not exist and a grant that cannot exist are refused, not faults', async ({
		db
	}) => {
		const admin = await anOfficer(db, 'platform-admin');
		const nowhere = { personId: admin.personId, ...inAgency(crypto.randomUUID()) };
		await expect(grantRole(db, admin, nowhere, TODAY)).rejects.toMatchObject({ reason: 'invalid' });
		for (const id of ['x', crypto.randomUUID()]) {
			await expect(withdrawRole(db, admin, id)).rejects.toMatchObject({ reason: 'not-found' });
		}
	});

	test('PostgreSQL itself refuses a grant in a foreign agency or to a person out of sight', async ({
		db
	}) => {
		const a = await anAgency(db, 'A');
		const b = await anAgency(db, 'B');
		const admin = await anOfficer(db, 'agency-admin', { ...a, unitId: null });
		const stranger = await aPerson(db, {}, b);
		await actAs(db, admin.personId);
		const forged = [
			{ personId: admin.personId, ...inAgency(b.agencyId) },
			{ personId: stranger, ...inAgency(a.agencyId) },
			{ personId: admin.personId, ...inAgency(a.agencyId), unitId: b.unitId },
			{ personId: admin.personId, role: 'platform-admin' as const }
		];
		for (const values of forged) {
			await expect(
				db.transaction((inner) =>
					inner.insert(roleGrants).values({ ...values, grantedBy: admin.personId })
				)
			).rejects.toThrow();
		}
	});
});

describe('withdrawing', () => {
	test('the last administrator of the platform stays; one of two may go', async ({ db }) => {
		const one = await anOfficer(db, 'platform-admin');
		await actAs(db, one.personId);
		const [own] = await listGrants(db, one.personId);
		await expect(withdrawRole(db, one, own!.id)).rejects.toMatchObject({
			reason: 'conflict',
			code: 'last-platform-admin'
		});
		await actAs(db, SYSTEM);
		const two = await anOfficer(db, 'platform-admin');
		await actAs(db, two.personId);
		await withdrawRole(db, two, own!.id);
		expect(await listGrants(db, one.personId)).toMatchObject([
			{ inForce: false, withdrawnBy: two.personId }
		]);
	});

	test('a grant in another agency does not exist for an agency administrator', async ({ db }) => {
		const a = await anAgency(db, 'A');
		const b = await anAgency(db, 'B');
		const admin = await anOfficer(db, 'agency-admin', { ...a, unitId: null });
		const other = await anOfficer(db, 'hr-officer', b);
		const [foreign] = await listGrants(db, other.personId);
		await actAs(db, admin.personId);
		await expect(withdrawRole(db, admin, foreign!.id)).rejects.toMatchObject({
			reason: 'not-found'
		});
	});
});
