import { can } from '#lib/server/access/policy.ts';
import { serverRendered } from '#lib/server-rendered.ts';
import { takeFlash } from '#lib/server/http/flash.ts';
import { inScope, requireSignedIn } from '#lib/server/http/visit.ts';
import { readQueue } from '#lib/server/journeys/mark-work.ts';

export async function load(event) {
	const { actor } = requireSignedIn(event);
	return serverRendered({
		queue: await inScope(event.locals, (db) => readQueue(db, actor)),
		decides: can(actor, 'chance:decide'),
		runs: can(actor, 'duty:give'),
		appoints: can(actor, 'platform:administer'),
		done: takeFlash(event.cookies, ['mark-saved', 'work-settled', 'work-returned', 'work-given-up'])
	});
}
