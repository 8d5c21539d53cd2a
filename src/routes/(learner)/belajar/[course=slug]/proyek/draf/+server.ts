import { formatTime } from '#lib/format/dates.ts';
import { statusOf, wordsOf } from '#lib/server/http/failures.ts';
import { readWritten } from '#lib/server/http/project-form.ts';
import { inScope, learnerOf, requireSignedIn } from '#lib/server/http/visit.ts';
import { readDraft, saveDraft } from '#lib/server/journeys/hand-in-project.ts';
import { Refusal } from '#lib/server/refusal.ts';

/**
 * Keeps the text of a draft as it is typed; says when and how it now stands. What cannot be kept is said where it can be
 * read, with what the server has.
 */
export async function POST(event) {
	const learner = learnerOf(requireSignedIn(event));
	const { course } = event.params;
	const { language, m } = event.locals;
	const written = readWritten(await event.request.formData());
	try {
		const revision = await inScope(event.locals, (db) => saveDraft(db, learner, course, written));
		return Response.json({ at: formatTime(new Date(), language), revision });
	} catch (error) {
		if (!(error instanceof Refusal) || error.reason === 'not-found') throw error;
		const stored = await inScope(event.locals, (db) => readDraft(db, learner, course));
		return Response.json({ why: wordsOf(error, m), stored }, { status: statusOf(error) });
	}
}
