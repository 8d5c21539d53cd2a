import { isoDay } from '../../format/dates.ts';
import type { TitledName } from '../../format/names.ts';
import { giveRole } from '../access/grants.ts';
import type { Pool } from '../db/connect.ts';
import { SYSTEM, withScope } from '../db/scope.ts';
import { Refusal } from '../refusal.ts';
import { readNumber } from './numbers.ts';
import { passwordProblem } from './passwords.ts';
import { createPerson } from './people.ts';

export interface NewAdministrator extends Partial<TitledName> {
	name: string;
	email: string;
	/** NIP or NI PPPK as typed; may be left out. */
	number?: string;
	password: string;
}

/**
 * Creates an account that administers the platform, from the command line: there a person has the database's address
 * and needs no other permission. Refusals (`invalid`): `name-missing`, `email-malformed`, a `NumberProblem`, a
 * `PasswordProblem`; `conflict`: `email-taken`, `number-taken`. Returns the person's id.
 */
export async function createAdministrator(
	pool: Pool,
	{ number: typed, ...person }: NewAdministrator,
	now = new Date()
): Promise<string> {
	if (!person.name.trim()) throw new Refusal('invalid', 'name-missing');
	if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(person.email))
		throw new Refusal('invalid', 'email-malformed');
	const read = typed ? readNumber(typed, isoDay(now)) : null;
	if (typeof read === 'string') throw new Refusal('invalid', read);
	const problem = passwordProblem(person.password, { ...person, number: read?.number ?? null });
	if (problem) throw new Refusal('invalid', problem);
	const number = read && { number: read.number, kind: read.kind ?? ('nip' as const) };
	return withScope(pool, SYSTEM, async (db) => {
		const personId = await createPerson(db, null, {
			...person,
			employeeKind: number ? (number.kind === 'nip' ? 'pns' : 'pppk') : 'non-asn',
			...(number && { number })
		});
		const everywhere = { agencyId: null, unitId: null, endsOn: null };
		await giveRole(db, null, { personId, role: 'platform-admin', ...everywhere });
		return personId;
	});
}
