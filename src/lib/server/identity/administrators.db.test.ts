import { expect } from 'vitest';
import { test } from '../../../../tests/support/database.ts';
import { anAgency, anOfficer } from '../../../../tests/support/people.ts';
import { findAdministrator } from './administrators.ts';

test('an administrator is found by their address, however it is typed; nobody else is one', async ({
	db
}) => {
	const admin = await anOfficer(db, 'platform-admin', null, { email: 'admin@uji.go.id' });
	const place = { ...(await anAgency(db, 'Kabupaten')), unitId: null };
	await anOfficer(db, 'hr-officer', place, { email: 'pengelola@uji.go.id' });
	expect(await findAdministrator(db, ' Admin@uji.go.id')).toBe(admin.personId);
	expect(await findAdministrator(db, 'pengelola@uji.go.id')).toBeNull();
	expect(await findAdministrator(db, 'siapa@uji.go.id')).toBeNull();
});
