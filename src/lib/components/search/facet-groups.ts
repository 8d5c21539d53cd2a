import type { Messages } from '#lib/messages/catalogue.ts';
import type { Facet, FacetOption } from '#lib/server/search/facets.ts';

/** A facet with its options, in the reader's words. */
export interface FacetGroup {
	facet: Facet;
	name: string;
	options: { value: string; name: string; count: number; chosen: boolean }[];
}

/** Facets that offer a choice, or in which one was made. */
export function facetGroups(
	facets: Record<Facet, FacetOption[]>,
	m: Messages,
	shown: readonly Facet[]
): FacetGroup[] {
	return shown
		.map((facet) => ({
			facet,
			name: m.search.facets[facet],
			options: facets[facet].map((option) => ({ ...option, name: nameOf(facet, option, m) }))
		}))
		.filter(
			({ options }) =>
				options.some(({ chosen }) => chosen) ||
				(options.length > 1 && options.some(({ count }) => count > 0))
		);
}

function nameOf(facet: Facet, { value, name }: FacetOption, { search }: Messages): string {
	switch (facet) {
		case 'jenis':
			return search.kindValues[value as keyof typeof search.kindValues] ?? name;
		case 'jp': {
			const [from = '', until = ''] = value.split('-');
			return search.jpRange(from, until);
		}
		default:
			return name;
	}
}
