import { beforeAll, describe, expect, test } from 'vitest';
import { anIssuer, exampleFacts } from '../../../../tests/support/certificates.ts';
import type { Document } from './canonical.ts';
import { differencesOf } from './claims.ts';
import { credentialOf } from './credential.ts';
import { signDocument } from './proof.ts';
import { statusListOf } from './status-list.ts';
import { verifyCredential } from './verification.ts';

const { issuer, multikey, signer } = anIssuer();
const at = new Date('2026-11-22T05:00:00Z');
const unsigned = credentialOf(exampleFacts, issuer, { list: 'KEM-1', index: 7 }, 'garam');
const judge = (document: unknown) =>
	verifyCredential(typeof document === 'string' ? document : JSON.stringify(document), [multikey]);

let signed: Document;
beforeAll(async () => {
	signed = await signDocument(unsigned, signer, at);
});

const many = <Part>(count: number, part: (nth: number) => Part) =>
	Array.from({ length: count }, (_, nth) => part(nth));

test('the largest course that anybody writes is within bounds', async () => {
	const [module] = exampleFacts.modules;
	const facts = {
		...exampleFacts,
		modules: many(60, (nth) => ({ ...module!, id: `m${nth}`, title: 'Modul '.repeat(20) + nth })),
		competencies: many(30, (nth) => ({ id: `k${nth}`, name: `Kompetensi ${nth}`, level: 3 }))
	};
	const large = credentialOf(facts, issuer, { list: 'KEM-1', index: 7 }, 'garam');
	expect(await judge(await signDocument(large, signer, at))).toMatchObject({ state: 'valid' });
});

test('what we signed and is no certificate is not called a genuine one', async () => {
	const list = await statusListOf('KEM-1', issuer, [7], at);
	expect(await judge(await signDocument(list, signer, at))).toEqual({ state: 'other-kind' });
	for (const change of [
		{ type: ['VerifiableCredential'] },
		{ credentialSubject: {} },
		{ credentialSubject: [unsigned['credentialSubject']] }
	]) {
		const other = await signDocument({ ...unsigned, ...change }, signer, at);
		expect(await judge(other), JSON.stringify(change)).toEqual({ state: 'other-kind' });
	}
});

test('a certificate whose kind was changed is exposed as changed', async () => {
	expect(await judge({ ...signed, type: ['VerifiableCredential'] })).toMatchObject({
		state: 'changed'
	});
});

test('a certificate that says something twice is not judged, whatever it says', async () => {
	const text = JSON.stringify(signed);
	expect(await judge(text)).toMatchObject({ state: 'valid' });
	for (const twice of [
		text.replace('"name":', '"name":"Sertifikat lain","name":'),
		text.replace('"creditsEarned":', '"creditsEarned":72,"credits\\u0045arned":'),
		text.replace('"proof":', '"proof":[],"proof":')
	]) {
		expect(JSON.parse(twice)).toEqual(JSON.parse(text));
		expect(await judge(twice)).toEqual({ state: 'doubled' });
	}
});

describe('the dearest credential that names a key of ours is judged, or refused, within 300 ms of processor:', () => {
	test.each<[string, () => Record<string, unknown>]>([
		[
			'vocabularies named over and over',
			() => ({
				'@context': many(900, (nth) => (signed['@context'] as string[])[nth % 2])
			})
		],
		['unknown vocabularies', () => ({ '@context': many(900, (nth) => `https://x.id/${nth}`) })],
		['a thousand times the same', () => ({ evidence: many(900, () => ({})) })],
		[
			'a thousand of its own',
			() => ({ evidence: many(180, (nth) => ({ type: ['Evidence'], name: `${nth}` })) })
		],
		[
			'identities without end',
			() => ({
				credentialSubject: { type: ['AchievementSubject'], identifier: many(900, () => ({})) }
			})
		],
		[
			'subjects that resemble one another',
			() => ({
				credentialSubject: many(60, () => ({
					type: ['AchievementSubject'],
					identifier: many(8, () => ({}))
				}))
			})
		],
		[
			'things tied to one another',
			() => ({
				evidence: many(2, (hub) => ({
					id: `_:h${hub}`,
					type: ['Evidence', ...many(400, (nth) => `_:r${nth}`)]
				}))
			})
		],
		['a term as long as the document', () => ({ ['x'.repeat(250_000)]: many(900, () => 0) })],
		['a long text', () => ({ name: 'é'.repeat(250_000) })],
		['a long list', () => ({ evidence: many(140_000, () => 0) })]
	])('%s', async (_, change) => {
		const text = JSON.stringify({ ...signed, ...change() });
		await judge(signed);
		const before = process.threadCpuUsage();
		const verdict = await judge(text);
		if ('credential' in verdict) differencesOf(signed, verdict.credential);
		const { user, system } = process.threadCpuUsage(before);
		expect((user + system) / 1000).toBeLessThan(300);
		expect(verdict.state).not.toBe('valid');
	});
});
