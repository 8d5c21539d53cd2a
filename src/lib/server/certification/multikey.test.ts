import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromMultibase, toMultibase } from './multibase.ts';
import { multikeyOf, publicKeyOf } from './multikey.ts';

test('bytes written are read back, zeros in front too, and no other text reads as them', () => {
	fc.assert(
		fc.property(fc.uint8Array({ minLength: 1, maxLength: 70 }), (bytes) => {
			const text = toMultibase(bytes);
			expect(fromMultibase(text, bytes.length)).toEqual(bytes);
			expect(fromMultibase(`z1${text.slice(1)}`, bytes.length)).toBe(null);
			expect(fromMultibase(text, bytes.length + 1)).toBe(null);
		})
	);
});

test('a public key is named as everybody names it', () => {
	const { publicKey } = generateKeyPairSync('ed25519');
	const name = multikeyOf(publicKey);
	expect(name).toMatch(/^z6Mk[1-9A-HJ-NP-Za-km-z]{44}$/);
	expect(publicKeyOf(name)?.equals(publicKey)).toBe(true);
	// The example of W3C's "Data Integrity EdDSA Cryptosuites", B.1.
	const example = 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2';
	expect(multikeyOf(publicKeyOf(example)!)).toBe(example);
});

test.for([
	'',
	'z',
	'z6Mk',
	'u6Mk',
	'z0OIl',
	`z${'1'.repeat(1e6)}`,
	'zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme'
])('what is no key of this kind is told apart: %#', (text) => {
	expect(publicKeyOf(text)).toBe(null);
});
