import { inflateSync } from 'node:zlib';
import type { Inflate } from './attached.ts';

/** Inflates with Node's own zlib. */
export const inflate: Inflate = (bytes, most) => {
	try {
		return inflateSync(bytes, { maxOutputLength: most });
	} catch {
		// Damaged, or more than may be: null says so.
		return null;
	}
};
