import { redirect } from '@sveltejs/kit';
import { KEY_SECRET } from '$app/env/private';
import { leaveFlash } from '#lib/server/http/flash.ts';
import { failForm, refuseForm } from '#lib/server/http/form.ts';
import { readNewPassword } from '#lib/server/http/new-password.ts';
import { pool } from '#lib/server/http/pool.ts';
import { isLinkGood } from '#lib/server/identity/recovery.ts';
import { recoverPassword } from '#lib/server/journeys/change-access.ts';

export async function load({ params, setHeaders }) {
	// The address is the secret: no other page learns more than our origin. `no-referrer` would make browsers send this
	// page's own form with `Origin: null`, which is refused.
	setHeaders({ 'referrer-policy': 'strict-origin' });
	return { good: await isLinkGood(pool, params.token) };
}

export const actions = {
	default: async ({ request, params, locals: { m }, cookies, url }) => {
		const { password, mistakes } = readNewPassword(await request.formData(), m);
		if (mistakes.length > 0) return failForm(mistakes, {});
		try {
			await recoverPassword(pool, { by: 'link', token: params.token }, password, KEY_SECRET);
		} catch (error) {
			return refuseForm(error, m, {}, () => 'password');
		}
		leaveFlash({ cookies, url }, 'password-recovered');
		redirect(303, '/masuk');
	}
};
