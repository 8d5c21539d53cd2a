import { fail, redirect } from '@sveltejs/kit';
import { serverRendered } from '#lib/server-rendered.ts';
import { readSurvey, surveyProblems } from '#lib/server/http/survey-form.ts';
import { inScope, learnerOf, requireSignedIn } from '#lib/server/http/visit.ts';
import { readRest } from '#lib/server/journeys/read-outline.ts';
import { answerSurvey, readSurveyPage } from '#lib/server/journeys/send-survey.ts';

export async function load(event) {
	const learner = learnerOf(requireSignedIn(event));
	const { course } = event.params;
	const page = await inScope(event.locals, (db) => readSurveyPage(db, learner, course));
	if (!page) redirect(303, `/katalog/${course}`);
	const rest = page.sent
		? await inScope(event.locals, (db) => readRest(db, learner, course))
		: null;
	return serverRendered({ page, rest });
}

export const actions = {
	default: async (event) => {
		const learner = learnerOf(requireSignedIn(event));
		const response = readSurvey(await event.request.formData());
		const problems = surveyProblems(response);
		if (problems.unrated.length + problems.tooLong.length > 0)
			return fail(422, { problems, response });
		await inScope(event.locals, (db) => answerSurvey(db, learner, event.params.course, response));
		redirect(303, event.url.pathname);
	}
};
