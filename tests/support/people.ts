import { giveRole } from '#lib/server/access/grants.ts';
import type { Actor, Grant, Role } from '#lib/server/access/policy.ts';
import type { Database } from '#lib/server/db/connect.ts';
import { createPerson, type NewPerson } from '#lib/server/identity/people.ts';
import { createAgency, createUnit } from '#lib/server/organisation/agencies.ts';
import { placePerson } from '#lib/server/organisation/placements.ts';

let counter = 100;

/** A number nobody else has in this run, well formed. */
export function aNumber(): string {
	return `198609262015052${String(counter++).padStart(3, '0')}`;
}

/** An agency with one unit. In `system` scope, like everybody below. */
export async function anAgency(
	db: Database,
	name: string
): Promise<{ agencyId: string; unitId: string }> {
	const agencyId = await createAgency(db, {
		code: `${name}-${counter++}`,
		name,
		kind: 'regency',
		timeZone: 'Asia/Jakarta'
	});
	return { agencyId, unitId: await createUnit(db, { agencyId, parentId: null, name: 'Dinas' }) };
}

/** A civil servant, with a post where a place is given. */
export async function aPerson(
	db: Database,
	person: Partial<NewPerson> = {},
	place?: { agencyId: string; unitId: string | null }
): Promise<string> {
	const personId = await createPerson(db, null, {
		name: 'Wayan Sudarma',
		employeeKind: 'pns',
		...person
	});
	if (place) {
		await placePerson(db, { personId, ...place, postTitle: 'Analis', fromOn: '2026-01-01' });
	}
	return personId;
}

/** Somebody holding one role, as the hook would make them from their session. */
export async function anOfficer(
	db: Database,
	role: Role,
	place: { agencyId: string; unitId: string | null } | null = null,
	person: Partial<NewPerson> = {}
): Promise<Actor> {
	const personId = await aPerson(db, person, place ?? undefined);
	const grant: Grant = {
		role,
		agencyId: place?.agencyId ?? null,
		unitId: place?.unitId ?? null,
		endsOn: null
	};
	await giveRole(db, null, { personId, ...grant });
	return { personId, grants: [grant] };
}
