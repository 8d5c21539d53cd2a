import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sql } from 'drizzle-orm';
import type { SourceFile } from '#lib/server/catalog/course.ts';
import { readLibrary } from '#lib/server/catalog/library.ts';
import { APPLICATION_ROLE, connect, type Pool } from '#lib/server/db/connect.ts';
import { publishLibrary } from '#lib/server/journeys/publish-course.ts';
import { aLargeCourse } from '../support/faultless-course.ts';
import type { Application } from './application.ts';

const LESSONS = 300;

const instrument =
	'- { id: uu-1-2020, kind: uu, number: 1, year: 2020, title: Undang-Undang, short: UU 1/2020, status: berlaku, source: contoh, lastChecked: 2026-11-01 }\n';

const besar = (edition: string, edited: boolean) =>
	aLargeCourse({ modules: LESSONS / 10, lessons: 10, words: 600, edition, edited });

/**
 * Milliseconds from a folder of 300 lessons to a release: the first edition, the same folder again, an edition with
 * one sentence more. Beside it the bare work: reading the files, hashing them, and one row in the database for each.
 */
export async function measurePublishing({ databaseUrl }: Application): Promise<string[]> {
	const folder = await mkdtemp(join(tmpdir(), 'widyapraja-besar-'));
	const pool = connect(databaseUrl, { role: APPLICATION_ROLE, max: 1 });
	try {
		await writeFile(join(folder, 'regulations.yaml'), instrument);
		await write(folder, besar('2026.1', false));
		const first = await publishing(pool, folder, 'published');
		const unchanged = await publishing(pool, folder, 'unchanged');
		const bare = await bareWork(pool, folder);
		await write(folder, besar('2026.2', true));
		const edited = await publishing(pool, folder, 'published');
		const times = (value: number) => (value / bare).toFixed(1);
		return [
			`terbit, ${LESSONS} materi (folder sampai rilis): ${first.toFixed(0)} ms (syarat ≤ 10.000), ${times(first)} kali kerja polos ${bare.toFixed(0)} ms`,
			`folder yang sama lagi: ${unchanged.toFixed(0)} ms (syarat ≤ 500)`,
			`satu kalimat berubah: ${edited.toFixed(0)} ms, ${times(edited)} kali kerja polos`
		];
	} finally {
		await pool.$client.end();
		await rm(folder, { recursive: true });
	}
}

async function write(folder: string, files: readonly SourceFile[]): Promise<void> {
	for (const { path, bytes } of files) {
		await mkdir(dirname(join(folder, 'besar', path)), { recursive: true });
		await writeFile(join(folder, 'besar', path), bytes);
	}
}

async function publishing(pool: Pool, folder: string, outcome: string): Promise<number> {
	const started = performance.now();
	const library = await readLibrary([folder]);
	const { courses } = await publishLibrary(pool, library, { publisher: null, at: new Date() });
	const [result] = courses;
	if (result?.outcome !== outcome)
		throw new Error(`the course was ${result?.outcome}, not ${outcome}`);
	return performance.now() - started;
}

async function bareWork(pool: Pool, folder: string): Promise<number> {
	const started = performance.now();
	const { courses } = await readLibrary([folder]);
	const files = courses.flatMap((course) => course.files);
	const rows = files.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex'));
	await pool.transaction((tx) =>
		Promise.all(
			rows.map((hash, at) => tx.execute(sql`select ${hash}::text, ${files[at]!.path}::text`))
		)
	);
	return performance.now() - started;
}
