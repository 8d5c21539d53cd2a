import { formatTime } from '#lib/format/dates.ts';
import { readAnswers, readAttemptId } from '#lib/server/http/test-form.ts';
import { inScope, learnerOf, requireSignedIn } from '#lib/server/http/visit.ts';
import { saveTest } from '#lib/server/journeys/sit-test.ts';

/** Keeps answers as they are given, from the page that is still being filled in. */
export async function POST(event) {
	const learner = learnerOf(requireSignedIn(event));
	const form = await event.request.formData();
	await inScope(event.locals, (db) =>
		saveTest(db, learner, event.params, readAttemptId(form), readAnswers(form))
	);
	const at = formatTime(new Date(), event.locals.language);
	return new Response(null, { status: 204, headers: { 'x-saved-at': at } });
}
