import { sign, verify, type KeyObject } from 'node:crypto';
import { canonicalHash, type Document } from './canonical.ts';
import { fromMultibase, toMultibase } from './multikey.ts';

/** A Data Integrity proof of the cryptosuite eddsa-rdfc-2022 (W3C, "Data Integrity EdDSA Cryptosuites v1.0", 3.2). */
export interface Proof {
	type: 'DataIntegrityProof';
	cryptosuite: 'eddsa-rdfc-2022';
	created: string;
	verificationMethod: string;
	proofPurpose: 'assertionMethod';
	proofValue: string;
}

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
	const signature = sign(null, await signedBytes(document, claims), privateKey);
	return { ...document, proof: [{ ...claims, proofValue: toMultibase(signature) }] };
}

/** Whether the proof is this key's for just this document. Fails where the document cannot be canonised. */
export async function provenBy(
	publicKey: KeyObject,
	document: Document,
	{ proofValue, ...claims }: Proof
): Promise<boolean> {
	const signature = fromMultibase(proofValue, 64);
	return (
		signature !== null && verify(null, await signedBytes(document, claims), publicKey, signature)
	);
}

async function signedBytes(document: Document, claims: Omit<Proof, 'proofValue'>): Promise<Buffer> {
	const context = document['@context'];
	return Buffer.concat([
		await canonicalHash({ '@context': context, ...claims }),
		await canonicalHash(document)
	]);
}
