import type { RequestEvent } from '@sveltejs/kit';
import {
	SESSION_COOKIE,
	sessionCookie,
	validateSession,
	type SignedIn
} from '../identity/sessions.ts';
import { emptyMemory } from '../identity/session-memory.ts';
import { pool } from './pool.ts';

/** The sessions this process has just met. */
export const memory = emptyMemory();

/** Who is signed in, by the session cookie; sends the cookie again when the session was prolonged. */
export async function readSession({ cookies, url }: RequestEvent): Promise<SignedIn | null> {
	const id = cookies.get(SESSION_COOKIE);
	if (!id) return null;
	const signedIn = await validateSession(pool, id, memory);
	if (!signedIn) {
		cookies.delete(SESSION_COOKIE, { path: '/' });
	} else if (signedIn.renewed) {
		const { name, value, options } = sessionCookie(signedIn.session, url.protocol === 'https:');
		cookies.set(name, value, options);
	}
	return signedIn;
}
