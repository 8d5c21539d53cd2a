import { randomUUID } from 'node:crypto';
import type { Pool } from '../db/connect.ts';
import { digestOf, type FoundSession } from './found-session.ts';

/** The channel on which the database says whose identity, post or rights have changed (migration 0003). */
const CHANNEL = 'widyapraja_person';
/** Milliseconds a session is answered from memory at most, should news of a change be lost. */
const AT_MOST = 5000;
/** Sessions kept at once; some 5 MB. */
const MOST = 5000;

/** Sessions found in the last seconds, so that a page need not ask what the page before it asked. */
export interface SessionMemory {
	/** The session, from memory or by asking. Nothing is kept before `hear(true)`. */
	find(
		id: string,
		ask: (digest: Buffer) => Promise<FoundSession | null>
	): Promise<FoundSession | null>;
	/** Forgets a person's sessions, and what is being asked about them right now; without an id, all. */
	forget(personId?: string): void;
	/** Whether news of changes arrives from now on, so that sessions may be kept. Forgets all. */
	hear(news: boolean): void;
}

/** An empty memory; `now` in milliseconds, never going back. */
export function emptyMemory(now = () => performance.now()): SessionMemory {
	const kept = new Map<string, { session: FoundSession; until: number }>();
	const namesOf = new Map<string, Set<string>>();
	let hearing = false;
	// An answer that was under way when news came may be older than the news: it is used, not kept.
	let news = 0;

	const drop = (name: string) => {
		const personId = kept.get(name)?.session.person.id;
		if (personId === undefined) return;
		kept.delete(name);
		const names = namesOf.get(personId);
		names?.delete(name);
		if (names?.size === 0) namesOf.delete(personId);
	};
	/** All are kept equally long, so the first are the oldest. */
	const dropOld = () => {
		for (const [name, { until }] of kept) {
			if (until > now() && kept.size < MOST) return;
			drop(name);
		}
	};
	const keep = (name: string, session: FoundSession) => {
		dropOld();
		kept.set(name, { session, until: now() + AT_MOST });
		const names = namesOf.get(session.person.id) ?? new Set();
		namesOf.set(session.person.id, names.add(name));
	};
	const forgetAll = () => {
		kept.clear();
		namesOf.clear();
	};

	return {
		async find(id, ask) {
			const digest = digestOf(id);
			const name = digest.toString('latin1');
			const known = kept.get(name);
			if (known && known.until > now()) return known.session;
			drop(name);
			const heard = news;
			const session = await ask(digest);
			if (session && hearing && heard === news) keep(name, session);
			return session;
		},
		forget(personId) {
			news++;
			if (personId) for (const name of namesOf.get(personId) ?? []) drop(name);
			else forgetAll();
		},
		hear(arrives) {
			news++;
			forgetAll();
			hearing = arrives;
		}
	};
}

/**
 * Lets the memory hear from the database who has changed, in this process or another. It keeps nothing before a word of
 * our own has come back: behind a pooler that shares connections LISTEN is granted and nothing is ever heard.
 */
export async function hearOfChanges(pool: Pool, memory: SessionMemory): Promise<void> {
	const word = randomUUID();
	const heard = (said: string) => (said === word ? memory.hear(true) : memory.forget(said));
	const listening = () => {
		memory.hear(false);
		// Should it fail, the memory simply stays empty.
		pool.$client.notify(CHANNEL, word).catch(() => memory.hear(false));
	};
	await pool.$client.listen(CHANNEL, heard, listening);
}
