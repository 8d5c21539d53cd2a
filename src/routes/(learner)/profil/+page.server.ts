import { redirect } from '@sveltejs/kit';
import { KEY_SECRET } from '$app/env/private';
import { listGrants } from '#lib/server/access/grants.ts';
import { listEntriesAboutMe } from '#lib/server/audit/entries.ts';
import { LANGUAGE_COOKIE } from '#lib/server/http/display.ts';
import { leaveFlash, takeFlash } from '#lib/server/http/flash.ts';
import { failForm, readText, refuseForm } from '#lib/server/http/form.ts';
import { readNewPassword } from '#lib/server/http/new-password.ts';
import { pool } from '#lib/server/http/pool.ts';
import { inScope, requireSignedIn } from '#lib/server/http/visit.ts';
import { chooseLanguage, findPerson, revealNumber } from '#lib/server/identity/people.ts';
import { endOtherSessions, endSession, listSessions } from '#lib/server/identity/open-sessions.ts';
import { changeOwnPassword } from '#lib/server/journeys/change-access.ts';
import { describePlaces } from '#lib/server/organisation/agencies.ts';
import { listPosts } from '#lib/server/organisation/placements.ts';

const ENTRIES_SHOWN = 20;

export async function load(event) {
	const { actor, session } = requireSignedIn(event);
	const { personId } = actor;
	return inScope(event.locals, async (db) => {
		const grants = (await listGrants(db, personId)).filter((grant) => grant.inForce);
		return {
			own: await findPerson(db, personId),
			posts: (await listPosts(db, personId)).filter((post) => !post.untilOn),
			grants,
			places: await describePlaces(db, grants),
			sessions: await listSessions(db, personId),
			currentLabel: session.label,
			entries: await listEntriesAboutMe(db, ENTRIES_SHOWN),
			done: takeFlash(event.cookies, ['password', 'session', 'sessions', 'language'])
		};
	});
}

export const actions = {
	reveal: async (event) => {
		const { actor } = requireSignedIn(event);
		const subject = { personId: actor.personId, places: [] };
		return { number: await inScope(event.locals, (db) => revealNumber(db, actor, subject)) };
	},
	endSession: async (event) => {
		const { actor, session } = requireSignedIn(event);
		const label = readText(await event.request.formData(), 'label');
		await inScope(event.locals, (db) => endSession(db, actor.personId, label));
		if (label === session.label) redirect(303, '/masuk');
		leaveFlash(event, 'session');
		redirect(303, '/profil');
	},
	endOthers: async (event) => {
		const { actor, session } = requireSignedIn(event);
		await inScope(event.locals, (db) => endOtherSessions(db, actor.personId, session.label));
		leaveFlash(event, 'sessions');
		redirect(303, '/profil');
	},
	password: async (event) => {
		const { actor, session } = requireSignedIn(event);
		const { m } = event.locals;
		const form = await event.request.formData();
		const current = readText(form, 'current', 1000);
		const { password, mistakes } = readNewPassword(form, m);
		if (mistakes.length > 0) return failForm(mistakes, {});
		try {
			const own = { personId: actor.personId, label: session.label };
			await changeOwnPassword(pool, own, { current, next: password }, KEY_SECRET);
		} catch (error) {
			return refuseForm(error, m, {}, (code) =>
				code.startsWith('password-') ? 'password' : 'current'
			);
		}
		leaveFlash(event, 'password');
		redirect(303, '/profil');
	},
	language: async (event) => {
		const { actor } = requireSignedIn(event);
		const form = await event.request.formData();
		const language = readText(form, 'language') === 'en' ? 'en' : 'id';
		await inScope(event.locals, (db) => chooseLanguage(db, actor.personId, language));
		event.cookies.delete(LANGUAGE_COOKIE, { path: '/' });
		leaveFlash(event, 'language');
		redirect(303, '/profil');
	}
};
