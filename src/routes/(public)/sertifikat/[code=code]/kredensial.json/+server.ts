import { pool } from '#lib/server/http/pool.ts';
import { readCredential } from '#lib/server/journeys/read-certificate.ts';

/** The signed credential as it was issued, as a file. */
export async function GET({ params: { code } }) {
	return new Response(await readCredential(pool, code), {
		headers: {
			'content-type': 'application/json',
			'content-disposition': `attachment; filename="kredensial-${code}.json"`,
			'x-robots-tag': 'noindex'
		}
	});
}
