import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { aCourse, registry } from '../../../../tests/support/courses.ts';
import { test } from '../../../../tests/support/database.ts';
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
		const results = await publishLibrary(pool, { courses, registry, problems: [] }, act);
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
		const results = await publishLibrary(pool, after, act);
		expect(results.map(({ outcome }) => outcome)).toEqual(['refused', 'unchanged']);
		expect(results[0]?.problems).toMatchObject([
			{ file: 'courses/satu/course.md', line: 4, rule: 'edition-taken' }
		]);
	});

	test('a course on which the database fails is told, and the others are published and stay so', async ({
		pool,
		ownerPool
	}) => {
		await ownerPool.execute(
			sql`alter table releases add constraint no_luck check (course_id <> 'sial')`
		);
		const courses = ['awal', 'sial', 'akhir'].map((courseId) => source(courseId));
		const results = await publishLibrary(pool, { courses, registry, problems: [] }, act);
		await ownerPool.execute(sql`alter table releases drop constraint no_luck`);
		expect(results).toMatchObject([
			{ courseId: 'awal', outcome: 'published' },
			{ courseId: 'sial', outcome: 'failed', error: { cause: { constraint_name: 'no_luck' } } },
			{ courseId: 'akhir', outcome: 'published' }
		]);
		const again = await publishLibrary(pool, { courses, registry, problems: [] }, act);
		expect(again.map(({ outcome }) => outcome)).toEqual(['unchanged', 'published', 'unchanged']);
	});
});
