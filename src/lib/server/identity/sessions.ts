import { eq } from 'drizzle-orm';
import { Lucia, TimeSpan, type Adapter, type DatabaseSession } from 'lucia';
import type { Actor } from '../access/policy.ts';
import type { Database, Pool } from '../db/connect.ts';
import { withScope } from '../db/scope.ts';
import { digestOf, findSession, type FoundSession } from './found-session.ts';
import type { SessionMemory } from './session-memory.ts';
import { sessions } from './tables.ts';

declare module 'lucia' {
	interface Register {
		DatabaseSessionAttributes: { shared: boolean; device: string };
	}
}

/** An ordinary session ends after fourteen days without a visit. */
const ORDINARY = new TimeSpan(14, 'd');
/** On a shared device it ends after thirty idle minutes, and with the browser. */
const SHARED = new TimeSpan(30, 'm');
/** A shared session is prolonged at most once a minute: 29 to 30 idle minutes, never more. */
const SHARED_RENEWAL_AFTER = new TimeSpan(1, 'm');

/** Name of the session cookie. */
export const SESSION_COOKIE = 'widyapraja_session';

/** A session just started. The id goes into the cookie and nowhere else. */
export interface NewSession {
	id: string;
	personId: string;
	shared: boolean;
}

/** Who is signed in, as one look-up tells it. */
export interface SignedIn {
	actor: Actor;
	person: FoundSession['person'];
	/** Agency and unit of the present post; what the person does is stamped with them. */
	placement: FoundSession['placement'];
	session: {
		id: string;
		/** Names the session in lists and forms; never the id. */
		label: string;
		shared: boolean;
		createdAt: Date;
		expiresAt: Date;
	};
	/** True when the session was prolonged: send its cookie again. */
	renewed: boolean;
}

export interface SessionCookie {
	name: string;
	value: string;
	options: {
		path: '/';
		httpOnly: true;
		sameSite: 'lax';
		secure: boolean;
		/** Seconds; absent on a shared device, so that the cookie ends with the browser. */
		maxAge?: number;
	};
}

/** The cookie that carries a session; `secure` when the address is https. */
export function sessionCookie(
	{ id, shared }: Pick<NewSession, 'id' | 'shared'>,
	secure: boolean
): SessionCookie {
	const options = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
	return {
		name: SESSION_COOKIE,
		value: id,
		options: shared ? options : { ...options, maxAge: ORDINARY.seconds() }
	};
}

/** Starts a session under a new id, whatever the browser carried before. In `system` scope. */
export async function startSession(
	db: Database,
	personId: string,
	{ shared, device }: { shared: boolean; device: string }
): Promise<NewSession> {
	const lucia = luciaWith(insertingInto(db), shared);
	const { id } = await lucia.createSession(personId, { shared, device });
	return { id, personId, shared };
}

/**
 * Who carries this session id, or null. Prolongs the session when it is due. One query, no transaction, for most
 * requests; none for a session that `memory` has just met.
 */
export async function validateSession(
	pool: Pool,
	id: string,
	memory?: SessionMemory
): Promise<SignedIn | null> {
	const ask = (digest: Buffer) => findSession(pool, digest);
	const found = await (memory ? memory.find(id, ask) : ask(digestOf(id)));
	if (!found) return null;
	const adapter = adapterFor(pool, found);
	const { session } = await luciaWith(adapter, found.shared).validateSession(id);
	if (!session) return null;
	let renewed = session.fresh;
	let expiresAt = session.expiresAt;
	const lastSeen = found.expiresAt.getTime() - SHARED.milliseconds();
	if (found.shared && !renewed && Date.now() - lastSeen >= SHARED_RENEWAL_AFTER.milliseconds()) {
		expiresAt = new Date(Date.now() + SHARED.milliseconds());
		await adapter.updateSessionExpiration(id, expiresAt);
		renewed = true;
	}
	// The news of it may come after the next page.
	if (renewed) memory?.forget(found.person.id);
	const { label, shared, createdAt, person, placement, grants } = found;
	return {
		actor: { personId: person.id, grants },
		person,
		placement,
		session: { id, label, shared, createdAt, expiresAt },
		renewed
	};
}

function luciaWith(adapter: Adapter, shared: boolean): Lucia {
	return new Lucia(adapter, { sessionExpiresIn: shared ? SHARED : ORDINARY });
}

/** Lucia's view of one session that was found; what it changes is changed in the person's own scope. */
function adapterFor(pool: Pool, found: FoundSession): Adapter {
	const asPerson = (story: (db: Database) => Promise<unknown>) =>
		withScope(pool, { as: 'person', personId: found.person.id }, story);
	return {
		...refusing,
		async getSessionAndUser(id) {
			const { person, expiresAt, shared } = found;
			const attributes = { shared, device: '' };
			return [
				{ id, userId: person.id, expiresAt, attributes },
				{ id: person.id, attributes: {} }
			];
		},
		async updateSessionExpiration(id, expiresAt) {
			const digest = digestOf(id);
			await asPerson((db) =>
				db.update(sessions).set({ expiresAt }).where(eq(sessions.digest, digest))
			);
		},
		async deleteSession(id) {
			await asPerson((db) => db.delete(sessions).where(eq(sessions.digest, digestOf(id))));
		}
	};
}

function insertingInto(db: Database): Adapter {
	return {
		...refusing,
		async setSession({ id, userId, expiresAt, attributes }: DatabaseSession) {
			await db
				.insert(sessions)
				.values({ digest: digestOf(id), personId: userId, expiresAt, ...attributes });
		}
	};
}

/** Lucia asks for seven methods; each use needs one to three. The others must not be reached by mistake. */
const unused = () => Promise.reject(new Error('this session adapter does not do that'));
const refusing: Adapter = {
	getSessionAndUser: unused,
	getUserSessions: unused,
	setSession: unused,
	updateSessionExpiration: unused,
	deleteSession: unused,
	deleteUserSessions: unused,
	deleteExpiredSessions: unused
};
