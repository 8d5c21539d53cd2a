import { redirect, type RequestEvent } from '@sveltejs/kit';
import { KEY_SECRET } from '$app/env/private';
import { isoDay } from '#lib/format/dates.ts';
import { grantRole, listGrants, withdrawRole } from '#lib/server/access/grants.ts';
import { administeredAgencies, can, type Actor } from '#lib/server/access/policy.ts';
import type { Database } from '#lib/server/db/connect.ts';
import { listContracts, recordContract, strikeContract } from '#lib/server/hours/contracts.ts';
import { readContract } from '#lib/server/http/contract-form.ts';
import { leaveFlash, takeFlash, type Flash } from '#lib/server/http/flash.ts';
import { readText, refuseForm } from '#lib/server/http/form.ts';
import { readGrant } from '#lib/server/http/grant-form.ts';
import { inScope, requireSignedIn } from '#lib/server/http/visit.ts';
import { reopenAccount } from '#lib/server/identity/accounts.ts';
import {
	correctName,
	revealNumber,
	viewPerson,
	type Subject
} from '#lib/server/identity/people.ts';
import { closeAccountOf, issueCodeFor } from '#lib/server/journeys/change-access.ts';
import { describePlaces, listAgencies } from '#lib/server/organisation/agencies.ts';
import { findSubject, listPosts } from '#lib/server/organisation/placements.ts';

/** Where in the form for roles a refusal belongs. */
const FIELDS: Record<string, string> = {
	'date-unreal': 'endsOn',
	'contract-day-unreal': 'contractStartsOn',
	'contract-days-order': 'contractEndsOn',
	'contract-known': 'contractStartsOn',
	'name-missing': 'name',
	'name-long': 'name',
	'grant-ends-in-past': 'endsOn',
	'grant-needs-agency': 'place',
	'grant-has-no-agency': 'place',
	'grant-has-no-unit': 'place',
	'grant-unit-elsewhere': 'place'
};

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
			contracts: person.employeeKind.startsWith('pppk') ? await listContracts(db, personId) : null,
			agencies: can(actor, 'role:grant') ? await listAgencies(db, administered) : [],
			may: {
				everywhere: administered === null,
				grant: can(actor, 'role:grant'),
				withdraw: grants.map(
					({ agencyId }) => administered === null || administered.includes(agencyId ?? '')
				),
				correctName: can(actor, 'person:correct-name', places) && personId !== actor.personId,
				issueCode: can(actor, 'recovery:issue-code', places),
				keepContracts: can(actor, 'hours:confirm', places) && personId !== actor.personId,
				close: can(actor, 'account:close', places) && personId !== actor.personId
			},
			done: takeFlash(event.cookies, [
				'granted',
				'withdrawn',
				'closed',
				'reopened',
				'contract-recorded',
				'contract-struck',
				'name-corrected'
			])
		};
	});
}

export const actions = {
	reveal: (event) =>
		act(event, async (db, actor, subject) => ({ number: await revealNumber(db, actor, subject) })),
	issueCode: (event) =>
		act(event, async (db, actor, subject) => ({
			code: await issueCodeFor(db, actor, subject, KEY_SECRET)
		})),
	correctName: (event) =>
		act(event, async (db, actor, subject, form) => {
			await correctName(db, actor, subject, readName(form));
			return 'name-corrected' as const;
		}),
	grant: (event) =>
		act(event, async (db, actor, { personId }, form) => {
			const today = isoDay(new Date());
			await grantRole(db, actor, { personId, ...readGrant(form) }, today);
			return 'granted' as const;
		}),
	withdraw: (event) =>
		act(event, async (db, actor, _subject, form) => {
			await withdrawRole(db, actor, readText(form, 'grant'));
			return 'withdrawn' as const;
		}),
	recordContract: (event) =>
		act(event, async (db, actor, subject, form) => {
			await recordContract(db, actor, subject, readContract(form));
			return 'contract-recorded' as const;
		}),
	strikeContract: (event) =>
		act(event, async (db, actor, subject, form) => {
			await strikeContract(db, actor, subject, readContract(form).startsOn);
			return 'contract-struck' as const;
		}),
	close: (event) =>
		act(event, async (db, actor, subject) => {
			await closeAccountOf(db, actor, subject);
			return 'closed' as const;
		}),
	reopen: (event) =>
		act(event, async (db, actor, subject) => {
			await reopenAccount(db, actor, subject);
			return 'reopened' as const;
		})
};

const readName = (form: FormData) => ({
	name: readText(form, 'name'),
	titleBefore: readText(form, 'titleBefore'),
	titleAfter: readText(form, 'titleAfter')
});

/** One act on the person of the page: answers with what may be shown once, or goes back and says what was done. */
async function act<Shown extends object>(
	event: Event,
	verb: (db: Database, actor: Actor, subject: Subject, form: FormData) => Promise<Flash | Shown>
) {
	const { actor } = requireSignedIn(event);
	const form = await event.request.formData();
	let outcome: Flash | Shown;
	try {
		outcome = await inScope(event.locals, async (db) =>
			verb(db, actor, await findSubject(db, event.params.person), form)
		);
	} catch (error) {
		const kept = { role: readText(form, 'role'), place: readText(form, 'place') };
		const typed = {
			...kept,
			endsOn: readText(form, 'endsOn'),
			contractStartsOn: readText(form, 'contractStartsOn'),
			contractEndsOn: readText(form, 'contractEndsOn'),
			...(form.has('titleBefore') && { written: readName(form) })
		};
		return refuseForm(error, event.locals.m, typed, (code) => FIELDS[code] ?? null);
	}
	if (typeof outcome !== 'string') return outcome;
	leaveFlash(event, outcome);
	redirect(303, event.url.pathname);
}
