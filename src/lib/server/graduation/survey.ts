import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Database } from '../db/connect.ts';
import type { Learner } from '../learning/enrolments.ts';
import { Refusal } from '../refusal.ts';
import { surveyAnswers, surveyCompletions } from './tables.ts';

/**
 * What the survey asks everybody to agree with, from 1 to 5: reaction and intended use, the first level of Kirkpatrick's
 * evaluation. Its words stand with the interface's (`messages/id/survey.ts`).
 */
export const SURVEY_STATEMENTS = [
	'relevant',
	'clear',
	'length',
	'practice',
	'fair-test',
	'technical',
	'will-use',
	'recommend'
] as const;

export type SurveyStatement = (typeof SURVEY_STATEMENTS)[number];

/** What a learner says of a course. */
export interface SurveyResponse {
	/** 1–5 for every statement. */
	ratings: Record<SurveyStatement, number>;
	/** At most 2,000 characters each; may be empty. */
	helpful: string;
	missing: string;
}

/** Longest free answer (characters). */
export const longestRemark = 2000;

/** Whether the learner has sent the survey of this release. */
export async function hasSentSurvey(
	db: Database,
	{ personId }: Pick<Learner, 'personId'>,
	releaseId: string
): Promise<boolean> {
	const found = await db.$count(
		surveyCompletions,
		and(eq(surveyCompletions.personId, personId), eq(surveyCompletions.releaseId, releaseId))
	);
	return found > 0;
}

/**
 * Keeps what a learner says without saying who said it, and that they said it. Sent again it changes nothing: whose the
 * first answers were is not known, so they cannot be changed. `today` is `YYYY-MM-DD`. Refuses `survey-incomplete` and
 * `answer-too-long`.
 */
export async function sendSurvey(
	db: Database,
	learner: Learner,
	releaseId: string,
	{ ratings, helpful, missing }: SurveyResponse,
	today: string
): Promise<void> {
	const given = SURVEY_STATEMENTS.map((id) => ratings[id]);
	if (!given.every((rating) => Number.isInteger(rating) && rating >= 1 && rating <= 5))
		throw new Refusal('invalid', 'survey-incomplete');
	if ([helpful, missing].some(({ length }) => length > longestRemark))
		throw new Refusal('invalid', 'answer-too-long', { most: longestRemark });
	await db.transaction(async (tx) => {
		const sent = await tx
			.insert(surveyCompletions)
			.values({ ...learner, releaseId, sentOn: today })
			.onConflictDoNothing()
			.returning({ releaseId: surveyCompletions.releaseId });
		if (sent.length === 0) return;
		await tx
			.insert(surveyAnswers)
			.values({ id: randomUUID(), releaseId, sentOn: today, ratings, helpful, missing });
	});
}
