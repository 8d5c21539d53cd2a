import { FACETS, type Facet, type Selection } from './facets.ts';
import { readQuery, type SearchQuery } from './words.ts';

/** What is asked for. */
export interface SearchRequest {
	query: SearchQuery;
	selection: Selection;
	/** From 1; a page too far stands for the last. */
	page: number;
	/** Takes every word as it was typed. */
	literally: boolean;
}

const MOST_CHOSEN = 20;

/** Reads a search from an address. Whatever stands there, it is a search: what means nothing is left out. */
export function readSearch(address: URLSearchParams): SearchRequest {
	const page = Number(address.get('hal'));
	return {
		query: readQuery(address.get('q') ?? ''),
		selection: Object.fromEntries(
			FACETS.map((facet) => [facet, readChosen(address, facet)])
		) as Selection,
		page: Number.isInteger(page) && page > 0 && page < 1000 ? page : 1,
		literally: address.get('persis') === '1'
	};
}

/** Values are slugs and ranges; those that no course has choose nothing. */
function readChosen(address: URLSearchParams, facet: Facet): string[] {
	const chosen = address.getAll(facet).filter((value) => /^[a-z0-9-]{1,160}$/.test(value));
	return [...new Set(chosen)].slice(0, MOST_CHOSEN);
}

/** The address of a search at `path`, its parts in one order. */
export function searchAddress(
	path: string,
	{ query, selection, page, literally }: SearchRequest
): string {
	const address = new URLSearchParams();
	if (query.text !== '') address.set('q', query.text);
	for (const facet of FACETS) for (const value of selection[facet]) address.append(facet, value);
	if (literally) address.set('persis', '1');
	if (page > 1) address.set('hal', String(page));
	return address.size > 0 ? `${path}?${address}` : path;
}
