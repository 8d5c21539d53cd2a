import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { actAs, test } from '../../../../tests/support/database.ts';
import { anAgency, anOfficer, aPerson } from '../../../../tests/support/people.ts';
import type { Database } from '../db/connect.ts';
import { people } from '../identity/tables.ts';
import { findPeople } from '../reporting/people.ts';
import { enrolments, learningEvents, lessonStates } from '../learning/tables.ts';
import { findSubject } from './placements.ts';
import { placements, units } from './tables.ts';

const ZONE = 'Asia/Jakarta';

/** Posts somebody from and until so many days from today, the day being the agency's. */
async function post(
	db: Database,
	personId: string,
	{ agencyId, unitId }: { agencyId: string; unitId: string },
	[from, until]: readonly [number, number | null]
): Promise<void> {
	await db.execute(sql`
		insert into placements (person_id, agency_id, unit_id, post_title, from_on, until_on)
		select ${personId}, ${agencyId}, ${unitId}, 'Analis', today + ${from}::int, today + ${until}::int
		from (select (now() at time zone ${ZONE})::date as today) d`);
}

describe('a post holds', () => {
	test.for([
		[[-9, null], true],
		[[0, null], true],
		[[-9, 0], true],
		[[0, 0], true],
		[[1, null], false],
		[[-9, -1], false]
	] as const)(
		'from and until %j days from today: %s, to everyone alike',
		async ([days, holds], { db }) => {
			const a = await anAgency(db, 'A');
			const officer = await anOfficer(db, 'agency-admin', { ...a, unitId: null });
			const personId = await aPerson(db, { name: 'Made Tunjung' });
			await post(db, personId, a, days);
			const digest = Buffer.from(personId);
			await db.execute(
				sql`insert into sessions (digest, person_id, expires_at) values (${digest}, ${personId}, 'infinity')`
			);
			const [session] = await db.execute<{ agency: string | null }>(
				sql`select agency_id as agency from find_session(${digest})`
			);
			expect(session!.agency).toBe(holds ? a.agencyId : null);
			await actAs(db, personId);
			expect((await findSubject(db, personId)).places).toEqual(
				holds ? [{ agencyId: a.agencyId, unitIds: [a.unitId] }] : []
			);
			await actAs(db, officer.personId);
			expect(await db.$count(people, sql`id = ${personId}`)).toBe(holds ? 1 : 0);
			expect(await findPeople(db, officer, 'Made Tunjung')).toHaveLength(holds ? 1 : 0);
			const closed = await db
				.update(people)
				.set({ closedAt: new Date() })
				.where(sql`id = ${personId}`)
				.returning({ id: people.id });
			expect(closed).toHaveLength(holds ? 1 : 0);
		}
	);
});

describe('a unit stands in its own agency', () => {
	test('above it and in every placement', async ({ db }) => {
		const [a, b] = [await anAgency(db, 'A'), await anAgency(db, 'B')];
		const personId = await aPerson(db);
		const refused = (attempt: (tx: Database) => Promise<unknown>) =>
			expect(db.transaction(attempt)).rejects.toMatchObject({ cause: { code: '23503' } });
		await refused((tx) =>
			tx.insert(units).values({ agencyId: a.agencyId, parentId: b.unitId, name: 'Bidang' })
		);
		const mixed = { agencyId: a.agencyId, unitId: b.unitId };
		await refused((tx) =>
			tx.insert(placements).values({ personId, ...mixed, postTitle: '', fromOn: '2026-01-01' })
		);
	});
});

describe('a learner stamps what they learn', () => {
	test('with a post they have or had, or with none', async ({ db }) => {
		const [now, once, soon, never] = [
			await anAgency(db, 'A'),
			await anAgency(db, 'B'),
			await anAgency(db, 'C'),
			await anAgency(db, 'D')
		];
		const personId = await aPerson(db);
		await post(db, personId, now, [-9, null]);
		await post(db, personId, once, [-99, -10]);
		await post(db, personId, soon, [1, null]);
		await actAs(db, personId);
		const nowhere = { agencyId: null, unitId: null };
		const stamps = [
			[now, true],
			[once, true],
			[nowhere, true],
			[soon, false],
			[never, false],
			[{ agencyId: now.agencyId, unitId: once.unitId }, false],
			[{ agencyId: null, unitId: never.unitId }, false]
		] as const;
		for (const [index, [stamp, right]] of stamps.entries()) {
			const fact = { personId, ...stamp, releaseId: `edisi-${index}`, lessonId: 'a' };
			const at = new Date(0);
			const id = crypto.randomUUID();
			const attempts: ((tx: Database) => Promise<unknown>)[] = [
				(tx) => tx.insert(enrolments).values({ ...fact, courseId: 'k' }),
				(tx) =>
					tx.insert(learningEvents).values({ ...fact, id, kind: 'lesson-opened', claimedAt: at }),
				(tx) => tx.insert(lessonStates).values({ ...fact, lastAt: at })
			];
			for (const attempt of attempts) {
				const outcome = await db.transaction(attempt).then(
					() => true,
					() => false
				);
				expect(outcome, JSON.stringify(stamp)).toBe(right);
			}
		}
		await expect(
			db.transaction((tx) => tx.update(lessonStates).set({ agencyId: never.agencyId }))
		).rejects.toMatchObject({ cause: { code: '42501' } });
	});
});
