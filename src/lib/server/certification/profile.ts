import type { Document } from './canonical.ts';
import type { Issuer } from './credential.ts';

const SECURITY = 'https://w3id.org/security#';

/** Terms of W3C Controlled Identifiers 1.0 that a verifier reads, spelt out: nobody has to fetch them. */
const KEYS = {
	Multikey: `${SECURITY}Multikey`,
	assertionMethod: { '@id': `${SECURITY}assertionMethod`, '@type': '@id', '@container': '@set' },
	controller: { '@id': `${SECURITY}controller`, '@type': '@id' },
	revoked: {
		'@id': `${SECURITY}revoked`,
		'@type': 'http://www.w3.org/2001/XMLSchema#dateTime'
	},
	publicKeyMultibase: {
		'@id': `${SECURITY}publicKeyMultibase`,
		'@type': `${SECURITY}multibase`
	}
};

/** The address under which a credential of this issuer names a key. */
export function keyAddress({ identity }: Pick<Issuer, 'identity'>, publicKey: string): string {
	return `${identity}#${publicKey}`;
}

/**
 * An issuer as verifiers meet them at their address: an Open Badges profile that names the keys (Multikeys) with which
 * they issue, or once issued, and since when one is not to be trusted.
 */
export function profileOf(
	issuer: Issuer,
	keys: readonly { publicKey: string; revocation: { since: Date } | null }[]
): Omit<Document, '@context'> {
	const { identity, name } = issuer;
	return {
		'@context': ['https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json', KEYS],
		id: identity,
		type: ['Profile'],
		name,
		url: new URL('/', identity).href,
		assertionMethod: keys.map(({ publicKey, revocation }) => ({
			id: keyAddress(issuer, publicKey),
			type: 'Multikey',
			controller: identity,
			publicKeyMultibase: publicKey,
			...(revocation && { revoked: `${revocation.since.toISOString().slice(0, 19)}Z` })
		}))
	};
}
