import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actor } from '#lib/server/access/policy.ts';
import { isId } from '#lib/server/db/ids.ts';
import { leaveFlash, takeFlash, type Flash } from '#lib/server/http/flash.ts';
import { readText, refuseForm } from '#lib/server/http/form.ts';
import { pool } from '#lib/server/http/pool.ts';
import { requireSignedIn } from '#lib/server/http/visit.ts';
import {
	markOfProposal,
	mendKeys,
	surveyRegrade,
	surveyUndoing,
	takeBackMending
} from '#lib/server/journeys/regrade-attempts.ts';

type Event = RequestEvent<{ course: string }>;

export async function load(event) {
	const { actor } = requireSignedIn(event);
	const { course } = event.params;
	const done = takeFlash(event.cookies, ['keys-mended', 'mending-undone']);
	const survey = await surveyRegrade(pool, actor, course);
	const asked = event.url.searchParams.get('batal');
	return {
		...survey,
		seen: survey.proposal && markOfProposal(survey.proposal),
		undoing: asked && isId(asked) ? await surveyUndoing(pool, actor, course, asked) : null,
		done
	};
}

export const actions = {
	apply: (event) =>
		act(event, 'keys-mended', (actor, form, reason) =>
			mendKeys(pool, actor, event.params.course, reason, readText(form, 'seen', 20_000))
		),
	undo: (event) =>
		act(event, 'mending-undone', (actor, form, reason) => {
			const correction = readText(form, 'correction');
			return takeBackMending(pool, actor, event.params.course, correction, reason);
		})
};

async function act(
	event: Event,
	done: Flash,
	verb: (actor: Actor, form: FormData, reason: string) => Promise<unknown>
) {
	const { actor } = requireSignedIn(event);
	const form = await event.request.formData();
	const reason = readText(form, 'reason', 2000);
	try {
		await verb(actor, form, reason);
	} catch (error) {
		const field = (code: string) => (code === 'correction-reason' ? 'reason' : null);
		return refuseForm(error, event.locals.m, { of: done, reason }, field);
	}
	leaveFlash(event, done);
	redirect(303, event.url.pathname);
}
