import { randomBytes } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anIssuer, exampleFacts } from '../../tests/support/certificates.ts';
import { credentialOf } from '#lib/server/certification/credential.ts';
import { rawKeyOf } from '#lib/server/certification/multibase.ts';
import { NODE_MEANS, signDocument } from '#lib/server/certification/proof.ts';
import { judgeCredential } from '#lib/server/certification/verdict.ts';
import { inflate as inflateInNode } from '#lib/server/paper/inflate.ts';
import { BROWSER_MEANS, inflate } from './means.ts';

const { issuer, multikey, signer } = anIssuer();
const unsigned = credentialOf(exampleFacts, issuer, { list: 'KEM-1', index: 7 }, 'garam');
const signed = JSON.stringify(
	await signDocument(unsigned, signer, new Date('2026-11-22T00:00:00Z'))
);

test('a browser’s means find valid what the server signed, and changed what was changed', async () => {
	const judge = (text: string) => judgeCredential(text, [multikey], BROWSER_MEANS);
	expect(await judge(signed)).toMatchObject({ state: 'valid', publicKey: multikey });
	expect(await judge(signed.replace('Sudarmi', 'Sudarma'))).toMatchObject({ state: 'changed' });
	const other = anIssuer().multikey;
	expect(await judge(signed.replaceAll(multikey, other))).toMatchObject({ state: 'unknown-key' });
	expect(
		await judgeCredential(signed.replaceAll(multikey, other), [other], BROWSER_MEANS)
	).toMatchObject({ state: 'changed' });
});

test('a browser’s means refuse, and do not fail at, bytes that are no signature', () => {
	const [key, message] = [rawKeyOf(multikey)!, randomBytes(64)];
	fc.assert(
		fc.property(fc.uint8Array({ minLength: 64, maxLength: 64 }), (signature) => {
			expect(BROWSER_MEANS.checkEd25519(key, message, signature)).toBe(false);
		}),
		{ numRuns: 20 }
	);
	expect(BROWSER_MEANS.checkEd25519(new Uint8Array(32).fill(255), message, randomBytes(64))).toBe(
		false
	);
});

const hex = (bytes: Uint8Array | null) => bytes && Buffer.from(bytes).toString('hex');

test('both means hash and inflate alike', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), fc.uint8Array({ maxLength: 500 }), (text, bytes) => {
			expect(hex(BROWSER_MEANS.sha256(text))).toBe(hex(NODE_MEANS.sha256(text)));
			expect(hex(inflate(deflateSync(bytes), 500))).toBe(hex(bytes));
		}),
		{ numRuns: 50 }
	);
	const packed = deflateSync(Buffer.alloc(1000));
	for (const most of [999, 1000])
		expect(hex(inflate(packed, most))).toBe(hex(inflateInNode(packed, most)));
	expect(inflate(Buffer.from('no zlib at all'), 1000)).toBe(null);
});
