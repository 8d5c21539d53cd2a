import { eq, sql } from 'drizzle-orm';
import { expect, inject, vi } from 'vitest';
import { test as base } from '../../../../tests/support/database.ts';
import { anAgency, aPerson } from '../../../../tests/support/people.ts';
import { inDatabase } from '../../../../tests/support/postgres.ts';
import { giveRole } from '../access/grants.ts';
import { roleGrants, roleWithdrawals } from '../access/tables.ts';
import { connect, type Database, type Pool } from '../db/connect.ts';
import { SYSTEM, withScope } from '../db/scope.ts';
import { agencies } from '../organisation/tables.ts';
import { placePerson } from '../organisation/placements.ts';
import { endSession } from './open-sessions.ts';
import { acknowledge } from './privacy-notice.ts';
import { emptyMemory, hearOfChanges, type SessionMemory } from './session-memory.ts';
import { startSession, validateSession } from './sessions.ts';
import { people, personNames } from './tables.ts';

const test = base.extend('memory', { scope: 'worker' }, async ({ pool }) => {
	const memory = emptyMemory();
	await hearOfChanges(pool, memory);
	return memory;
});

const NOWHERE = { agencyId: null, unitId: null, endsOn: null };

/** Somebody signed in who audits the platform. */
function someone(pool: Pool) {
	return withScope(pool, SYSTEM, async (db) => {
		const personId = await aPerson(db);
		await giveRole(db, null, { personId, role: 'auditor', ...NOWHERE });
		const { id } = await startSession(db, personId, { shared: false, device: '' });
		return { personId, id };
	});
}

/** What changes the answer a session gives, in `system` scope. */
const changes: Record<string, (db: Database, personId: string) => Promise<unknown>> = {
	'a role given': (db, personId) =>
		giveRole(db, null, { personId, role: 'platform-admin', ...NOWHERE }),
	'a role withdrawn': async (db, personId) => {
		const [grant] = await db.select().from(roleGrants).where(eq(roleGrants.personId, personId));
		await db.insert(roleWithdrawals).values({ grantId: grant!.id, withdrawnBy: personId });
	},
	'a new name': (db, personId) =>
		db.update(personNames).set({ name: 'Nama Baru' }).where(eq(personNames.personId, personId)),
	'a language chosen': (db, personId) =>
		db.update(people).set({ language: 'en' }).where(eq(people.id, personId)),
	'the notice read': acknowledge,
	'a new post': async (db, personId) =>
		placePerson(db, {
			...(await anAgency(db, 'BARU')),
			personId,
			postTitle: 'Analis',
			fromOn: '2026-01-01'
		}),
	'a session prolonged': (db, personId) =>
		db.execute(
			sql`update sessions set expires_at = expires_at + interval '1 hour' where person_id = ${personId}`
		)
};

const soon = { timeout: 2000, interval: 5 };

test.for(Object.keys(changes))('%s is soon known to a memory', async (name, { pool, memory }) => {
	const { id, personId } = await someone(pool);
	const before = await validateSession(pool, id, memory);
	expect(await validateSession(pool, id, memory)).toEqual(before);
	await withScope(pool, SYSTEM, (db) => changes[name]!(db, personId));
	const now = await validateSession(pool, id);
	expect(now).not.toEqual(before);
	await vi.waitFor(async () => expect(await validateSession(pool, id, memory)).toEqual(now), soon);
});

test('a session ended or an account closed elsewhere soon opens no page', async ({
	pool,
	memory
}) => {
	const [ended, closed, other] = [await someone(pool), await someone(pool), await someone(pool)];
	const { session } = (await validateSession(pool, ended.id, memory))!;
	await validateSession(pool, closed.id, memory);
	await withScope(pool, { as: 'person', personId: ended.personId }, (db) =>
		endSession(db, ended.personId, session.label)
	);
	await withScope(pool, SYSTEM, (db) =>
		db.update(people).set({ closedAt: new Date() }).where(eq(people.id, closed.personId))
	);
	for (const { id } of [ended, closed])
		await vi.waitFor(async () => expect(await validateSession(pool, id, memory)).toBeNull(), soon);
	expect(await validateSession(pool, other.id, memory)).not.toBeNull();
});

/** How often the database was asked for the session on two pages in a row. */
async function asksOf(pool: Pool, memory: SessionMemory, id: string): Promise<number> {
	const asked = vi.spyOn(pool, 'execute');
	try {
		await validateSession(pool, id, memory);
		await validateSession(pool, id, memory);
		return asked.mock.calls.length;
	} finally {
		asked.mockRestore();
	}
}

test('a session in memory is not asked for, until an agency changes', async ({ pool, memory }) => {
	const { id } = await someone(pool);
	await vi.waitFor(async () => expect(await asksOf(pool, memory, id)).toBe(0), soon);
	const { agencyId } = await withScope(pool, SYSTEM, (db) => anAgency(db, 'SIBUK'));
	await withScope(pool, SYSTEM, (db) =>
		db.update(agencies).set({ timeZone: 'Asia/Jayapura' }).where(eq(agencies.id, agencyId))
	);
	await vi.waitFor(async () => expect(await asksOf(pool, memory, id)).toBe(1), soon);
});

test('a memory whose line to the database broke hears again', async ({ pool, memory }) => {
	const { id, personId } = await someone(pool);
	const url = inDatabase(inject('appUrl'), pool.$client.options.database as string);
	const killer = connect(url, { max: 1 });
	const killed = await killer.execute(
		sql`select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen%' and datname = current_database()`
	);
	await killer.$client.end();
	expect(killed).toHaveLength(1);
	await vi.waitFor(async () => expect(await asksOf(pool, memory, id)).toBe(0), {
		...soon,
		timeout: 10_000
	});
	await withScope(pool, SYSTEM, (db) =>
		db.update(people).set({ closedAt: new Date() }).where(eq(people.id, personId))
	);
	await vi.waitFor(async () => expect(await validateSession(pool, id, memory)).toBeNull(), soon);
});
