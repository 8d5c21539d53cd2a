import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { exampleFacts } from '../../../../tests/support/certificates.ts';
import { actAs, test } from '../../../../tests/support/database.ts';
import { anAgency, anOfficer, aPerson } from '../../../../tests/support/people.ts';
import { auditEntries } from '../audit/tables.ts';
import type { Database, Pool } from '../db/connect.ts';
import { PUBLIC, SYSTEM, withScope } from '../db/scope.ts';
import { award, confirmAward, listAwards, type Earned, type Holder } from './awards.ts';
import { certificateSeries } from './tables.ts';

const { number: _, code: __, ...example } = exampleFacts;
const today = '2026-11-22';

/** What somebody earned, of an organiser whose numbers nobody else takes. */
const earned = (organiser: string, change: Partial<Earned> = {}): Earned => ({
	...example,
	organiser: { code: organiser, name: 'Penyelenggara' },
	...change
});

/** A person with a post, acting from here on. */
async function aHolder(db: Database): Promise<Holder> {
	const place = await anAgency(db, 'Instansi');
	const personId = await aPerson(db, { name: example.holder.name }, place);
	await actAs(db, personId);
	return { personId, ...place };
}

/** The same, committed. */
const holders = (pool: Pool, count: number) =>
	Promise.all(
		Array.from({ length: count }, () =>
			withScope(pool, SYSTEM, async (db) => ({
				personId: await aPerson(db),
				agencyId: null,
				unitId: null
			}))
		)
	);

const asHolder = <T>(pool: Pool, { personId }: Holder, story: (db: Database) => Promise<T>) =>
	withScope(pool, { as: 'person', personId }, story);

describe('numbers', () => {
	test('of 32 completions at once are unique, and none is lost or left out', async ({ pool }) => {
		const given = await Promise.all(
			(await holders(pool, 32)).map((holder) =>
				asHolder(pool, holder, (db) => award(db, holder, earned('BERSAMA')))
			)
		);
		const expected = Array.from(
			{ length: 32 },
			(_, at) => `${String(at + 1).padStart(5, '0')}/SPBE-101/BERSAMA/XI/2026`
		);
		expect(given.map(({ number }) => number).sort()).toEqual(expected);
		expect(new Set(given.map(({ code }) => code)).size).toBe(32);
	});

	test('whose completion fell through are given to the next', async ({ pool }) => {
		const [one, other] = await holders(pool, 2);
		const failure = asHolder(pool, one!, async (db) => {
			await award(db, one!, earned('GAGAL'));
			throw new Error('the line went dead');
		});
		await expect(failure).rejects.toThrow('the line went dead');
		const { number } = await asHolder(pool, other!, (db) => award(db, other!, earned('GAGAL')));
		expect(number).toBe('00001/SPBE-101/GAGAL/XI/2026');
	});

	test('begin anew with each year and organiser, by the day of the certificate', async ({ db }) => {
		const holder = await aHolder(db);
		const give = async (organiser: string, issuedOn: string, id: string) => {
			const course = { ...example.course, id };
			return (await award(db, holder, earned(organiser, { issuedOn, course }))).number;
		};
		expect(await give('A', '2026-12-31', 'satu')).toBe('00001/SPBE-101/A/XII/2026');
		expect(await give('A', '2027-01-01', 'dua')).toBe('00001/SPBE-101/A/I/2027');
		expect(await give('B', '2026-12-31', 'tiga')).toBe('00001/SPBE-101/B/XII/2026');
		expect(await give('A', '2026-12-31', 'empat')).toBe('00002/SPBE-101/A/XII/2026');
	});

	test('after a restored backup are of another series, so that none is given twice', async ({
		db
	}) => {
		const holder = await aHolder(db);
		await award(db, holder, earned('PULIH'));
		await actAs(db, SYSTEM);
		await db.insert(certificateSeries).values({ series: 2, openedAt: new Date() });
		await actAs(db, holder.personId);
		const course = { ...example.course, id: 'lain' };
		const { number } = await award(db, holder, earned('PULIH', { course }));
		expect(number).toBe('00001-B/SPBE-101/PULIH/XI/2026');
	});
});

describe('an award', () => {
	test('is given once, however often and at once the course is completed', async ({ pool }) => {
		const [holder] = await holders(pool, 1);
		const given = await Promise.all(
			Array.from({ length: 8 }, () =>
				asHolder(pool, holder!, (db) => award(db, holder!, earned('SEKALI')))
			)
		);
		expect(new Set(given.map(({ code }) => code)).size).toBe(1);
		const own = await asHolder(pool, holder!, (db) => listAwards(db, holder!, today));
		expect(own).toMatchObject([
			{ number: '00001/SPBE-101/SEKALI/XI/2026', state: 'awaiting-confirmation' }
		]);
	});

	test('is on record, by number alone', async ({ db }) => {
		const holder = await aHolder(db);
		const { number } = await award(db, holder, earned('CATAT'));
		const entries = await db.select().from(auditEntries);
		expect(entries.filter(({ act }) => act === 'certificate-awarded')).toMatchObject([
			{
				actorId: holder.personId,
				subjectId: holder.personId,
				detail: { course: 'spbe-101', number }
			}
		]);
	});

	test('that the system gave, for a mark or a mended key, names no holder as the one who acted', async ({
		db
	}) => {
		const holder = await aHolder(db);
		await actAs(db, SYSTEM);
		await award(db, holder, earned('SISTEM'));
		const entries = await db.select().from(auditEntries);
		expect(
			entries.filter(
				({ act, subjectId }) => act === 'certificate-awarded' && subjectId === holder.personId
			)
		).toMatchObject([{ actorId: null }]);
	});

	test('that has expired is followed by another once the course is completed anew', async ({
		db
	}) => {
		const holder = await aHolder(db);
		const first = await award(db, holder, earned('ULANG'));
		const late = { issuedOn: '2029-11-22', validUntil: '2032-11-21' };
		expect((await award(db, holder, earned('ULANG', late))).code).toBe(first.code);
		const early = { ...late, completedOn: '2029-08-22' };
		expect((await award(db, holder, earned('ULANG', early))).code).toBe(first.code);
		const renewal = earned('ULANG', { ...late, completedOn: '2029-11-21' });
		const second = await award(db, holder, renewal);
		expect(second.code).not.toBe(first.code);
		expect((await award(db, holder, renewal)).code).toBe(second.code);
		const own = await listAwards(db, holder, '2029-11-22');
		expect(own.find(({ code }) => code === second.code)?.follows).toEqual(first);
	});

	test('that counts is not followed by another, however often the course is completed', async ({
		db
	}) => {
		const holder = await aHolder(db);
		const first = await award(db, holder, earned('BERLAKU'));
		const again = earned('BERLAKU', { completedOn: '2027-01-05', issuedOn: '2027-01-05' });
		expect(await award(db, holder, again)).toEqual(first);
	});

	test('is seen by its holder alone, given in nobody else’s name, and never changed', async ({
		db
	}) => {
		const holder = await aHolder(db);
		await award(db, holder, earned('MILIK'));
		const count = async (table: string) =>
			(await db.execute(sql`select from ${sql.identifier(table)}`)).length;
		const tables = ['awards', 'award_holders'];
		for (const table of tables) expect(await count(table)).toBe(1);
		for (const change of [
			sql`update award_confirmations set confirmed_at = now()`,
			sql`update awards set number = 'x'`,
			sql`delete from awards`
		])
			await expect(db.transaction((tx) => tx.execute(change))).rejects.toMatchObject({
				cause: { code: expect.stringMatching(/^(23001|42501)$/) }
			});
		await actAs(db, SYSTEM);
		const others = await Promise.all([
			aPerson(db),
			...(['hr-officer', 'agency-admin'] as const).map(
				async (role) => (await anOfficer(db, role, { ...holder, unitId: null } as never)).personId
			)
		]);
		for (const other of [...others, PUBLIC]) {
			await actAs(db, other);
			for (const table of tables) expect(await count(table), table).toBe(0);
			await expect(
				db.transaction((tx) => award(tx, holder, earned('MILIK')))
			).rejects.toMatchObject({ cause: { code: '42501' } });
		}
	});
});

describe('confirming name and titles', () => {
	const written = { name: 'Ni Wayan Sudarmi', titleBefore: 'Dr.', titleAfter: 'M.A.P.' };

	test('makes the certificate wait to be issued, and the same again changes nothing', async ({
		db
	}) => {
		const holder = await aHolder(db);
		const { code } = await award(db, holder, earned('NAMA'));
		const shouted = { ...written, name: '  NI WAYAN  SUDARMI ' };
		await confirmAward(db, holder, code, shouted);
		await confirmAward(db, holder, code, { ...shouted, titleBefore: ' Dr.' });
		expect(await listAwards(db, holder, today)).toMatchObject([
			{
				state: 'preparing',
				holder: { name: 'NI WAYAN SUDARMI', titleBefore: 'Dr.', titleAfter: 'M.A.P.' }
			}
		]);
	});

	test.for<[string, Partial<typeof written>, string]>([
		['somebody else’s name', { name: 'I Made Arta' }, 'award-name-differs'],
		['no name', { name: ' ' }, 'award-name-differs'],
		['titles without end', { titleAfter: 'S.Kom. '.repeat(20) }, 'award-titles-long'],
		[
			'somebody else’s name in front of one’s own',
			{ titleBefore: 'Prof. Dr. Agus Salim, M.Si. dan' },
			'award-title-before'
		],
		['what is no title behind it', { titleAfter: 'Menteri' }, 'award-title-after'],
		['letters that look like others', { titleAfter: 'М.А.Р.' }, 'award-title-after']
	])('refuses %s', async ([, change, code], { db }) => {
		const holder = await aHolder(db);
		const given = await award(db, holder, earned('TOLAK'));
		const attempt = confirmAward(db, holder, given.code, { ...written, ...change });
		await expect(attempt).rejects.toMatchObject({ code });
	});

	test('takes name and titles without what nobody sees, as they will be printed', async ({
		db
	}) => {
		const holder = await aHolder(db);
		const { code } = await award(db, holder, earned('ARAH'));
		await confirmAward(db, holder, code, {
			name: 'Ni\u200B Wayan Sudarmi\u202E',
			titleBefore: '\u202EDr.\u202C',
			titleAfter: 'M.\u00ADA.P.\u2066'
		});
		expect(await listAwards(db, holder, today)).toMatchObject([{ holder: written }]);
	});

	test('takes titles that are on record, whatever their form', async ({ db }) => {
		const holder = await aHolder(db);
		const recorded = { ...written, titleBefore: 'Tuan Guru' };
		const { code } = await award(db, holder, earned('CATATAN', { holder: recorded }));
		await confirmAward(db, holder, code, recorded);
		expect(await listAwards(db, holder, today)).toMatchObject([{ holder: recorded }]);
	});

	test('takes the name that was corrected since', async ({ db }) => {
		const holder = await aHolder(db);
		const given = await award(
			db,
			holder,
			earned('BETUL', { holder: { ...written, name: 'Ni Wayan Sudarmy' } })
		);
		await confirmAward(db, holder, given.code, written);
		expect(await listAwards(db, holder, today)).toMatchObject([{ holder: written }]);
	});

	test('once done is not undone, and nobody does it for somebody else', async ({ db }) => {
		const holder = await aHolder(db);
		const { code } = await award(db, holder, earned('TETAP'));
		await confirmAward(db, holder, code, written);
		const other = { ...written, titleBefore: 'Prof.' };
		await expect(confirmAward(db, holder, code, other)).rejects.toMatchObject({
			code: 'award-confirmed'
		});
		await actAs(db, SYSTEM);
		const stranger = await aPerson(db, { name: written.name });
		await actAs(db, stranger);
		for (const personId of [stranger, holder.personId])
			await expect(confirmAward(db, { personId }, code, written)).rejects.toMatchObject({
				code: 'award-unknown'
			});
	});
});
