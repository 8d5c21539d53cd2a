import { serverRendered } from '#lib/server-rendered.ts';
import { readQuery } from '#lib/server/http/query.ts';
import { inScope } from '#lib/server/http/visit.ts';
import { readGlossary } from '#lib/server/journeys/read-glossary.ts';

export async function load({ locals, params, url }) {
	const query = readQuery(url);
	const glossary = await inScope(locals, (db) => readGlossary(db, params.course, query));
	return serverRendered({ glossary, query });
}
