import { createHmac } from 'node:crypto';
import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm';
import type { Database, Pool } from '../db/connect.ts';
import { SYSTEM, withScope } from '../db/scope.ts';
import { Refusal } from '../refusal.ts';
import { closedUntil, type Allowance } from './throttle.ts';
import { signInFailures } from './tables.ts';

type Kind = (typeof signInFailures.$inferSelect)['kind'];

/** Something that may be tried only so often: an account, an address. */
export interface Door {
	kind: Kind;
	/** Keyed hash of the identifier or address, so that the table names nobody. */
	key: Buffer;
	allowance: Allowance;
}

/** The door of `value`; `secret` keys the hash (KEY_SECRET). */
export function doorOf(kind: Kind, value: string, secret: string, allowance: Allowance): Door {
	const key = createHmac('sha256', secret).update(`${kind}\0${value}`).digest();
	return { kind, key, allowance };
}

/**
 * Makes a try that may be made only so often: `attempt` answers null when it failed. The failure is counted before the
 * try and taken back once it succeeded, so that parallel tries can never get more than the allowance, and one that makes
 * the attempt throw is not free. Throws (`conflict`,
 * `try-later`, minutes) when a door is closed; such a knock is not counted. Doors are locked in the order given: the
 * same kinds in the same order.
 */
export async function tryAt<T>(
	pool: Pool,
	doors: readonly Door[],
	now: Date,
	attempt: () => Promise<T | null>
): Promise<T | null> {
	const counted = doors.length > 0 ? await knock(pool, doors, now) : [];
	const result = await attempt();
	if (result !== null && counted.length > 0)
		await withScope(pool, SYSTEM, (db) => forgive(db, counted));
	return result;
}

/** Counts a try at every door as failed and returns the ids of the counts; throws as `tryAt` does. */
export function knock(pool: Pool, doors: readonly Door[], now: Date): Promise<string[]> {
	return withScope(pool, SYSTEM, async (db) => {
		for (const { key } of doors) {
			await db.execute(
				sql`select pg_advisory_xact_lock(hashtextextended(${key.toString('hex')}, 0))`
			);
		}
		for (const door of doors) {
			const until = closedUntil(await listFailures(db, door), door.allowance, now);
			if (!until) continue;
			const minutes = Math.ceil((until.getTime() - now.getTime()) / 60_000);
			throw new Refusal('conflict', 'try-later', { minutes });
		}
		const counted = await db
			.insert(signInFailures)
			.values(doors.map(({ key, kind }) => ({ key, kind, at: now })))
			.returning({ id: signInFailures.id });
		return counted.map(({ id }) => id);
	});
}

async function forgive(db: Database, counted: readonly string[]): Promise<void> {
	await db.delete(signInFailures).where(inArray(signInFailures.id, [...counted]));
}

/** Opens a door again: its owner has shown who they are. In `system` scope. */
export async function reopen(db: Database, { key }: Door): Promise<void> {
	await db.delete(signInFailures).where(eq(signInFailures.key, key));
}

/** Forgets failures older than a day; a job, in `system` scope. */
export async function deleteOldFailures(db: Database, now = new Date()): Promise<void> {
	const yesterday = new Date(now.getTime() - 24 * 3_600_000);
	await db.delete(signInFailures).where(lt(signInFailures.at, yesterday));
}

async function listFailures(db: Database, { key, kind, allowance }: Door): Promise<Date[]> {
	const rows = await db
		.select({ at: signInFailures.at })
		.from(signInFailures)
		.where(and(eq(signInFailures.key, key), eq(signInFailures.kind, kind)))
		.orderBy(desc(signInFailures.at))
		.limit(allowance.failures);
	return rows.map(({ at }) => at);
}
