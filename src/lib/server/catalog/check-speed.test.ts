import { describe, expect, test } from 'vitest';
import { registry } from '../../../../tests/support/courses.ts';
import { aFaultyCourse } from '../../../../tests/support/faulty-course.ts';
import { aLargeCourse } from '../../../../tests/support/faultless-course.ts';
import { processorTime } from '../../../../tests/support/processor-time.ts';
import { checkCourse } from './check.ts';
import type { Problem, SourceFile } from './course.ts';

// Time is the processor's: what others do on the machine does not count.
const patience = { timeout: 120_000 };

const faultless = (lessons: number) =>
	aLargeCourse({ modules: lessons / 20, lessons: 20, words: 700 });

function check(files: readonly SourceFile[]): Problem[] {
	return checkCourse('besar', files, registry, '2026-11-21').problems;
}

/** How many times as long the quickest of some checks takes; in turns, so that both meet the machine at its best. */
function timesAsLong(four: readonly SourceFile[], one: readonly SourceFile[]): number {
	const rounds = [1, 2, 3, 4].map(() =>
		[four, one].map((files) => processorTime(() => check(files)))
	);
	const [longer, shorter] = [0, 1].map((which) => Math.min(...rounds.map((took) => took[which]!)));
	return longer! / shorter!;
}

describe('checking many lessons', () => {
	test('500 lessons take at most five seconds', patience, () => {
		const files = faultless(500);
		expect(processorTime(() => expect(check(files)).toEqual([]))).toBeLessThan(5000);
	});

	test('500 lessons that break every rule take at most five seconds', patience, () => {
		const { files, lessons, rules } = aFaultyCourse(6);
		expect(lessons).toBeGreaterThan(500);
		let found: Problem[] = [];
		const took = processorTime(() => {
			found = check(files);
		});
		const told = new Set(found.map(({ rule }) => rule));
		expect([...rules].filter((rule) => !told.has(rule))).toEqual([]);
		expect(rules.size).toBeGreaterThan(45);
		expect(took).toBeLessThan(5000);
	});

	test.each([
		['without a fault', faultless(80), faultless(320)],
		['that break every rule', aFaultyCourse(1).files, aFaultyCourse(4).files]
	])('four times as many %s cost about four times as much', patience, (_which, one, four) => {
		// The collector of a larger heap and a busy machine add to it; what grows with the square would come near 16.
		expect(timesAsLong(four, one)).toBeLessThan(6);
	});
});
