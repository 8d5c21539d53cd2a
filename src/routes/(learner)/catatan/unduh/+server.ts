import { isoDay } from '#lib/format/dates.ts';
import { notesAsMarkdown, notesAsText } from '#lib/server/exchange/notes-file.ts';
import { inScope, learnerOf, requireSignedIn } from '#lib/server/http/visit.ts';
import { readAllMyNotes } from '#lib/server/journeys/read-notes.ts';

/** The person's own notes and bookmarks as a file; nobody else's, ever. */
export async function GET(event) {
	const learner = learnerOf(requireSignedIn(event));
	const courses = await inScope(event.locals, (db) => readAllMyNotes(db, learner));
	const plain = event.url.searchParams.get('bentuk') === 'txt';
	const at = new Date();
	const write = plain ? notesAsText : notesAsMarkdown;
	const type = plain ? 'text/plain' : 'text/markdown';
	const name = `catatan-${isoDay(at)}.${plain ? 'txt' : 'md'}`;
	return new Response(write(courses, at, event.locals.language), {
		headers: {
			'content-type': `${type}; charset=utf-8`,
			'content-disposition': `attachment; filename="${name}"`
		}
	});
}
