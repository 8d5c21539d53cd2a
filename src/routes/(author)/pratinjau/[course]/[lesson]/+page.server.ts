import { fail, redirect } from '@sveltejs/kit';
import { previewAddress } from '#lib/server/catalog/preview-address.ts';
import { statusOf, wordsOf } from '#lib/server/http/failures.ts';
import { besideText, demandPreview, demandPreviewed } from '#lib/server/http/preview.ts';
import { readAnswer } from '#lib/server/http/submission.ts';
import {
	forgetTries,
	readPreviewedLesson,
	tryCheck,
	tryDone
} from '#lib/server/journeys/preview-lesson.ts';
import { Refusal } from '#lib/server/refusal.ts';
import { serverRendered } from '#lib/server-rendered.ts';

/** Every try counts, and a form that stays the same need not be changed in the page. */
const EVENT = '00000000-0000-4000-8000-000000000000';

export function load({ params }) {
	const preview = demandPreview();
	const course = demandPreviewed(preview, params.course);
	const page = readPreviewedLesson(preview, course, params.lesson);
	if (!page) redirect(303, previewAddress(course.id));
	return serverRendered({
		...page,
		outline: course.outline,
		eventIds: new Map(page.lesson.view.checks.map(({ id }) => [id, EVENT])),
		base: previewAddress(course.id),
		beside: besideText(preview, course, page.lesson.file)
	});
}

export const actions = {
	answer: async ({ params, request, url, locals }) => {
		const preview = demandPreview();
		const course = demandPreviewed(preview, params.course);
		const answer = readAnswer(await request.formData());
		try {
			tryCheck(preview, course, params.lesson, answer);
		} catch (error) {
			if (!(error instanceof Refusal) || error.reason !== 'invalid') throw error;
			const message = wordsOf(error, locals.m);
			const { questionId: question, choice, typed = null } = answer;
			return fail(statusOf(error), { question, message, given: { choice, typed } });
		}
		redirect(303, `${url.pathname}#hasil-${answer.questionId}`);
	},
	done: ({ params, url }) => {
		const preview = demandPreview();
		tryDone(preview, demandPreviewed(preview, params.course), params.lesson);
		redirect(303, `${url.pathname}#aturan`);
	},
	forget: ({ params, url }) => {
		const preview = demandPreview();
		forgetTries(preview, demandPreviewed(preview, params.course), params.lesson);
		redirect(303, url.pathname);
	}
};
