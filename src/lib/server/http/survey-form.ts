import {
	longestRemark,
	SURVEY_STATEMENTS,
	type SurveyResponse,
	type SurveyStatement
} from '../graduation/survey.ts';
import { readLines, readText } from './form.ts';

/** What a survey's form says; a statement without a number from 1 to 5 stands as 0. */
export function readSurvey(form: FormData): SurveyResponse {
	const ratings = Object.fromEntries(
		SURVEY_STATEMENTS.map((id) => [
			id,
			/^[1-5]$/.test(readText(form, id)) ? Number(form.get(id)) : 0
		])
	) as Record<SurveyStatement, number>;
	return { ratings, helpful: remark(form, 'helpful'), missing: remark(form, 'missing') };
}

const remark = (form: FormData, name: string) => readLines(form, name).trim();

/** What is to be mended before it can be sent, by the name of its field. */
export function surveyProblems({ ratings, helpful, missing }: SurveyResponse): {
	unrated: SurveyStatement[];
	tooLong: ('helpful' | 'missing')[];
} {
	const remarks = { helpful, missing };
	return {
		unrated: SURVEY_STATEMENTS.filter((id) => ratings[id] === 0),
		tooLong: (['helpful', 'missing'] as const).filter(
			(name) => remarks[name].length > longestRemark
		)
	};
}
