import { getTableColumns, sql, type SQL } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Database } from '../db/connect.ts';
import { columnName } from '../db/rows.ts';
import type { Registries } from './competencies.ts';
import { competencies, regulations } from './tables.ts';

/** How long a process may show a state that another process has just changed (milliseconds). */
const freshFor = 60_000;

let kept: { registries: Registries; readAt: number } | null = null;

/** Instruments and competencies as last published; read again at most once a minute. */
export async function findRegistries(db: Database): Promise<Registries> {
	if (kept && performance.now() - kept.readAt < freshFor) return kept.registries;
	const [instruments, named] = await Promise.all([
		db.select().from(regulations),
		db.select().from(competencies)
	]);
	const registries: Registries = {
		regulations: new Map(instruments.map((row) => [row.id, withoutNulls(row)])),
		competencies: new Map(named.map((row) => [row.id, withoutNulls(row)]))
	};
	kept = { registries, readAt: performance.now() };
	return registries;
}

/** Writes instruments and competencies as they are now known; rows that say the same are left alone. */
export async function upsertRegistries(
	db: Database,
	{ regulations: instruments, competencies: named }: Registries
): Promise<void> {
	kept = null;
	const absent = { inForceFrom: null, inForceUntil: null, revokedBy: null, note: null };
	if (instruments.size > 0) {
		await db
			.insert(regulations)
			.values([...instruments.values()].map((entry) => ({ ...absent, ...entry })))
			.onConflictDoUpdate({ target: regulations.id, ...replacing(regulations) });
	}
	if (named.size > 0) {
		await db
			.insert(competencies)
			.values(
				[...named.values()].map((entry) => ({ regulation: null, description: null, ...entry }))
			)
			.onConflictDoUpdate({ target: competencies.id, ...replacing(competencies) });
	}
}

/** Every column but the id is taken from the new row, where it says something else. */
function replacing(table: typeof regulations | typeof competencies) {
	const { id: _, ...columns } = getTableColumns<PgTable>(table);
	const set = Object.keys(columns).map((key) => [
		key,
		sql`excluded.${sql.identifier(columnName(key))}`
	]);
	return {
		set: Object.fromEntries(set) as Record<string, SQL>,
		setWhere: sql`(${table}.*) is distinct from (excluded.*)`
	};
}

type WithoutNulls<Row> = {
	[Key in keyof Row as null extends Row[Key] ? never : Key]: Row[Key];
} & { [Key in keyof Row as null extends Row[Key] ? Key : never]?: NonNullable<Row[Key]> };

/** A row as it stood in its file: what is not known is absent. */
function withoutNulls<Row extends object>(row: Row): WithoutNulls<Row> {
	return Object.fromEntries(
		Object.entries(row).filter(([, value]) => value !== null)
	) as WithoutNulls<Row>;
}
