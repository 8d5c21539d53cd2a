import { readPlace } from '#lib/server/http/submission.ts';
import { inScope, learnerOf, requireSignedIn } from '#lib/server/http/visit.ts';
import { markPlace } from '#lib/server/journeys/study-lesson.ts';

/** Sent by the browser when the reader leaves the page. */
export async function POST(event) {
	const learner = learnerOf(requireSignedIn(event));
	const place = readPlace(await event.request.formData());
	await inScope(event.locals, (db) => markPlace(db, learner, event.params, place));
	return new Response(null, { status: 204 });
}
