import { expect } from 'vitest';
import { test } from '../../../../tests/support/database.ts';
import { withScope, SYSTEM } from '../db/scope.ts';
import { createAdministrator } from '../identity/first-administrator.ts';
import { readNumber } from '../identity/numbers.ts';
import { people } from '../identity/tables.ts';
import { signIn } from '../identity/sign-in.ts';
import { validateSession } from '../identity/sessions.ts';
import { seedTrial, TRIAL_ACCOUNTS, TRIAL_PASSWORD } from './seed-trial.ts';

const enter = (pool: Parameters<typeof signIn>[0], identifier: string, password: string) =>
	signIn(pool, { identifier, password, address: '127.0.0.1', shared: false, device: '' }, 'secret');

test('the trial has seven accounts that can sign in by e-mail and number, however often it is seeded', async ({
	pool
}) => {
	await Promise.all([seedTrial(pool), seedTrial(pool)]);
	await seedTrial(pool);
	expect(await withScope(pool, SYSTEM, (db) => db.$count(people))).toBe(7);
	for (const { email, number, role } of TRIAL_ACCOUNTS) {
		const { id } = await enter(pool, email, TRIAL_PASSWORD);
		await enter(pool, number.number, TRIAL_PASSWORD);
		const signedIn = await validateSession(pool, id);
		expect(signedIn?.actor.grants.map((grant) => grant.role)).toEqual(role ? [role] : []);
	}
});

test.each(TRIAL_ACCOUNTS.map(({ number }) => [number] as const))(
	'the example number $number is well formed and recognisable',
	({ number, kind }) => {
		expect(readNumber(number, '2026-11-21')).toMatchObject({ kind });
		expect(Number(number.slice(-3))).toBeGreaterThanOrEqual(900);
	}
);

test('the first administrator is made from the command line, with a password that is not the trial’s', async ({
	pool
}) => {
	const person = {
		name: 'Made Artha',
		email: 'Made@instansi.go.id',
		number: '19860926 201001 1 911'
	};
	const refused = [
		[{ ...person, password: TRIAL_PASSWORD }, 'password-common'],
		[{ ...person, password: 'perahu-sawah', email: 'made' }, 'email-malformed'],
		[{ ...person, password: 'perahu-sawah', number: '12' }, 'number-not-18-digits'],
		[{ ...person, password: 'perahu-sawah', name: ' ' }, 'name-missing']
	] as const;
	for (const [administrator, code] of refused) {
		await expect(createAdministrator(pool, administrator)).rejects.toMatchObject({ code });
	}
	await createAdministrator(pool, { ...person, password: 'perahu-sawah' });
	const { id } = await enter(pool, 'made@instansi.go.id', 'perahu-sawah');
	expect((await validateSession(pool, id))?.actor.grants).toMatchObject([
		{ role: 'platform-admin' }
	]);
	await expect(
		createAdministrator(pool, { ...person, password: 'perahu-sawah' })
	).rejects.toMatchObject({ code: 'email-taken' });
});
