import { createHash, sign, verify, type KeyObject } from 'node:crypto';
import type { Document } from './canonical.ts';
import { toMultibase } from './multibase.ts';
import { keyObjectOf } from './multikey.ts';
import { signedBytes, type Proof } from './signed-bytes.ts';
import type { Means } from './verdict.ts';

/** Who signs: an address of the issuer that ends in the key, and the key. */
export interface Signer {
	verificationMethod: string;
	privateKey: KeyObject;
}

/** The document with a proof that the signer said all of it. `at` counts to the second. */
export async function signDocument<Unsigned extends Document>(
	document: Unsigned,
	{ verificationMethod, privateKey }: Signer,
	at: Date
): Promise<Unsigned & { proof: [Proof] }> {
	const claims = {
		type: 'DataIntegrityProof',
		cryptosuite: 'eddsa-rdfc-2022',
		created: at.toISOString().replace(/\.\d+Z$/, 'Z'),
		verificationMethod,
		proofPurpose: 'assertionMethod'
	} as const;
	const signature = sign(null, await signedBytes(document, claims, sha256), privateKey);
	return { ...document, proof: [{ ...claims, proofValue: toMultibase(signature) }] };
}

/** Hashes and checks signatures with Node's own cryptography. */
export const NODE_MEANS: Means = {
	sha256,
	checkEd25519: (publicKey, message, signature) =>
		verify(null, message, keyObjectOf(publicKey), signature)
};

function sha256(text: string): Uint8Array {
	return createHash('sha256').update(text).digest();
}
