import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exampleFacts } from '../../../../tests/support/certificates.ts';
import { claimsOf, differencesOf } from './claims.ts';
import { credentialOf } from './credential.ts';

const credential = credentialOf(
	exampleFacts,
	{ name: 'Kementerian Contoh', identity: 'https://belajar.contoh.go.id/penerbit/KEM' },
	{ list: 'KEM-1', index: 7 },
	'garam'
);
const text = JSON.stringify(credential);
const parse = (json: string) => JSON.parse(json) as object;

test('a credential of ours tells its facts in order, and nothing of the number', () => {
	const told = claimsOf(parse(text));
	expect(told.slice(0, 7)).toEqual([
		{ claim: 'name', nth: 0, text: 'Dr. Ni Wayan Sudarmi, S.Sos., M.A.P.' },
		{ claim: 'number', nth: 0, text: '00123/SPBE-101/KEM/XI/2026' },
		{ claim: 'course', nth: 0, text: 'Dasar SPBE: layanan yang “menyatu”' },
		{ claim: 'courseCode', nth: 0, text: 'SPBE-101' },
		{ claim: 'edition', nth: 0, text: '2026.1' },
		{ claim: 'description', nth: 0, text: expect.stringContaining('12 JP') as string },
		{ claim: 'jp', nth: 0, text: '12' }
	]);
	expect(told).toContainEqual({ claim: 'module', nth: 2, text: 'Satu Data' });
	expect(told).toContainEqual({ claim: 'competency', nth: 1, text: 'Perekat Bangsa' });
	expect(JSON.stringify(told)).not.toMatch(/198609262015052001|sha256\$/);
});

test.each([
	['the name', 'Ni Wayan Sudarmi', 'Ni Wayan Sudarma', 'name', 0],
	['the number', '00123/', '00124/', 'number', 0],
	['the hours', '"creditsEarned":12', '"creditsEarned":72', 'jp', 0],
	['a module', '"name":"Satu Data"', '"name":"Satu  Data"', 'module', 2],
	['a day', '"validUntil":"2029', '"validUntil":"2039', 'validUntil', 0],
	['a competency', 'Perekat Bangsa', 'Perekat bangsa', 'competency', 1],
	['the hashed number', 'sha256$', 'sha256$0', 'numberHash', 0],
	['something else', '"inLanguage":"id"', '"inLanguage":"en"', 'other', 0]
])('one change in %s is told, and only that', (_, from, to, claim, nth) => {
	const changed = text.replace(from, () => to);
	expect(changed).not.toBe(text);
	expect(differencesOf(parse(text), parse(changed))).toMatchObject([{ claim, nth }]);
});

test('what was left out or added is told with nothing beside it', () => {
	const { validUntil, ...rest } = credential;
	expect(differencesOf(credential, rest)).toEqual([
		{ claim: 'validUntil', nth: 0, certified: validUntil, told: null, concealed: false }
	]);
	expect(differencesOf(credential, { ...credential, extra: true })).toEqual([
		{ claim: 'other', nth: 0, certified: null, told: 'true', concealed: false }
	]);
});

test('a made-up document learns nothing of the hashed number, neither hash nor salt', () => {
	const { identifier } = credential['credentialSubject'] as {
		identifier: Record<string, string>[];
	};
	const secrets = [identifier[1]!['identityHash']!, identifier[1]!['salt']!];
	for (const madeUp of [
		{ id: credential['id'] },
		{ ...credential, credentialSubject: {} },
		{ ...credential, credentialSubject: { identifier: [identifier[0], { salt: 'x' }] } },
		{ ...credential, credentialSubject: { identifier: [identifier[0], 'x'] } },
		{ 'credentialSubject.identifier.1.salt': '', credentialSubject: 1 }
	]) {
		const differences = differencesOf(credential, madeUp);
		const told = JSON.stringify(differences);
		for (const secret of secrets) expect(told).not.toContain(secret);
		expect(differences.filter(({ concealed }) => concealed)).toEqual([
			{ claim: 'numberHash', nth: 0, certified: null, told: null, concealed: true }
		]);
	}
});

test('proofs are no part of what is said', () => {
	expect(differencesOf(credential, { ...credential, proof: [{ proofValue: 'z1' }] })).toEqual([]);
});

test('whatever text is put in whatever place is told', () => {
	const places = [...text.matchAll(/"(?:[^"\\]|\\.)*"(?=[,\]}])/g)];
	fc.assert(
		fc.property(fc.nat(places.length - 1), fc.string(), (nth, put) => {
			const place = places[nth]!;
			const json = JSON.stringify(put);
			fc.pre(place[0] !== json);
			const changed = text.slice(0, place.index) + json + text.slice(place.index + place[0].length);
			expect(differencesOf(parse(text), parse(changed))).toHaveLength(1);
		})
	);
});

test('what is told of one module stands together', () => {
	const told = claimsOf(parse(text)).filter(({ claim }) => /module|objectives/.test(claim));
	expect(told.map(({ claim, nth }) => `${claim} ${nth}`)).toEqual([
		'module 1',
		'moduleJp 1',
		'objectives 1',
		'module 2',
		'moduleJp 2'
	]);
});
