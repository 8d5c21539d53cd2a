import { readMigrationFiles } from 'drizzle-orm/migrator';
import postgres, { type TransactionSql } from 'postgres';
import { MIGRATIONS_FOLDER, ensureApplicationRole } from './migrate.ts';
import {
	copyIn,
	copyOut,
	demandEqual,
	demandVisible,
	listTables,
	relax
} from './snapshot-tables.ts';
import { type Header, readSnapshot, writeSnapshot } from './snapshot-file.ts';
import { Trouble } from './trouble.ts';

/** What a backup or a restore went through. */
export type Report = { tables: number; rows: number };

/** The text of a row must not depend on a server's settings: the same row has the same bytes everywhere. */
const TEXT_FORMS = {
	TimeZone: 'UTC',
	DateStyle: 'ISO, YMD',
	IntervalStyle: 'postgres',
	bytea_output: 'hex',
	extra_float_digits: 1
};

/**
 * Writes everything in the database, as of one moment, to `file`. The application may go on meanwhile.
 * KEY_SECRET, which unlocks signing keys, is not in the database and so not in the file.
 * @throws Trouble when the file exists and `replace` is not set
 */
export function backup(
	ownerUrl: string,
	file: string,
	{ replace = false }: { replace?: boolean } = {}
): Promise<Report> {
	return asOwner(ownerUrl, 'isolation level repeatable read read only', async (sql) => {
		await demandVisible(sql);
		const tables = await listTables(sql);
		const contents = async function* () {
			for (const table of tables) yield { table, data: copyOut(sql, table) };
		};
		const header = await describe(sql, tables.length);
		const rows = await writeSnapshot(file, header, contents(), { replace });
		return { tables: tables.length, rows };
	});
}

/**
 * Brings the snapshot in `file` into an empty database: migrated exactly as the snapshot was, every table loaded,
 * counted and compared. One transaction: a failure leaves the database as it was. Sessions and ways back in are then
 * `ended`: what was signed out or used since the backup must not come back to life. Letters that were waiting then are
 * `held` (not before infinity): some of them were sent since, and only a person can know whether the others still hold.
 * @throws Trouble when the database holds rows, the file is damaged, or it stems from a newer version
 */
export async function restore(
	ownerUrl: string,
	file: string
): Promise<Report & { ended: number; held: number }> {
	await demandWhole(file);
	await ensureApplicationRole(ownerUrl);
	return asOwner(ownerUrl, '', async (sql) => {
		const report = { tables: 0, rows: 0, ended: 0, held: 0 };
		await readSnapshot(file, async (header, contents) => {
			await migrateLike(sql, header);
			const tables = await listTables(sql);
			const tighten = await relax(sql);
			await sql.unsafe(`truncate ${tables.map(({ name }) => name).join(', ')}`);
			for await (const { table, data, sum } of contents) {
				if (!tables.some((own) => JSON.stringify(own) === JSON.stringify(table)))
					throw new Trouble(
						`Cadangan memuat tabel ${table.name} dalam bentuk yang tidak dikenal versi ini. Tidak ada yang dipulihkan.`
					);
				await copyIn(sql, table, data);
				await demandEqual(sql, table, sum());
				report.tables += 1;
				report.rows += sum().rows;
			}
			for (const { name, lastValue } of header.sequences)
				if (lastValue !== null) await sql`select setval(${name}::regclass, ${lastValue}::bigint)`;
			await tighten();
			const sessions = await sql`delete from sessions`;
			const recoveries = await sql`delete from recoveries`;
			report.ended = sessions.count + recoveries.count;
			const letters =
				await sql`update mails set not_before = 'infinity' where sent_at is null and recipient <> ''`;
			report.held = letters.count;
			await openSeries(sql);
		});
		return report;
	});
}

/**
 * Certificates that are earned from now on are numbered in a series of their own: numbers given since the backup was
 * made are on paper somewhere. It is told by the hour, so that two databases restored from one file differ as well.
 * Snapshots from before there were certificates need none.
 */
async function openSeries(sql: TransactionSql): Promise<void> {
	const [table] = await sql<{ present: boolean }[]>`
		select to_regclass('public.certificate_series') is not null as present`;
	if (!table?.present) return;
	await sql`
		insert into certificate_series (series, opened_at)
		select greatest(coalesce(max(series), 1) + 1, floor(extract(epoch from now() - timestamptz '2026-01-01Z') / 3600)::int), now()
		from certificate_series`;
}

/** Reads the file once to its end before anything is touched. */
function demandWhole(file: string): Promise<void> {
	return readSnapshot(file, async (_header, contents) => {
		for await (const { data } of contents) for await (const block of data) void block;
	});
}

/** One transaction on one connection, judged as the system: the owner too is bound by row-level security. */
async function asOwner<T>(
	ownerUrl: string,
	options: string,
	work: (sql: TransactionSql) => Promise<T>
): Promise<T> {
	const pool = postgres(ownerUrl, { max: 1, onnotice: () => {}, connection: TEXT_FORMS });
	try {
		const result = await pool.begin(options, async (sql) => {
			await sql`select set_config('widyapraja.actor', 'system', true)`;
			return { value: await work(sql) };
		});
		return result.value as T;
	} finally {
		await pool.end({ timeout: 5 });
	}
}

async function describe(sql: TransactionSql, tables: number): Promise<Header> {
	const [server] = await sql<{ version: string; at: string }[]>`
		select current_setting('server_version') as version, to_char(now(), 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at`;
	const sequences = await sql<{ name: string; lastValue: string | null }[]>`
		select format('%I.%I', schemaname, sequencename) as name, last_value::text as "lastValue"
		from pg_sequences where schemaname in ('public', 'drizzle') order by 1`;
	return {
		format: 'widyapraja-snapshot',
		version: 1,
		madeAt: server?.at ?? '',
		server: server?.version ?? '',
		migrations: await listApplied(sql),
		sequences: sequences.map(({ name, lastValue }) => ({ name, lastValue })),
		tables
	};
}

async function listApplied(sql: TransactionSql): Promise<Header['migrations']> {
	const [journal] = await sql<{ present: boolean }[]>`
		select to_regclass('drizzle.__drizzle_migrations') is not null as present`;
	if (!journal?.present) return [];
	const rows = await sql<{ hash: string; at: string }[]>`
		select hash, created_at::text as at from drizzle.__drizzle_migrations order by created_at`;
	return rows.map(({ hash, at }) => ({ hash, when: Number(at) }));
}

/** Applies what is missing up to the snapshot's last migration, and no further. */
async function migrateLike(sql: TransactionSql, { migrations }: Header): Promise<void> {
	const applied = await demandEmpty(sql);
	const known = readMigrationFiles({ migrationsFolder: MIGRATIONS_FOLDER });
	for (const { hash } of migrations)
		if (!known.some((own) => own.hash === hash))
			throw new Trouble(
				'Cadangan berasal dari versi Widyapraja yang lain atau lebih baru. Perbarui aplikasi, lalu ulangi.'
			);
	if (applied.some(({ hash }) => !migrations.some((wanted) => wanted.hash === hash)))
		throw new Trouble(
			'Basis data sasaran lebih baru daripada cadangan. Pulihkan ke basis data yang benar-benar kosong.'
		);
	// As drizzle-orm makes it; its rows come with the snapshot.
	await sql`create schema if not exists drizzle`;
	await sql`create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`;
	for (const { hash, sql: statements } of known)
		if (
			migrations.some((wanted) => wanted.hash === hash) &&
			!applied.some((had) => had.hash === hash)
		)
			for (const statement of statements) await sql.unsafe(statement);
}

/** Only a database without a single row may be restored into; returns the migrations it already has. */
async function demandEmpty(sql: TransactionSql): Promise<Header['migrations']> {
	for (const { name } of await listTables(sql)) {
		if (name.startsWith('drizzle.')) continue;
		const [found] = await sql.unsafe<{ filled: boolean }[]>(
			`select exists (select from ${name}) as filled`
		);
		if (found?.filled)
			throw new Trouble(
				`Basis data sasaran sudah berisi (tabel ${name}). Pulihkan hanya ke basis data kosong, misalnya dengan DATA_DIR baru.`
			);
	}
	return listApplied(sql);
}
