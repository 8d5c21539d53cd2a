import { redirect } from '@sveltejs/kit';
import { KEY_SECRET, TRIAL } from '$app/env/private';
import { localPath } from '#lib/server/http/display.ts';
import { takeFlash } from '#lib/server/http/flash.ts';
import { failForm, readText, refuseForm } from '#lib/server/http/form.ts';
import { pool } from '#lib/server/http/pool.ts';
import { inScope } from '#lib/server/http/visit.ts';
import { describeDevice } from '#lib/server/identity/device.ts';
import { endSession } from '#lib/server/identity/open-sessions.ts';
import { sessionCookie } from '#lib/server/identity/sessions.ts';
import { signIn } from '#lib/server/identity/sign-in.ts';
import { TRIAL_PASSWORD } from '#lib/server/journeys/seed-trial.ts';

export function load({ locals, url, cookies }) {
	if (locals.signedIn) redirect(303, localPath(url.searchParams.get('lanjut')));
	return {
		trialPassword: TRIAL === '1' ? TRIAL_PASSWORD : null,
		passwordChanged: takeFlash(cookies, ['password-recovered']) !== null
	};
}

export const actions = {
	default: async ({ request, locals, cookies, url, getClientAddress }) => {
		const form = await request.formData();
		const kept = { identifier: readText(form, 'identifier'), shared: form.has('shared') };
		const password = readText(form, 'password', 1000);
		const { m, signedIn } = locals;
		const missing = [
			...(kept.identifier.trim()
				? []
				: [{ field: 'identifier', message: m.account.signIn.fillIdentifier }]),
			...(password ? [] : [{ field: 'password', message: m.account.signIn.fillPassword }])
		];
		if (missing.length > 0) return failForm(missing, kept);
		try {
			const device = describeDevice(request.headers.get('user-agent'));
			const attempt = { ...kept, password, device, address: getClientAddress() };
			const session = await signIn(pool, attempt, KEY_SECRET);
			const { name, value, options } = sessionCookie(session, url.protocol === 'https:');
			cookies.set(name, value, options);
		} catch (error) {
			return refuseForm(error, m, kept, () => 'identifier');
		}
		if (signedIn) {
			await inScope(locals, (db) =>
				endSession(db, signedIn.actor.personId, signedIn.session.label)
			);
		}
		redirect(303, localPath(url.searchParams.get('lanjut')));
	}
};
