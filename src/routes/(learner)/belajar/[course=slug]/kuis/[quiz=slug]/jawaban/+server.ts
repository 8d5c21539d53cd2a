import { formatTime } from '#lib/format/dates.ts';
import { readAnswers, readAttemptId } from '#lib/server/http/test-form.ts';
import { inScope, learnerOf, requireSignedIn } from '#lib/server/http/visit.ts';
import { saveTest } from '#lib/server/journeys/sit-test.ts';

/** Keeps answers as they are given, from the page that is still being filled in; says when, and how they now stand. */
export async function POST(event) {
	const learner = learnerOf(requireSignedIn(event));
	const form = await event.request.formData();
	const marks = await inScope(event.locals, (db) =>
		saveTest(db, learner, event.params, readAttemptId(form), readAnswers(form))
	);
	const at = formatTime(new Date(), event.locals.language);
	return Response.json({ at, marks: Object.fromEntries(marks) });
}
