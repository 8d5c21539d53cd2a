import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { exampleFacts } from '../../../../tests/support/certificates.ts';
import { test } from '../../../../tests/support/database.ts';
import { aPerson } from '../../../../tests/support/people.ts';
import { redrawn } from '../../../../tests/support/redrawn-paper.ts';
import { award, confirmAward } from '../certification/awards.ts';
import { readIssued } from '../certification/certificates.ts';
import type { Document } from '../certification/canonical.ts';
import { openSigningKey, revokeKey } from '../certification/keys.ts';
import { certificatePdf } from '../certification/paper.ts';
import { signDocument } from '../certification/proof.ts';
import { listSharedScores, shareScore } from '../certification/score-shares.ts';
import { certificateRevocations } from '../certification/tables.ts';
import type { Pool } from '../db/connect.ts';
import { SYSTEM, withScope } from '../db/scope.ts';
import { checkDocument, findByNumberAndName, findByPasted } from './check-certificate.ts';
import { issueCertificates, type Office } from './issue-certificates.ts';
import { readCertificate } from './read-certificate.ts';
import { statusListReader } from './read-status-list.ts';

const { number: _, code: __, ...example } = exampleFacts;
const today = '2026-11-22';
const office: Office = {
	secret: 'rahasia-yang-panjangnya-cukup-untuk-ini',
	origin: 'https://belajar.contoh.go.id',
	makePdf: certificatePdf
};
const never = (error: unknown) => {
	throw error;
};

let addresses = 0;
/** Somebody whose network nobody else checks from. */
const aChecker = () => ({
	address: `10.1.${(addresses += 1) >> 8}.${addresses & 255}`,
	secret: office.secret
});

/** An issued certificate and what its holder has of it; committed. */
async function aCertificate(pool: Pool, issued = true) {
	const personId = await withScope(pool, SYSTEM, (db) =>
		aPerson(db, { name: example.holder.name })
	);
	const holder = { personId, agencyId: null, unitId: null };
	const asHolder = <T>(story: Parameters<typeof withScope<T>>[2]) =>
		withScope(pool, { as: 'person', personId }, story);
	const given = await asHolder((db) => award(db, holder, example));
	if (!issued) return { ...given, holder, asHolder, credential: '', pdf: Buffer.alloc(0) };
	await asHolder((db) => confirmAward(db, holder, given.code, example.holder));
	await issueCertificates(pool, office, never);
	const { credential, pdf } = (await asHolder((db) => readIssued(db, given.code)))!;
	return { ...given, holder, asHolder, credential, pdf };
}

/** Written by the owner: what takes a place here follows nothing. */
const revoke = (
	ownerPool: Pool,
	code: string,
	{ cause, replacedBy }: { cause: 'mistaken' | 'replaced'; replacedBy: string | null }
) =>
	ownerPool.insert(certificateRevocations).values({
		...{ code, cause, replacedBy, revokedBy: randomUUID() },
		reason: 'Data pelatihan keliru.',
		revokedAt: new Date('2026-11-22T05:00:00Z')
	});

describe('by number and name', () => {
	test('a certificate is found however the name is written', async ({ pool }) => {
		const { code, number } = await aCertificate(pool);
		const ask = (typed: string, name: string) =>
			findByNumberAndName(pool, { number: typed, name }, aChecker());
		expect(await ask(number, 'Dr. Ni Wayan Sudarmi, S.Sos.')).toBe(code);
		expect(await ask(` ${number.toLowerCase()} `, 'NI WAYAN SUDARMI')).toBe(code);
	});

	test('a wrong number and a wrong name are answered alike', async ({ pool }) => {
		const { number } = await aCertificate(pool);
		const waiting = await aCertificate(pool, false);
		const ask = (typed: string, name: string) =>
			findByNumberAndName(pool, { number: typed, name }, aChecker());
		expect(await ask(number, 'Suharno')).toBe(null);
		expect(await ask(number, '')).toBe(null);
		expect(await ask('99999/SPBE-101/KEM/XI/2026', example.holder.name)).toBe(null);
		expect(await ask('"}\\,{', example.holder.name)).toBe(null);
		expect(await ask(waiting.number, example.holder.name)).toBe(null);
	});

	test('ten wrong tries a minute are one network’s, and right ones do not count', async ({
		pool
	}) => {
		const { code, number } = await aCertificate(pool);
		const [checker, at] = [aChecker(), new Date()];
		const ask = (name: string, now: Date) =>
			findByNumberAndName(pool, { number, name }, checker, now);
		for (let tries = 0; tries < 9; tries += 1) expect(await ask('Suharno', at)).toBe(null);
		for (let tries = 0; tries < 5; tries += 1)
			expect(await ask(example.holder.name, at)).toBe(code);
		expect(await ask('Suharno', at)).toBe(null);
		await expect(ask(example.holder.name, at)).rejects.toMatchObject({ code: 'checks-later' });
		const later = new Date(at.getTime() + 61_000);
		expect(await ask(example.holder.name, later)).toBe(code);
	});
});

test('a pasted address or code leads to its certificate, also before it is issued', async ({
	pool
}) => {
	const { code } = await aCertificate(pool);
	const waiting = await aCertificate(pool, false);
	const ask = (text: string) => findByPasted(pool, text, today, aChecker());
	expect(await ask(`https://belajar.contoh.go.id/sertifikat/${code}`)).toBe(code);
	expect(await ask(` ${code.toLowerCase()} `)).toBe(code);
	expect(await ask(waiting.code)).toBe(waiting.code);
	for (const text of ['', 'https://example.com/', `${code}0`, '0'.repeat(26), 'x'.repeat(2000)])
		expect(await ask(text), text).toBe(null);
});

test('after ten codes that nobody has, one network waits', async ({ pool }) => {
	const [checker, at] = [aChecker(), new Date()];
	const ask = () => findByPasted(pool, '0'.repeat(26), today, checker, at);
	for (let tries = 0; tries < 10; tries += 1) expect(await ask()).toBe(null);
	await expect(ask()).rejects.toMatchObject({ code: 'checks-later' });
});

test('a document whose arrival fails is a try like any other, and is not received once they are used up', async ({
	pool
}) => {
	const [checker, at] = [aChecker(), new Date()];
	let received = 0;
	const broken = () => {
		received += 1;
		return Promise.reject(new Error('the line went dead'));
	};
	const ask = () => checkDocument(pool, broken, today, checker, at);
	for (let tries = 0; tries < 10; tries += 1) await expect(ask()).rejects.toThrow('went dead');
	await expect(ask()).rejects.toMatchObject({ code: 'checks-later' });
	expect(received).toBe(10);
});

describe('a document', () => {
	const check = (pool: Pool, bytes: Uint8Array | string) =>
		checkDocument(pool, () => Promise.resolve(Buffer.from(bytes)), today, aChecker());

	test('as it was issued is genuine, as JSON and as PDF, however its JSON is spaced', async ({
		pool
	}) => {
		const { code, credential, pdf } = await aCertificate(pool);
		const genuine = { outcome: 'genuine', differences: [], certificate: { code, state: 'valid' } };
		expect(await check(pool, credential)).toMatchObject({ ...genuine, onPaper: false });
		const spaced = JSON.stringify(JSON.parse(credential), null, 4);
		expect(await check(pool, `\uFEFF${spaced}`)).toMatchObject(genuine);
		expect(await check(pool, pdf)).toMatchObject({ ...genuine, onPaper: true });
	});

	test('that was added to after it was issued is not called genuine: what is drawn on it may be new', async ({
		pool
	}) => {
		const { code, pdf } = await aCertificate(pool);
		for (const added of [
			redrawn(pdf, 'Orang Lain, 72 JP'),
			Buffer.concat([pdf, Buffer.from('\n% ditandatangani BSrE\n')])
		])
			expect(await check(pool, added)).toMatchObject({
				outcome: 'extended',
				differences: [],
				certificate: { code }
			});
	});

	test('with one changed character is exposed beside what was certified', async ({ pool }) => {
		const { code, credential } = await aCertificate(pool);
		const changed = credential.replace('Ni Wayan Sudarmi', 'Ni Wayan Sudarma');
		expect(await check(pool, changed)).toMatchObject({
			outcome: 'changed',
			certificate: { code, holder: example.holder },
			differences: [
				{
					claim: 'name',
					certified: 'Dr. Ni Wayan Sudarmi, S.Sos., M.A.P.',
					told: 'Dr. Ni Wayan Sudarma, S.Sos., M.A.P.'
				}
			]
		});
	});

	test('whose PDF carries a changed credential, or was changed about it, is exposed', async ({
		pool
	}) => {
		const { code, credential, pdf } = await aCertificate(pool);
		const verifyUrl = `https://belajar.contoh.go.id/sertifikat/${code}`;
		const forged = credential.replace('"creditsEarned":12', '"creditsEarned":72');
		const facts = { ...exampleFacts, code };
		const carrying = await certificatePdf(facts, { credential: forged, verifyUrl });
		expect(await check(pool, carrying)).toMatchObject({
			outcome: 'changed',
			differences: [{ claim: 'jp', certified: '12', told: '72' }]
		});
		const repainted = await certificatePdf({ ...facts, jp: 72 }, { credential, verifyUrl });
		expect(await check(pool, repainted)).toMatchObject({ outcome: 'redrawn', differences: [] });
		const bit = Buffer.from(pdf);
		bit[bit.indexOf('%PDF-') + 5]! ^= 1;
		expect(await check(pool, bit)).toMatchObject({ outcome: 'redrawn' });
	});

	test('whose signature alone was touched is changed in nothing else', async ({ pool }) => {
		const { credential } = await aCertificate(pool);
		const broken = credential.replace(/"proofValue":"z(.)/, (_, first: string) =>
			first === '2' ? '"proofValue":"z3' : '"proofValue":"z2'
		);
		expect(broken).not.toBe(credential);
		expect(await check(pool, broken)).toMatchObject({ outcome: 'changed', differences: [] });
	});

	test('that gives itself another address is known by number and holder, both', async ({
		pool
	}) => {
		const { code, credential } = await aCertificate(pool);
		const moved = credential.replaceAll(code, '0'.repeat(26));
		expect(await check(pool, moved)).toMatchObject({
			outcome: 'changed',
			certificate: { code },
			differences: [{ claim: 'code' }]
		});
		const renamed = moved.replace('Ni Wayan Sudarmi', 'Suharno');
		expect(await check(pool, renamed)).toEqual({ outcome: 'foreign' });
	});

	test('that a stranger makes up from the public address learns nothing of the number’s hash', async ({
		pool
	}) => {
		const { code, credential } = await aCertificate(pool);
		const { identifier } = (
			JSON.parse(credential) as { credentialSubject: { identifier: Record<string, string>[] } }
		).credentialSubject;
		const { proof, '@context': contexts } = JSON.parse(credential) as Record<string, unknown>;
		const first = { '@context': contexts, issuer: 'https://orang.lain', proof };
		const { credentialSubject: _, ...known } = JSON.parse(credential) as Record<string, unknown>;
		for (const madeUp of [
			{ ...first, id: `https://belajar.contoh.go.id/sertifikat/${code}` },
			{ ...known, credentialSubject: { identifier: [identifier[0]] } },
			{ ...known, credentialSubject: { identifier: [identifier[0], { salt: 'x' }] } }
		]) {
			const finding = await check(pool, JSON.stringify(madeUp));
			expect(finding).toMatchObject({ outcome: 'changed', certificate: { code } });
			const told = JSON.stringify(finding);
			for (const secret of [identifier[1]!['salt']!, identifier[1]!['identityHash']!])
				expect(told).not.toContain(secret);
		}
	});

	test('that says something twice, or is signed and no certificate, is not called genuine', async ({
		pool
	}) => {
		const { credential } = await aCertificate(pool);
		const twice = credential.replace('"creditsEarned":', '"creditsEarned":72,"creditsEarned":');
		expect(await check(pool, twice)).toEqual({ outcome: 'unreadable', why: 'doubled' });
		const list = (await statusListReader(pool, office.secret)('KEM-1'))!;
		expect(await check(pool, list)).toEqual({ outcome: 'unreadable', why: 'other-kind' });
	});

	test('signed by somebody else is not ours, and repeats nothing it says', async ({ pool }) => {
		const { credential } = await aCertificate(pool);
		const foreign = credential
			.replace(/z6Mk[^"]+/, 'z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK')
			.replace(/"licenseNumber":"[^"]+"/, '"licenseNumber":"1/X"')
			.replaceAll(/sertifikat\/[0-9A-Z]{26}/g, 'sertifikat/lain');
		expect(await check(pool, foreign)).toEqual({ outcome: 'foreign' });
	});

	test.for([
		['nothing', '', 'empty'],
		['a picture', '\x89PNG\r\n', 'other-file'],
		['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00]), 'other-file'],
		['a list', '[1,2]', 'other-file'],
		['half a JSON', '{"@context":', 'malformed'],
		['a JSON of something else', '{"a":1}', 'malformed'],
		['a deep JSON', `{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, 'malformed'],
		['a PDF without a credential', '%PDF-1.7\n%%EOF', 'bare-paper'],
		['half a PDF', '%PDF-1.7\n1 0 obj\n<< /Type /Filespec', 'bare-paper'],
		['a file of more than 5 MB', Buffer.alloc(5_000_001, 0x20), 'large']
	] as const)('that is %s cannot be read, and says so', async ([, bytes, why], { pool }) => {
		expect(await check(pool, bytes)).toEqual({ outcome: 'unreadable', why });
	});
});

describe('a certificate’s page', () => {
	test('tells how it stands: awaited, valid, expired, revoked, replaced', async ({
		pool,
		ownerPool
	}) => {
		const awaited = await aCertificate(pool, false);
		expect(await readCertificate(pool, awaited.code, today)).toEqual({
			certificate: null,
			band: null
		});
		const one = await aCertificate(pool);
		const other = await aCertificate(pool);
		const state = async (code: string, day = today) =>
			(await readCertificate(pool, code, day)).certificate?.state;
		expect(await state(one.code)).toBe('valid');
		expect(await state(one.code, '2029-11-22')).toBe('expired');
		await revoke(ownerPool, one.code, { cause: 'replaced', replacedBy: other.code });
		await revoke(ownerPool, other.code, { cause: 'mistaken', replacedBy: null });
		expect((await readCertificate(pool, one.code, today)).certificate).toMatchObject({
			state: 'replaced',
			revocation: { replacedBy: other.code, reason: 'Data pelatihan keliru.' }
		});
		expect(await state(other.code)).toBe('revoked');
		await expect(readCertificate(pool, '0'.repeat(26), today)).rejects.toMatchObject({
			reason: 'not-found'
		});
	});

	test('never tells the number, and the result only as a band while it is shared', async ({
		pool
	}) => {
		const { code, holder, asHolder } = await aCertificate(pool);
		const read = () => readCertificate(pool, code, today);
		expect(await read()).toMatchObject({ band: null });
		expect(JSON.stringify(await read())).not.toMatch(/198609262015052001|87\.5|Analis/);
		const share = (shared: boolean) => asHolder((db) => shareScore(db, holder, code, shared));
		await Promise.all([share(true), share(true)]);
		expect(await read()).toMatchObject({ band: 'Memuaskan' });
		expect(await asHolder((db) => listSharedScores(db, holder))).toEqual(new Set([code]));
		await share(false);
		await share(false);
		expect(await read()).toMatchObject({ band: null });
		await share(true);
		expect(await read()).toMatchObject({ band: 'Memuaskan' });
	});

	test('is shared by its holder alone', async ({ pool }) => {
		const { code } = await aCertificate(pool);
		const { holder, asHolder } = await aCertificate(pool);
		await expect(asHolder((db) => shareScore(db, holder, code, true))).rejects.toMatchObject({
			code: 'award-unknown'
		});
	});

	test('gives the very credential that was issued to its holder, and to nobody else', async ({
		pool
	}) => {
		const { code, credential, asHolder } = await aCertificate(pool);
		const other = await aCertificate(pool, false);
		expect((await asHolder((db) => readIssued(db, code)))?.credential).toBe(credential);
		expect(await other.asHolder((db) => readIssued(db, code))).toBeNull();
		expect(await other.asHolder((db) => readIssued(db, other.code))).toBeNull();
	});
});

test('a document signed with a key that was declared compromised says so, in the register or not', async ({
	pool
}) => {
	const { credential } = await aCertificate(pool);
	const as = <T>(story: Parameters<typeof withScope<T>>[2]) => withScope(pool, SYSTEM, story);
	const key = await as((db) => openSigningKey(db, office.secret));
	const { proof: _, ...forged } = JSON.parse(credential) as Document & { proof: unknown };
	const code = 'ZZZZZZZZZZZZZZZZZZZZZZZZZZ';
	const issuer = forged.issuer as { id: string };
	Object.assign(forged, { id: `https://belajar.contoh.go.id/sertifikat/${code}` });
	Object.assign(forged.credentialSubject as object, { licenseNumber: '99999/X/KEM/XI/2026' });
	const signer = {
		verificationMethod: `${issuer.id}#${key.publicKey}`,
		privateKey: key.privateKey
	};
	const signed = JSON.stringify(await signDocument(forged, signer, key.createdAt));
	const check = (text: string) =>
		checkDocument(pool, () => Promise.resolve(Buffer.from(text)), today, aChecker());
	const trusted = { withdrawnSince: null };
	expect(await check(credential)).toMatchObject({ outcome: 'genuine', ...trusted });
	expect(await check(signed)).toMatchObject({ outcome: 'unregistered', ...trusted });
	const why = { since: key.createdAt, reason: 'Bocor.' };
	await as((db) => revokeKey(db, key.publicKey, why));
	const withdrawn = { withdrawnSince: key.createdAt };
	expect(await check(credential)).toMatchObject({ outcome: 'genuine', ...withdrawn });
	expect(await check(signed)).toMatchObject({ outcome: 'unregistered', ...withdrawn });
	const later = await aCertificate(pool);
	expect(await check(later.credential)).toMatchObject({ outcome: 'genuine', ...trusted });
});
