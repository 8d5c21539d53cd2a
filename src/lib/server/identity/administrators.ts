import type { Database } from '../db/connect.ts';
import { grantsInForce } from '../access/grants.ts';
import { findByIdentifier } from './people.ts';

/** The administrator of the platform with this e-mail address; null for everybody else. In `system` scope. */
export async function findAdministrator(db: Database, email: string): Promise<string | null> {
	const person = await findByIdentifier(db, email.trim().toLowerCase());
	if (!person) return null;
	const grants = await grantsInForce(db, person.id);
	return grants.some(({ role }) => role === 'platform-admin') ? person.id : null;
}
