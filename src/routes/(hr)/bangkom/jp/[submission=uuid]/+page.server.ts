import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actor } from '#lib/server/access/policy.ts';
import type { Database } from '#lib/server/db/connect.ts';
import { decideTraining, listVersions, viewSubmission } from '#lib/server/hours/external.ts';
import { reverseHours } from '#lib/server/hours/ledger.ts';
import { LONGEST_REASON } from '#lib/server/hours/reason.ts';
import { findDuplicates } from '#lib/server/hours/signs.ts';
import { leaveFlash, takeFlash, type Flash } from '#lib/server/http/flash.ts';
import { readLines, readText, refuseForm } from '#lib/server/http/form.ts';
import { inScope, requireSignedIn } from '#lib/server/http/visit.ts';

type Event = RequestEvent<{ submission: string }>;

const readReason = (form: FormData) => readLines(form, 'reason').trim();
const ABOUT_REASON = new Set([
	'hours-reason-missing',
	'hours-reason-long',
	'hours-signs-unexplained'
]);

export async function load(event) {
	const { actor } = requireSignedIn(event);
	const { submission: id } = event.params;
	return inScope(event.locals, async (db) => {
		const submission = await viewSubmission(db, actor, id);
		const open = submission.state === 'submitted';
		return {
			submission,
			versions: await listVersions(db, id),
			longestReason: LONGEST_REASON,
			duplicates: open ? await findDuplicates(db, submission.personId, submission, id) : [],
			done: takeFlash(event.cookies, ['hours-approved', 'hours-returned', 'hours-reversed'])
		};
	});
}

export const actions = {
	approve: (event) =>
		act(event, 'approve', async (db, actor, id, form) => {
			const [number, reason] = [Number(readText(form, 'number')), readReason(form)];
			await decideTraining(db, actor, id, { outcome: 'approved', number, reason });
			return 'hours-approved';
		}),
	giveBack: (event) =>
		act(event, 'giveBack', async (db, actor, id, form) => {
			const [number, reason] = [Number(readText(form, 'number')), readReason(form)];
			await decideTraining(db, actor, id, { outcome: 'returned', number, reason });
			return 'hours-returned';
		}),
	reverse: (event) =>
		act(event, 'reverse', async (db, actor, id, form) => {
			const { personId } = await viewSubmission(db, actor, id);
			await reverseHours(db, actor, { personId, key: `luar:${id}`, reason: readReason(form) });
			return 'hours-reversed';
		})
};

/** One act on the submission of the page; back to it when done. */
async function act(
	event: Event,
	/** Whose form it was: what was typed belongs to no other. */
	of: 'approve' | 'giveBack' | 'reverse',
	verb: (db: Database, actor: Actor, id: string, form: FormData) => Promise<Flash>
) {
	const { actor } = requireSignedIn(event);
	const form = await event.request.formData();
	try {
		const { submission: id } = event.params;
		leaveFlash(event, await inScope(event.locals, (db) => verb(db, actor, id, form)));
	} catch (error) {
		return refuseForm(error, event.locals.m, { of, reason: readReason(form) }, (code) =>
			ABOUT_REASON.has(code) ? `${of}-reason` : null
		);
	}
	redirect(303, event.url.pathname);
}
