import { redirect } from '@sveltejs/kit';
import { readBookmark } from '#lib/server/http/note-form.ts';
import { inScope, learnerOf, requireSignedIn } from '#lib/server/http/visit.ts';
import { setBookmark } from '#lib/server/journeys/keep-notes.ts';

/** Marks a place of the lesson or takes the mark off, and goes back to where the button stands. */
export async function POST(event) {
	const learner = learnerOf(requireSignedIn(event));
	const form = await event.request.formData();
	const bookmark = readBookmark(form);
	await inScope(event.locals, (db) => setBookmark(db, learner, event.params, bookmark));
	// The enhanced page turns the button round by itself.
	if (event.request.headers.has('x-enhanced')) return new Response(null, { status: 204 });
	const { course, lesson } = event.params;
	const here = `/belajar/${course}/${lesson}`;
	redirect(303, form.has('fromNotes') ? `${here}/catatan` : `${here}#${bookmark.place || 'isi'}`);
}
