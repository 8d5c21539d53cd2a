import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { test } from '../../../../tests/support/database.ts';
import { SYSTEM, withScope } from '../db/scope.ts';
import { listEntries } from '../hours/ledger.ts';
import { listPositions } from '../hours/roster.ts';
import { listSubmissions } from '../hours/submissions.ts';
import { currentPeriod, readHourYears } from '../hours/years.ts';
import { findByIdentifier } from '../identity/people.ts';
import { validateSession } from '../identity/sessions.ts';
import { signIn } from '../identity/sign-in.ts';
import { seedHours } from './seed-hours.ts';
import { seedTrial, TRIAL_PASSWORD } from './seed-trial.ts';

test('the trial shows every standing to its officer, and what a ledger can hold to its learner, however often it is seeded', async ({
	pool
}) => {
	const today = '2026-11-22';
	await seedTrial(pool);
	await seedHours(pool, today);
	await Promise.all([seedHours(pool, today), seedHours(pool, today)]);
	const closing = sql`update people set closed_at = now() where id = (
			select person_id from person_contacts where email = 'samuel@contoh.go.id')`;
	await withScope(pool, SYSTEM, (db) => db.execute(closing));
	await seedHours(pool, today);
	const identifier = 'pengelola@contoh.go.id';
	const visitor = { address: '127.0.0.1', shared: false, device: '' };
	const { id } = await signIn(pool, { identifier, password: TRIAL_PASSWORD, ...visitor }, 'x');
	const { actor } = (await validateSession(pool, id))!;
	const scope = { as: 'person', personId: actor.personId } as const;
	const positions = await withScope(pool, scope, (db) =>
		listPositions(db, actor, { day: today, unitIds: null })
	);
	expect(positions).toHaveLength(8);
	expect(new Set(positions.map(({ standing }) => standing))).toEqual(
		new Set(['short', 'met', 'over', 'free'])
	);

	const { entries, waiting, years } = await withScope(pool, SYSTEM, async (db) => {
		const personId = (await findByIdentifier(db, 'peserta@contoh.go.id'))!.id;
		return {
			entries: await listEntries(db, personId),
			waiting: await listSubmissions(db, { personId, state: 'submitted' }),
			years: await readHourYears(db, personId, today)
		};
	});
	expect(entries.map(({ kind, jp }) => [kind, jp]).sort()).toEqual([
		['external', 4],
		['external', 6],
		['external', 8],
		['reversal', -6]
	]);
	expect(waiting).toHaveLength(1);
	expect(currentPeriod(years.periods, today)).toMatchObject({
		...{ basis: 'contract-year', startsOn: '2026-03-01', assumed: null }
	});
});
