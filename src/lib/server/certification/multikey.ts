import { createPublicKey, type KeyObject } from 'node:crypto';

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
/** Says "Ed25519 public key" in front of its 32 bytes (multicodec 0xed). */
const ED25519 = Buffer.from([0xed, 0x01]);

/** Bytes in base 58 as Bitcoin writes them, led by `z` as Multibase wants it. */
export function toMultibase(bytes: Uint8Array): string {
	let value = BigInt(`0x0${Buffer.from(bytes).toString('hex')}`);
	let text = '';
	for (; value > 0n; value /= 58n) text = ALPHABET[Number(value % 58n)] + text;
	const zeros = bytes.findIndex((byte) => byte !== 0);
	return `z${'1'.repeat(zeros === -1 ? bytes.length : zeros)}${text}`;
}

/** What `toMultibase` wrote, when it stands for exactly `length` bytes; else null. */
export function fromMultibase(text: string, length: number): Buffer | null {
	if (!text.startsWith('z') || text.length > 2 * length + 1) return null;
	let value = 0n;
	for (const digit of text.slice(1)) {
		const at = ALPHABET.indexOf(digit);
		if (at === -1) return null;
		value = value * 58n + BigInt(at);
	}
	const hex = value.toString(16);
	if (hex.length > 2 * length) return null;
	const bytes = Buffer.from(hex.padStart(2 * length, '0'), 'hex');
	return toMultibase(bytes) === text ? bytes : null;
}

/** An Ed25519 public key as W3C Multikey, `z6Mk…`. */
export function multikeyOf(key: KeyObject): string {
	const { x } = key.export({ format: 'jwk' });
	return toMultibase(Buffer.concat([ED25519, Buffer.from(x!, 'base64url')]));
}

/** The Ed25519 public key that a Multikey names; null when it names none. */
export function publicKeyOf(multikey: string): KeyObject | null {
	const bytes = fromMultibase(multikey, ED25519.length + 32);
	if (!bytes?.subarray(0, 2).equals(ED25519)) return null;
	const x = bytes.subarray(2).toString('base64url');
	return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
}
