import { DATA_DIR } from '$app/env/private';
import { demand } from '#lib/server/access/policy.ts';
import { SYSTEM, withScope } from '#lib/server/db/scope.ts';
import { pool } from '#lib/server/http/pool.ts';
import { requireSignedIn } from '#lib/server/http/visit.ts';
import { readHealth } from '#lib/server/reporting/health.ts';

export async function load(event) {
	demand(requireSignedIn(event).actor, 'platform:administer');
	return { health: await withScope(pool, SYSTEM, (db) => readHealth(db, DATA_DIR)) };
}
