import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { exampleFacts } from '../../../../tests/support/certificates.ts';
import { actAs, test } from '../../../../tests/support/database.ts';
import { anAgency, anOfficer, aPerson } from '../../../../tests/support/people.ts';
import type { Actor, Role } from '../access/policy.ts';
import { award, confirmAward, listAwards, type Earned } from '../certification/awards.ts';
import { findPublished, issue } from '../certification/certificates.ts';
import { openSigningKey } from '../certification/keys.ts';
import { listKept, readKept } from '../certification/kept.ts';
import { setSignatory } from '../certification/signatories.ts';
import type { Database } from '../db/connect.ts';
import { PUBLIC, SYSTEM } from '../db/scope.ts';
import { correctName } from '../identity/people.ts';
import { mails } from '../notices/tables.ts';
import { findSubject } from '../organisation/placements.ts';
import { decideCertificate } from './keep-certificates.ts';

const { number: _, code: __, ...example } = exampleFacts;
const today = '2026-11-24';
const now = new Date('2026-11-24T03:00:00Z');
const page = { limit: 50, offset: 0 };
const reason = 'Nama pemegang keliru.';

/** An agency that organises, another where the holder works, and an issued certificate. The system acts afterwards. */
async function aStage(db: Database, role: Role = 'organiser') {
	const organising = await anAgency(db, 'Badan Penyelenggara');
	const home = await anAgency(db, 'Kabupaten Peserta');
	const [{ organiser } = { organiser: '' }] = await db.execute<{ organiser: string }>(
		sql`select code as organiser from agencies where id = ${organising.agencyId}`
	);
	const earned: Earned = {
		...example,
		organiser: { code: organiser, name: 'Badan Penyelenggara' }
	};
	const { name } = earned.holder;
	const email = `${organiser.toLowerCase()}@contoh.go.id`;
	const holder = { personId: await aPerson(db, { name, email }, home), ...home };
	const whole = { agencyId: organising.agencyId, unitId: null };
	const officer = await anOfficer(db, role, role === 'platform-admin' ? null : whole, {
		name: 'Teuku Rizal'
	});
	await actAs(db, holder.personId);
	const { code, number } = await award(db, holder, earned);
	await confirmAward(db, holder, code, earned.holder);
	await actAs(db, SYSTEM);
	await issueNow(db, code);
	return { organising, home, organiser, earned, holder, email, officer, code, number };
}

async function issueNow(db: Database, code: string): Promise<void> {
	const key = await openSigningKey(db, 'rahasia-yang-panjangnya-cukup-untuk-ini');
	const makePdf = () => Promise.resolve(Buffer.from('%PDF'));
	await issue(db, code, { key, origin: 'https://belajar.contoh.go.id', makePdf });
}

const lettersTo = async (db: Database, personId: string) =>
	(await db.select().from(mails)).filter((mail) => mail.personId === personId);

describe.for(['organiser', 'agency-admin', 'platform-admin'] as const)('%s', (role) => {
	test('finds what the agency organised by number and by code, without number, post or score', async ({
		db
	}) => {
		const { officer, code, number, holder } = await aStage(db, role);
		await actAs(db, officer.personId);
		const [ordinal = ''] = number.toLowerCase().split('/');
		for (const typed of [number, ` ${number.toLowerCase()} `, code, code.toLowerCase()]) {
			const { rows, every } = await listKept(db, officer, typed, page, today);
			expect(rows, typed).toMatchObject([{ code, number, state: 'valid' }]);
			expect(every).toBe(1);
		}
		const partly = await listKept(db, officer, `${ordinal}/SPBE-101`, page, today);
		expect(partly.rows.map((row) => row.number)).toContain(number);
		expect((await listKept(db, officer, 'tidak/ada', page, today)).rows).toEqual([]);
		const kept = await readKept(db, officer, code, today);
		expect(kept).toMatchObject({
			personId: holder.personId,
			own: false,
			acts: ['revoke', 'replace'],
			recorded: { name: example.holder.name, titleBefore: '' }
		});
		expect(JSON.stringify(kept)).not.toMatch(/198609262015052001|87\.5|Analis/);
	});

	test('revokes it, once, and the holder is told by letter with the right to object', async ({
		db
	}) => {
		const { officer, code, number, holder } = await aStage(db, role);
		const decision = { act: 'revoke', cause: 'mistaken', reason } as const;
		for (let times = 0; times < 2; times++) {
			await actAs(db, officer.personId);
			expect(await decideCertificate(db, officer, code, decision, now)).toBe(code);
		}
		const letters = await lettersTo(db, holder.personId);
		expect(letters).toHaveLength(1);
		for (const told of [number, reason, 'keberatan tertulis kepada Badan Penyelenggara', '21 hari'])
			expect(letters[0]!.body).toContain(told);
		await actAs(db, officer.personId);
		expect(await readKept(db, officer, code, today)).toMatchObject({
			state: 'revoked',
			revocation: { cause: 'mistaken', reason, by: { name: 'Teuku Rizal' } },
			acts: ['restore']
		});
	});
});

describe('everybody else', () => {
	const others: [
		string,
		(db: Database, stage: Awaited<ReturnType<typeof aStage>>) => Promise<Actor>
	][] = [
		...(['organiser', 'agency-admin'] as const).map((role): (typeof others)[number] => [
			`${role} of another agency`,
			async (db) => anOfficer(db, role, { ...(await anAgency(db, 'Lain')), unitId: null })
		]),
		[
			'organiser where the holder works',
			(db, { home }) => anOfficer(db, 'organiser', { ...home, unitId: null })
		],
		['organiser of one unit', (db, { organising }) => anOfficer(db, 'organiser', organising)]
	];

	test.for(others)(
		'%s finds and decides nothing: as if it did not exist',
		async ([, who], { db }) => {
			const stage = await aStage(db);
			const officer = await who(db, stage);
			await actAs(db, officer.personId);
			for (const typed of ['', stage.number, stage.code])
				expect(await listKept(db, officer, typed, page, today)).toEqual({ rows: [], every: 0 });
			for (const code of [stage.code, '0'.repeat(26)]) {
				await actAs(db, officer.personId);
				await expect(readKept(db, officer, code, today)).rejects.toMatchObject({
					code: 'award-unknown'
				});
				for (const act of ['replace', 'restore'] as const)
					await expect(
						decideCertificate(db, officer, code, { act, reason }, now)
					).rejects.toMatchObject({ code: 'award-unknown' });
			}
		}
	);

	test('the database writes no revocation for another agency, whatever the application thinks', async ({
		db
	}) => {
		const { code } = await aStage(db);
		const elsewhere = { ...(await anAgency(db, 'Lain')), unitId: null };
		const { personId } = await anOfficer(db, 'organiser', elsewhere);
		const write = (by: string) =>
			db.transaction((tx) =>
				tx.execute(sql`
					insert into certificate_revocations (code, cause, reason, revoked_by, revoked_at)
					values (${code}, 'mistaken', 'x', ${by}, now())`)
			);
		for (const scope of [personId, SYSTEM, PUBLIC]) {
			await actAs(db, scope);
			await expect(write(personId)).rejects.toMatchObject({ cause: { code: '42501' } });
		}
	});

	test.for(['hr-officer', 'reviewer', 'auditor', 'leader'] as const)(
		'%s is told that the role does not cover it',
		async (role, { db }) => {
			const { organising, code } = await aStage(db);
			const officer = await anOfficer(db, role, { ...organising, unitId: null });
			await actAs(db, officer.personId);
			await expect(readKept(db, officer, code, today)).rejects.toMatchObject({
				reason: 'forbidden'
			});
		}
	);
});

describe('a replacement', () => {
	test('takes up the corrected name and today’s signatory; what was issued keeps every byte', async ({
		db
	}) => {
		const { organising, home, organiser, officer, holder, code, number } = await aStage(db);
		const bytes = () =>
			db.execute(sql`
				select md5(c::text || a::text || h::text || n::text) as sum from certificates c
				join awards a using (code) join award_holders h using (code) join award_confirmations n using (code)
				where code = ${code}`);
		const before = [...(await bytes())];
		const hr = await anOfficer(db, 'hr-officer', { ...home, unitId: null });
		const written = { name: 'Ni Wayan Sudarmini', titleBefore: 'Dr.', titleAfter: 'S.Sos.' };
		await actAs(db, hr.personId);
		await correctName(db, hr, await findSubject(db, holder.personId), written);
		await actAs(db, SYSTEM);
		const whole = { ...organising, unitId: null };
		const administrator = await anOfficer(db, 'agency-admin', whole);
		await actAs(db, administrator.personId);
		const signatory = { post: 'Kepala Badan', name: 'Ir. Sari', place: 'Semarang' };
		const set = { ...signatory, fromOn: today };
		await setSignatory(db, administrator, organiser, set, today, now);

		await actAs(db, officer.personId);
		expect((await readKept(db, officer, code, today)).recorded).toEqual(written);
		const next = await decideCertificate(db, officer, code, { act: 'replace', reason }, now);
		expect(next).not.toBe(code);
		expect((await lettersTo(db, holder.personId))[0]!.body).toContain('periksa nama dan gelar');
		await actAs(db, officer.personId);
		expect(await readKept(db, officer, code, today)).toMatchObject({
			state: 'replaced',
			next: { code: next },
			acts: []
		});
		expect(await readKept(db, officer, next, today)).toMatchObject({
			state: 'awaiting-confirmation',
			previous: { code, number },
			holder: written,
			facts: {
				issuedOn: today,
				issuedIn: 'Semarang',
				signatory: { post: 'Kepala Badan', name: 'Ir. Sari' }
			}
		});
		await actAs(db, holder.personId);
		await confirmAward(db, holder, next, { ...written, titleBefore: 'Prof. Dr.' });
		await actAs(db, SYSTEM);
		await issueNow(db, next);
		await actAs(db, PUBLIC);
		expect(await findPublished(db, next, today)).toMatchObject({
			state: 'valid',
			follows: code,
			holder: { ...written, titleBefore: 'Prof. Dr.' }
		});
		expect(await findPublished(db, code, today)).toMatchObject({
			holder: example.holder,
			revocation: { reason, replacedBy: next }
		});
		await actAs(db, SYSTEM);
		expect([...(await bytes())]).toEqual(before);
	});

	test('of one revoked before is refused, and restoring it is not', async ({ db }) => {
		const { officer, code, holder } = await aStage(db);
		await actAs(db, officer.personId);
		const revocation = { act: 'revoke', cause: 'fraudulent', reason } as const;
		await decideCertificate(db, officer, code, revocation, now);
		await actAs(db, officer.personId);
		await expect(
			decideCertificate(db, officer, code, { act: 'replace', reason }, now)
		).rejects.toMatchObject({ code: 'award-revoked' });
		await actAs(db, officer.personId);
		const upheld = { act: 'restore', reason: 'Keberatan diterima.' } as const;
		const next = await decideCertificate(db, officer, code, upheld, now);
		const [, letter] = await lettersTo(db, holder.personId);
		expect(letter!.body).toContain('ternyata keliru');
		await actAs(db, officer.personId);
		expect(await readKept(db, officer, code, today)).toMatchObject({
			state: 'revoked',
			restoration: { reason: 'Keberatan diterima.', by: { name: 'Teuku Rizal' } },
			next: { code: next },
			acts: []
		});
		await actAs(db, holder.personId);
		expect(await listAwards(db, holder, today)).toHaveLength(2);
	});
});
