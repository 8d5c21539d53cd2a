import { eq, sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import {
	aCourse,
	aLesson,
	aQuestion,
	exampleTexts,
	registry
} from '../../../../tests/support/courses.ts';
import { test } from '../../../../tests/support/database.ts';
import type { Database } from '../db/connect.ts';
import { SYSTEM, withScope } from '../db/scope.ts';
import { publish } from './publish.ts';
import { publishRegistries } from './registry.ts';
import { readBlocks } from './release-blocks.ts';
import { blocks, releases } from './tables.ts';

type Changes = Parameters<typeof aCourse>[0];

const lessonFile = '01-dasar/01-gejala-silo.md';
const first = aLesson('Satu pemilik mencatat.\n\nDua dinas menyalin.');

/** Publishes the next edition of the example course. */
async function release(db: Database, number: number, changes: Changes = {}, courseId = 'data-1') {
	await publishRegistries(db, registry, { publisher: null, at: new Date() });
	const result = await publish(db, {
		...{ courseId, publisher: null, home: 'folder' as const, registry, at: new Date() },
		files: aCourse({
			'course.md': exampleTexts['course.md']!.replace('2026.1', `2026.${number}`),
			...changes
		})
	});
	return result;
}

async function released(db: Database, number: number, changes: Changes = {}, courseId = 'data-1') {
	const { problems, releaseId } = await release(db, number, changes, courseId);
	expect(problems).toEqual([]);
	return readBlocks(db, releaseId!);
}

/** The id of the block of the lesson `gejala-silo`, or its successor, that begins so. */
const idOf = (all: Awaited<ReturnType<typeof released>>, text: string) =>
	all.find((block) => block.lessonId !== 'lain' && block.text.startsWith(text))?.id;

describe('the blocks of a release', () => {
	test('keep their ids when a lesson is edited, moved to another module and its file renamed', async ({
		db
	}) => {
		const before = await released(db, 1, { [lessonFile]: first });
		const module = exampleTexts['01-dasar/module.md']!;
		const after = await released(db, 2, {
			'course.md': exampleTexts['course.md']!.replace('2026.1', '2026.2').replace('jp: 1', 'jp: 2'),
			[lessonFile]: aLesson('', { check: 'lain-1' }).replace(
				'title: Gejala silo',
				'title: Lain\nid: lain'
			),
			'02-lanjut/module.md': module.replace('m1-1', 'm2-1'),
			'02-lanjut/05-silo.md': first
				.replaceAll('m1-1', 'm2-1')
				.replace('title:', 'id: gejala-silo\ntitle:')
				.replace('Satu pemilik mencatat.', 'Hanya satu pemilik mencatat.')
		});
		for (const text of ['Dua dinas', 'Tanyakan'])
			expect(idOf(after, text)).toBe(idOf(before, text));
		expect(idOf(after, 'Hanya satu pemilik')).toBe(idOf(before, 'Satu pemilik'));
		expect(after.find(({ id }) => id === 'question:silo-1')).toMatchObject({
			...{ lessonId: 'gejala-silo', moduleId: 'lanjut', file: '02-lanjut/05-silo.md' }
		});
	});

	test('are carried on by the lesson that replaces theirs, edited as they may be', async ({
		db
	}) => {
		const before = await released(db, 1, { [lessonFile]: first });
		const after = await released(db, 2, {
			[lessonFile]: first
				.replace('title:', 'id: silo-baru\nreplaces: [gejala-silo]\ntitle:')
				.replace('Dua dinas menyalin.', 'Dua dinas sekarang menyalin.')
		});
		expect(idOf(after, 'Dua dinas')).toBe(idOf(before, 'Dua dinas'));
		const [stored] = await db
			.select({ outline: releases.outline })
			.from(releases)
			.where(eq(releases.number, '2026.2'));
		expect(stored?.outline.replaced).toEqual([
			{ kind: 'lesson', id: 'gejala-silo', by: 'silo-baru' }
		]);
	});

	test('have the ids they would have had where the same editions are published elsewhere', async ({
		db
	}) => {
		const editions = [
			{ [lessonFile]: first },
			{ [lessonFile]: first.replace('Dua dinas', 'Tiga dinas kota') },
			{ [lessonFile]: `${first}\nTambahan di akhir.\n` }
		];
		const ids: string[][] = [];
		for (const courseId of ['di-sini', 'di-sana']) {
			for (const [at, changes] of editions.entries()) {
				const all = await released(db, at + 1, changes, courseId);
				if (at === 2) ids.push(all.map(({ id }) => id));
			}
		}
		expect(ids[0]).toEqual(ids[1]);
	});

	test('keep their ids when their author names them, and when the name is taken away', async ({
		db
	}) => {
		const named = (name: string) => ({
			[lessonFile]: aLesson(`:::case${name}\nWarga mengantre tiga kali.\n:::`)
		});
		const ids: (string | undefined)[] = [];
		for (const [at, name] of ['', '{#kasus}', '{#kasus}', ''].entries())
			ids.push(idOf(await released(db, at + 1, named(name)), 'Warga'));
		expect(new Set(ids).size).toBe(1);
		const all = await released(db, 5, named('{#antre}'));
		expect(all.find(({ text }) => text.startsWith('Warga'))).toMatchObject({
			...{ id: ids[0], authored: 'block:antre' }
		});
		expect(idOf(await released(db, 6, named('{#lain}')), 'Warga')).not.toBe(ids[0]);
	});

	test('hold no word of a question, and stand in no passer-by’s way', async ({ db }) => {
		const all = await released(db, 1, {
			[lessonFile]: aLesson(`::::scenario{#kasus}\nWarga mengantre.\n\n${aQuestion('dalam-1')}::::`)
		});
		expect(JSON.stringify(all)).not.toMatch(/Tepat|pengulangan|Satu kali|Tiga kali/);
		expect(all.filter(({ kind }) => kind === 'question')).toHaveLength(2);
	});

	test('cannot be changed, even by the owner', async ({ ownerPool }) => {
		await expect(ownerPool.execute(sql`update blocks set text = ''`)).rejects.toThrow();
		await expect(ownerPool.execute(sql`delete from blocks`)).rejects.toThrow();
	});

	test('of a release from before they were kept are read from its sources, and carried on', async ({
		pool,
		ownerPool
	}) => {
		const course = 'warisan';
		const before = await withScope(pool, SYSTEM, (db) =>
			released(db, 1, { [lessonFile]: first }, course)
		);
		await ownerPool.transaction(async (owner) => {
			await owner.execute(sql`alter table blocks disable trigger blocks_immutable`);
			await owner.delete(blocks);
			await owner.execute(sql`alter table blocks enable trigger blocks_immutable`);
		});
		await withScope(pool, SYSTEM, async (db) => {
			const [old] = await db.select().from(releases).where(eq(releases.courseId, course));
			expect(await readBlocks(db, old!.id)).toEqual(before);
			const changed = { [lessonFile]: first.replace('Dua dinas', 'Dua dinas kota') };
			const after = await released(db, 2, changed, course);
			expect(idOf(after, 'Dua dinas kota')).toBe(idOf(before, 'Dua dinas'));
		});
	});
});

describe('an id that vanishes', () => {
	const gone = {
		[lessonFile]: aLesson('', { check: 'baru-1' }).replace(
			'title: Gejala',
			'id: silo-baru\ntitle: Gejala'
		)
	};

	test('keeps the edition from being published, until it is accounted for', async ({ db }) => {
		await released(db, 1);
		const refused = await release(db, 2, gone);
		expect(refused.outcome).toBe('refused');
		expect(
			refused.problems.map(({ rule, severity, file }) => `${rule} ${severity} ${file}`)
		).toEqual([`vanished-id error ${lessonFile}`, `vanished-id error ${lessonFile}`]);
		expect(await db.$count(releases, eq(releases.courseId, 'data-1'))).toBe(1);

		const accounted = {
			'course.md': exampleTexts['course.md']!.replace('2026.1', '2026.2').replace(
				'jp: 1',
				'jp: 1\nretired: [{ id: silo-1, reason: Diganti kasus baru. }]'
			),
			[lessonFile]: gone[lessonFile]!.replace('title:', 'replaces: [gejala-silo]\ntitle:')
		};
		await released(db, 2, accounted);
		// What an edition accounted for stays accounted for, whether it says so again or not.
		await released(db, 3, gone);
		await released(db, 4, {
			...accounted,
			'course.md': accounted['course.md'].replace('2026.2', '2026.4')
		});
	});

	test('is not given to another thing later, but may come back as what it was', async ({ db }) => {
		const retiring = (number: number) => ({
			'course.md': exampleTexts['course.md']!.replace('2026.1', `2026.${number}`).replace(
				'jp: 1',
				'jp: 1\nretired: [{ id: silo-3, reason: Diganti kasus baru. }]'
			)
		});
		const with3 = (options?: string) => ({ [lessonFile]: aLesson(aQuestion('silo-3', options)) });
		await released(db, 1, with3());
		await released(db, 2, retiring(2));
		const other = '- [x] Empat kali\n  > Tepat.\n- [ ] Dua kali\n  > Itu pengulangan.\n';
		const { outcome, problems } = await release(db, 3, with3(other));
		expect(outcome).toBe('refused');
		expect(problems).toMatchObject([
			{ rule: 'reused-id', severity: 'error', file: lessonFile, line: 7 }
		]);
		expect(problems[0]?.message).toMatch(/^Pengenal soal "silo-3" .*edisi 2026\.1/);
		await released(db, 3, with3());
		// Back, it is a question like any other: it may be edited again.
		await released(db, 4, with3(other));
	});

	test('of an objective is told with the edition and file it last stood in', async ({ db }) => {
		await released(db, 1);
		const { problems } = await release(db, 2, {
			'01-dasar/module.md': exampleTexts['01-dasar/module.md']!.replaceAll('m1-1', 'm1-2'),
			[lessonFile]: aLesson().replaceAll('m1-1', 'm1-2')
		});
		expect(problems.map(({ message }) => message)).toEqual([
			expect.stringMatching(
				/^Tujuan "m1-1" \(edisi 2026\.1, 01-dasar\/module\.md:1\) tidak ada lagi\./
			)
		]);
	});
});
