import { getTableColumns, getTableName, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Database } from './connect.ts';

/** Rows in one statement: enough to make the round trips cheap, few enough to keep a statement small. */
const atOnce = 1000;

/** A column's name in the database: drizzle's casing knows it only while it writes a statement. */
export function columnName(key: string): string {
	return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/**
 * Inserts many rows of one shape, each statement with a single JSON parameter; drizzle's own insert builds every
 * value of every row and takes ten times as long. Not for bytes; columns the rows lack take their default.
 * @throws Error when a row names other columns than the first: what it alone names would be lost
 */
export async function insertRows<Table extends PgTable>(
	db: Database,
	table: Table,
	rows: readonly Table['$inferInsert'][]
): Promise<void> {
	const known = getTableColumns(table);
	const keys = columnsOf(rows[0] ?? {}, known);
	if (rows.some((row) => columnsOf(row, known).join() !== keys.join()))
		throw new Error(`rows of different shapes were to be inserted into ${getTableName(table)}`);
	const names = sql.raw(keys.map((key) => `"${columnName(key)}"`).join(', '));
	for (let from = 0; from < rows.length; from += atOnce) {
		const records = rows
			.slice(from, from + atOnce)
			.map((row: Record<string, unknown>) =>
				Object.fromEntries(keys.map((key) => [columnName(key), row[key] ?? null]))
			);
		await db.execute(sql`
			insert into ${table} (${names})
			select ${names} from jsonb_populate_recordset(null::${table}, ${JSON.stringify(records)}::jsonb)`);
	}
}

/** What a row names of its table, in one order. */
function columnsOf(row: object, known: object): string[] {
	return Object.keys(row)
		.filter((key) => key in known)
		.sort();
}
