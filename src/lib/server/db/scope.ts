import { sql } from 'drizzle-orm';
import { readings, transact, type Database, type Pool } from './connect.ts';

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
	return transact(pool, `begin; ${settingOf(scope)}`, story);
}

/**
 * The same for a story that only reads, and mostly what is in memory: a transaction for each statement, none for none.
 * Whatever writes is refused.
 */
export function readInScope<T>(
	pool: Pool,
	scope: Scope,
	story: (db: Database) => Promise<T>
): Promise<T> {
	return readings(pool, `begin read only; ${settingOf(scope)}`, story);
}

/** Says who acts, as SQL without parameters. Throws when the person's id is none. */
function settingOf(scope: Scope): string {
	const actor = `set local widyapraja.actor = ${scope.as}`;
	if (scope.as !== 'person') return `${actor}; set local widyapraja.person = ''`;
	if (!UUID.test(scope.personId))
		throw new Error('a scope was asked for something that is no person');
	return `${actor}; set local widyapraja.person = '${scope.personId}'`;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Sets who acts for the rest of the open transaction. */
export async function enterScope(db: Database, scope: Scope): Promise<void> {
	const person = scope.as === 'person' ? scope.personId : '';
	await db.execute(
		sql`select set_config('widyapraja.actor', ${scope.as}, true), set_config('widyapraja.person', ${person}, true)`
	);
}
