import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sql } from 'drizzle-orm';
import { parse, stringify } from 'yaml';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { inDatabase, TEMPLATE } from '../../../../tests/support/postgres.ts';
import { isoDay } from '../../format/dates.ts';
import { connect } from '../db/connect.ts';
import { readCourseFolder } from './source.ts';

// The command line, as an administrator uses it, on machines as different as environment variables make them.
const here = { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' };
const there = { TZ: 'America/Los_Angeles', LC_ALL: 'C', LANG: 'C' };

const databases = [
	'test_export_here',
	'test_export_there',
	'test_export_again',
	'test_export_later'
] as const;
type Name = (typeof databases)[number];

const folder = mkdtempSync(join(tmpdir(), 'widyapraja-export-'));
const owner = connect(inject('ownerUrl'), { max: 1 });

beforeAll(async () => {
	for (const name of databases)
		await owner.execute(
			sql`create database ${sql.identifier(name)} template ${sql.identifier(TEMPLATE)}`
		);
});

afterAll(async () => {
	for (const name of databases)
		await owner.execute(sql`drop database ${sql.identifier(name)} with (force)`);
	await owner.$client.end();
	rmSync(folder, { recursive: true });
});

function courses(database: Name, environment: Record<string, string>, ...words: string[]) {
	const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/courses.ts', ...words], {
		encoding: 'utf8',
		env: {
			...process.env,
			...environment,
			DATABASE_URL: inDatabase(inject('appUrl'), database),
			DATABASE_OWNER_URL: inDatabase(inject('ownerUrl'), database)
		}
	});
	expect(stderr).toBe('');
	expect(status, stdout).toBe(0);
	return stdout;
}

/** Every row of what makes a release, but for who published it and when, and numbers the database counts out. */
async function rowsIn(database: Name): Promise<Record<string, string[]>> {
	const db = connect(inDatabase(inject('ownerUrl'), database), { max: 1 });
	const tables = [
		...['courses', 'releases', 'release_files', 'files', 'lessons', 'blocks', 'questions'],
		...['question_keys', 'glossary_terms', 'citations', 'regulations', 'competencies']
	];
	const rows: Record<string, string[]> = {};
	for (const table of tables) {
		const found = await db.execute<{ row: string }>(sql`
			select (to_jsonb(t) - 'published_at' - 'published_by' - 'created_at'
				- case when ${table} = 'citations' then 'id' else '' end)::text as row
			from ${sql.identifier(table)} as t`);
		rows[table] = found.map(({ row }) => row).sort();
		expect(rows[table].length, table).toBeGreaterThan(0);
	}
	await db.$client.end();
	return rows;
}

/** A copy of the courses shipped here, as another machine would check it out: other line ends, a byte order mark. */
async function foreignCopy(): Promise<string> {
	const library = join(folder, 'asing');
	const { files } = readCourseFolder('courses/spbe-101');
	const foreign = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
	// Written the other way round, for a file system that lists files as they came.
	for (const { path, bytes } of files.toReversed()) {
		const place = join(library, 'spbe-101', path);
		mkdirSync(dirname(place), { recursive: true });
		const textual = /\.(md|svg)$/.test(path);
		writeFileSync(place, textual ? foreign(Buffer.from(bytes).toString('utf8')) : bytes);
	}
	for (const name of ['regulations.yaml', 'competencies.yaml'])
		writeFileSync(join(library, name), foreign(readFileSync(join('courses', name), 'utf8')));
	return library;
}

describe('a release', () => {
	test(
		'is the same, row by row, wherever the same folder is published',
		{ timeout: 120_000 },
		async () => {
			courses('test_export_here', here, 'publish', 'courses/spbe-101');
			courses('test_export_there', there, 'publish', await foreignCopy());
			expect(await rowsIn('test_export_there')).toEqual(await rowsIn('test_export_here'));
		}
	);

	test(
		'is taken out and published elsewhere as the same release',
		{ timeout: 120_000 },
		async () => {
			const target = join(folder, 'keluar');
			const said = courses('test_export_here', here, 'export', 'spbe-101', target);
			expect(said).toMatch(
				/^spbe-101@\d{4}\.\d+: \d+ berkas ditulis ke .*keluar.spbe-101 \(rilis [0-9a-f]{64}\)\.\n$/
			);
			courses('test_export_again', there, 'publish', target);
			expect(await rowsIn('test_export_again')).toEqual(await rowsIn('test_export_here'));
			expect(courses('test_export_here', here, 'publish', target)).toBe(
				'spbe-101: tidak berubah\n'
			);
		}
	);

	test('is taken in elsewhere after a law it cites was revoked', { timeout: 120_000 }, async () => {
		const target = join(folder, 'dicabut');
		courses('test_export_here', here, 'export', 'spbe-101', target);
		const laws = join(target, 'regulations.yaml');
		const tomorrow = isoDay(new Date(Date.now() + 86_400_000));
		const entries = parse(readFileSync(laws, 'utf8')) as { id: string }[];
		const revoked = { status: 'dicabut', revokedBy: 'uu-27-2022', inForceUntil: tomorrow };
		writeFileSync(
			laws,
			stringify(
				entries.map((entry) => (entry.id === 'uu-20-2023' ? { ...entry, ...revoked } : entry))
			)
		);
		const said = courses('test_export_later', there, 'publish', target);
		expect(said).toMatch(/^spbe-101: diterbitkan\n/);
		expect(said).toContain('revoked-instrument');
		expect((await rowsIn('test_export_later'))['blocks']).toEqual(
			(await rowsIn('test_export_here'))['blocks']
		);
	});

	test('is not written over what is there, nor made up', { timeout: 120_000 }, () => {
		const run = (...words: string[]) =>
			spawnSync(process.execPath, ['src/cli/courses.ts', ...words], {
				encoding: 'utf8',
				env: { ...process.env, DATABASE_URL: inDatabase(inject('appUrl'), 'test_export_here') }
			});
		expect(run('export', 'spbe-101', 'courses').stderr).toMatch(/courses.spbe-101 sudah berisi/);
		expect(run('export', 'spbe-101@1999.1', join(folder, 'lain')).stderr).toMatch(
			/^Edisi "spbe-101@1999.1" tidak ada/
		);
		expect(run('cites', 'uu-20-2032').stderr).toMatch(/Maksud Anda "uu-20-2023"\?/);
	});

	test('is asked by command which of its places cite a law', { timeout: 120_000 }, () => {
		const lines = courses('test_export_here', here, 'cites', 'uu-20-2023').trimEnd().split('\n');
		expect(lines.at(-1)).toMatch(/^uu-20-2023: \d+ kutipan pada 1 edisi, \d+ materi, \d+ soal\.$/);
		for (const line of lines.slice(0, -1))
			expect(line).toMatch(/^spbe-101@\d{4}\.\d+ \S+\.md:\d+ (pasal-\S+|\(seluruhnya\))/);
		const machine = courses('test_export_here', here, 'cites', 'uu-20-2023', '--json');
		expect(JSON.parse(machine)).toMatchObject({ certificates: [] });
		expect((JSON.parse(machine) as { citations: [] }).citations).toHaveLength(lines.length - 1);
	});
});
