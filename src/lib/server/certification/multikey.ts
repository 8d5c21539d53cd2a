import { createPublicKey, type KeyObject } from 'node:crypto';
import { ED25519, rawKeyOf, toMultibase } from './multibase.ts';

/** An Ed25519 public key as W3C Multikey, `z6Mk…`. */
export function multikeyOf(key: KeyObject): string {
	const { x } = key.export({ format: 'jwk' });
	return toMultibase(Buffer.from([...ED25519, ...Buffer.from(x!, 'base64url')]));
}

/** The Ed25519 public key that a Multikey names; null when it names none. */
export function publicKeyOf(multikey: string): KeyObject | null {
	const bytes = rawKeyOf(multikey);
	return bytes && keyObjectOf(bytes);
}

/** An Ed25519 public key from its 32 bytes. */
export function keyObjectOf(bytes: Uint8Array): KeyObject {
	const x = Buffer.from(bytes).toString('base64url');
	return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
}
