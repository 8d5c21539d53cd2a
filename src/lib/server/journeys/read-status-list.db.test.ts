import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list';
import { expect } from 'vitest';
import { exampleFacts } from '../../../../tests/support/certificates.ts';
import { test } from '../../../../tests/support/database.ts';
import { anOfficer, aPerson } from '../../../../tests/support/people.ts';
import { award, confirmAward } from '../certification/awards.ts';
import { CONTEXTS } from '../certification/canonical.ts';
import { issue, readIssued } from '../certification/certificates.ts';
import { openSigningKey, rotateKey } from '../certification/keys.ts';
import { keyAddress, profileOf } from '../certification/profile.ts';
import { revoke } from '../certification/revocations.ts';
import { verifyCredential } from '../certification/verification.ts';
import type { Pool } from '../db/connect.ts';
import { SYSTEM, withScope } from '../db/scope.ts';
import { statusListReader } from './read-status-list.ts';

const secret = 'rahasia-yang-panjangnya-cukup-untuk-ini';
const issuer = {
	name: 'Kementerian Contoh',
	identity: 'https://belajar.contoh.go.id/penerbit/KEM'
};
const { number: _, code: __, ...earned } = exampleFacts;

/** A certificate that was issued, committed, with the key that signed it. */
async function aCertificate(pool: Pool) {
	const personId = await withScope(pool, SYSTEM, (db) => aPerson(db, { name: earned.holder.name }));
	const holder = { personId, agencyId: null, unitId: null };
	const code = await withScope(pool, { as: 'person', personId }, async (db) => {
		const given = await award(db, holder, earned);
		await confirmAward(db, holder, given.code, earned.holder);
		return given.code;
	});
	return withScope(pool, SYSTEM, async (db) => {
		const key = await openSigningKey(db, secret);
		const makePdf = () => Promise.resolve(Buffer.from('%PDF'));
		await issue(db, code, { key, origin: 'https://belajar.contoh.go.id', makePdf });
		const { credential } = (await readIssued(db, code))!;
		return { code, credential, publicKey: key.publicKey };
	});
}

test('the list tells an independent library what was revoked, and is signed anew only then', async ({
	pool
}) => {
	const { code, credential, publicKey } = await aCertificate(pool);
	const other = await aCertificate(pool);
	const read = statusListReader(pool, secret);

	/** Whether the library finds a certificate revoked by the list it is given; no network. */
	const revokedBy = async (list: string, text: string) => {
		const [method] = profileOf(issuer, [{ publicKey, revocation: null }])[
			'assertionMethod'
		] as object[];
		const documents: Record<string, object> = {
			...CONTEXTS,
			[issuer.identity]: profileOf(issuer, [{ publicKey, revocation: null }]),
			[keyAddress(issuer, publicKey)]: {
				'@context': 'https://w3id.org/security/multikey/v1',
				...method
			},
			'https://belajar.contoh.go.id/sertifikat/status/KEM-1': JSON.parse(list) as object
		};
		const outcome = await checkStatus({
			credential: JSON.parse(text),
			suite: new DataIntegrityProof({ cryptosuite }),
			documentLoader: (url: string) => {
				if (!documents[url]) throw new Error(`the network is off: ${url}`);
				return Promise.resolve({ contextUrl: null, documentUrl: url, document: documents[url] });
			}
		});
		expect(outcome.error).toBeUndefined();
		expect(outcome.verified).toBe(true);
		return outcome.results?.[0]?.status;
	};

	const before = (await read('KEM-1'))!;
	expect(await read('KEM-1')).toBe(before);
	expect(await statusListReader(pool, secret)('KEM-1')).toBe(before);
	expect(await revokedBy(before, credential)).toBe(false);

	const officer = await withScope(pool, SYSTEM, (db) => anOfficer(db, 'platform-admin'));
	await withScope(pool, SYSTEM, (db) =>
		revoke(db, officer, code, { cause: 'mistaken', reason: 'Keliru.' })
	);
	const after = (await read('KEM-1'))!;
	expect(after).not.toBe(before);
	// Signed by that key; and, being no certificate, never called a genuine one.
	expect(await verifyCredential(after, [publicKey])).toEqual({ state: 'other-kind' });
	expect(await revokedBy(after, credential)).toBe(true);
	expect(await revokedBy(after, other.credential)).toBe(false);

	await withScope(pool, SYSTEM, (db) => rotateKey(db, secret));
	expect(await read('KEM-1')).toBe(after);
	expect(await statusListReader(pool, secret)('KEM-1')).not.toBe(after);
});

test('there is no list but those that certificates name', async ({ pool }) => {
	const read = statusListReader(pool, secret);
	for (const list of ['', 'KEM', 'KEM-2', 'LAIN-1', "'; drop table awards"])
		expect(await read(list), list).toBe(null);
});
