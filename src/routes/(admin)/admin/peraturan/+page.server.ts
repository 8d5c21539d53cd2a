import { isoDay } from '#lib/format/dates.ts';
import { demand } from '#lib/server/access/policy.ts';
import { surveyRegulations } from '#lib/server/catalog/citations.ts';
import { inScope, requireSignedIn } from '#lib/server/http/visit.ts';

export async function load(event) {
	demand(requireSignedIn(event).actor, 'regulation:survey');
	const today = isoDay(new Date());
	return { regulations: await inScope(event.locals, (db) => surveyRegulations(db, today)) };
}
