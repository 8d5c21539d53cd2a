import { isDeepStrictEqual } from 'node:util';
import { getTableColumns, sql, type SQL } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { isoDay } from '../../format/dates.ts';
import { record } from '../audit/entries.ts';
import type { Database } from '../db/connect.ts';
import { columnName } from '../db/rows.ts';
import { graded } from './check.ts';
import type { Registries } from './competencies.ts';
import type { Problem } from './course.ts';
import type { Regulation } from './fields.ts';
import { supersedes } from './regulations.ts';
import { competencies, regulations } from './tables.ts';

/** How long a process may show a state that another process has just changed (milliseconds). */
const freshFor = 60_000;

let kept: { registries: Registries; readAt: number } | null = null;
/** How often they were forgotten: what was being read meanwhile may be older than the change; it is used, not kept. */
let forgotten = 0;

/** Instruments and competencies as last published; read again at most once a minute. */
export async function findRegistries(db: Database): Promise<Registries> {
	if (kept && performance.now() - kept.readAt < freshFor) return kept.registries;
	const heard = forgotten;
	const [instruments, named] = await Promise.all([
		db.select().from(regulations),
		db.select().from(competencies)
	]);
	const registries: Registries = {
		regulations: new Map(instruments.map((row) => [row.id, withoutNulls(row)])),
		competencies: new Map(named.map((row) => [row.id, withoutNulls(row)]))
	};
	if (heard === forgotten) kept = { registries, readAt: performance.now() };
	return registries;
}

/** Lets go of what this process keeps of the registries; for whoever has just committed a change of them. */
export function forgetRegistries(): void {
	kept = null;
	forgotten++;
}

/** What became of registries that were published. */
export interface PublishedRegistries {
	/** The same instruments and competencies as they are known now: what a course is judged by. */
	registry: Registries;
	/** Entries that say less than what is known already, and were left aside. */
	remarks: Problem[];
}

/**
 * Makes instruments and competencies known as these registries have them. Of an instrument, what was checked later
 * stays (`supersedes`), so that an older copy never turns the law back; every change of one goes on record. The caller
 * calls `forgetRegistries` once this is committed.
 */
export async function publishRegistries(
	db: Database,
	{ regulations: instruments, competencies: named, ...rest }: Registries,
	{ publisher, at }: { publisher: string | null; at: Date }
): Promise<PublishedRegistries> {
	forgetRegistries();
	// One after the other: what is compared here must still be true when it is written.
	await db.execute(sql`select pg_advisory_xact_lock(hashtextextended('registries', 0))`);
	const rows = await db.select().from(regulations);
	const known = new Map(rows.map((row) => [row.id, withoutNulls(row)]));
	const different = [...instruments.values()].filter(
		(entry) => !isDeepStrictEqual(entry, known.get(entry.id))
	);
	const { taken = [], older = [] } = Object.groupBy(different, (entry) => {
		const before = known.get(entry.id);
		return !before || supersedes(entry, before, isoDay(at)) ? 'taken' : 'older';
	});
	await storeRegulations(db, taken);
	for (const { id, status, lastChecked } of taken) {
		const before = known.get(id)?.status;
		if (before === undefined) continue;
		const detail = { regulation: id, before, status, lastChecked };
		await record(db, publisher, { act: 'regulation-changed', detail });
	}
	await storeCompetencies(db, [...named.values()]);
	const standing = new Map(instruments);
	for (const { id } of older) standing.set(id, known.get(id)!);
	return {
		registry: { ...rest, regulations: standing, competencies: named },
		remarks: graded(older.map((entry) => remarkOn(entry, known.get(entry.id)!)))
	};
}

function remarkOn({ id, lastChecked }: Regulation, known: Regulation) {
	return {
		...{ file: 'regulations.yaml', line: 1, column: 1, rule: 'regulation-older' },
		message: `Catatan "${id}" (diperiksa ${lastChecked}) tidak dipakai: yang sudah diketahui di sini diperiksa ${known.lastChecked}, berstatus ${known.status}. Perbarui butirnya; bila keliru, periksa lagi dan tulis lastChecked hari pemeriksaannya.`
	};
}

async function storeRegulations(db: Database, entries: readonly Regulation[]): Promise<void> {
	if (entries.length === 0) return;
	const absent = { inForceFrom: null, inForceUntil: null, revokedBy: null, note: null };
	await db
		.insert(regulations)
		.values(entries.map((entry) => ({ ...absent, ...entry })))
		.onConflictDoUpdate({ target: regulations.id, ...replacing(regulations) });
}

/** Rows that say the same are left alone. */
async function storeCompetencies(
	db: Database,
	entries: readonly (typeof competencies.$inferInsert)[]
): Promise<void> {
	if (entries.length === 0) return;
	await db
		.insert(competencies)
		.values(entries.map((entry) => ({ regulation: null, description: null, ...entry })))
		.onConflictDoUpdate({ target: competencies.id, ...replacing(competencies) });
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
