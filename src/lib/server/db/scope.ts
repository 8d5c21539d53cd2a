import { sql } from 'drizzle-orm';
import type { Database, Pool } from './connect.ts';

/** Who acts, as row-level security sees it. `public` sees what anyone may see; `system` is for jobs and start-up. */
export type Scope = { as: 'person'; personId: string } | { as: 'system' } | { as: 'public' };

export const SYSTEM: Scope = { as: 'system' };
export const PUBLIC: Scope = { as: 'public' };

/** Opens one short transaction in which every query is judged as `scope`, and hands it to `story`. */
export function withScope<T>(
	pool: Pool,
	scope: Scope,
	story: (db: Database) => Promise<T>
): Promise<T> {
	return pool.transaction(async (db) => {
		// Sent without waiting, so that it travels with the story's first queries: one connection keeps their order.
		const entered = enterScope(db, scope);
		const [result] = await Promise.all([story(db), entered]);
		return result;
	});
}

/** Sets who acts for the rest of the open transaction. */
export async function enterScope(db: Database, scope: Scope): Promise<void> {
	const person = scope.as === 'person' ? scope.personId : '';
	await db.execute(
		sql`select set_config('widyapraja.actor', ${scope.as}, true), set_config('widyapraja.person', ${person}, true)`
	);
}
