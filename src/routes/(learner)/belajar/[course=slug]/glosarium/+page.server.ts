import { serverRendered } from '#lib/server-rendered.ts';
import { readQuery } from '#lib/server/http/query.ts';
import { inScope, learnerOf, requireSignedIn } from '#lib/server/http/visit.ts';
import { readMyGlossary } from '#lib/server/journeys/read-glossary.ts';

export async function load(event) {
	const learner = learnerOf(requireSignedIn(event));
	const query = readQuery(event.url);
	const glossary = await inScope(event.locals, (db) =>
		readMyGlossary(db, learner, event.params.course, query)
	);
	return serverRendered({ glossary, query });
}
