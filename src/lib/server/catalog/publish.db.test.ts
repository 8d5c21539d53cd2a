import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { afterAll, describe, expect } from 'vitest';
import { aCourse, aLesson, exampleTexts, registry } from '../../../../tests/support/courses.ts';
import { test } from '../../../../tests/support/database.ts';
import { aLargeCourse } from '../../../../tests/support/faultless-course.ts';
import type { Database } from '../db/connect.ts';
import { SYSTEM, withScope } from '../db/scope.ts';
import { publish, type Publication, type Published } from './publish.ts';
import { readBlocks } from './release-blocks.ts';
import {
	findCourse,
	findFile,
	findKeys,
	findLesson,
	findOutline,
	listCatalogue
} from './releases.ts';
import { readCourseFolder } from './source.ts';
import { citations, files, releases } from './tables.ts';

const at = new Date('2026-11-21T03:00:00Z');

function publication(changes: Parameters<typeof aCourse>[0] = {}): Publication {
	return {
		courseId: 'data-1',
		publisher: null,
		home: 'folder',
		files: aCourse(changes),
		registry,
		at
	};
}

const edition = (number: string) => ({
	'course.md': exampleTexts['course.md']!.replace('2026.1', number)
});

async function published(
	db: Database,
	changes: Parameters<typeof aCourse>[0] = {}
): Promise<string> {
	const result = await publish(db, publication(changes));
	expect(result.problems).toEqual([]);
	return result.releaseId!;
}

describe('publishing', () => {
	test('makes a release that the catalogue shows', async ({ db }) => {
		const releaseId = await published(db);
		const mine = (await listCatalogue(db)).filter(({ courseId }) => courseId === 'data-1');
		expect(mine).toMatchObject([
			{ courseId: 'data-1', releaseId, edition: '2026.1', modules: 1, lessons: 1 }
		]);
		const course = await findCourse(db, 'data-1');
		expect(course).toMatchObject({
			releaseId,
			title: 'Data terpadu',
			introduction: '<p>Selamat datang.</p>'
		});
		expect(course?.modules[0]).toMatchObject({
			title: 'Dasar',
			minutes: 45,
			introduction: '<p>Modul pertama, tentang data induk.</p>'
		});
	});

	test('the same bytes again change nothing, whatever their line ends', async ({ db }) => {
		const releaseId = await published(db);
		const windows = Object.fromEntries(
			Object.entries(exampleTexts).map(([path, text]) => [
				path,
				`\uFEFF${text.replaceAll('\n', '\r\n')}`
			])
		);
		expect(await publish(db, publication(windows))).toEqual({
			outcome: 'unchanged',
			releaseId,
			problems: []
		});
		expect(await db.$count(releases, eq(releases.courseId, 'data-1'))).toBe(1);
	});

	test('the same number with other content is refused', async ({ db }) => {
		await published(db);
		const other = publication({ '01-dasar/01-gejala-silo.md': aLesson('Isi lain.') });
		await expect(publish(db, other)).rejects.toMatchObject({
			reason: 'conflict',
			code: 'edition-taken'
		});
	});

	test('a course with errors is refused with all of them, and the last good release is still served', async ({
		db
	}) => {
		const releaseId = await published(db);
		const broken = publication({
			...edition('2026.2'),
			'01-dasar/01-gejala-silo.md': aLesson('![](assets/hilang.svg) [x](javascript:alert(1))')
		});
		const result = await publish(db, broken);
		expect(result.outcome).toBe('refused');
		expect(result.problems.map(({ rule }) => rule)).toEqual(
			expect.arrayContaining(['missing-asset', 'unsafe-link', 'alt-text'])
		);
		expect((await findCourse(db, 'data-1'))?.releaseId).toBe(releaseId);
	});

	test('a newer number becomes the course, and the older release stays readable', async ({
		db
	}) => {
		const first = await published(db);
		const second = await published(db, edition('2026.2'));
		expect((await findCourse(db, 'data-1'))?.releaseId).toBe(second);
		expect((await findOutline(db, first))?.edition).toBe('2026.1');
	});

	test('two processes publishing the same course at once make one release', async ({ pool }) => {
		const both = { ...publication(), courseId: 'data-serentak' };
		const results = await Promise.all(
			[1, 2].map(() => withScope(pool, SYSTEM, (db) => publish(db, both)))
		);
		expect(results.map(({ outcome }) => outcome).sort()).toEqual(['published', 'unchanged']);
	});

	test('a release refuses to be changed or deleted, even by its owner', async ({
		db,
		ownerPool
	}) => {
		await published(db);
		const statements = [
			sql`update releases set notes = 'lain'`,
			sql`delete from lessons`,
			sql`update question_keys set correct = '{}'`,
			sql`update questions set prompt = ''`,
			sql`delete from release_files`,
			sql`update files set media_type = 'text/html'`
		];
		for (const statement of statements)
			await expect(ownerPool.execute(statement)).rejects.toThrow();
	});
});

describe('reading a release', () => {
	test('a lesson comes with its checks and without their keys', async ({ db }) => {
		const releaseId = await published(db);
		const lesson = await findLesson(db, releaseId, 'gejala-silo');
		expect(lesson).toMatchObject({
			title: 'Gejala silo',
			moduleId: 'dasar',
			minutes: 45,
			objectives: [{ id: 'm1-1' }]
		});
		expect(lesson?.segments.map(({ kind }) => kind)).toEqual(['html', 'check']);
		expect(JSON.stringify(lesson)).not.toMatch(/Tepat|pengulangan|correct|rationale/);
		expect(await findLesson(db, releaseId, 'tidak-ada')).toBeNull();
	});

	test('keys are found for judging, with the rationale of each option', async ({ db }) => {
		const releaseId = await published(db);
		const lesson = await findLesson(db, releaseId, 'gejala-silo');
		const check = lesson?.checks[0];
		const options = check?.kind === 'single' ? check.options : [];
		const key = (await findKeys(db, releaseId, ['silo-1', 'tidak-ada'])).get('silo-1');
		expect(key).toEqual({
			correct: [options[0]?.id],
			detail: null,
			told: {
				options: {
					[options[0]!.id]: '<p>Tepat.</p>',
					[options[1]!.id]: '<p>Itu pengulangan.</p>'
				},
				whole: null
			}
		});
	});

	test('the state of a cited instrument follows the registry, on old releases too', async ({
		db
	}) => {
		const releaseId = await published(db);
		const htmlOf = async () =>
			JSON.stringify((await findLesson(db, releaseId, 'gejala-silo'))?.segments);
		expect(await htmlOf()).toContain('>berlaku<');
		const revoked = new Map(registry.regulations).set('uu-1-2020', {
			...registry.regulations.get('uu-1-2020')!,
			status: 'dicabut',
			revokedBy: 'uu-1-2027'
		});
		await publish(db, { ...publication(), registry: { ...registry, regulations: revoked } });
		expect(await htmlOf()).toContain('>dicabut oleh UU-1-2027<');
	});

	test('every citation is known by instrument and article', async ({ db }) => {
		const releaseId = await published(db, {
			'01-dasar/01-gejala-silo.md': aLesson('[Pasal 4](reg:uu-1-2020#pasal-4-ayat-2)').replace(
				'minutes: 45',
				'minutes: 45\nlegal: [uu-1-2027]'
			)
		});
		const rows = await db
			.select({
				lesson: citations.lessonId,
				regulation: citations.regulationId,
				article: citations.article
			})
			.from(citations)
			.where(eq(citations.releaseId, releaseId));
		expect(rows).toEqual([
			{ lesson: 'gejala-silo', regulation: 'uu-1-2027', article: null },
			{ lesson: 'gejala-silo', regulation: 'uu-1-2020', article: 'pasal-4-ayat-2' }
		]);
	});

	test('the picture of a lesson is handed out by its address, the source of a lesson never', async ({
		db
	}) => {
		const releaseId = await published(db);
		const lesson = await findLesson(db, releaseId, 'gejala-silo');
		const sha = /\/berkas\/([0-9a-f]{64})\/silo\.svg/.exec(JSON.stringify(lesson))?.[1];
		expect((await findFile(db, sha!))?.mediaType).toBe('image/svg+xml');
		const texts = await db
			.select({ sha256: files.sha256 })
			.from(files)
			.where(eq(files.mediaType, 'text/plain'));
		expect(texts.length).toBeGreaterThan(2);
		for (const { sha256 } of texts) expect(await findFile(db, sha256)).toBeNull();
	});
});

describe('a large course', () => {
	const folder = mkdtempSync(join(tmpdir(), 'widyapraja-besar-'));
	afterAll(() => rmSync(folder, { recursive: true }));

	/** The quickest of three tries, in milliseconds: a machine busy with other things is not what is measured. */
	const quickest = async (work: (attempt: number) => Promise<unknown>): Promise<number> => {
		const times: number[] = [];
		for (const attempt of [1, 2, 3]) {
			const started = performance.now();
			await work(attempt);
			times.push(performance.now() - started);
		}
		return Math.min(...times);
	};

	test(
		'a course of 300 lessons is published within ten seconds, and found unchanged within half a second',
		{ timeout: 120_000 },
		async ({ db }) => {
			const publishFolder = async (name: string, outcome: Published['outcome']) => {
				const source = await readCourseFolder(join(folder, name));
				const result = await publish(db, { ...publication(), ...source });
				expect(result).toMatchObject({ outcome, problems: [] });
			};
			for (const attempt of [1, 2, 3]) {
				for (const { path, bytes } of aLargeCourse({ modules: 30, lessons: 10, words: 600 })) {
					const place = join(folder, `besar-${attempt}`, path);
					mkdirSync(dirname(place), { recursive: true });
					writeFileSync(place, bytes);
				}
			}
			const whole = await quickest((attempt) => publishFolder(`besar-${attempt}`, 'published'));
			expect(whole).toBeLessThan(10_000);
			const unchanged = await quickest(() => publishFolder('besar-1', 'unchanged'));
			expect(unchanged).toBeLessThan(500);
		}
	);

	test('a sentence more in one of its lessons keeps the id of every block and stores two files', async ({
		db
	}) => {
		const besar = (edition: string, edited: boolean) => ({
			...{ ...publication(), courseId: 'besar' },
			files: aLargeCourse({ modules: 3, lessons: 10, words: 600, edition, edited })
		});
		const first = await publish(db, besar('2026.1', false));
		const kept = await db.$count(files);
		const second = await publish(db, besar('2026.2', true));
		expect(await db.$count(files)).toBe(kept + 2);
		const [before, after] = await Promise.all(
			[first, second].map(({ releaseId }) => readBlocks(db, releaseId!))
		);
		expect(after!.map(({ id }) => id)).toEqual(before!.map(({ id }) => id));
		const changed = after!.filter(
			({ fingerprint }, at) => fingerprint !== before![at]!.fingerprint
		);
		expect(changed.map(({ text }) => text)).toEqual([expect.stringContaining('Kalimat ini baru.')]);
	});
});
