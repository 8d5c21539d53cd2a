import { redirect } from '@sveltejs/kit';
import { serverRendered } from '#lib/server-rendered.ts';
import { inScope, learnerOf, requireSignedIn } from '#lib/server/http/visit.ts';
import { readOutline } from '#lib/server/journeys/read-outline.ts';

export async function load(event) {
	const learner = learnerOf(requireSignedIn(event));
	const { course } = event.params;
	const page = await inScope(event.locals, (db) => readOutline(db, learner, course));
	if (!page) redirect(303, `/katalog/${course}`);
	return { page: serverRendered(page) };
}
