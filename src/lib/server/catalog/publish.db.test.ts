import { basename } from 'node:path';
import { eq, like, sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { aCourse, aLesson, exampleTexts, registry } from '../../../../tests/support/courses.ts';
import { test } from '../../../../tests/support/database.ts';
import {
	aPublication,
	bySystem,
	edition,
	knowing,
	publishExample,
	revoked
} from '../../../../tests/support/publications.ts';
import type { Database } from '../db/connect.ts';
import { SYSTEM, withScope } from '../db/scope.ts';
import { contentHash, sha256 } from './hash.ts';
import { publish, type Publication } from './publish.ts';
import { publishRegistries } from './registry.ts';
import {
	findCourse,
	findFile,
	findKeys,
	findLesson,
	findOutline,
	listCatalogue
} from './releases.ts';
import { citations, releaseFiles, releases } from './tables.ts';

describe('publishing', () => {
	test('makes a release that the catalogue shows', async ({ db }) => {
		const releaseId = await publishExample(db);
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
		const releaseId = await publishExample(db);
		const windows = Object.fromEntries(
			Object.entries(exampleTexts).map(([path, text]) => [
				path,
				`\uFEFF${text.replaceAll('\n', '\r\n')}`
			])
		);
		expect(await publish(db, aPublication(windows))).toEqual({
			outcome: 'unchanged',
			releaseId,
			problems: [],
			newer: null
		});
		expect(await db.$count(releases, eq(releases.courseId, 'data-1'))).toBe(1);
	});

	test('the same number with other content is refused', async ({ db }) => {
		await publishExample(db);
		const other = aPublication({ '01-dasar/01-gejala-silo.md': aLesson('Isi lain.') });
		expect(await publish(db, other)).toMatchObject({
			outcome: 'refused',
			problems: [{ rule: 'edition-taken', severity: 'error', file: 'course.md', line: 4 }]
		});
	});

	test('an edition older than one that is out is refused, and the newer one stays the course', async ({
		db
	}) => {
		const tenth = await publishExample(db, edition('2026.10'));
		for (const number of ['2026.9', '2025.11']) {
			const result = await publish(db, aPublication(edition(number)));
			expect(result).toMatchObject({
				outcome: 'refused',
				problems: [{ rule: 'edition-older', severity: 'error', file: 'course.md', line: 4 }]
			});
			expect(result.problems[0]?.message).toContain('2026.10');
		}
		expect((await findCourse(db, 'data-1'))?.releaseId).toBe(tenth);
		expect((await findCourse(db, 'data-1'))?.releaseId).not.toBe(
			await publishExample(db, edition('2027.1'))
		);
	});

	test('bytes of an edition that has a newer one are told with the number that is served', async ({
		db
	}) => {
		const first = await publishExample(db);
		await publishExample(db, edition('2026.2'));
		expect(await publish(db, aPublication())).toMatchObject({
			outcome: 'unchanged',
			releaseId: first,
			newer: '2026.2'
		});
	});

	test('a course with errors is refused with all of them, and the last good release is still served', async ({
		db
	}) => {
		const releaseId = await publishExample(db);
		const broken = aPublication({
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
		const first = await publishExample(db);
		const second = await publishExample(db, edition('2026.2'));
		expect((await findCourse(db, 'data-1'))?.releaseId).toBe(second);
		expect((await findOutline(db, first))?.edition).toBe('2026.1');
	});

	describe('where its law has been revoked since', () => {
		// Found out late, as it often is: it had been revoked before the release.
		const since = knowing({ ...revoked, inForceUntil: '2026-01-18', lastChecked: '2026-11-20' });
		const record = {
			...{ id: contentHash('data-1', aCourse()), course: 'data-1', edition: '2026.1' },
			publishedOn: '2026-11-18'
		};
		const outcome = async (db: Database, changes: Partial<Publication>) => {
			await publishRegistries(db, since, bySystem);
			const given = { ...aPublication(), registry: since, record, ...changes };
			const { outcome, problems } = await publish(db, given);
			return [outcome, ...problems.map(({ rule, severity }) => `${rule} ${severity}`)];
		};
		const told = 'revoked-instrument error';

		test('a release is taken in with its record, and the repeal is a remark', async ({ db }) => {
			expect(await outcome(db, {})).toEqual(['published', 'revoked-instrument warning']);
		});

		const others: [string, Partial<Publication>][] = [
			['has no record', { record: null }],
			['is not what its record speaks of', { files: aCourse({ 'README.md': 'Lain.' }) }]
		];
		for (const [what, changes] of others) {
			test(`what ${what} is refused`, async ({ db }) => {
				expect(await outcome(db, changes)).toEqual(expect.arrayContaining(['refused', told]));
			});
		}

		test('a record excuses nothing but the law', async ({ db }) => {
			const files = aCourse({ '01-dasar/01-gejala-silo.md': null });
			const given = { files, record: { ...record, id: contentHash('data-1', files) } };
			expect((await outcome(db, given))[0]).toBe('refused');
		});
	});

	test('the law is judged by the day in Jakarta', async ({ db }) => {
		const ending = knowing({ inForceUntil: '2026-11-20' });
		await publishRegistries(db, ending, bySystem);
		const midnight = Date.parse('2026-11-21T00:00:00+07:00');
		const outcome = async (time: number) => {
			const act = { ...aPublication(), registry: ending, at: new Date(time) };
			return (await publish(db, act)).outcome;
		};
		expect(await outcome(midnight)).toBe('refused');
		expect(await outcome(midnight - 1)).toBe('published');
	});

	test('two processes publishing the same course at once make one release', async ({ pool }) => {
		await withScope(pool, SYSTEM, (db) => publishRegistries(db, registry, bySystem));
		const both = { ...aPublication(), courseId: 'data-serentak' };
		const results = await Promise.all(
			[1, 2].map(() => withScope(pool, SYSTEM, (db) => publish(db, both)))
		);
		expect(results.map(({ outcome }) => outcome).sort()).toEqual(['published', 'unchanged']);
	});

	test('a release refuses to be changed or deleted, even by its owner', async ({
		db,
		ownerPool
	}) => {
		await publishExample(db);
		const statements = [
			sql`update releases set notes = 'lain'`,
			sql`delete from lessons`,
			sql`update question_keys set correct = '{}'`,
			sql`update questions set prompt = ''`,
			sql`delete from release_files`,
			sql`update files set size = 0`
		];
		for (const statement of statements)
			await expect(ownerPool.execute(statement)).rejects.toThrow();
	});
});

describe('reading a release', () => {
	test('a lesson comes with its checks and without their keys', async ({ db }) => {
		const releaseId = await publishExample(db);
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
		const releaseId = await publishExample(db);
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
		const releaseId = await publishExample(db);
		const htmlOf = async () =>
			JSON.stringify((await findLesson(db, releaseId, 'gejala-silo'))?.segments);
		expect(await htmlOf()).toContain('>berlaku<');
		await publishRegistries(db, knowing(revoked), bySystem);
		expect(await htmlOf()).toContain('>dicabut oleh UU-1-2027<');
	});

	test('every citation is known by instrument and article', async ({ db }) => {
		const releaseId = await publishExample(db, {
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
		const releaseId = await publishExample(db);
		const lesson = await findLesson(db, releaseId, 'gejala-silo');
		const sha = /\/berkas\/([0-9a-f]{64})\/silo\.svg/.exec(JSON.stringify(lesson))?.[1];
		expect((await findFile(db, sha!, 'silo.svg'))?.mediaType).toBe('image/svg+xml');
		const texts = await db
			.select({ path: releaseFiles.path, sha256: releaseFiles.sha256 })
			.from(releaseFiles)
			.where(like(releaseFiles.path, '%.md'));
		expect(texts.length).toBeGreaterThan(2);
		for (const { path, sha256 } of texts) {
			const name = basename(path);
			expect(await findFile(db, sha256, name)).toBeNull();
			expect(await findFile(db, sha256, name.replace('.md', '.svg'))).toBeNull();
		}
	});

	test('the same bytes are what each course calls them, whoever published them first', async ({
		db
	}) => {
		const picture = exampleTexts['01-dasar/assets/silo.svg']!;
		await publishRegistries(db, registry, bySystem);
		const first = await publish(db, {
			...aPublication({ '01-dasar/assets/tiruan.vtt': picture }),
			courseId: 'tiruan'
		});
		expect(first.problems).toEqual([]);
		await publishExample(db);
		const sha = sha256(picture);
		const typeOf = async (name: string) => (await findFile(db, sha, name))?.mediaType;
		expect(await typeOf('silo.svg')).toBe('image/svg+xml');
		expect(await typeOf('tiruan.vtt')).toBe('text/vtt');
		expect(await typeOf('lain.svg')).toBeUndefined();
	});
});
