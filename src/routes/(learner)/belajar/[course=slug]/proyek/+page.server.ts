import { redirect } from '@sveltejs/kit';
import { serverRendered } from '#lib/server-rendered.ts';
import { leaveFlash, takeFlash } from '#lib/server/http/flash.ts';
import {
	acceptDraft,
	readRemoved,
	readSeen,
	refuseProject
} from '#lib/server/http/project-form.ts';
import { inScope, learnerOf, requireSignedIn } from '#lib/server/http/visit.ts';
import {
	demandReady,
	handInProject,
	readProject,
	removeProjectFile
} from '#lib/server/journeys/hand-in-project.ts';

export async function load(event) {
	const learner = learnerOf(requireSignedIn(event));
	const { course } = event.params;
	const page = await inScope(event.locals, (db) => readProject(db, learner, course));
	if (!page) redirect(303, `/katalog/${course}`);
	return serverRendered({
		page,
		saved: takeFlash(event.cookies, ['draft-saved']) !== null,
		/** Whether the draft is looked at once more before it is handed in. */
		confirming: event.url.searchParams.has('kumpulkan')
	});
}

export const actions = {
	save: async (event) => {
		const learner = learnerOf(requireSignedIn(event));
		const form = await event.request.formData();
		const refused = await acceptDraft(event, learner, event.params.course, form);
		if (refused) return refused;
		leaveFlash(event, 'draft-saved');
		redirect(303, `${event.url.pathname}#tersimpan`);
	},
	remove: async (event) => {
		const learner = learnerOf(requireSignedIn(event));
		const { course } = event.params;
		const form = await event.request.formData();
		const refused = await acceptDraft(event, learner, course, form);
		if (refused) return refused;
		const sha256 = readRemoved(form);
		await inScope(event.locals, (db) => removeProjectFile(db, learner, course, sha256));
		redirect(303, `${event.url.pathname}#berkas`);
	},
	review: async (event) => {
		const learner = learnerOf(requireSignedIn(event));
		const { course } = event.params;
		const refused = await acceptDraft(event, learner, course, await event.request.formData());
		if (refused) return refused;
		try {
			await inScope(event.locals, (db) => demandReady(db, learner, course));
		} catch (error) {
			return refuseProject(error, event.locals.m, null);
		}
		redirect(303, `${event.url.pathname}?kumpulkan#isi`);
	},
	handIn: async (event) => {
		const learner = learnerOf(requireSignedIn(event));
		const seen = readSeen(await event.request.formData());
		try {
			await inScope(event.locals, (db) => handInProject(db, learner, event.params.course, seen));
		} catch (error) {
			return refuseProject(error, event.locals.m, null);
		}
		redirect(303, `${event.url.pathname}#keadaan`);
	}
};
