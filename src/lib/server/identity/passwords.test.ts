import { argon2Sync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { hashPassword, passwordProblem, verifyNobody, verifyPassword } from './passwords.ts';

const siti = {
	name: 'Siti Rahmawati',
	email: 'siti.r@contoh.go.id',
	number: '198609262015052901'
};

describe('a new password', () => {
	test.each([
		['sembilan9', 'password-too-short'],
		['x'.repeat(60) + 'y'.repeat(69), 'password-too-long'],
		['1986-09-26 2015', 'password-only-digits'],
		['0812 3456 7890', 'password-only-digits'],
		['rahmawati-2026', 'password-personal'],
		['SITI kuda sawah', 'password-personal'],
		['siti.r@kantor', 'password-personal'],
		['kuda19860926sawah', 'password-personal'],
		['k198609262015052901', 'password-personal'],
		['password1234', 'password-common'],
		['Bismillah123!', 'password-common'],
		['widyapraja-contoh', 'password-common'],
		['aaaaaaaaaab', 'password-common']
	])('%s is refused: %s', (password, problem) => {
		expect(passwordProblem(password, siti)).toBe(problem);
	});

	test.each(['perahu-sawah-kopi', 'tiga ekor kuda hitam', 'k0pi&Hujan!', '一二三四五六七八九十'])(
		'%s is accepted',
		(password) => {
			expect(passwordProblem(password, siti)).toBeNull();
		}
	);
});

describe('a hash', () => {
	test('is argon2id with the recommended cost, and different each time', async () => {
		const [one, two] = await Promise.all([hashPassword('perahu'), hashPassword('perahu')]);
		expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
		expect(one).not.toBe(two);
	});

	test('knows its own password, however its letters are composed, and no other', async () => {
		const hash = await hashPassword('kafe\u0301 di kampung');
		expect(await verifyPassword('kafé di kampung', hash)).toEqual({
			correct: true,
			outdated: false
		});
		expect(await verifyPassword('kafe di kampung', hash)).toMatchObject({ correct: false });
	});

	test('made at another cost still verifies and asks to be renewed', async () => {
		const nonce = Buffer.alloc(16, 7);
		const cost = { memory: 8192, passes: 3, parallelism: 1 };
		const tag = argon2Sync('argon2id', { message: 'perahu', nonce, tagLength: 32, ...cost });
		const hash = `$argon2id$v=19$m=8192,t=3,p=1$${nonce.toString('base64')}$${tag.toString('base64')}`;
		expect(await verifyPassword('perahu', hash)).toEqual({ correct: true, outdated: true });
	});

	test('many at once wait for their turn; too many are refused instead of piling up', async () => {
		const tries = Array.from({ length: 110 }, () => verifyNobody('perahu'));
		const outcomes = await Promise.allSettled(tries);
		const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
		expect(refused).toHaveLength(8);
		await expect(verifyNobody('perahu')).resolves.toBeUndefined();
	}, 30_000);
});
