import { randomBytes, randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { unwrap, wrap } from './wrapping.ts';

const secret = 'rahasia-yang-panjangnya-cukup-untuk-ini';

test('what is wrapped opens with its secret and its id alone', async () => {
	const [plain, keyId] = [randomBytes(48), randomUUID()];
	const wrapped = await wrap(plain, secret, keyId);
	expect(wrapped.includes(plain)).toBe(false);
	expect(await unwrap(wrapped, secret, keyId)).toEqual(plain);
	expect(await unwrap(wrapped, `${secret}!`, keyId)).toBe(null);
	expect(await unwrap(wrapped, secret, randomUUID())).toBe(null);
});

test('one bit changed in any part, or a piece missing, and it does not open', async () => {
	const keyId = randomUUID();
	const wrapped = await wrap(randomBytes(8), secret, keyId);
	// Form, nonce, what is wrapped, and tag.
	for (const at of [0, 1, 12, 13, 20, 21, wrapped.length - 1]) {
		const changed = Buffer.from(wrapped);
		changed[at]! ^= 1;
		expect(await unwrap(changed, secret, keyId), `byte ${at}`).toBe(null);
	}
	for (const length of [0, 1, 20, wrapped.length - 1])
		expect(await unwrap(wrapped.subarray(0, length), secret, keyId)).toBe(null);
});

test('the same key is never wrapped alike twice', async () => {
	const [plain, keyId] = [randomBytes(48), randomUUID()];
	const [one, other] = [await wrap(plain, secret, keyId), await wrap(plain, secret, keyId)];
	expect(one.equals(other)).toBe(false);
});
