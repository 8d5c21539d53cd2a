import type { ItemFigures } from './statistics.ts';

/** How items can be sorted, as the address says it. */
export const SORTS = ['berkas', 'orang', 'kesukaran', 'daya'] as const;

export type Sort = (typeof SORTS)[number];

/** An item as far as its place in a list goes. */
export interface Sorted {
	path: string;
	line: number;
	people: number;
	figures: Pick<ItemFigures, 'difficulty' | 'discrimination'> | null;
}

/** By file and line; by people, most first; by difficulty or discrimination, lowest first and unknown last. */
export function sortItems<Item extends Sorted>(items: readonly Item[], sort: Sort): Item[] {
	const value = ({ people, figures }: Sorted): number => {
		switch (sort) {
			case 'berkas':
				return 0;
			case 'orang':
				return -people;
			case 'kesukaran':
				return figures?.difficulty ?? 2;
			case 'daya':
				return figures?.discrimination ?? 2;
		}
	};
	return items.toSorted(
		(a, b) => value(a) - value(b) || a.path.localeCompare(b.path) || a.line - b.line
	);
}
