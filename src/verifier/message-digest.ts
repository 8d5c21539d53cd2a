import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';

/** Stands in for the digest of rdf-canonize, which needs Web Crypto; SHA-256 is the one it is asked for. */
class MessageDigest {
	readonly #hash = sha256.create();

	update(text: string): void {
		this.#hash.update(new TextEncoder().encode(text));
	}

	digest(): string {
		return bytesToHex(this.#hash.digest());
	}
}

// rdf-canonize asks for it as CommonJS does.
export { MessageDigest as 'module.exports' };
