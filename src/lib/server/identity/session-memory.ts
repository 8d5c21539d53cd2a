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
	/** The session, from memory or by asking. Nothing is kept before `listen`. */
	find(
		id: string,
		ask: (digest: Buffer) => Promise<FoundSession | null>
	): Promise<FoundSession | null>;
	/** Forgets a person's sessions, and what is being asked about them right now; without an id, all. */
	forget(personId?: string): void;
	/** From now on news of changes arrives, so sessions may be kept. */
	listen(): void;
}

/** An empty memory; `now` in milliseconds. */
export function emptyMemory(now: () => number = Date.now): SessionMemory {
	const kept = new Map<string, { session: FoundSession; until: number }>();
	let listening = false;
	// An answer that was under way when news came may be older than the news: it is used, not kept.
	let news = 0;
	return {
		async find(id, ask) {
			const digest = digestOf(id);
			const name = digest.toString('latin1');
			const known = kept.get(name);
			if (known && known.until > now()) return known.session;
			kept.delete(name);
			const heard = news;
			const session = await ask(digest);
			if (session && listening && heard === news) {
				kept.set(name, { session, until: now() + AT_MOST });
				// The first is the oldest, for all are kept equally long.
				if (kept.size > MOST) kept.delete(kept.keys().next().value!);
			}
			return session;
		},
		forget(personId) {
			news++;
			if (!personId) kept.clear();
			else
				for (const [name, { session }] of kept)
					if (session.person.id === personId) kept.delete(name);
		},
		listen() {
			news++;
			kept.clear();
			listening = true;
		}
	};
}

/** Lets the memory hear from the database who has changed, in this process or another. */
export async function hearOfChanges(pool: Pool, memory: SessionMemory): Promise<void> {
	await pool.$client.listen(CHANNEL, memory.forget, memory.listen);
}
