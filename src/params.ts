import { defineParams } from '@sveltejs/kit/params';
import * as v from 'valibot';

/** What may stand in an address; anything else is an address that does not exist, before a row is looked for. */
export const params = defineParams({
	slug: v.pipe(v.string(), v.maxLength(100), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)),
	uuid: v.pipe(v.string(), v.regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)),
	/** A certificate's code, perhaps in small letters or in groups. */
	code: v.pipe(v.string(), v.regex(/^[0-9A-Za-z-]{26,40}$/)),
	/** What is done with a certificate by those who keep it. */
	keeping: v.picklist(['cabut', 'ganti', 'pulihkan']),
	sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
});
