import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { isoDay } from '#lib/format/dates.ts';
import { isId } from '#lib/server/db/ids.ts';
import { submitTraining } from '#lib/server/hours/external.ts';
import { TRAINING_FORMS } from '#lib/server/hours/forms.ts';
import { leaveFlash } from '#lib/server/http/flash.ts';
import { readText } from '#lib/server/http/form.ts';
import { acceptTraining } from '#lib/server/http/training-form.ts';
import { learnerOf, requireSignedIn } from '#lib/server/http/visit.ts';
import { Refusal } from '#lib/server/refusal.ts';

export function load(event) {
	requireSignedIn(event);
	return { id: randomUUID(), forms: TRAINING_FORMS, today: isoDay(new Date()) };
}

export const actions = {
	default: async (event) => {
		const learner = learnerOf(requireSignedIn(event));
		const form = await event.request.formData();
		const id = readText(form, 'id');
		if (!isId(id)) throw new Refusal('invalid', 'event-malformed');
		const refused = await acceptTraining(event, learner, form, {
			exceptId: id,
			send: (db, training, now, today) => submitTraining(db, learner, id, training, now, today)
		});
		if (refused) return refused;
		leaveFlash(event, 'hours-sent');
		redirect(303, `/capaian/luar/${id}`);
	}
};
