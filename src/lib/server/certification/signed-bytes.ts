import { statementsOf, type Document } from './canonical.ts';

/** A Data Integrity proof of the cryptosuite eddsa-rdfc-2022 (W3C, "Data Integrity EdDSA Cryptosuites v1.0", 3.2). */
export interface Proof {
	type: 'DataIntegrityProof';
	cryptosuite: 'eddsa-rdfc-2022';
	created: string;
	verificationMethod: string;
	proofPurpose: 'assertionMethod';
	proofValue: string;
}

/** SHA-256 as the machine at hand computes it. */
export type Sha256 = (text: string) => Uint8Array;

/** What such a proof signs: 64 bytes. Fails where the document cannot be canonised. */
export async function signedBytes(
	document: Document,
	claims: Omit<Proof, 'proofValue'>,
	sha256: Sha256
): Promise<Uint8Array> {
	const context = document['@context'];
	const ofClaims = sha256(await statementsOf({ '@context': context, ...claims }));
	return Uint8Array.of(...ofClaims, ...sha256(await statementsOf(document)));
}
