import { setTimeout } from 'node:timers/promises';
import { eq, sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { exampleFacts } from '../../../../tests/support/certificates.ts';
import { actAs, test } from '../../../../tests/support/database.ts';
import { anOfficer, aPerson } from '../../../../tests/support/people.ts';
import { giveRole } from '../access/grants.ts';
import type { Actor, Grant } from '../access/policy.ts';
import { auditEntries } from '../audit/tables.ts';
import type { Database } from '../db/connect.ts';
import { PUBLIC, SYSTEM, withScope } from '../db/scope.ts';
import { award, confirmAward, listAwards, type Earned, type Holder } from './awards.ts';
import { findPublished, issue, listWaiting } from './certificates.ts';
import { openSigningKey } from './keys.ts';
import { findListedStatus, replace, restore, revoke } from './revocations.ts';
import { awards, certificateRevocations } from './tables.ts';

const { number: _, code: __, ...earned } = exampleFacts;
const today = '2026-11-22';
const reason = 'Nama penyelenggara keliru.';
const everywhere: Grant = {
	role: 'platform-admin',
	...{ agencyId: null, unitId: null, endsOn: null }
};

/** An award, confirmed and issued as far as asked; `db` acts as the system afterwards. */
async function anAward(db: Database, upTo: 'earned' | 'confirmed' | 'issued' = 'issued') {
	const holder: Holder = {
		personId: await aPerson(db, { name: earned.holder.name }),
		agencyId: null,
		unitId: null
	};
	const officer = await anOfficer(db, 'platform-admin');
	await actAs(db, holder.personId);
	const { code, number } = await award(db, holder, earned);
	if (upTo !== 'earned') await confirmAward(db, holder, code, earned.holder);
	await actAs(db, SYSTEM);
	if (upTo === 'issued') await issueNow(db, code);
	return { holder, officer, code, number };
}

async function issueNow(db: Database, code: string): Promise<void> {
	const key = await openSigningKey(db, 'rahasia-yang-panjangnya-cukup-untuk-ini');
	const makePdf = () => Promise.resolve(Buffer.from('%PDF'));
	const issuing = { key, origin: 'https://belajar.contoh.go.id', makePdf };
	expect(await issue(db, code, issuing)).toBe(true);
}

describe('a revoked certificate', () => {
	test('says so where it is verified, with the reason, and keeps its facts', async ({ db }) => {
		const { code, number, officer, holder } = await anAward(db);
		await revoke(db, officer, code, { cause: 'mistaken', reason: ` ${reason} ` });
		await actAs(db, PUBLIC);
		expect(await findPublished(db, code, today)).toMatchObject({
			state: 'revoked',
			holder: earned.holder,
			revocation: { cause: 'mistaken', reason, replacedBy: null }
		});
		await actAs(db, holder.personId);
		expect(await listAwards(db, holder, today)).toMatchObject([{ state: 'revoked' }]);
		await actAs(db, SYSTEM);
		const entries = await db.select().from(auditEntries);
		expect(entries.filter(({ act }) => act === 'certificate-revoked')).toMatchObject([
			{ actorId: officer.personId, detail: { number, cause: 'mistaken', replacement: null } }
		]);
	});

	test('is a set bit of its published list', async ({ db }) => {
		const { code, officer } = await anAward(db);
		const [{ list, index }] = (await db.execute(sql`
			select status_list as list, status_index as index from certificates where code = ${code}`)) as unknown as [
			{ list: string; index: number }
		];
		expect(list).toBe('KEM-1');
		expect((await findListedStatus(db, list))?.revoked).toEqual([]);
		await revoke(db, officer, code, { cause: 'fraudulent', reason });
		expect((await findListedStatus(db, list))?.revoked).toEqual([index]);
		expect(await findListedStatus(db, 'KEM-2')).toBe(null);
	});

	test('is not given again for the same completion, but for a later one', async ({ db }) => {
		const { code, officer, holder } = await anAward(db);
		const at = new Date('2026-12-01T10:00:00Z');
		await revoke(db, officer, code, { cause: 'fraudulent', reason }, at);
		await actAs(db, holder.personId);
		const completed = async (completedOn: string) =>
			(await award(db, holder, { ...earned, completedOn, issuedOn: completedOn })).code;
		expect(await completed('2026-11-20')).toBe(code);
		expect(await completed('2026-11-30')).toBe(code);
		expect(await completed('2026-12-05')).not.toBe(code);
	});

	test('before it was issued is void: it keeps its number and is never issued', async ({ db }) => {
		const { code, number, officer, holder } = await anAward(db, 'confirmed');
		await revoke(db, officer, code, { cause: 'mistaken', reason });
		expect(await listWaiting(db, 10)).toEqual([]);
		await actAs(db, holder.personId);
		expect(await listAwards(db, holder, today)).toMatchObject([{ state: 'void', number }]);
		await expect(confirmAward(db, holder, code, earned.holder)).rejects.toMatchObject({
			code: 'award-closed'
		});
	});
});

describe('a replaced certificate', () => {
	const corrected: Partial<Earned> & { issuedOn: string } = {
		issuedOn: '2026-12-02',
		holder: { ...earned.holder, titleBefore: 'Prof. Dr.' }
	};

	test('and the one in its place name each other once both are issued', async ({ db }) => {
		const { code, officer, holder } = await anAward(db);
		const next = await replace(db, officer, code, { reason, corrected });
		expect(next.number).toMatch(/\/KEM\/XII\/2026$/);
		await actAs(db, PUBLIC);
		expect(await findPublished(db, next.code, today)).toBe(null);
		expect(await findPublished(db, code, today)).toMatchObject({
			state: 'replaced',
			revocation: { replacedBy: null }
		});
		await actAs(db, holder.personId);
		await confirmAward(db, holder, next.code, corrected.holder!);
		await actAs(db, SYSTEM);
		await issueNow(db, next.code);
		await actAs(db, PUBLIC);
		expect(await findPublished(db, code, today)).toMatchObject({
			revocation: { replacedBy: next.code }
		});
		expect(await findPublished(db, next.code, today)).toMatchObject({
			state: 'valid',
			follows: code,
			holder: { titleBefore: 'Prof. Dr.' }
		});
	});

	test('stands for its completion no more: that is the other’s', async ({ db }) => {
		const { code, officer, holder } = await anAward(db);
		const { first: _, ...next } = await replace(db, officer, code, { reason, corrected });
		await actAs(db, holder.personId);
		expect(await award(db, holder, earned)).toEqual(next);
	});
});

type Act = (db: Database, officer: Actor, code: string) => Promise<unknown>;

const acts: [string, Act][] = [
	['revoking', (db, officer, code) => revoke(db, officer, code, { cause: 'mistaken', reason })],
	['replacing', (db, officer, code) => replace(db, officer, code, { reason, corrected: on })]
];
const on = { issuedOn: today };

describe.for(acts)('%s', ([, act]) => {
	test('is refused to who is not entitled, and of what does not exist', async ({ db }) => {
		const { code, officer } = await anAward(db);
		const clerk = await anOfficer(db, 'auditor');
		await expect(act(db, clerk, code)).rejects.toMatchObject({ reason: 'forbidden' });
		await expect(act(db, officer, '0'.repeat(26))).rejects.toMatchObject({ code: 'award-unknown' });
	});

	test('once more changes nothing, and is refused to the next officer', async ({ db }) => {
		const { code, officer, holder } = await anAward(db);
		const other = await anOfficer(db, 'platform-admin');
		const first = await act(db, officer, code);
		const again = await act(db, officer, code);
		expect(again).toEqual(first === true ? false : { ...(first as object), first: false });
		await expect(act(db, other, code)).rejects.toMatchObject({ code: 'award-revoked' });
		expect(await db.$count(certificateRevocations, eq(certificateRevocations.code, code))).toBe(1);
		const given = await db.$count(awards, eq(awards.personId, holder.personId));
		expect(given).toBe(first === true ? 1 : 2);
	});

	test('one’s own certificate is somebody else’s to decide', async ({ db }) => {
		const { code, holder } = await anAward(db);
		await giveRole(db, null, { personId: holder.personId, ...everywhere });
		const own = { personId: holder.personId, grants: [everywhere] };
		await expect(act(db, own, code)).rejects.toMatchObject({ code: 'award-own' });
	});

	test.for(['', '   ', 'x'.repeat(501), 'Milik 19860926 201505 2 001.', 'NIK 3374010101800001'])(
		'is refused for the reason %#',
		async (given, { db }) => {
			const { code, officer } = await anAward(db);
			const why = { cause: 'mistaken', reason: given, corrected: on } as const;
			for (const verb of [revoke, replace])
				await expect(verb(db, officer, code, why)).rejects.toMatchObject({
					code: expect.stringMatching(/^revocation-(reason|number)$/)
				});
		}
	);

	test('of what is no longer one’s to decide is refused by the database itself', async ({ db }) => {
		const { code, officer } = await anAward(db);
		const pretender = { personId: await aPerson(db), grants: officer.grants };
		await expect(act(db, pretender, code)).rejects.toMatchObject({ cause: { code: '42501' } });
	});
});

describe('of two acts', () => {
	test.for([
		['replaced', 'revoked'],
		['revoked', 'replaced']
	] as const)('a certificate that was %s is not %s', async ([before], { db }) => {
		const { code, officer } = await anAward(db);
		const [[, revoking], [, replacing]] = acts as [[string, Act], [string, Act]];
		const [first, second] = before === 'replaced' ? [replacing, revoking] : [revoking, replacing];
		await first(db, officer, code);
		await expect(second(db, officer, code)).rejects.toMatchObject({ code: 'award-revoked' });
	});

	test('its replacement is, and the one before stays replaced', async ({ db }) => {
		const { code, officer, holder } = await anAward(db);
		const next = await replace(db, officer, code, { reason, corrected: on });
		await actAs(db, holder.personId);
		await confirmAward(db, holder, next.code, earned.holder);
		await actAs(db, SYSTEM);
		await issueNow(db, next.code);
		await revoke(db, officer, next.code, { cause: 'requested', reason });
		expect(await findPublished(db, code, today)).toMatchObject({ state: 'replaced' });
		expect(await findPublished(db, next.code, today)).toMatchObject({
			state: 'revoked',
			revocation: { cause: 'requested' }
		});
	});

	test('of several officers at once one is done, whichever they are', async ({ pool }) => {
		const { code, officer } = await withScope(pool, SYSTEM, (db) => anAward(db));
		const officers = await withScope(pool, SYSTEM, (db) =>
			Promise.all(Array.from({ length: 3 }, () => anOfficer(db, 'platform-admin')))
		);
		const outcomes = await Promise.allSettled(
			[officer, ...officers].flatMap((one) =>
				acts.map(([, act]) => withScope(pool, SYSTEM, (db) => act(db, one, code)))
			)
		);
		const refused = outcomes.filter(({ status }) => status === 'rejected');
		expect(refused).toHaveLength(7);
		for (const outcome of refused)
			expect(outcome).toMatchObject({ reason: { code: 'award-revoked' } });
	});

	test('however often the same is clicked at once, it happens once', async ({ pool }) => {
		const { code, officer, holder } = await withScope(pool, SYSTEM, (db) => anAward(db));
		const done = await Promise.all(
			Array.from({ length: 6 }, () =>
				withScope(pool, SYSTEM, (db) => replace(db, officer, code, { reason, corrected: on }))
			)
		);
		expect(new Set(done.map((next) => next.code)).size).toBe(1);
		expect(done.filter(({ first }) => first)).toHaveLength(1);
		const own = await withScope(pool, { as: 'person', personId: holder.personId }, (db) =>
			listAwards(db, holder, today)
		);
		expect(own.map(({ state }) => state).sort()).toEqual(['awaiting-confirmation', 'replaced']);
	});
});

describe('what is not issued', () => {
	test('is not replaced: name and titles can still be put right', async ({ db }) => {
		const { code, officer } = await anAward(db, 'confirmed');
		await expect(replace(db, officer, code, { reason, corrected: on })).rejects.toMatchObject({
			code: 'award-unissued'
		});
	});

	test('is not in place of what has expired', async ({ db }) => {
		const { code, officer } = await anAward(db);
		const corrected = { issuedOn: '2029-11-22' };
		await expect(replace(db, officer, code, { reason, corrected })).rejects.toMatchObject({
			code: 'award-expired'
		});
	});
});

describe('a certificate that was wrongly revoked', () => {
	test('is given anew, once; the revocation stays', async ({ db }) => {
		const { code, number, officer, holder } = await anAward(db);
		await revoke(db, officer, code, { cause: 'fraudulent', reason });
		const upheld = { reason: 'Keberatan diterima.', corrected: on };
		const next = await restore(db, officer, code, upheld);
		expect(next).toMatchObject({ first: true });
		expect(await restore(db, officer, code, upheld)).toEqual({ ...next, first: false });
		const other = await anOfficer(db, 'platform-admin');
		await expect(restore(db, other, code, upheld)).rejects.toMatchObject({
			code: 'award-followed'
		});
		const entries = await db.select().from(auditEntries);
		expect(entries.filter(({ act }) => act === 'certificate-restored')).toMatchObject([
			{ actorId: officer.personId, detail: { number: next.number, restored: number } }
		]);
		await actAs(db, holder.personId);
		expect(await award(db, holder, earned)).toEqual({ code: next.code, number: next.number });
		expect((await listAwards(db, holder, today)).map(({ state }) => state).sort()).toEqual([
			'awaiting-confirmation',
			'revoked'
		]);
	});

	test('is not while it stands, when it was replaced, or has expired', async ({ db }) => {
		const { code, officer } = await anAward(db);
		const anew = (corrected: { issuedOn: string }) => () =>
			restore(db, officer, code, { reason, corrected });
		await expect(anew(on)()).rejects.toMatchObject({ code: 'award-standing' });
		await revoke(db, officer, code, { cause: 'mistaken', reason });
		await expect(anew({ issuedOn: '2029-11-22' })()).rejects.toMatchObject({
			code: 'award-expired'
		});
		const replaced = await anAward(db);
		await replace(db, replaced.officer, replaced.code, { reason, corrected: on });
		await expect(
			restore(db, replaced.officer, replaced.code, { reason: 'Lain.', corrected: on })
		).rejects.toMatchObject({ code: 'award-followed' });
	});
});

describe('of several that follow one another', () => {
	const why = { reason, corrected: { issuedOn: '2026-12-02' } };

	test('the one that was renewed is replaced no more, and says so', async ({ db }) => {
		const { code, officer, holder } = await anAward(db);
		await actAs(db, holder.personId);
		const renewed = { ...earned, completedOn: '2029-11-01', issuedOn: '2029-11-01' };
		expect((await award(db, holder, renewed)).code).not.toBe(code);
		await actAs(db, SYSTEM);
		await expect(replace(db, officer, code, why)).rejects.toMatchObject({
			code: 'award-followed'
		});
	});
});

describe('number and post of a holder', () => {
	const empty = sql`update award_holders set number = null, post = null, unit = null, agency = null`;

	test('can be erased once it is issued or void, and not before', async ({ db }) => {
		const [issued, waiting] = [await anAward(db), await anAward(db, 'confirmed')];
		const erase = (code: string, change = empty) =>
			db.transaction((tx) => tx.execute(sql`${change} where code = ${code}`));
		const refused = { cause: { code: expect.stringMatching(/^(23001|42501)$/) } };
		await expect(erase(waiting.code)).rejects.toMatchObject(refused);
		const other = sql`update award_holders set number = '198609262015052999'`;
		await expect(erase(issued.code, other)).rejects.toMatchObject(refused);
		const renamed = sql`update award_holders set name = 'Lain'`;
		await expect(erase(issued.code, renamed)).rejects.toMatchObject(refused);
		await erase(issued.code);
		await revoke(db, waiting.officer, waiting.code, { cause: 'mistaken', reason });
		await erase(waiting.code);
		await actAs(db, PUBLIC);
		expect(await findPublished(db, issued.code, today)).toMatchObject({ holder: earned.holder });
	});
});

test('what is being revoked is not confirmed and issued meanwhile', async ({ pool }) => {
	const story = await withScope(pool, SYSTEM, (db) => anAward(db, 'earned'));
	const { code, holder, officer } = story;
	const revoking = withScope(pool, SYSTEM, async (db) => {
		await revoke(db, officer, code, { cause: 'mistaken', reason });
		await setTimeout(300);
	});
	await setTimeout(100);
	const confirming = withScope(pool, { as: 'person', personId: holder.personId }, (db) =>
		confirmAward(db, holder, code, earned.holder)
	);
	await expect(confirming).rejects.toMatchObject({ code: 'award-closed' });
	await revoking;
});
