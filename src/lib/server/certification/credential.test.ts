import { createHash } from 'node:crypto';
import * as bazaar from '@digitalbazaar/vc';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { AchievementCredentialValidator } from '@learncard/types';
import { Ajv2019 } from 'ajv/dist/2019.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anIssuer, exampleFacts } from '../../../../tests/support/certificates.ts';
import { ACHIEVEMENT_CREDENTIAL } from '../../../../tests/support/open-badges-schema.ts';
import { CONTEXTS, type Document } from './canonical.ts';
import { credentialOf } from './credential.ts';
import type { CertificateFacts } from './facts.ts';
import { profileOf } from './profile.ts';
import { signDocument } from './proof.ts';
import { verifyCredential } from './verification.ts';

const { issuer, multikey, signer } = anIssuer();
const at = new Date('2026-11-22T03:04:05.678Z');
/** A few hundred verifications, on a machine that has other things to do. */
const LONG = { timeout: 60_000 };
const entry = { list: 'KEM-1', index: 4711 };

async function signed(facts: CertificateFacts = exampleFacts): Promise<string> {
	const document = credentialOf(facts, issuer, entry, 'garam-0123456789');
	return JSON.stringify(await signDocument(document, signer, at));
}

/** What an independent verifier finds at the addresses a credential names: no network, only what is given here. */
function looksUp(documents: Record<string, object>) {
	return (url: string) => {
		const document = documents[url] ?? CONTEXTS[url];
		if (!document) throw new Error(`the network is off: ${url}`);
		return Promise.resolve({ contextUrl: null, documentUrl: url, document });
	};
}

/** The issuer's page and the key that it names. */
function published(): Record<string, object> {
	const [key] = profileOf(issuer, [{ publicKey: multikey, revocation: null }])
		.assertionMethod as object[];
	return {
		[issuer.identity]: profileOf(issuer, [{ publicKey: multikey, revocation: null }]),
		[signer.verificationMethod]: { '@context': 'https://w3id.org/security/multikey/v1', ...key }
	};
}

describe('a credential', () => {
	test.for<[string, Partial<CertificateFacts>]>([
		['as usual', {}],
		['that does not expire', { validUntil: null }],
		['of somebody without a number', { employment: { ...exampleFacts.employment, number: null } }],
		['without competencies, modules and law', { competencies: [], modules: [], legal: [] }]
	])('%s is what Open Badges 3.0 asks for', async ([, facts]) => {
		const ajv = new Ajv2019({ allErrors: true });
		formats.default(ajv);
		const validate = ajv.compile(ACHIEVEMENT_CREDENTIAL);
		const credential: unknown = JSON.parse(await signed({ ...exampleFacts, ...facts }));
		validate(credential);
		expect(validate.errors).toBe(null);
		// As another implementation of the standard reads it.
		expect(AchievementCredentialValidator.safeParse(credential).error).toBe(undefined);
	});

	test.for<[string, (credential: Record<string, unknown>) => void]>([
		['without anything certified', (credential) => delete credential.credentialSubject],
		['without an issuer', (credential) => delete credential.issuer],
		['without a proof', (credential) => delete credential.proof],
		['with a number for a name', (credential) => (credential.name = 7)]
	])('%s is refused by another implementation too', async ([, spoil]) => {
		const credential = JSON.parse(await signed()) as Record<string, unknown>;
		spoil(credential);
		expect(AchievementCredentialValidator.safeParse(credential).success).toBe(false);
	});

	test('verifies with an independent library', async () => {
		const credential = JSON.parse(await signed()) as Record<string, unknown>;
		const suite = new DataIntegrityProof({ cryptosuite });
		const documentLoader = looksUp(published());
		const checkStatus = () => Promise.resolve({ verified: true });
		const theirs = (candidate: unknown) =>
			bazaar.verifyCredential({ credential: candidate, suite, documentLoader, checkStatus });
		expect(await theirs(credential)).toMatchObject({ verified: true });
		expect(await theirs({ ...credential, name: 'Sertifikat lain' })).toMatchObject({
			verified: false
		});
	});

	test('tells of holder and number no more than it must', async () => {
		const text = await signed();
		expect(text).not.toContain(exampleFacts.employment.number);
		expect(text).not.toContain(exampleFacts.employment.post);
		expect(text).not.toContain('87.5');
		const hash = createHash('sha256').update('198609262015052001garam-0123456789').digest('hex');
		expect(text).toContain(`"sha256$${hash}"`);
	});

	test('is the same text whenever it is made of the same facts by the same key', async () => {
		expect(await signed()).toBe(await signed());
	});
});

describe('verification', () => {
	test('finds valid what was signed, whatever the order and spacing of its text', async () => {
		const text = await signed();
		const turned = Object.fromEntries(Object.entries(JSON.parse(text) as object).reverse());
		for (const same of [text, JSON.stringify(turned, null, 4)])
			expect(await verifyCredential(same, ['z6Mkandere', multikey])).toMatchObject({
				state: 'valid',
				publicKey: multikey,
				signedAt: '2026-11-22T03:04:05Z'
			});
	});

	test('finds valid what an independent library signed', async () => {
		const key = await Ed25519Multikey.generate({
			id: `${issuer.identity}#kunci`,
			controller: issuer.identity
		});
		const method = `${issuer.identity}#${key.publicKeyMultibase}`;
		const suite = new DataIntegrityProof({
			cryptosuite,
			signer: { ...(key.signer() as object), id: method }
		});
		const credential = await bazaar.issue({
			credential: credentialOf(exampleFacts, issuer, entry, 'garam-0123456789'),
			suite,
			documentLoader: looksUp({})
		});
		const { publicKeyMultibase } = key;
		expect(await verifyCredential(JSON.stringify(credential), [publicKeyMultibase])).toMatchObject({
			state: 'valid'
		});
	});

	test('exposes any one character that was changed, taken away or put in', LONG, async () => {
		const text = await signed();
		const meant = JSON.parse(text) as unknown;
		const position = fc.integer({ min: 0, max: text.length - 1 });
		const character = fc.oneof(
			fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
			fc.constantFrom('"', '0', '1', '9', 'a', 'A', ' ', ',', '\\', '.', '@', '\ud800')
		);
		await fc.assert(
			fc.asyncProperty(
				position,
				character,
				fc.constantFrom('change', 'take', 'put'),
				async (place, put, how) => {
					const after = text.slice(how === 'put' ? place : place + 1);
					const changed = text.slice(0, place) + (how === 'take' ? '' : put) + after;
					const verdict = await verifyCredential(changed, [multikey]);
					// Between tokens a space changes nothing that is said.
					if (verdict.state === 'valid') expect(JSON.parse(changed)).toEqual(meant);
				}
			),
			{ numRuns: 200 }
		);
	});

	test(
		'exposes every claim that was changed, and every one that was taken away',
		LONG,
		async () => {
			const text = await signed();
			const claims = leaves(JSON.parse(text));
			expect(claims.length).toBeGreaterThan(60);
			for (const path of claims)
				for (const how of ['change', 'remove'] as const) {
					const changed = JSON.parse(text) as Record<string, unknown>;
					alter(changed, path, how);
					const verdict = await verifyCredential(JSON.stringify(changed), [multikey]);
					expect(verdict.state, `${how} ${path.join('.')}`).not.toBe('valid');
				}
		}
	);

	test('finds who issued unknown where the key is none of those trusted', async () => {
		expect(await verifyCredential(await signed(), [anIssuer().multikey])).toMatchObject({
			state: 'unknown-key'
		});
		expect(await verifyCredential(await signed(), [])).toMatchObject({ state: 'unknown-key' });
	});

	const proofs = (change: (document: Document & { proof: object[] }) => unknown) => async () =>
		JSON.stringify(change(JSON.parse(await signed()) as Document & { proof: object[] }));
	test.for<[string, 'malformed' | 'changed', () => Promise<string> | string]>([
		['nothing', 'malformed', () => ''],
		['no JSON', 'malformed', () => '{"@context": ['],
		['another kind of JSON', 'malformed', () => '[1, null, "x"]'],
		['null', 'malformed', () => 'null'],
		['brackets without end', 'malformed', () => '['.repeat(500_000)],
		['a text beyond all bounds', 'malformed', () => `"${'x'.repeat(2_000_000)}"`],
		['a hundred thousand parts', 'malformed', () => `{"a":[${'{},'.repeat(100_000)}{}]}`],
		[
			'forty thousand types',
			'malformed',
			proofs((d) => ({ ...d, type: Array.from({ length: 40_000 }, () => 'Evidence') }))
		],
		['no proof', 'malformed', proofs(({ proof: _, ...rest }) => rest)],
		['two proofs', 'malformed', proofs((d) => ({ ...d, proof: [...d.proof, ...d.proof] }))],
		[
			'a proof that says more',
			'malformed',
			proofs((d) => ({ ...d, proof: [{ ...d.proof[0], x: 1 }] }))
		],
		[
			'another vocabulary inside',
			'malformed',
			proofs((d) => ({ ...d, issuer: { id: 'x:y', '@context': {} } }))
		],
		[
			'an address for a term',
			'malformed',
			proofs((d) => ({ ...d, 'https://schema.org/name': 'x' }))
		],
		[
			'a vocabulary of its own',
			'changed',
			proofs((d) => ({ ...d, '@context': [...d['@context'], 'https://jahat.example/'] }))
		],
		['a term no vocabulary knows', 'changed', proofs((d) => ({ ...d, gelar: 'Prof.' }))],
		['a term that says nothing yet', 'malformed', proofs((d) => ({ ...d, validUntil: null }))],
		[
			'another issuer',
			'changed',
			proofs((d) => ({ ...d, issuer: { id: 'https://jahat.example/' } }))
		]
	])('of %s says %s', async ([, state, given]) => {
		expect(await verifyCredential(await given(), [multikey])).toMatchObject({ state });
	});

	test('of anything at all says something, and fails at nothing', async () => {
		await fc.assert(
			fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (text) => {
				expect((await verifyCredential(text, [multikey])).state).toBe('malformed');
			}),
			{ numRuns: 200 }
		);
	});

	test('does not begin with a graph made to take for ever', async () => {
		const named = (at: number) => `_:b${at % 60}`;
		const related = Array.from({ length: 60 }, (_, at) => ({
			id: named(at),
			type: ['Achievement'],
			related: [1, 2, 5, 10].map((step) => ({ id: named(at + step), type: ['Related'] }))
		}));
		const credential = JSON.parse(await signed()) as { credentialSubject: { achievement: object } };
		Object.assign(credential.credentialSubject.achievement, { related });
		const begun = process.cpuUsage();
		const verdict = await verifyCredential(JSON.stringify(credential), [multikey]);
		expect(verdict.state).toBe('malformed');
		expect(process.cpuUsage(begun).user / 1e6).toBeLessThan(0.3);
	});
});

test('the vocabularies are, word for word, those that everybody signs with', () => {
	const sums = Object.values(CONTEXTS).map((context) =>
		createHash('sha256').update(JSON.stringify(context)).digest('hex')
	);
	expect(sums).toMatchInlineSnapshot(`
		[
		  "bf6fd611e6773d58f649459a45dbbb81f94e8cfd058a756644cd5a4a882c4050",
		  "e407ae98563c7b4708be4c8198a7f254bc09c131afc68e73d5f90eb0a34c6f7f",
		]
	`);
});

/** The way to everything a JSON text says: texts, numbers, and empty lists. */
function leaves(value: unknown, path: string[] = []): string[][] {
	if (typeof value !== 'object' || value === null) return [path];
	return Object.entries(value).flatMap(([name, held]) => leaves(held, [...path, name]));
}

function alter(root: Record<string, unknown>, path: string[], how: 'change' | 'remove'): void {
	const within = path
		.slice(0, -1)
		.reduce<Record<string, unknown>>((held, name) => held[name] as typeof held, root);
	const last = path.at(-1)!;
	const value = within[last];
	if (how === 'change') within[last] = typeof value === 'number' ? value + 1 : negated(value);
	else if (Array.isArray(within)) within.splice(Number(last), 1);
	else delete within[last];
}

const negated = (value: unknown) => (typeof value === 'boolean' ? !value : `${String(value)}.`);
