import { redirect } from '@sveltejs/kit';
import { isoDay } from '#lib/format/dates.ts';
import {
	findOwn,
	listVersions,
	resubmitTraining,
	withdrawTraining
} from '#lib/server/hours/external.ts';
import { TRAINING_FORMS } from '#lib/server/hours/forms.ts';
import { leaveFlash, takeFlash } from '#lib/server/http/flash.ts';
import { readText, refuseForm } from '#lib/server/http/form.ts';
import { acceptTraining } from '#lib/server/http/training-form.ts';
import { inScope, learnerOf, requireSignedIn } from '#lib/server/http/visit.ts';

export async function load(event) {
	const learner = learnerOf(requireSignedIn(event));
	const { submission: id } = event.params;
	return inScope(event.locals, async (db) => ({
		submission: await findOwn(db, learner, id),
		versions: await listVersions(db, id),
		forms: TRAINING_FORMS,
		today: isoDay(new Date()),
		done: takeFlash(event.cookies, ['hours-sent', 'hours-withdrawn'])
	}));
}

export const actions = {
	resend: async (event) => {
		const learner = learnerOf(requireSignedIn(event));
		const form = await event.request.formData();
		const { submission: id } = event.params;
		const number = Number(readText(form, 'number'));
		const refused = await acceptTraining(event, learner, form, {
			exceptId: id,
			send: (db, training, now, today) =>
				resubmitTraining(db, learner, { id, number }, training, now, today)
		});
		if (refused) return refused;
		leaveFlash(event, 'hours-sent');
		redirect(303, event.url.pathname);
	},
	withdraw: async (event) => {
		const learner = learnerOf(requireSignedIn(event));
		try {
			await inScope(event.locals, (db) => withdrawTraining(db, learner, event.params.submission));
		} catch (error) {
			const { m } = event.locals;
			return refuseForm(error, m, { typed: null, evidence: null, duplicates: [] });
		}
		leaveFlash(event, 'hours-withdrawn');
		redirect(303, event.url.pathname);
	}
};
