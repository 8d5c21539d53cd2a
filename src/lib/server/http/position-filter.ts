import { isId } from '../db/ids.ts';
import { STANDINGS } from '../hours/position.ts';
import type { PositionFilter } from '../reporting/hour-positions.ts';

/** How far back positions are shown, this year included. */
export const YEARS_SHOWN = 3;

const ORDERS = { nama: 'name', jp: 'jp', kurang: 'short' } as const;

/** What the address narrows the list of positions to; a past year is seen from its last day. */
export function readPositionFilter(
	{ searchParams }: URL,
	today: string
): PositionFilter & { year: number } {
	const unitId = searchParams.get('unit') ?? '';
	const asked = searchParams.get('posisi');
	const order = Object.entries(ORDERS).find(([word]) => word === searchParams.get('urut'));
	const thisYear = Number(today.slice(0, 4));
	const year = Number(searchParams.get('tahun'));
	const past = year < thisYear && year > thisYear - YEARS_SHOWN;
	return {
		unitId: isId(unitId) ? unitId : null,
		direct: searchParams.get('langsung') === '1',
		standing: STANDINGS.find((known) => known === asked) ?? null,
		order: order?.[1] ?? 'name',
		year: past ? year : thisYear,
		day: past ? `${year}-12-31` : today
	};
}
