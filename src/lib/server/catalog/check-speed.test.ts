import { describe, expect, test } from 'vitest';
import { registry } from '../../../../tests/support/courses.ts';
import { aLargeCourse } from '../../../../tests/support/faultless-course.ts';
import { checkCourse } from './check.ts';

/** Milliseconds of the quickest of two checks, which the machine's other work disturbs least. */
function quickest(lessons: number): number {
	const files = aLargeCourse({ modules: lessons / 20, lessons: 20, words: 700 });
	const times = [1, 2].map(() => {
		const started = performance.now();
		expect(checkCourse('besar', files, registry, '2026-11-21').problems).toEqual([]);
		return performance.now() - started;
	});
	return Math.min(...times);
}

describe('checking many lessons', () => {
	test('costs about four times as much for four times as many', { timeout: 60_000 }, () => {
		quickest(20);
		const ratio = quickest(320) / quickest(80);
		expect(ratio).toBeLessThan(6);
	});
});
