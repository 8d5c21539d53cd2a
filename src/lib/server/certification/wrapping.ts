import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';

/** Marks how a key is wrapped, so that it may be done otherwise one day. */
const FORM = 1;
const NONCE = 12;
const TAG = 16;

/** Wraps a private key with a secret (AES-256-GCM, the secret stretched by scrypt), bound to the key's id. */
export async function wrap(plain: Uint8Array, secret: string, keyId: string): Promise<Buffer> {
	const nonce = randomBytes(NONCE);
	const cipher = createCipheriv('aes-256-gcm', await stretch(secret, keyId), nonce);
	cipher.setAAD(Buffer.from(keyId));
	const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
	return Buffer.concat([Buffer.from([FORM]), nonce, sealed, cipher.getAuthTag()]);
}

/** What was wrapped; null when the secret or the id is another, or the bytes were changed. */
export async function unwrap(
	wrapped: Uint8Array,
	secret: string,
	keyId: string
): Promise<Buffer | null> {
	const bytes = Buffer.from(wrapped);
	if (bytes[0] !== FORM || bytes.length < 1 + NONCE + TAG) return null;
	const nonce = bytes.subarray(1, 1 + NONCE);
	const decipher = createDecipheriv('aes-256-gcm', await stretch(secret, keyId), nonce);
	decipher.setAAD(Buffer.from(keyId));
	decipher.setAuthTag(bytes.subarray(-TAG));
	const opened = decipher.update(bytes.subarray(1 + NONCE, -TAG));
	try {
		return Buffer.concat([opened, decipher.final()]);
	} catch {
		// The tag does not fit: that is what it is for.
		return null;
	}
}

/** 256 bits of a secret that may be a phrase somebody made up: about 80 ms and 32 MB a guess. */
function stretch(secret: string, salt: string): Promise<Buffer> {
	return new Promise((resolve, reject) => {
		scrypt(secret, salt, 32, { N: 2 ** 15, r: 8, p: 1, maxmem: 2 ** 26 }, (error, key) =>
			error ? reject(error) : resolve(key)
		);
	});
}
