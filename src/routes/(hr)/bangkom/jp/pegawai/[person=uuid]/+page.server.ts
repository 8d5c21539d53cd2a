import { redirect } from '@sveltejs/kit';
import { isoDay } from '#lib/format/dates.ts';
import { serverRendered } from '#lib/server-rendered.ts';
import { entriesIn, positionIn, sumOf } from '#lib/server/hours/position.ts';
import { choosePeriod } from '#lib/server/hours/years.ts';
import { takeFlash } from '#lib/server/http/flash.ts';
import { inScope, requireSignedIn } from '#lib/server/http/visit.ts';
import { viewLedger } from '#lib/server/reporting/hour-ledger.ts';

export async function load(event) {
	const { actor } = requireSignedIn(event);
	const { person: personId } = event.params;
	if (personId === actor.personId) redirect(303, '/capaian');
	const today = isoDay(new Date());
	const ledger = await inScope(event.locals, (db) => viewLedger(db, actor, personId, today));
	const { person, post, entries, periods } = ledger;
	const asked = event.url.searchParams.get('periode');
	const chosen = periods.length > 0 ? choosePeriod(periods, asked, today) : null;
	const period = chosen && !chosen.all ? chosen.period : null;
	const shown = period ? entriesIn(entries, period) : entries;
	return serverRendered({
		...{ personId, person, post, periods, period },
		position: period && positionIn(entries, period),
		entries: shown,
		sum: sumOf(shown),
		done: takeFlash(event.cookies, ['hours-reversed', 'hours-mended'])
	});
}
