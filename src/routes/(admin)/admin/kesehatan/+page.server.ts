import { DATA_DIR } from '$app/env/private';
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { demand } from '#lib/server/access/policy.ts';
import { reviewRestored } from '#lib/server/certification/series.ts';
import { SYSTEM, withScope } from '#lib/server/db/scope.ts';
import { readText } from '#lib/server/http/form.ts';
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

async function review(event: RequestEvent) {
	const { actor } = requireSignedIn(event);
	const series = Number(readText(await event.request.formData(), 'series', 10));
	if (!Number.isSafeInteger(series)) error(400);
	await withScope(pool, SYSTEM, (db) => reviewRestored(db, actor, series));
	redirect(303, event.url.pathname);
}

export const actions = { send: deciding('sent'), withdraw: deciding('withdrawn'), review };
