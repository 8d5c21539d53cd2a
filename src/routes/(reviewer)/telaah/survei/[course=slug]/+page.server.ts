import { pool } from '#lib/server/http/pool.ts';
import { requireSignedIn } from '#lib/server/http/visit.ts';
import { readSurveyResults } from '#lib/server/journeys/read-survey-results.ts';
import { TOGETHER } from '#lib/server/graduation/survey-results.ts';

export async function load(event) {
	const { actor } = requireSignedIn(event);
	const wanted = event.url.searchParams.get('edisi');
	const results = await readSurveyResults(pool, actor, event.params.course, wanted);
	return { ...results, together: TOGETHER };
}
