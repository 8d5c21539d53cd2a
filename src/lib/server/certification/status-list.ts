import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Document } from './canonical.ts';
import type { Issuer } from './credential.ts';

/** Bits of a list: the fewest that W3C allows, so that nobody is told apart in it (Bitstring Status List 1.0, 6.1). */
export const STATUS_LENGTH = 131_072;

/**
 * The published list in which a set bit says that a certificate was revoked, as a credential still to be signed. The
 * first index is the leftmost bit.
 */
export async function statusListOf(
	list: string,
	issuer: Issuer,
	revoked: readonly number[],
	since: Date
): Promise<Document> {
	const bits = Buffer.alloc(STATUS_LENGTH / 8);
	for (const index of revoked) bits[index >> 3]! |= 0x80 >> (index & 7);
	const id = new URL(`/sertifikat/status/${list}`, issuer.identity).href;
	return {
		'@context': ['https://www.w3.org/ns/credentials/v2'],
		id,
		type: ['VerifiableCredential', 'BitstringStatusListCredential'],
		issuer: issuer.identity,
		validFrom: since.toISOString().replace(/\.\d+Z$/, 'Z'),
		credentialSubject: {
			id: `${id}#list`,
			type: 'BitstringStatusList',
			statusPurpose: 'revocation',
			encodedList: `u${(await promisify(gzip)(bits)).toString('base64url')}`
		}
	};
}
