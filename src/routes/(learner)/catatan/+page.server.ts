import { serverRendered } from '#lib/server-rendered.ts';
import { readPage, readQuery } from '#lib/server/http/query.ts';
import { inScope, learnerOf, requireSignedIn } from '#lib/server/http/visit.ts';
import { readMyNotes } from '#lib/server/journeys/read-notes.ts';

export async function load(event) {
	const learner = learnerOf(requireSignedIn(event));
	const query = readQuery(event.url);
	const kept = await inScope(event.locals, (db) =>
		readMyNotes(db, learner, query, readPage(event.url))
	);
	return serverRendered({ kept, query });
}
