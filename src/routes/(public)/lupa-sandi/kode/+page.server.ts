import { redirect } from '@sveltejs/kit';
import { KEY_SECRET } from '$app/env/private';
import { leaveFlash } from '#lib/server/http/flash.ts';
import { failForm, readText, refuseForm } from '#lib/server/http/form.ts';
import { readNewPassword } from '#lib/server/http/new-password.ts';
import { pool } from '#lib/server/http/pool.ts';
import { recoverPassword } from '#lib/server/journeys/change-access.ts';

export const actions = {
	default: async ({ request, locals: { m }, cookies, url, getClientAddress }) => {
		const form = await request.formData();
		const kept = { identifier: readText(form, 'identifier'), code: readText(form, 'code', 40) };
		const { password, mistakes } = readNewPassword(form, m);
		if (!kept.code.trim()) {
			mistakes.unshift({ field: 'code', message: m.account.recovery.fillCode });
		}
		if (!kept.identifier.trim()) {
			mistakes.unshift({ field: 'identifier', message: m.account.signIn.fillIdentifier });
		}
		if (mistakes.length > 0) return failForm(mistakes, kept);
		try {
			const proof = { by: 'code', ...kept, address: getClientAddress() } as const;
			await recoverPassword(pool, proof, password, KEY_SECRET);
		} catch (error) {
			return refuseForm(error, m, kept, (code) => (isAboutPassword(code) ? 'password' : 'code'));
		}
		leaveFlash({ cookies, url }, 'password-recovered');
		redirect(303, '/masuk');
	}
};

const isAboutPassword = (code: string) => code.startsWith('password-');
