import { getTableColumns, sql } from 'drizzle-orm';
import type { Database } from '../db/connect.ts';
import type { Regulation } from './fields.ts';
import type { Registry } from './regulations.ts';
import { regulations } from './tables.ts';

/** How long a process may show a state that another process has just changed (milliseconds). */
const freshFor = 60_000;

let kept: { registry: Registry; readAt: number } | null = null;

/** The instruments as last published; read again at most once a minute. */
export async function findRegistry(db: Database): Promise<Registry> {
	if (kept && performance.now() - kept.readAt < freshFor) return kept.registry;
	const rows = await db.select().from(regulations);
	const registry = new Map(
		rows.map(({ inForceFrom, inForceUntil, revokedBy, note, ...row }): [string, Regulation] => [
			row.id,
			{
				...row,
				...(inForceFrom !== null && { inForceFrom }),
				...(inForceUntil !== null && { inForceUntil }),
				...(revokedBy !== null && { revokedBy }),
				...(note !== null && { note })
			}
		])
	);
	kept = { registry, readAt: performance.now() };
	return registry;
}

/** Writes the instruments as they are now known; rows that say the same are left alone. */
export async function upsertRegulations(db: Database, registry: Registry): Promise<void> {
	kept = null;
	if (registry.size === 0) return;
	const { id: _, ...columns } = getTableColumns(regulations);
	const names = Object.values(columns).map(({ name }) =>
		name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
	);
	const set = Object.fromEntries(
		Object.keys(columns).map((key, index) => [key, sql.raw(`excluded.${names[index]}`)])
	);
	const row = (prefix: string) =>
		sql.raw(`(${names.map((name) => `${prefix}.${name}`).join(', ')})`);
	await db
		.insert(regulations)
		.values(
			[...registry.values()].map((regulation) => ({
				inForceFrom: null,
				inForceUntil: null,
				revokedBy: null,
				note: null,
				...regulation
			}))
		)
		.onConflictDoUpdate({
			target: regulations.id,
			set,
			setWhere: sql`${row('regulations')} is distinct from ${row('excluded')}`
		});
}
