import { createHash } from 'node:crypto';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a text from outside can be one of our ids at all; PostgreSQL would fail on anything else. */
export function isId(text: string): boolean {
	return UUID.test(text);
}

/** An id that is the same for the same words and no other's: a UUID of version 8 (RFC 9562). */
export function idOf(words: string): string {
	const bytes = createHash('sha256').update(words).digest().subarray(0, 16);
	bytes[6] = (bytes[6]! & 0x0f) | 0x80;
	bytes[8] = (bytes[8]! & 0x3f) | 0x80;
	return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
