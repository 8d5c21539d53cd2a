import { eq, sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { aCourse, registry } from '../../../../tests/support/courses.ts';
import { test } from '../../../../tests/support/database.ts';
import { auditEntries } from '../audit/tables.ts';
import { readRegistries } from '../catalog/library.ts';
import { findRegistries, forgetRegistries, publishRegistries } from '../catalog/registry.ts';
import { publishLibrary } from './publish-course.ts';

const at = new Date('2026-11-21T03:00:00Z');

describe('a library of courses', () => {
	const source = (courseId: string, changes: Parameters<typeof aCourse>[0] = {}) => ({
		courseId,
		folder: `courses/${courseId}`,
		files: aCourse(changes),
		findings: []
	});
	const act = { publisher: null, at };

	test('one course that is refused does not keep the others from being published', async ({
		pool
	}) => {
		const courses = [source('rusak', { 'course.md': null }), source('baik')];
		const { courses: results } = await publishLibrary(
			pool,
			{ courses, registry, problems: [] },
			act
		);
		expect(results.map(({ courseId, outcome }) => `${courseId} ${outcome}`)).toEqual([
			'rusak refused',
			'baik published'
		]);
		expect(results[0]?.problems[0]?.file).toBe('courses/rusak/course.md');
	});

	test('content that changed under a published number is told as a problem of course.md', async ({
		pool
	}) => {
		const before = { courses: [source('satu'), source('dua')], registry, problems: [] };
		await publishLibrary(pool, before, act);
		const after = {
			...before,
			courses: [source('satu', { 'glossary.md': 'data induk\n: Lain.\n' }), source('dua')]
		};
		const { courses: results } = await publishLibrary(pool, after, act);
		expect(results.map(({ outcome }) => outcome)).toEqual(['refused', 'unchanged']);
		expect(results[0]?.problems).toMatchObject([
			{ file: 'courses/satu/course.md', line: 4, rule: 'edition-taken' }
		]);
	});

	test('the registries shipped here change nothing when they are published again', async ({
		db
	}) => {
		const { registry: shipped } = await readRegistries(['courses']);
		await publishRegistries(db, shipped, act);
		forgetRegistries();
		const { regulations } = await findRegistries(db);
		for (const [id, entry] of shipped.regulations) expect(regulations.get(id)).toEqual(entry);
		const count = () => db.$count(auditEntries, eq(auditEntries.act, 'regulation-changed'));
		const before = await count();
		expect(await publishRegistries(db, shipped, act)).toEqual({ registry: shipped, remarks: [] });
		expect(await count()).toBe(before);
	});

	test('an older copy of its registry is left aside, told of once, and judges no course', async ({
		pool
	}) => {
		const entry = { ...registry.regulations.get('uu-1-2020')!, lastChecked: '2026-11-20' };
		const revoked = { ...entry, status: 'dicabut', revokedBy: 'uu-1-2027' } as const;
		const regulations = new Map(registry.regulations).set('uu-1-2020', revoked);
		const newer = { ...registry, regulations };
		await publishLibrary(pool, { courses: [], registry: newer, problems: [] }, act);
		const courses = [source('lama'), source('lama-juga')];
		const { remarks, courses: results } = await publishLibrary(
			pool,
			{ courses, registry, problems: [] },
			act
		);
		expect(remarks.map(({ rule }) => rule)).toEqual(['regulation-older']);
		for (const { outcome, problems } of results) {
			expect(outcome).toBe('refused');
			expect(problems.map(({ rule }) => rule)).toEqual(['revoked-instrument']);
		}
		expect((await findRegistries(pool)).regulations.get('uu-1-2020')?.status).toBe('dicabut');
		const checkedAgain = new Map(registry.regulations).set('uu-1-2020', {
			...registry.regulations.get('uu-1-2020')!,
			lastChecked: '2026-11-21'
		});
		const mended = { courses, registry: { ...registry, regulations: checkedAgain }, problems: [] };
		const again = await publishLibrary(pool, mended, act);
		expect(again.courses.map(({ outcome }) => outcome)).toEqual(['published', 'published']);
	});

	test('a course on which the database fails is told, and the others are published and stay so', async ({
		pool,
		ownerPool
	}) => {
		await ownerPool.execute(
			sql`alter table releases add constraint no_luck check (course_id <> 'sial')`
		);
		const courses = ['awal', 'sial', 'akhir'].map((courseId) => source(courseId));
		const { courses: results } = await publishLibrary(
			pool,
			{ courses, registry, problems: [] },
			act
		);
		await ownerPool.execute(sql`alter table releases drop constraint no_luck`);
		expect(results).toMatchObject([
			{ courseId: 'awal', outcome: 'published' },
			{ courseId: 'sial', outcome: 'failed', error: { cause: { constraint_name: 'no_luck' } } },
			{ courseId: 'akhir', outcome: 'published' }
		]);
		const { courses: again } = await publishLibrary(pool, { courses, registry, problems: [] }, act);
		expect(again.map(({ outcome }) => outcome)).toEqual(['unchanged', 'published', 'unchanged']);
	});
});
