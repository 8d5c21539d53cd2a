import { describe, expect, test } from 'vitest';
import { blocksPublication } from '#lib/server/catalog/check.ts';
import { checkSource, readLibrary } from '#lib/server/catalog/library.ts';

const library = await readLibrary(['courses']);
const today = new Date().toISOString().slice(0, 10);

describe('the courses shipped here', () => {
	test('there are some, and their registry has no fault', () => {
		expect(library.courses.length).toBeGreaterThan(0);
		expect(library.problems).toEqual([]);
	});

	test.each(library.courses.map((source) => [source.courseId, source] as const))(
		'%s can be published',
		(_id, source) => {
			const { course, problems } = checkSource(source, library.registry, today);
			expect(problems.filter((problem) => blocksPublication([problem]))).toEqual([]);
			expect(course?.modules.every(({ lessons }) => lessons.length > 0)).toBe(true);
		}
	);
});
