import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import postgres, { type Sql } from 'postgres';
import { expect } from 'vitest';
import { test } from '../../../../tests/support/snapshots.ts';
import { backup, restore } from './backup.ts';
import { MIGRATIONS_FOLDER, pendingMigrations } from './migrate.ts';
import { writeTrouble } from './snapshot-file.ts';
import { Trouble } from './trouble.ts';

/** Since when a letter waited to be sent. */
const WAITED = '2026-01-02T03:04:05+00:00';

const HOSTILE =
	'tab\t baris\nbaru\r\n garis\\miring \\. \\N "kutip" \'satu\' ☕ ꦱ \u{1f600} ,; null';

test('what was saved comes back the same, table by table', async ({ folder, database }) => {
	const [source, target] = [await database('migrated'), await database('empty')];
	await fill(source);
	const file = join(folder, 'cadangan.wp');
	const saved = await backup(source, file);
	expect(saved.rows).toBeGreaterThan(10);
	const restored = await restore(target, file);
	expect(restored).toEqual({ ...saved, ended: 3, held: 1 });
	expect(await contents(target)).toEqual(await restorable(source));
	expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test('a migrated database without rows may be restored into, one with rows may not', async ({
	folder,
	database
}) => {
	const [source, target] = [await database('migrated'), await database('migrated')];
	await fill(source);
	const file = join(folder, 'cadangan.wp');
	await backup(source, file);
	await restore(target, file);
	await expect(restore(target, file)).rejects.toThrow(/sudah berisi/);
	expect(await contents(target)).toEqual(await restorable(source));
});

test('numbers given since the backup are not given again, also where it is restored twice', async ({
	folder,
	database
}) => {
	const source = await database('migrated');
	const numbers = (url: string) =>
		asSystem(url, (sql) => sql`select * from take_certificate_number('KEM', 2026)`.values());
	await fill(source);
	await numbers(source);
	const file = join(folder, 'cadangan.wp');
	await backup(source, file);
	const [before] = await numbers(source);
	const target = await database('empty');
	await restore(target, file);
	const [after] = await numbers(target);
	expect(after![1]).toBe(1);
	const later = join(folder, 'lagi.wp');
	await backup(target, later);
	const [twice, again] = [await database('empty'), await database('empty')];
	await restore(twice, file);
	await restore(again, later);
	const [other] = await numbers(twice);
	const [last] = await numbers(again);
	const series = [before, after, other, last].map((given) => given![0]);
	expect(new Set(series).size).toBe(4);
	expect([other, last].map((given) => given![1])).toEqual([1, 1]);
});

test('a snapshot from before there were certificates is numbered in a new series as well', async ({
	folder,
	database
}) => {
	const [source, target] = [await database('empty'), await database('empty')];
	await migrateBefore(source, 'certificate_series');
	const file = join(folder, 'cadangan.wp');
	await backup(source, file);
	await restore(target, file);
	expect(await pendingMigrations(target)).toEqual([]);
	const [given] = await asSystem(target, (sql) =>
		sql`select * from take_certificate_number('KEM', 2026)`.values()
	);
	expect(given![0]).toBeGreaterThan(1);
});

test('what a restore undid is kept until somebody has looked, and on record', async ({
	folder,
	database
}) => {
	const [source, target] = [await database('migrated'), await database('empty')];
	const file = join(folder, 'cadangan.wp');
	await backup(source, file);
	await restore(target, file);
	const [[opened], [entry]] = await asSystem(target, async (sql) => [
		await sql`select series, snapshot_at as "snapshotAt", opened_at as "openedAt", reviewed_at as "reviewedAt" from certificate_series`,
		await sql`select actor_id as actor, detail from audit_entries where act = 'backup-restored'`
	]);
	expect(opened).toMatchObject({ snapshotAt: expect.any(Date), reviewedAt: null });
	expect(opened!.openedAt.getTime()).toBeGreaterThan(opened!.snapshotAt.getTime());
	expect(entry).toEqual({
		actor: null,
		detail: { series: opened!.series, madeAt: opened!.snapshotAt.toISOString().slice(0, 19) + 'Z' }
	});
});

test('rules that were set aside for loading hold again afterwards', async ({
	folder,
	database
}) => {
	const [source, target] = [await database('migrated'), await database('empty')];
	await fill(source);
	const file = join(folder, 'cadangan.wp');
	await backup(source, file);
	await restore(target, file);
	expect(await rules(target)).toEqual(await rules(source));
	const sql = postgres(target, { max: 1 });
	await expect(sql`delete from audit_entries`).rejects.toThrow(/never changed or deleted/);
	expect(
		await sql`select relname from pg_class where relname = 'people' and relforcerowsecurity`
	).toHaveLength(1);
	await sql.end();
});

test('a file that exists is kept unless replacing it was asked for', async ({
	folder,
	database
}) => {
	const source = await database('migrated');
	const file = join(folder, 'cadangan.wp');
	await writeFile(file, 'milik orang lain');
	await expect(backup(source, file)).rejects.toThrow(/tidak ditimpa/);
	expect(await readFile(file, 'utf8')).toBe('milik orang lain');
	await backup(source, file, { replace: true });
	expect(existsSync(`${file}.part`)).toBe(false);
});

test('a damaged or cut file is refused and leaves the target as it was', async ({
	folder,
	database
}) => {
	const [source, target] = [await database('migrated'), await database('empty')];
	await fill(source);
	const file = join(folder, 'cadangan.wp');
	await backup(source, file);
	const whole = await readFile(file);
	const plain = gunzipSync(whole);
	const name = plain.indexOf('Sri');
	const changed = Buffer.from(plain);
	changed.write('Tri', name);
	const lines = plain.toString('latin1').trimEnd().split('\n');
	const damages: Record<string, Buffer> = {
		'the last bytes are missing': whole.subarray(0, -20),
		'half is missing': whole.subarray(0, whole.length / 2),
		'it is empty': Buffer.alloc(0),
		'it is no archive': Buffer.from('bukan cadangan'),
		'a bit of the archive flipped': flipped(whole),
		'a letter of the data changed': gzipSync(changed),
		'the end mark is missing': gzipSync(Buffer.from(`${lines.slice(0, -1).join('\n')}\n`, 'latin1'))
	};
	for (const [damage, bytes] of Object.entries(damages)) {
		const broken = join(folder, 'rusak.wp');
		await writeFile(broken, bytes);
		await expect(restore(target, broken), damage).rejects.toThrow(Trouble);
	}
	await restore(target, file);
	expect(await contents(target)).toEqual(await restorable(source));
});

test('a snapshot from another version is refused', async ({ folder, database }) => {
	const [source, target] = [await database('migrated'), await database('empty')];
	const file = join(folder, 'cadangan.wp');
	await backup(source, file);
	const foreign = gunzipSync(await readFile(file))
		.toString('latin1')
		.replace(/"hash":"...../, '"hash":"00000');
	await writeFile(file, gzipSync(Buffer.from(foreign, 'latin1')));
	await expect(restore(target, file)).rejects.toThrow(/versi Widyapraja yang lain/);
});

test('rows written while the backup runs are not in it', async ({ folder, database }) => {
	const [source, target] = [await database('migrated'), await database('empty')];
	await fill(source);
	const file = join(folder, 'cadangan.wp');
	const writer = postgres(source, { max: 1 });
	const running = backup(source, file);
	for (let round = 0; round < 20; round++)
		await writer.begin(async (sql) => {
			await sql`select set_config('widyapraja.actor', 'system', true)`;
			const [person] = await sql`insert into people (employee_kind) values ('pns') returning id`;
			await sql`insert into person_names (person_id, name) values (${person!.id}, 'Sela')`;
		});
	await running;
	await writer.end();
	await restore(target, file);
	const { 'public.people': people, 'public.person_names': names } = await contents(target);
	expect(people).toHaveLength(names!.length);
});

test.for([
	['only to the application', 'to widyapraja_app using (acting_as_system())'],
	['in part', 'using (acting_as_system())'],
	['for writing alone', 'for insert with check (true)']
])('a table that shows its rows %s stops the backup', async ([, policy], { folder, database }) => {
	const source = await database('migrated');
	const sql = postgres(source, { max: 1 });
	await sql.unsafe(`
		create table memoirs (line text);
		alter table memoirs enable row level security;
		alter table memoirs force row level security;
		create policy memoirs_policy on memoirs ${policy}`);
	const file = join(folder, 'cadangan.wp');
	await expect(backup(source, file)).rejects.toThrow('memoirs');
	await sql`create policy memoirs_owner on memoirs to current_user using (true)`;
	await sql.end();
	await backup(source, file);
});

test('a file that cannot be written is told with its folder and what to do', async ({
	folder,
	database
}) => {
	const source = await database('migrated');
	await writeFile(join(folder, 'catatan'), '');
	const missing = join(folder, 'tiada');
	await expect(backup(source, join(missing, 'c.wp'))).rejects.toThrow(
		new Trouble(
			`Cadangan tidak dapat ditulis: folder ${missing} tidak ada. Buat dahulu, atau pilih tempat lain.`
		)
	);
	await expect(backup(source, join(folder, 'catatan', 'c.wp'))).rejects.toThrow(/bukan folder/);
	await expect(backup(source, folder, { replace: true })).rejects.toThrow(/adalah folder/);
	const codes = { EACCES: /izinnya/, EROFS: /izinnya/, ENOSPC: /habis/, EDQUOT: /habis/ };
	for (const [code, words] of Object.entries(codes)) {
		const told = writeTrouble(Object.assign(new Error(), { code }), '/media/usb/c.wp');
		expect(told).toBeInstanceOf(Trouble);
		expect(String(told)).toMatch(words);
		expect(String(told)).toContain('/media/usb');
	}
});

/** Some of everything: references, a tree, arrays, bytes, JSON, NULL and text that breaks naive formats. */
async function fill(url: string): Promise<void> {
	await asSystem(url, async (sql) => {
		const [agency] =
			await sql`insert into agencies (code, name, kind, time_zone) values ('UJI', ${HOSTILE}, 'city', 'Asia/Jayapura') returning id`;
		let parent: string | null = null;
		for (const name of ['akar', 'dahan', 'ranting'])
			[{ id: parent }] =
				(await sql`insert into units (id, agency_id, parent_id, name) values (${randomUUID()}, ${agency!.id}, ${parent}, ${name}) returning id`) as unknown as [
					{ id: string }
				];
		for (const name of ['Sri', HOSTILE]) {
			const [person] =
				await sql`insert into people (employee_kind, language) values ('pns', ${name === 'Sri' ? null : 'en'}) returning id`;
			const id = person!.id as string;
			await sql`insert into person_names (person_id, name, title_after) values (${id}, ${name}, '')`;
			await sql`insert into sessions (digest, person_id, expires_at, device) values (${Buffer.from(name)}, ${id}, 'infinity', ${HOSTILE})`;
			await sql`insert into audit_entries (actor_id, act, subject_id, detail) values (${id}, 'uji', null, ${sql.json({ [HOSTILE]: [HOSTILE, null, 1.5, { a: [] }] })})`;
			await sql`insert into check_states (person_id, release_id, lesson_id, question_id, tries, last_choice, last_correct, last_at)
				values (${id}, ${HOSTILE}, 'a', 'b', 1, ${[HOSTILE, '', 'NULL', '{}', ',']}, true, '2026-02-28 23:59:59.123456+07')`;
		}
		await sql`insert into mails (recipient, subject, body, not_before) values ('sri@contoh.go.id', 'Surat', ${HOSTILE}, ${WAITED})`;
		await sql`insert into recoveries (person_id, kind, secret_hash, expires_at)
			select id, 'link', 'x', 'infinity' from people limit 1`;
		await sql`insert into sign_in_failures (key, kind)
			select decode(lpad(to_hex(n % 256), 2, '0') || '00ff0a5c', 'hex'), 'account' from generate_series(1, 3000) n`;
	});
}

/** What a restore brings back: everything but sessions and ways back in. */
async function restorable(url: string): Promise<Record<string, string[]>> {
	const all = await contents(url);
	expect(all['public.sessions']).toHaveLength(2);
	expect(all['public.recoveries']).toHaveLength(1);
	const held = all['public.mails']!.map((row) => row.replace(WAITED, 'infinity'));
	expect(held).not.toEqual(all['public.mails']);
	return { ...all, 'public.sessions': [], 'public.recoveries': [], 'public.mails': held };
}

/** Every row of every table as text, in an order of its own. */
async function contents(url: string): Promise<Record<string, string[]>> {
	return asSystem(url, async (sql) => {
		const tables = await sql<{ name: string }[]>`
			select schemaname || '.' || tablename as name from pg_tables where schemaname in ('public', 'drizzle') order by 1`;
		const all: Record<string, string[]> = {};
		for (const { name } of tables) {
			const rows = await sql.unsafe<{ row: string }[]>(
				`select to_jsonb(t)::text as row from ${name} t order by 1`
			);
			// A restore opens a series and is on record, which a test of its own looks at.
			const own = name === 'public.certificate_series' ? () => false : isRestorable;
			all[name] = rows.map(({ row }) => row).filter(own);
		}
		return all;
	});
}

const isRestorable = (row: string) => !row.includes('"backup-restored"');

/** Migrates an empty database to just before the migration that makes a table. */
async function migrateBefore(url: string, table: string): Promise<void> {
	const sql = postgres(url, { max: 1, onnotice: () => {} });
	await sql`create schema drizzle`;
	await sql`create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`;
	for (const migration of readMigrationFiles({ migrationsFolder: MIGRATIONS_FOLDER })) {
		if (migration.sql.some((statement) => statement.includes(`CREATE TABLE "${table}"`))) break;
		for (const statement of migration.sql) await sql.unsafe(statement);
		await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values (${migration.hash}, ${migration.folderMillis})`;
	}
	await sql.end();
}

async function rules(url: string): Promise<unknown> {
	return asSystem(
		url,
		(sql) => sql`
			select relname as name, relforcerowsecurity::text as rule from pg_class where relnamespace = 'public'::regnamespace
			union all select tgname, tgenabled::text from pg_trigger where not tgisinternal
			union all select conname, condeferrable::text from pg_constraint where connamespace = 'public'::regnamespace
			order by 1, 2`
	);
}

async function asSystem<T>(url: string, work: (sql: Sql) => Promise<T>): Promise<T> {
	const sql = postgres(url, { max: 1, connection: { options: '-c widyapraja.actor=system' } });
	try {
		return await work(sql);
	} finally {
		await sql.end();
	}
}

function flipped(bytes: Buffer): Buffer {
	const copy = Buffer.from(bytes);
	const at = Math.floor(copy.length / 2);
	copy[at] = copy[at]! ^ 0x10;
	return copy;
}
