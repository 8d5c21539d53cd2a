import { redirect } from '@sveltejs/kit';
import { KEY_SECRET } from '$app/env/private';
import { leaveFlash, takeFlash } from '#lib/server/http/flash.ts';
import { failForm, readText, refuseForm } from '#lib/server/http/form.ts';
import { pool } from '#lib/server/http/pool.ts';
import { requestRecovery } from '#lib/server/journeys/request-recovery.ts';

export function load({ cookies }) {
	return { sent: takeFlash(cookies, ['link-sent']) !== null };
}

export const actions = {
	default: async ({ request, locals, url, cookies, getClientAddress }) => {
		const form = await request.formData();
		const identifier = readText(form, 'identifier');
		const { m } = locals;
		if (!identifier.trim()) {
			const message = m.account.signIn.fillIdentifier;
			return failForm([{ field: 'identifier', message }], { identifier });
		}
		const linkTo = (token: string) => `${url.origin}/lupa-sandi/${token}`;
		try {
			const asked = { identifier, address: getClientAddress() };
			await requestRecovery(pool, asked, linkTo, KEY_SECRET);
		} catch (error) {
			return refuseForm(error, m, { identifier }, () => 'identifier');
		}
		leaveFlash({ cookies, url }, 'link-sent');
		redirect(303, '/lupa-sandi');
	}
};
