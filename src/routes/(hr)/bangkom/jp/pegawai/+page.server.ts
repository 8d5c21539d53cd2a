import { isoDay } from '#lib/format/dates.ts';
import { serverRendered } from '#lib/server-rendered.ts';
import { demand } from '#lib/server/access/policy.ts';
import { failForm, readText } from '#lib/server/http/form.ts';
import { readPositionFilter, YEARS_SHOWN } from '#lib/server/http/position-filter.ts';
import { readPage } from '#lib/server/http/query.ts';
import { inScope, requireSignedIn } from '#lib/server/http/visit.ts';
import { listPositionPage, searchPositions } from '#lib/server/reporting/hour-positions.ts';
import { LEAST_QUERY } from '#lib/server/reporting/people.ts';

const A_PAGE = 50;

export async function load(event) {
	const { actor } = requireSignedIn(event);
	demand(actor, 'hours:confirm');
	const today = isoDay(new Date());
	const filter = readPositionFilter(event.url, today);
	const page = readPage(event.url);
	const positions = await inScope(event.locals, (db) =>
		listPositionPage(db, actor, filter, { limit: A_PAGE, offset: (page - 1) * A_PAGE })
	);
	const { shown, all, byUnit, units, entries } = positions;
	const found = entries.length;
	const thisYear = Number(today.slice(0, 4));
	const years = Array.from({ length: YEARS_SHOWN }, (_, ago) => thisYear - ago);
	const pages = Math.ceil(found / A_PAGE);
	return serverRendered({ shown, all, byUnit, units, found, filter, years, page, pages });
}

export const actions = {
	/** A search is a POST: names and numbers do not belong into addresses. */
	search: async (event) => {
		const { actor } = requireSignedIn(event);
		const query = readText(await event.request.formData(), 'query');
		if ([...query.trim()].length < LEAST_QUERY) {
			const message = event.locals.m.hours.people.tooShort;
			return failForm([{ field: 'query', message }], { query });
		}
		const today = isoDay(new Date());
		const matches = await inScope(event.locals, (db) => searchPositions(db, actor, query, today));
		return { query, matches };
	}
};
