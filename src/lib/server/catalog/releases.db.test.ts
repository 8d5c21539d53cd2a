import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { aCourse, aLesson, exampleTexts, registry } from '../../../../tests/support/courses.ts';
import { test } from '../../../../tests/support/database.ts';
import type { Database } from '../db/connect.ts';
import { publish } from './publish.ts';
import { publishRegistries } from './registry.ts';
import {
	findCourse,
	findFile,
	findLesson,
	listCatalogue,
	ownIntroduction,
	readStretch
} from './releases.ts';

async function published(db: Database, texts: Record<string, string>) {
	const act = { publisher: null, at: new Date() };
	await publishRegistries(db, registry, act);
	return publish(db, {
		courseId: 'data-1',
		home: 'folder',
		files: aCourse(texts),
		registry,
		...act
	});
}

const edition = (db: Database, number: string) =>
	published(db, { 'course.md': exampleTexts['course.md']!.replace('2026.1', number) });

async function released(db: Database) {
	await published(db, {
		'01-dasar/module.md': `${exampleTexts['01-dasar/module.md']!}\n## Bekal\n\nSatu contoh.\n`,
		'01-dasar/01-gejala-silo.md': aLesson().replace(
			'minutes: 45',
			'minutes: 45\nlegal: [uu-1-2020]'
		)
	});
	return (await findCourse(db, 'data-1'))!;
}

test('the catalogue follows each new edition', async ({ db }) => {
	for (const number of ['2026.1', '2026.2']) {
		const { releaseId } = await edition(db, number);
		for (let visitor = 1; visitor <= 2; visitor++)
			expect(await listCatalogue(db)).toMatchObject([
				{ courseId: 'data-1', releaseId, edition: number, modules: 1, lessons: 1 }
			]);
	}
});

test('a stretch of a file is read by itself', async ({ db }) => {
	await edition(db, '2026.1');
	const [picture] = await db.execute<{ sha256: string; bytes: Buffer }>(
		sql`select sha256, bytes from files join release_files using (sha256) where path like '%/silo.svg'`
	);
	const { sha256, bytes } = picture!;
	expect(await findFile(db, sha256, 'silo.svg')).toEqual({
		mediaType: 'image/svg+xml',
		length: bytes.length
	});
	const stretch = async (first: number, last: number) =>
		Buffer.from(await readStretch(db, sha256, { first, last }));
	expect(await stretch(0, bytes.length - 1)).toEqual(bytes);
	expect(await stretch(3, 9)).toEqual(bytes.subarray(3, 10));
});

describe('what a release shows', () => {
	test('a module brings its own text, below its title, or higher on a page of its own', async ({
		db
	}) => {
		const [module] = (await released(db)).modules;
		expect(module!.introduction).toContain('Modul pertama, tentang data induk.');
		expect(module!.introduction).toMatch(/<h4 id="dasar--[^"]+">Bekal<\/h4>/);
		expect(ownIntroduction(module!.introduction)).toMatch(/<h2 id="dasar--[^"]+">Bekal<\/h2>/);
	});

	test('a lesson names the instruments it rests on, with their state today', async ({ db }) => {
		const { releaseId } = await released(db);
		const lesson = await findLesson(db, releaseId, 'gejala-silo');
		expect(lesson!.legal).toMatchObject([
			{ id: 'uu-1-2020', short: 'UU-1-2020', status: 'berlaku' }
		]);
	});
});
