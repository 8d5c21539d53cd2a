import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { markFields } from '#lib/mark-fields.ts';
import { projectFields } from '#lib/project-fields.ts';
import { serverRendered } from '#lib/server-rendered.ts';
import { leaveFlash } from '#lib/server/http/flash.ts';
import { readLines, refuseForm } from '#lib/server/http/form.ts';
import { readMark } from '#lib/server/http/mark-form.ts';
import { inScope, requireSignedIn } from '#lib/server/http/visit.ts';
import { markWork, readWork, returnForMending } from '#lib/server/journeys/mark-work.ts';
import { Refusal } from '#lib/server/refusal.ts';

/** Where in the form a refusal belongs. */
const FIELDS: Record<string, string> = {
	'mark-comment-long': markFields.comment,
	'mark-reason-missing': markFields.reason,
	'mark-reason-long': markFields.reason,
	'mark-incomplete': 'rubrik'
};

export async function load(event) {
	const { actor } = requireSignedIn(event);
	const work = await inScope(event.locals, (db) => readWork(db, actor, event.params.work));
	return serverRendered({ work, newId: randomUUID() });
}

export const actions = {
	mark: async (event) => {
		const { actor } = requireSignedIn(event);
		const mark = readMark(await event.request.formData());
		try {
			await inScope(event.locals, (db) => markWork(db, actor, event.params.work, mark));
		} catch (error) {
			if (!(error instanceof Refusal) || !GONE.includes(error.code)) {
				const { levels, comment, replaces } = mark;
				const kept = { levels, comment, reason: replaces?.reason ?? '', words: null };
				return refuseForm(error, event.locals.m, kept, (code) => FIELDS[code] ?? null);
			}
			leaveFlash(event, 'work-settled');
			redirect(303, '/penilaian');
		}
		leaveFlash(event, 'mark-saved');
		redirect(303, '/penilaian');
	},
	return: async (event) => {
		const { actor } = requireSignedIn(event);
		const words = readLines(await event.request.formData(), projectFields.words).trim();
		try {
			await inScope(event.locals, (db) => returnForMending(db, actor, event.params.work, words));
		} catch (error) {
			if (!(error instanceof Refusal) || !GONE.includes(error.code)) {
				const kept = { levels: null, comment: null, reason: null, words };
				return refuseForm(error, event.locals.m, kept, () => projectFields.words);
			}
			leaveFlash(event, 'work-settled');
			redirect(303, '/penilaian');
		}
		leaveFlash(event, 'work-returned');
		redirect(303, '/penilaian');
	}
};

/** Colleagues were faster: the work is out of sight now. */
const GONE = ['work-unknown', 'work-settled'];
