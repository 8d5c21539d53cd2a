import { randomInt } from 'node:crypto';
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
 * counted and compared, then brought up to date. One transaction: a failure leaves the database as it was. Sessions and
 * ways back in are then `ended`: what was signed out or used since the backup must not come back to life. Letters that
 * were waiting then are `held` (not before infinity): some of them were sent since, and only a person can know whether
 * the others still hold. Certificates are numbered in a new series and signed by a new key.
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
			await update(sql);
			const sessions = await sql`delete from sessions`;
			const recoveries = await sql`delete from recoveries`;
			report.ended = sessions.count + recoveries.count;
			const letters =
				await sql`update mails set not_before = 'infinity' where sent_at is null and recipient <> ''`;
			report.held = letters.count;
			await openSeries(sql, header);
			await retireKeys(sql);
		});
		return report;
	});
}

/** Series told by five letters, `AAAAA` to `ZZZZZ`: more than anybody counts to by hand. */
const SERIES = { first: 475_255, after: 12_356_631 };

/**
 * Certificates are numbered from now on in a series of their own: numbers given since the backup was made are on paper
 * somewhere. It is drawn by lot, since neither a clock nor what the file holds tells two restores of it apart.
 */
async function openSeries(sql: TransactionSql, { madeAt }: Pick<Header, 'madeAt'>): Promise<void> {
	const series = randomInt(SERIES.first, SERIES.after);
	const opened = await sql`
		insert into certificate_series (series, opened_at, snapshot_at)
		select ${series}, greatest(now(), max(opened_at) + interval '1 ms'), ${madeAt}::timestamptz from certificate_series
		on conflict (series) do nothing`;
	if (opened.count === 0) return openSeries(sql, { madeAt });
	await sql`
		insert into audit_entries (act, detail) values ('backup-restored', ${sql.json({ series, madeAt })})`;
}

/** The key that signed when the backup was made may have been retired since, perhaps because it became known. */
async function retireKeys(sql: TransactionSql): Promise<void> {
	await sql`delete from signing_key_secrets`;
	await sql`update signing_keys set retired_at = greatest(now(), created_at) where retired_at is null`;
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
	for (const { hash, sql: statements } of unapplied(applied))
		if (migrations.some((wanted) => wanted.hash === hash))
			for (const statement of statements) await sql.unsafe(statement);
}

/** What this version knows beyond the migrations that were applied. */
function unapplied(applied: Header['migrations']) {
	return readMigrationFiles({ migrationsFolder: MIGRATIONS_FOLDER }).filter(
		(own) => !applied.some(({ hash }) => hash === own.hash)
	);
}

/** Brings a restored database up to date: what follows a restore is written for the newest tables alone. */
async function update(sql: TransactionSql): Promise<void> {
	for (const { hash, folderMillis, sql: statements } of unapplied(await listApplied(sql))) {
		for (const statement of statements) await sql.unsafe(statement);
		await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, ${folderMillis})`;
	}
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
