import type { RequestEvent } from '@sveltejs/kit';
import {
	SESSION_COOKIE,
	sessionCookie,
	validateSession,
	type SignedIn
} from '../identity/sessions.ts';
import { pool } from './pool.ts';

/** Who is signed in, by the session cookie; sends the cookie again when the session was prolonged. */
export async function readSession({ cookies, url }: RequestEvent): Promise<SignedIn | null> {
	const id = cookies.get(SESSION_COOKIE);
	if (!id) return null;
	const signedIn = await validateSession(pool, id);
	if (!signedIn) {
		cookies.delete(SESSION_COOKIE, { path: '/' });
	} else if (signedIn.renewed) {
		const { name, value, options } = sessionCookie(signedIn.session, url.protocol === 'https:');
		cookies.set(name, value, options);
	}
	return signedIn;
}
