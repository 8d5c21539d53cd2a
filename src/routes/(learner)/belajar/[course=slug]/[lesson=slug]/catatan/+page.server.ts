import { randomUUID } from 'node:crypto';
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { statusOf, wordsOf } from '#lib/server/http/failures.ts';
import { leaveFlash, takeFlash } from '#lib/server/http/flash.ts';
import { readNote, readNoteChange, readNoteId } from '#lib/server/http/note-form.ts';
import { inScope, learnerOf, requireSignedIn } from '#lib/server/http/visit.ts';
import { addNote, editNote, removeNote } from '#lib/server/journeys/keep-notes.ts';
import { readLessonNotes } from '#lib/server/journeys/read-notes.ts';
import { Refusal } from '#lib/server/refusal.ts';
import { serverRendered } from '#lib/server-rendered.ts';

export async function load(event) {
	const noteId = randomUUID();
	// Whoever was signed out meanwhile gets back what they typed, and nothing else.
	if (!event.locals.signedIn && event.request.method === 'POST') {
		return serverRendered({ kept: null, noteId, done: null });
	}
	const learner = learnerOf(requireSignedIn(event));
	const { course, lesson } = event.params;
	const kept = await inScope(event.locals, (db) => readLessonNotes(db, learner, course, lesson));
	if (!kept) redirect(303, `/katalog/${course}`);
	const done = takeFlash(event.cookies, ['note-added', 'note-changed', 'note-deleted']);
	return serverRendered({ kept, noteId, done });
}

type Typed = { text: string; place: string | null; id: string | null };

/** What was typed goes back into its form, with what is to be done about it. */
function giveBack(event: RequestEvent, error: unknown, typed: Typed) {
	if (!(error instanceof Refusal) || error.reason === 'not-found') throw error;
	return fail(statusOf(error), { typed, message: wordsOf(error, event.locals.m), stored: null });
}

const signedOut = (typed: Typed) => fail(401, { typed, message: null, stored: null });

export const actions = {
	add: async (event) => {
		const form = await event.request.formData();
		const note = readNote(form);
		const typed = { ...note, id: null };
		if (!event.locals.signedIn) return signedOut(typed);
		const learner = learnerOf(event.locals.signedIn);
		try {
			await inScope(event.locals, (db) => addNote(db, learner, event.params, note));
		} catch (error) {
			return giveBack(event, error, typed);
		}
		leaveFlash(event, 'note-added');
		const { course, lesson } = event.params;
		redirect(
			303,
			form.has('fromLesson')
				? `/belajar/${course}/${lesson}#catatan-anda`
				: `${event.url.pathname}#kabar`
		);
	},
	change: async (event) => {
		const change = readNoteChange(await event.request.formData());
		if (!event.locals.signedIn) return signedOut({ ...change, id: null });
		const learner = learnerOf(event.locals.signedIn);
		const { m } = event.locals;
		try {
			const result = await inScope(event.locals, (db) =>
				editNote(db, learner, event.params, change)
			);
			if (result.outcome === 'gone')
				return fail(409, {
					typed: { ...change, id: null },
					message: m.reading.notes.gone,
					stored: null
				});
			if (result.outcome === 'changed')
				return fail(409, {
					typed: change,
					message: m.reading.notes.conflict,
					stored: result.stored
				});
		} catch (error) {
			return giveBack(event, error, change);
		}
		leaveFlash(event, 'note-changed');
		redirect(303, `${event.url.pathname}#kabar`);
	},
	delete: async (event) => {
		const learner = learnerOf(requireSignedIn(event));
		const id = readNoteId(await event.request.formData());
		await inScope(event.locals, (db) => removeNote(db, learner, event.params, id));
		leaveFlash(event, 'note-deleted');
		redirect(303, `${event.url.pathname}#kabar`);
	}
};
