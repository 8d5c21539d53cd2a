import { redirect } from '@sveltejs/kit';
import { serverRendered } from '#lib/server-rendered.ts';
import { leaveFlash, takeFlash } from '#lib/server/http/flash.ts';
import { readLines, readText, refuseForm } from '#lib/server/http/form.ts';
import { inScope, requireSignedIn } from '#lib/server/http/visit.ts';
import { decideChance, readChances } from '#lib/server/journeys/decide-chance.ts';

export async function load(event) {
	const { actor } = requireSignedIn(event);
	return serverRendered({
		chances: await inScope(event.locals, (db) => readChances(db, actor)),
		done: takeFlash(event.cookies, ['chance-decided']) !== null
	});
}

export const actions = {
	default: async (event) => {
		const { actor } = requireSignedIn(event);
		const form = await event.request.formData();
		const id = readText(form, 'permintaan');
		const reason = readLines(form, 'pesan').trim();
		const granted = readText(form, 'jawaban') === 'kabulkan';
		try {
			await inScope(event.locals, (db) => decideChance(db, actor, { id, granted, reason }));
		} catch (error) {
			return refuseForm(error, event.locals.m, { id, reason }, () => `pesan-${id}`);
		}
		leaveFlash(event, 'chance-decided');
		redirect(303, event.url.pathname);
	}
};
