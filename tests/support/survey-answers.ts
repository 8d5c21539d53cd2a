import { randomUUID } from 'node:crypto';
import type { Database } from '#lib/server/db/connect.ts';
import { insertRows } from '#lib/server/db/rows.ts';
import { SURVEY_STATEMENTS } from '#lib/server/graduation/survey.ts';
import { surveyAnswers } from '#lib/server/graduation/tables.ts';

/**
 * Answers to the survey of a release as they would stand had so many people sent it on a day, each with a remark that
 * names its place among them; `rating` of the same for every statement. In the system's scope.
 */
export async function surveyedBy(
	db: Database,
	releaseId: string,
	people: number,
	{ on = '2026-11-01', rating = (at: number) => 1 + (at % 5) } = {}
): Promise<void> {
	await insertRows(
		db,
		surveyAnswers,
		Array.from({ length: people }, (_, at) => ({
			...{ id: randomUUID(), releaseId, sentOn: on },
			ratings: Object.fromEntries(SURVEY_STATEMENTS.map((id) => [id, rating(at)])),
			...{
				helpful: `Terbantu ${on} ${at + 1}.`,
				missing: at % 2 === 0 ? ' \n' : `Kurang ${at + 1}.`
			}
		}))
	);
}
