import { redirect, type RequestEvent } from '@sveltejs/kit';
import { KEY_SECRET } from '$app/env/private';
import { isoDay } from '#lib/format/dates.ts';
import { grantRole, listGrants, withdrawRole } from '#lib/server/access/grants.ts';
import { administeredAgencies, can, type Actor } from '#lib/server/access/policy.ts';
import type { Database } from '#lib/server/db/connect.ts';
import { readText, refuseForm } from '#lib/server/http/form.ts';
import { readGrant } from '#lib/server/http/grant-form.ts';
import { inScope, requireSignedIn } from '#lib/server/http/visit.ts';
import { closeAccount, reopenAccount } from '#lib/server/identity/accounts.ts';
import { revealNumber, viewPerson, type Subject } from '#lib/server/identity/people.ts';
import { issueCode } from '#lib/server/identity/recovery.ts';
import { describePlaces, listAgencies } from '#lib/server/organisation/agencies.ts';
import { findSubject, listPosts } from '#lib/server/organisation/placements.ts';

type Event = RequestEvent<{ person: string }>;

export async function load(event) {
	const { actor } = requireSignedIn(event);
	return inScope(event.locals, async (db) => {
		const subject = await findSubject(db, event.params.person);
		const { personId, places } = subject;
		const person = await viewPerson(db, actor, subject);
		const grants = await listGrants(db, personId);
		const administered = administeredAgencies(actor);
		return {
			subject: person,
			posts: await listPosts(db, personId),
			grants,
			places: await describePlaces(db, grants),
			agencies: can(actor, 'role:grant') ? await listAgencies(db, administered) : [],
			may: {
				everywhere: administered === null,
				grant: can(actor, 'role:grant'),
				withdraw: grants.map(
					({ agencyId }) => administered === null || administered.includes(agencyId ?? '')
				),
				issueCode: can(actor, 'recovery:issue-code', places),
				close: can(actor, 'account:close', places) && personId !== actor.personId
			},
			done: event.url.searchParams.get('selesai')
		};
	});
}

export const actions = {
	reveal: (event) =>
		act(event, async (db, actor, subject) => ({ number: await revealNumber(db, actor, subject) })),
	issueCode: (event) =>
		act(event, async (db, actor, subject) => ({
			code: await issueCode(db, actor, subject, KEY_SECRET)
		})),
	grant: (event) =>
		act(event, async (db, actor, { personId }, form) => {
			const today = isoDay(new Date());
			await grantRole(db, actor, { personId, ...readGrant(form) }, today);
			return 'granted';
		}),
	withdraw: (event) =>
		act(event, async (db, actor, _subject, form) => {
			await withdrawRole(db, actor, readText(form, 'grant'));
			return 'withdrawn';
		}),
	close: (event) =>
		act(event, async (db, actor, subject) => {
			await closeAccount(db, actor, subject);
			return 'closed';
		}),
	reopen: (event) =>
		act(event, async (db, actor, subject) => {
			await reopenAccount(db, actor, subject);
			return 'reopened';
		})
};

/** One act on the person of the page: answers with what may be shown once, or goes back and says what was done. */
async function act<Shown extends object>(
	event: Event,
	verb: (db: Database, actor: Actor, subject: Subject, form: FormData) => Promise<string | Shown>
) {
	const { actor } = requireSignedIn(event);
	const form = await event.request.formData();
	let outcome: string | Shown;
	try {
		outcome = await inScope(event.locals, async (db) =>
			verb(db, actor, await findSubject(db, event.params.person), form)
		);
	} catch (error) {
		const kept = { role: readText(form, 'role'), place: readText(form, 'place') };
		return refuseForm(error, event.locals.m, { ...kept, endsOn: readText(form, 'endsOn') });
	}
	if (typeof outcome !== 'string') return outcome;
	redirect(303, `${event.url.pathname}?selesai=${outcome}`);
}
