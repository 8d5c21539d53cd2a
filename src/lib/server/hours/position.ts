import type { Period } from './periods.ts';

/** What counts of an entry: its JP, negative in a reversal, and the day that decides the year. */
export interface Counted {
	jp: number;
	earnedOn: string;
}

/** Where somebody stands in a period. */
export interface Position {
	jp: number;
	minimum: number | null;
	maximum: number | null;
	/** JP still missing of the minimum; 0 where there is none. */
	short: number;
	/** JP beyond the maximum, which only warns; 0 where there is none. */
	over: number;
}

/** How a position stands to its rule; `free`: nothing is asked and nothing exceeded. */
export const STANDINGS = ['short', 'met', 'over', 'free'] as const;
export type Standing = (typeof STANDINGS)[number];

/** What comes first of what can be said: something is missing, something is too much, what is asked is reached. */
export function standingOf({ minimum, short, over }: Position): Standing {
	if (short > 0) return 'short';
	if (over > 0) return 'over';
	return minimum === null ? 'free' : 'met';
}

/** Adds JP up, exactly to two decimals. */
export function sumOf(entries: readonly Pick<Counted, 'jp'>[]): number {
	return entries.reduce((sum, { jp }) => sum + Math.round(jp * 100), 0) / 100;
}

/** The entries whose day lies in the period. */
export function entriesIn<Entry extends Counted>(
	entries: readonly Entry[],
	{ startsOn, endsOn }: Pick<Period, 'startsOn' | 'endsOn'>
): Entry[] {
	return entries.filter(({ earnedOn }) => earnedOn >= startsOn && earnedOn <= endsOn);
}

/** The sum of a period's entries, held against its rule. */
export function positionIn(entries: readonly Counted[], period: Period): Position {
	return positionAt(sumOf(entriesIn(entries, period)), period);
}

/** A period's sum, held against its rule. */
export function positionAt(jp: number, { rule }: Pick<Period, 'rule'>): Position {
	const minimum = rule?.minimum ?? null;
	const maximum = rule?.maximum ?? null;
	return {
		jp,
		minimum,
		maximum,
		short: minimum === null ? 0 : Math.max(0, sumOf([{ jp: minimum }, { jp: -jp }])),
		over: maximum === null ? 0 : Math.max(0, sumOf([{ jp }, { jp: -maximum }]))
	};
}
