import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { TransactionSql } from 'postgres';
import { type Sum, type Table, summing } from './snapshot-file.ts';

/** Every table of ours with the columns that can be loaded and an order that any server sorts alike. */
export async function listTables(sql: TransactionSql): Promise<Table[]> {
	const rows = await sql<Table[]>`
		select format('%I.%I', n.nspname, c.relname) as name,
			(select array_agg(quote_ident(a.attname) order by a.attnum) from pg_attribute a
				where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
			coalesce(
				(select string_agg(format('t.%I::text collate "C"', a.attname), ', ' order by array_position(i.indkey::int2[], a.attnum))
					from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
					where i.indrelid = c.oid and i.indisprimary),
				't::text collate "C"'
			) as "order"
		from pg_class c join pg_namespace n on n.oid = c.relnamespace
		where n.nspname in ('public', 'drizzle') and c.relkind in ('r', 'p') and not c.relispartition
		order by n.nspname desc, c.relname`;
	return rows.map(({ name, columns, order }) => ({ name, columns, order }));
}

/** A table's rows as PostgreSQL's COPY text, always in the same order. */
export async function* copyOut(
	sql: TransactionSql,
	{ name, columns, order }: Table
): AsyncGenerator<Buffer> {
	const rows = await sql
		.unsafe(`copy (select ${columns.join(', ')} from ${name} t order by ${order}) to stdout`)
		.readable();
	try {
		for await (const row of rows.iterator({ destroyOnReturn: false })) yield row as Buffer;
	} finally {
		// postgres.js pauses its socket when the reader is slow, and forgets to go on when the last rows came together
		// with the end or when the reader left early; without this the connection would wait for ever.
		rows.resume();
		rows._read(0);
	}
}

/** Loads COPY text into a table. */
export async function copyIn(
	sql: TransactionSql,
	{ name, columns }: Table,
	data: AsyncIterable<Buffer>
): Promise<void> {
	const target = await sql.unsafe(`copy ${name} (${columns.join(', ')}) from stdin`).writable();
	await pipeline(Readable.from(data), target);
}

/** Reads back what was loaded and compares it, byte by byte, with what was to be loaded. */
export async function demandEqual(sql: TransactionSql, table: Table, expected: Sum): Promise<void> {
	const seen = summing();
	for await (const row of copyOut(sql, table)) seen.add(row);
	const found = seen.total();
	if (found.rows !== expected.rows || found.sha256 !== expected.sha256)
		throw new Error(`${table.name} differs after loading: ${found.rows} of ${expected.rows} rows`);
}

/** A table whose policies do not let the current user see every row would be saved in part, silently. */
export async function demandVisible(sql: TransactionSql): Promise<void> {
	const hidden = await sql<{ name: string }[]>`
		select c.oid::regclass::text as name from pg_class c
		where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and row_security_active(c.oid)
			and not exists (
				select from pg_policy p
				where p.polrelid = c.oid and p.polpermissive and p.polcmd in ('*', 'r')
					and pg_get_expr(p.polqual, p.polrelid) = 'true'
					and exists (
						select from unnest(p.polroles) role where case role when 0 then true else pg_has_role(role, 'usage') end
					)
			)`;
	if (hidden.length > 0)
		throw new Error(
			`no policy shows the owner every row of: ${hidden.map(({ name }) => name).join(', ')}`
		);
}

/**
 * For the rest of the transaction: no triggers of ours, policies that do not bind the owner (COPY refuses them),
 * references checked at the end. Returns how to put all of it back.
 */
export async function relax(sql: TransactionSql): Promise<() => Promise<void>> {
	const rules = await sql<{ off: string; on: string }[]>`
		select format('alter table %s no force row level security', c.oid::regclass) as off,
			format('alter table %s force row level security', c.oid::regclass) as on
		from pg_class c where c.relforcerowsecurity and c.relnamespace = 'public'::regnamespace
		union all
		select format('alter table %s disable trigger %I', t.tgrelid::regclass, t.tgname),
			format('alter table %s enable trigger %I', t.tgrelid::regclass, t.tgname)
		from pg_trigger t join pg_class c on c.oid = t.tgrelid
		where c.relnamespace = 'public'::regnamespace and not t.tgisinternal and t.tgenabled = 'O'
		union all
		select format('alter table %s alter constraint %I deferrable initially deferred', k.conrelid::regclass, k.conname),
			format('alter table %s alter constraint %I not deferrable', k.conrelid::regclass, k.conname)
		from pg_constraint k
		where k.contype = 'f' and k.connamespace = 'public'::regnamespace and not k.condeferrable and k.conparentid = 0`;
	for (const { off } of rules) await sql.unsafe(off);
	return async () => {
		await sql`set constraints all immediate`;
		for (const { on } of rules) await sql.unsafe(on);
	};
}
