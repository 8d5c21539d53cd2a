import { browseCatalogue } from '#lib/server/search/browse.ts';
import { readSearch, searchAddress } from '#lib/server/search/address.ts';
import { MOST_CHARACTERS, MOST_WORDS } from '#lib/server/search/words.ts';
import { MOST_RESULTS } from '#lib/server/search/search.ts';
import { inScope } from '#lib/server/http/visit.ts';
import { serverRendered } from '#lib/server-rendered.ts';

export async function load({ locals, url }) {
	const asked = readSearch(url.searchParams);
	return serverRendered({
		asked,
		addressOf: searchAddress,
		result: await inScope(locals, (db) => browseCatalogue(db, asked)),
		limits: { characters: MOST_CHARACTERS, words: MOST_WORDS, results: MOST_RESULTS }
	});
}
