import { ping } from '#lib/server/db/connect.ts';
import { log } from '#lib/server/http/log.ts';
import { pool } from '#lib/server/http/pool.ts';

/** 200 when the database answers, else 503. */
export async function GET() {
	const headers = { 'cache-control': 'no-store' };
	try {
		await ping(pool);
		return Response.json({ status: 'ok' }, { headers });
	} catch (error) {
		log.error({ error }, 'the database does not answer');
		return Response.json({ status: 'unavailable' }, { status: 503, headers });
	}
}
