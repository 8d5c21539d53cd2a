import type { Document } from './canonical.ts';
import { doublesTerm } from './doubled-terms.ts';
import { fromMultibase, rawKeyOf } from './multibase.ts';
import { signedBytes, type Proof, type Sha256 } from './signed-bytes.ts';

/** Longest credential that is looked at, and longest term in it (characters); ours have some thousands and some twenty. */
const LONGEST = 300_000;
const LONGEST_TERM = 60;
/** Most values in it and how deep they stand: ours have a few hundred, and so many take 0.2 s at worst (verdict.test.ts). */
const MOST_PARTS = 1_000;
const DEEPEST = 12;

/** What became of a certificate on its way here. */
export type Judged =
	/** Says today, character by character, what it said when that key signed it. */
	| { state: 'valid'; credential: Document; publicKey: string; signedAt: string }
	/** A credential that names a key of ours, and not what that key signed. */
	| { state: 'changed'; credential: Document }
	/** Signed, if at all, by a key that is none of ours; who issued it is not known. */
	| { state: 'unknown-key'; credential: Document };

/**
 * What cannot be judged as a certificate: no signed credential of this kind at all; one that says something twice; or
 * one that a key of ours did sign and that is no certificate, such as a list of revoked ones.
 */
export interface Unjudged {
	state: 'malformed' | 'doubled' | 'other-kind';
}

export type Verdict = Judged | Unjudged;

/** What verifying needs of the machine at hand: a server's Node, or whatever browser opened the verifier. */
export interface Means {
	sha256: Sha256;
	/** Whether the 64 bytes are this Ed25519 key's signature (32 bytes) of the message. */
	checkEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean;
}

/**
 * What became of a credential, judged by nothing but its text and the keys one trusts (Multikeys, with or without what
 * stands before). Says nothing of revocation or expiry. Never fails.
 */
export async function judgeCredential(
	text: string,
	publicKeys: readonly string[],
	means: Means
): Promise<Verdict> {
	const signed = readSigned(text);
	if (!signed) return { state: 'malformed' };
	if (doublesTerm(text)) return { state: 'doubled' };
	const { proof, credential } = signed;
	const [issuer, publicKey = ''] = proof.verificationMethod.split('#');
	const key = publicKeys.includes(publicKey) ? rawKeyOf(publicKey) : null;
	if (!key) return { state: 'unknown-key', credential };
	if (issuer !== issuerOf(credential)) return { state: 'changed', credential };
	const proven = await provenBy(key, credential, proof, means).catch(() => false);
	if (!proven) return { state: 'changed', credential };
	// Only now: one whose kind was changed is exposed like any other change.
	if (!isCertificate(credential)) return { state: 'other-kind' };
	return { state: 'valid', credential, publicKey, signedAt: proof.created };
}

/** Whether it gives itself out for what `credentialOf` makes. */
function isCertificate({ type, credentialSubject }: Document): boolean {
	const is = (types: unknown, wanted: string) => Array.isArray(types) && types.includes(wanted);
	return (
		is(type, 'AchievementCredential') &&
		isObject(credentialSubject) &&
		is(credentialSubject['type'], 'AchievementSubject')
	);
}

/** Whether the proof is this key's for just this document. Fails where the document cannot be canonised. */
async function provenBy(
	publicKey: Uint8Array,
	document: Document,
	{ proofValue, ...claims }: Proof,
	{ sha256, checkEd25519 }: Means
): Promise<boolean> {
	const signature = fromMultibase(proofValue, 64);
	if (!signature) return false;
	return checkEd25519(publicKey, await signedBytes(document, claims, sha256), signature);
}

/** A credential and its one proof, when the text is that and could be judged within bounds; else null. */
function readSigned(text: string): { credential: Document; proof: Proof } | null {
	if (text.length > LONGEST) return null;
	const read = parse(text);
	if (!isObject(read) || !isPlain(read)) return null;
	const { proof: proofs, ...credential } = read;
	const proof: unknown = Array.isArray(proofs) && proofs.length === 1 ? proofs[0] : proofs;
	const contexts = credential['@context'];
	if (!Array.isArray(contexts) || !contexts.every((context) => typeof context === 'string'))
		return null;
	// Each is worked through again as often as it is named.
	if (new Set(contexts).size < contexts.length) return null;
	if (!isProof(proof) || issuerOf(credential) === null) return null;
	return { credential: credential as Document, proof };
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Whether a reader of the JSON sees all that its signature covers, in reasonable time: terms only, with vocabularies
 * named once at the top. An address in place of a term, or another vocabulary further down, would let the same
 * statements be written where nobody looks for them; a name for what has none (`_:`) would let them be tangled.
 */
function isPlain(root: Record<string, unknown>): boolean {
	const left: { value: unknown; depth: number }[] = [{ value: root, depth: 0 }];
	for (let parts = 0, next = left.pop(); next; next = left.pop()) {
		const { value, depth } = next;
		if ((parts += 1) > MOST_PARTS || depth > DEEPEST) return false;
		if (typeof value === 'string' && (!value.isWellFormed() || value.startsWith('_:')))
			return false;
		if (value === null) return false;
		if (typeof value !== 'object') continue;
		for (const [term, held] of Object.entries(value)) {
			if (term.length > LONGEST_TERM || term.includes(':') || !term.isWellFormed()) return false;
			if (term.startsWith('@') && !(depth === 0 && term === '@context')) return false;
			left.push({ value: held, depth: depth + 1 });
		}
	}
	return true;
}

const PROOF: Record<keyof Proof, string | null> = {
	type: 'DataIntegrityProof',
	cryptosuite: 'eddsa-rdfc-2022',
	proofPurpose: 'assertionMethod',
	created: null,
	verificationMethod: null,
	proofValue: null
};

/** A proof of the one kind we know, and nothing beside. */
function isProof(value: unknown): value is Proof {
	if (!isObject(value) || Object.keys(value).length !== Object.keys(PROOF).length) return false;
	return Object.entries(PROOF).every(([term, expected]) => {
		const given = value[term];
		return typeof given === 'string' && (expected === null || given === expected);
	});
}

function issuerOf({ issuer }: Record<string, unknown>): string | null {
	const id = isObject(issuer) ? issuer['id'] : issuer;
	return typeof id === 'string' ? id : null;
}
