import { SURVEY_STATEMENTS, type SurveyStatement } from './survey.ts';

/** How people rated one statement. */
export interface Tally {
	statement: SurveyStatement;
	/** How many chose each rating, 1 to 5 in order. */
	counts: number[];
	/** How many rated it. */
	people: number;
	/** 1–5; null where nobody rated it. */
	mean: number | null;
}

/** Every rating there is, the one that disagrees most first. */
export const RATINGS = [1, 2, 3, 4, 5] as const;

/** What was chosen, as figures; `chosen` says by statement how many chose each rating. */
export function tally(chosen: Record<string, Record<string, number>>): Tally[] {
	return SURVEY_STATEMENTS.map((statement) => {
		const counts = RATINGS.map((rating) => chosen[statement]?.[rating] ?? 0);
		const people = counts.reduce((sum, count) => sum + count, 0);
		const points = counts.reduce((sum, count, at) => sum + count * RATINGS[at]!, 0);
		return { statement, counts, people, mean: people === 0 ? null : points / people };
	});
}
