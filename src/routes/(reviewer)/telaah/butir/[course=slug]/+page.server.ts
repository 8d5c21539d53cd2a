import { sortItems, SORTS, type Sort } from '#lib/server/assessment/item-order.ts';
import { pool } from '#lib/server/http/pool.ts';
import { readPage } from '#lib/server/http/query.ts';
import { requireSignedIn } from '#lib/server/http/visit.ts';
import { surveyItems } from '#lib/server/journeys/survey-items.ts';

/** As many as a phone can show and a person can judge at a time. */
const A_PAGE = 25;

export async function load(event) {
	const { actor } = requireSignedIn(event);
	const { searchParams } = event.url;
	const survey = await surveyItems(pool, actor, event.params.course);
	const files = [...new Set(survey.items.map(({ path }) => path))];
	const file = files.find((path) => path === searchParams.get('berkas')) ?? null;
	const sort: Sort = SORTS.find((one) => one === searchParams.get('urut')) ?? 'berkas';
	const items = sortItems(
		survey.items.filter(({ path }) => file === null || path === file),
		sort
	);
	const pages = Math.max(1, Math.ceil(items.length / A_PAGE));
	const page = Math.min(readPage(event.url), pages);
	const shown = items.slice((page - 1) * A_PAGE, page * A_PAGE);
	return { ...survey, items: shown, count: items.length, page, pages, files, file, sort };
}
