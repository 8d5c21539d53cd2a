import { formatTime } from '#lib/format/dates.ts';
import { minutesLeft } from '#lib/format/minutes-left.ts';
import { statusOf, wordsOf } from '#lib/server/http/failures.ts';
import { readAnswers, readAttemptId } from '#lib/server/http/test-form.ts';
import { inScope, learnerOf, requireSignedIn } from '#lib/server/http/visit.ts';
import { saveTest } from '#lib/server/journeys/sit-test.ts';
import { Refusal } from '#lib/server/refusal.ts';

/**
 * Keeps answers as they are given, from the page that is still being filled in, and without any takes note that it is
 * open; says when, how they now stand, and how much time is left. Too late, it says so where the answers can be read.
 */
export async function POST(event) {
	const learner = learnerOf(requireSignedIn(event));
	const { language, m } = event.locals;
	const form = await event.request.formData();
	try {
		const { marks, time, late, conflicts } = await inScope(event.locals, (db) =>
			saveTest(db, learner, event.params, readAttemptId(form), readAnswers(form))
		);
		if (late) throw new Refusal('conflict', 'attempt-time-up');
		const at = formatTime(new Date(), language);
		const left = time && {
			minutes: minutesLeft(time.left),
			text: m.test.time.left(minutesLeft(time.left))
		};
		return Response.json({ at, marks: Object.fromEntries(marks), conflicts, left });
	} catch (error) {
		if (!(error instanceof Refusal) || error.reason !== 'conflict') throw error;
		return Response.json({ late: wordsOf(error, m) }, { status: statusOf(error) });
	}
}
