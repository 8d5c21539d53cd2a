const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
/** Says "Ed25519 public key" in front of its 32 bytes (multicodec 0xed). */
export const ED25519 = [0xed, 0x01];

/** Bytes in base 58 as Bitcoin writes them, led by `z` as Multibase wants it. */
export function toMultibase(bytes: Uint8Array): string {
	let value = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
	let text = '';
	for (; value > 0n; value /= 58n) text = ALPHABET[Number(value % 58n)] + text;
	const zeros = bytes.findIndex((byte) => byte !== 0);
	return `z${'1'.repeat(zeros === -1 ? bytes.length : zeros)}${text}`;
}

/** What `toMultibase` wrote, when it stands for exactly `length` bytes; else null. */
export function fromMultibase(text: string, length: number): Uint8Array | null {
	if (!text.startsWith('z') || text.length > 2 * length + 1) return null;
	let value = 0n;
	for (const digit of text.slice(1)) {
		const at = ALPHABET.indexOf(digit);
		if (at === -1) return null;
		value = value * 58n + BigInt(at);
	}
	const bytes = new Uint8Array(length);
	for (let at = length - 1; at >= 0; at--, value /= 256n) bytes[at] = Number(value % 256n);
	return value === 0n && toMultibase(bytes) === text ? bytes : null;
}

/** The 32 bytes of the Ed25519 public key that a Multikey names; null when it names none. */
export function rawKeyOf(multikey: string): Uint8Array | null {
	const bytes = fromMultibase(multikey, ED25519.length + 32);
	return bytes && ED25519.every((byte, at) => bytes[at] === byte)
		? bytes.subarray(ED25519.length)
		: null;
}
