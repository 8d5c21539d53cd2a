import { inScope, requireSignedIn } from '#lib/server/http/visit.ts';
import { listReviewable } from '#lib/server/journeys/list-reviewable.ts';

export async function load(event) {
	const { actor } = requireSignedIn(event);
	return { courses: await inScope(event.locals, (db) => listReviewable(db, actor)) };
}
