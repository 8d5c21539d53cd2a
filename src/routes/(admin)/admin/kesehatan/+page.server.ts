import { DATA_DIR } from '$app/env/private';
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { demand } from '#lib/server/access/policy.ts';
import { reviewRestored } from '#lib/server/certification/series.ts';
import { SYSTEM, withScope } from '#lib/server/db/scope.ts';
import { office } from '#lib/server/http/certificates.ts';
import { leaveFlash, takeFlash } from '#lib/server/http/flash.ts';
import { readText } from '#lib/server/http/form.ts';
import { pool } from '#lib/server/http/pool.ts';
import { requireSignedIn } from '#lib/server/http/visit.ts';
import { findObstacle } from '#lib/server/journeys/issue-certificates.ts';
import { decideHeld } from '#lib/server/notices/mail.ts';
import { readHealth } from '#lib/server/reporting/health.ts';

export async function load(event) {
	demand(requireSignedIn(event).actor, 'platform:administer');
	const [health, obstacle] = await withScope(pool, SYSTEM, async (db) => {
		const found = await readHealth(db, DATA_DIR);
		return [found, await findObstacle(db, office, found.certificates)] as const;
	});
	return {
		health,
		/** Why certificates are not issued. */
		obstacle,
		/** Whether held letters are about to be withdrawn, which is asked first. */
		withdrawing: event.url.searchParams.has('batalkan'),
		done: takeFlash(event.cookies, ['held-sent', 'held-withdrawn'])
	};
}

const deciding = (decision: 'sent' | 'withdrawn') => async (event: RequestEvent) => {
	const { actor } = requireSignedIn(event);
	demand(actor, 'platform:administer');
	const decided = await withScope(pool, SYSTEM, (db) => decideHeld(db, actor, decision));
	if (decided > 0) leaveFlash(event, `held-${decision}`);
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
