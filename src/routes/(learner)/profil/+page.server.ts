import { redirect } from '@sveltejs/kit';
import { KEY_SECRET } from '$app/env/private';
import { listGrants } from '#lib/server/access/grants.ts';
import { listEntriesAbout } from '#lib/server/audit/entries.ts';
import { LANGUAGE_COOKIE } from '#lib/server/http/display.ts';
import { failForm, readText, refuseForm } from '#lib/server/http/form.ts';
import { readNewPassword } from '#lib/server/http/new-password.ts';
import { pool } from '#lib/server/http/pool.ts';
import { inScope, requireSignedIn } from '#lib/server/http/visit.ts';
import { chooseLanguage, findPerson, revealNumber } from '#lib/server/identity/people.ts';
import { changePassword } from '#lib/server/identity/credentials.ts';
import { endOtherSessions, endSession, listSessions } from '#lib/server/identity/open-sessions.ts';
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
			entries: await listEntriesAbout(db, personId, ENTRIES_SHOWN),
			done: event.url.searchParams.get('selesai')
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
		redirect(303, label === session.label ? '/masuk' : '/profil?selesai=session');
	},
	endOthers: async (event) => {
		const { actor, session } = requireSignedIn(event);
		await inScope(event.locals, (db) => endOtherSessions(db, actor.personId, session.label));
		redirect(303, '/profil?selesai=sessions');
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
			await changePassword(pool, own, { current, next: password }, KEY_SECRET);
		} catch (error) {
			return refuseForm(error, m, {}, (code) =>
				code.startsWith('password-') ? 'password' : 'current'
			);
		}
		redirect(303, '/profil?selesai=password');
	},
	language: async (event) => {
		const { actor } = requireSignedIn(event);
		const form = await event.request.formData();
		const language = readText(form, 'language') === 'en' ? 'en' : 'id';
		await inScope(event.locals, (db) => chooseLanguage(db, actor.personId, language));
		event.cookies.delete(LANGUAGE_COOKIE, { path: '/' });
		redirect(303, '/profil?selesai=language');
	}
};
