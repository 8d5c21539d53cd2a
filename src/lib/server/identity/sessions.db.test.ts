import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { test } from '../../../../tests/support/database.ts';
import { aPerson } from '../../../../tests/support/people.ts';
import type { Pool } from '../db/connect.ts';
import { SYSTEM, withScope } from '../db/scope.ts';
import { acknowledge, PRIVACY_EDITION } from './privacy-notice.ts';
import { deleteExpired, endOtherSessions, endSession, listSessions } from './open-sessions.ts';
import { sessionCookie, startSession, validateSession } from './sessions.ts';
import { sessions } from './tables.ts';

function signedIn(pool: Pool, shared: boolean) {
	return withScope(pool, SYSTEM, async (db) =>
		startSession(db, await aPerson(db), { shared, device: 'Chrome · Android' })
	);
}

/** Moves the end of the only session of a person, as if time had passed. */
function endsIn(pool: Pool, personId: string, seconds: number) {
	return withScope(pool, SYSTEM, (db) =>
		db.execute(
			sql`update sessions set expires_at = now() + ${seconds} * interval '1 second' where person_id = ${personId}`
		)
	);
}

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;

async function secondsLeft(pool: Pool, personId: string): Promise<number> {
	const [only] = await withScope(pool, SYSTEM, (db) => listSessions(db, personId));
	return (only!.expiresAt.getTime() - Date.now()) / 1000;
}

test('a session tells who is signed in and what they have read', async ({ pool }) => {
	const { id, personId } = await signedIn(pool, false);
	expect(await validateSession(pool, id)).toMatchObject({
		actor: { personId, grants: [] },
		person: { id: personId, name: 'Wayan Sudarma', language: null, privacyEdition: null },
		session: { id, shared: false },
		renewed: false
	});
	await withScope(pool, { as: 'person', personId }, async (db) => {
		await acknowledge(db, personId);
		await acknowledge(db, personId);
	});
	expect((await validateSession(pool, id))?.person.privacyEdition).toBe(PRIVACY_EDITION);
});

test('the table holds no session id, and a stored digest opens nothing', async ({ pool }) => {
	const { id } = await signedIn(pool, false);
	const rows = await withScope(pool, SYSTEM, (db) => db.select().from(sessions));
	expect(JSON.stringify(rows)).not.toContain(id);
	for (const { digest } of rows) {
		expect(await validateSession(pool, digest.toString('hex'))).toBeNull();
	}
});

describe('the cookie', () => {
	test('lasts fourteen days, and on a shared device as long as the browser', () => {
		const base = { path: '/', httpOnly: true, sameSite: 'lax', secure: true };
		expect(sessionCookie({ id: 'x', shared: false }, true).options).toEqual({
			...base,
			maxAge: 14 * DAY
		});
		expect(sessionCookie({ id: 'x', shared: true }, true).options).toEqual(base);
		expect(sessionCookie({ id: 'x', shared: true }, false).options.secure).toBe(false);
	});
});

describe('an ordinary session', () => {
	test('is prolonged in its second week and only then', async ({ pool }) => {
		const { id, personId } = await signedIn(pool, false);
		await endsIn(pool, personId, 8 * DAY);
		expect((await validateSession(pool, id))?.renewed).toBe(false);
		await endsIn(pool, personId, 6 * DAY);
		expect((await validateSession(pool, id))?.renewed).toBe(true);
		expect(await secondsLeft(pool, personId)).toBeGreaterThan(14 * DAY - MINUTE);
	});

	test('ends, and is forgotten', async ({ pool }) => {
		const { id, personId } = await signedIn(pool, false);
		await endsIn(pool, personId, -1);
		expect(await validateSession(pool, id)).toBeNull();
		const other = await signedIn(pool, false);
		await endsIn(pool, other.personId, -1);
		await withScope(pool, SYSTEM, (db) => deleteExpired(db));
		const rows = await withScope(pool, SYSTEM, (db) => db.select().from(sessions));
		expect(rows.map((row) => row.personId)).not.toContain(personId);
		expect(rows.map((row) => row.personId)).not.toContain(other.personId);
	});
});

describe('on a shared device', () => {
	test('a session starts with thirty minutes and is prolonged at most once a minute', async ({
		pool
	}) => {
		const { id, personId } = await signedIn(pool, true);
		expect(await secondsLeft(pool, personId)).toBeLessThanOrEqual(30 * MINUTE);
		expect((await validateSession(pool, id))?.renewed).toBe(false);
		for (const left of [29 * MINUTE - 1, 14 * MINUTE, 1]) {
			await endsIn(pool, personId, left);
			expect((await validateSession(pool, id))?.renewed, String(left)).toBe(true);
			const after = await secondsLeft(pool, personId);
			expect(after).toBeGreaterThan(30 * MINUTE - 5);
			expect(after).toBeLessThanOrEqual(30 * MINUTE);
		}
	});

	test('it ends after thirty idle minutes', async ({ pool }) => {
		const { id, personId } = await signedIn(pool, true);
		await endsIn(pool, personId, 0);
		expect(await validateSession(pool, id)).toBeNull();
	});
});

test('one session or all others can be ended, and only one’s own', async ({ pool }) => {
	const first = await signedIn(pool, false);
	const start = () =>
		withScope(pool, SYSTEM, (db) =>
			startSession(db, first.personId, { shared: false, device: '' })
		);
	const [second, third] = [await start(), await start()];
	const stranger = await signedIn(pool, false);
	const labelOf = async (id: string) => (await validateSession(pool, id))!.session.label;
	const [own, foreign] = [await labelOf(second.id), await labelOf(stranger.id)];
	await withScope(pool, { as: 'person', personId: first.personId }, async (db) => {
		await endSession(db, first.personId, own);
		await endSession(db, first.personId, foreign);
		await endSession(db, stranger.personId, foreign);
		await endSession(db, first.personId, 'not-a-label');
	});
	expect(await validateSession(pool, second.id)).toBeNull();
	expect(await validateSession(pool, stranger.id)).not.toBeNull();
	const kept = await labelOf(first.id);
	await withScope(pool, { as: 'person', personId: first.personId }, (db) =>
		endOtherSessions(db, first.personId, kept)
	);
	expect(await validateSession(pool, third.id)).toBeNull();
	expect(await validateSession(pool, first.id)).not.toBeNull();
});
