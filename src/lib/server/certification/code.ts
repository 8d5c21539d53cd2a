import { randomBytes } from 'node:crypto';

/** Digits and letters that are not mistaken for one another, read aloud or from paper (Crockford's base 32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 26;

/** A new code: 130 random bits in 26 characters. */
export function makeCode(): string {
	return Array.from(randomBytes(LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

/** The code a person typed or scanned, whatever its case and grouping, `O` for `0` and `I` or `L` for `1`; null if it is none. */
export function readCode(typed: string): string | null {
	const code = typed
		.slice(0, 4 * LENGTH)
		.toUpperCase()
		.replace(/[\s-]/g, '')
		.replaceAll('O', '0')
		.replace(/[IL]/g, '1');
	return /^[0-9A-HJKMNP-TV-Z]{26}$/.test(code) ? code : null;
}
