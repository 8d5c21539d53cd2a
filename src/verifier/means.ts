import { sync, utils } from '@noble/ed25519';
import { sha256, sha512 } from '@noble/hashes/sha2';
import tinyInflate from 'tiny-inflate';
import type { Means } from '#lib/server/certification/verdict.ts';
import type { Inflate } from '#lib/server/paper/attached.ts';

utils.sha512Sync = (...parts) => sha512(utils.concatBytes(...parts));

/** Hashes and checks signatures in any browser, wherever the page came from. */
export const BROWSER_MEANS: Means = {
	sha256: (text) => sha256(new TextEncoder().encode(text)),
	checkEd25519(publicKey, message, signature) {
		try {
			return sync.verify(signature, message, publicKey);
		} catch {
			// Bytes that are no point of the curve are nobody's signature.
			return false;
		}
	}
};

/** Two bytes in front of what zlib deflated, and four behind. */
const FRAME = { front: 2, behind: 4 };

/** Inflates without asking the browser, which could only do so asynchronously. */
export const inflate: Inflate = (bytes, most) => {
	const room = new Uint8Array(most + 1);
	try {
		const inflated = tinyInflate(bytes.subarray(FRAME.front, -FRAME.behind), room);
		return inflated.length > most ? null : inflated;
	} catch {
		return null;
	}
};
