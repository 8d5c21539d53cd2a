import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Database } from '../db/connect.ts';
import { PUBLIC, readInScope, withScope, type Scope } from '../db/scope.ts';
import type { SignedIn } from '../identity/sessions.ts';
import type { Learner } from '../learning/enrolments.ts';
import { pool } from './pool.ts';

/**
 * The signed-in person, or a redirect to sign-in that comes back to this page; where something was typed meanwhile, it is
 * shown first, to be kept.
 */
export function requireSignedIn(event: Pick<RequestEvent, 'locals' | 'url' | 'request'>): SignedIn {
	const { signedIn } = event.locals;
	if (signedIn) return signedIn;
	const { pathname, search } = event.url;
	const back = event.request.method === 'GET' ? pathname + search : pathname;
	const signIn = `/masuk?lanjut=${encodeURIComponent(back)}`;
	const { m, unsent } = event.locals;
	if (unsent && unsent.length > 0)
		error(401, m.failures.signedOut, { remedy: m.failures.signedOutText, typed: unsent, signIn });
	redirect(303, signIn);
}

/** One short transaction judged as the visitor: the signed-in person or the public. */
export function inScope<T>(locals: App.Locals, story: (db: Database) => Promise<T>): Promise<T> {
	return withScope(pool, scopeOf(locals), story);
}

/** The same for what only reads, and reads little (`readInScope`). */
export function readingScope<T>(
	locals: App.Locals,
	story: (db: Database) => Promise<T>
): Promise<T> {
	return readInScope(pool, scopeOf(locals), story);
}

function scopeOf({ signedIn }: App.Locals): Scope {
	return signedIn ? { as: 'person', personId: signedIn.actor.personId } : PUBLIC;
}

/** The signed-in person as a learner, stamped with where they work now. */
export function learnerOf({ actor, placement }: SignedIn): Learner {
	return { personId: actor.personId, ...placement };
}
