import { expect } from 'vitest';
import { exampleFacts } from '../../../../tests/support/certificates.ts';
import { test } from '../../../../tests/support/database.ts';
import { aPerson } from '../../../../tests/support/people.ts';
import { award, confirmAward } from '../certification/awards.ts';
import type { Database, Pool } from '../db/connect.ts';
import { SYSTEM, withScope } from '../db/scope.ts';
import { mails } from '../notices/tables.ts';
import { inviteHolders } from './invite-holders.ts';

const { number: _, code: __, ...example } = exampleFacts;
const origin = 'https://belajar.contoh.go.id';

async function anAward(pool: Pool, email?: string) {
	const personId = await withScope(pool, SYSTEM, (db) =>
		aPerson(db, { name: example.holder.name, ...(email && { email }) })
	);
	const holder = { personId, agencyId: null, unitId: null };
	const asHolder = <T>(story: (db: Database) => Promise<T>) =>
		withScope(pool, { as: 'person', personId }, story);
	const { code } = await asHolder((db) => award(db, holder, example));
	return { code, holder, asHolder };
}

const letters = (pool: Pool) => withScope(pool, SYSTEM, (db) => db.select().from(mails));

test('who earned a certificate is written to once, by however many processes', async ({ pool }) => {
	const { code } = await anAward(pool, 'ni.luh@contoh.go.id');
	await anAward(pool);
	await Promise.all([inviteHolders(pool, origin), inviteHolders(pool, origin)]);
	expect(await inviteHolders(pool, origin)).toBe(0);
	const written = await letters(pool);
	expect(written).toMatchObject([{ recipient: 'ni.luh@contoh.go.id', about: `award:${code}` }]);
	expect(written[0]!.body).toContain(`${origin}/sertifikat-saya`);
	expect(written[0]!.body).not.toContain(code);
});

test('who has confirmed already is not written to', async ({ pool }) => {
	const { code, holder, asHolder } = await anAward(pool, 'sudah.periksa@contoh.go.id');
	await asHolder((db) => confirmAward(db, holder, code, example.holder));
	expect(await inviteHolders(pool, origin)).toBe(0);
});
