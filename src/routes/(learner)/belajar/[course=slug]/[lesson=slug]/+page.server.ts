import { randomUUID } from 'node:crypto';
import { fail, redirect } from '@sveltejs/kit';
import { serverRendered } from '#lib/server-rendered.ts';
import { statusOf, wordsOf } from '#lib/server/http/failures.ts';
import { takeFlash } from '#lib/server/http/flash.ts';
import { pool } from '#lib/server/http/pool.ts';
import { readAnswer, readSubmission } from '#lib/server/http/submission.ts';
import { inScope, learnerOf, requireSignedIn } from '#lib/server/http/visit.ts';
import { readLesson } from '#lib/server/journeys/read-lesson.ts';
import { answerCheck, declareLessonDone, openLesson } from '#lib/server/journeys/study-lesson.ts';
import { Refusal, type RefusalReason } from '#lib/server/refusal.ts';

/** What a learner can mend at the question itself is said there. */
const IN_PLACE: ReadonlySet<RefusalReason> = new Set(['invalid', 'conflict']);

export async function load(event) {
	const learner = learnerOf(requireSignedIn(event));
	const { course, lesson } = event.params;
	const page = await readLesson(pool, learner, course, lesson);
	if (!page) redirect(303, `/katalog/${course}`);
	if (page.turnedTo) await inScope(event.locals, (db) => openLesson(db, learner, event.params));
	return serverRendered({
		page,
		noteId: randomUUID(),
		noted: takeFlash(event.cookies, ['note-added']) !== null,
		// What makes a form sent twice count once; each check's form has its own.
		eventIds: new Map(page.lesson.checks.map(({ id }) => [id, randomUUID()])),
		declarationId: randomUUID()
	});
}

export const actions = {
	answer: async (event) => {
		const learner = learnerOf(requireSignedIn(event));
		const answer = readAnswer(await event.request.formData());
		try {
			await inScope(event.locals, (db) => answerCheck(db, learner, event.params, answer));
		} catch (error) {
			if (!(error instanceof Refusal) || !IN_PLACE.has(error.reason)) throw error;
			const message = wordsOf(error, event.locals.m);
			const { questionId: question, choice, typed = null } = answer;
			return fail(statusOf(error), { question, message, given: { choice, typed } });
		}
		// The enhanced page takes what it needs from this answer and spares the second round trip.
		if (event.request.headers.has('x-enhanced')) return;
		redirect(303, `${event.url.pathname}#hasil-${answer.questionId}`);
	},
	done: async (event) => {
		const learner = learnerOf(requireSignedIn(event));
		const submission = readSubmission(await event.request.formData());
		await inScope(event.locals, (db) => declareLessonDone(db, learner, event.params, submission));
		redirect(303, `${event.url.pathname}#aturan`);
	}
};
