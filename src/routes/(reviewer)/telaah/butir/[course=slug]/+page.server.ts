import { sortItems, SORTS, type Sort } from '#lib/server/assessment/item-order.ts';
import { pool } from '#lib/server/http/pool.ts';
import { requireSignedIn } from '#lib/server/http/visit.ts';
import { surveyItems } from '#lib/server/journeys/survey-items.ts';

export async function load(event) {
	const { actor } = requireSignedIn(event);
	const { searchParams } = event.url;
	const survey = await surveyItems(pool, actor, event.params.course);
	const files = [...new Set(survey.items.map(({ path }) => path))];
	const file = files.find((path) => path === searchParams.get('berkas')) ?? null;
	const sort: Sort = SORTS.find((one) => one === searchParams.get('urut')) ?? 'berkas';
	const items = survey.items.filter(({ path }) => file === null || path === file);
	return { ...survey, items: sortItems(items, sort), files, file, sort };
}
