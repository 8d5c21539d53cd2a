import { DATA_DIR } from '$app/env/private';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { demand } from '#lib/server/access/policy.ts';
import { SYSTEM, withScope } from '#lib/server/db/scope.ts';
import { pool } from '#lib/server/http/pool.ts';
import { requireSignedIn } from '#lib/server/http/visit.ts';
import { decideHeld } from '#lib/server/notices/mail.ts';
import { readHealth } from '#lib/server/reporting/health.ts';

export async function load(event) {
	demand(requireSignedIn(event).actor, 'platform:administer');
	return { health: await withScope(pool, SYSTEM, (db) => readHealth(db, DATA_DIR)) };
}

const deciding = (decision: 'sent' | 'withdrawn') => async (event: RequestEvent) => {
	const { actor } = requireSignedIn(event);
	demand(actor, 'platform:administer');
	await withScope(pool, SYSTEM, (db) => decideHeld(db, actor, decision));
	redirect(303, event.url.pathname);
};

export const actions = { send: deciding('sent'), withdraw: deciding('withdrawn') };
