import { redirect } from '@sveltejs/kit';
import { inScope } from '#lib/server/http/visit.ts';
import { endSession } from '#lib/server/identity/open-sessions.ts';
import { SESSION_COOKIE } from '#lib/server/identity/sessions.ts';

export function load({ locals }) {
	if (!locals.signedIn) redirect(303, '/');
}

export const actions = {
	default: async ({ locals, cookies, setHeaders }) => {
		const { signedIn } = locals;
		if (signedIn) {
			const { actor, session } = signedIn;
			await inScope(locals, (db) => endSession(db, actor.personId, session.label));
		}
		cookies.delete(SESSION_COOKIE, { path: '/' });
		// Answers not yet sent wait in the browser's storage; the next person must not find them.
		setHeaders({ 'clear-site-data': '"storage"' });
		redirect(303, '/');
	}
};
