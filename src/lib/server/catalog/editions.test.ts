import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aCourse } from '../../../../tests/support/courses.ts';
import { compareEditions, misplacedEdition } from './editions.ts';
import { parseCourse } from './parse.ts';

test.each([
	['2026.1', '2026.2'],
	['2026.9', '2026.10'],
	['2026.110', '2027.1']
])('%s comes before %s', (older, newer) => {
	expect(compareEditions(older, newer)).toBeLessThan(0);
	expect(compareEditions(newer, older)).toBeGreaterThan(0);
});

test('editions are ordered as the pairs of their numbers', () => {
	const pair = fc.tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 999 }));
	fc.assert(
		fc.property(pair, pair, ([year, number], [otherYear, otherNumber]) => {
			const order = compareEditions(`${year}.${number}`, `${otherYear}.${otherNumber}`);
			expect(Math.sign(order)).toBe(
				Math.sign(year * 1000 + number - (otherYear * 1000 + otherNumber))
			);
		})
	);
});

test.each([
	[[], []],
	[['2025.7'], []],
	[['2026.1'], ['edition-taken']],
	[['2026.2', '2025.1'], ['edition-older']],
	// Its own number is taken: that is what the author must hear, wherever the course has got to.
	[['2026.1', '2026.2'], ['edition-taken']]
])('2026.1 after %j is told as %j', (published, told) => {
	const { course } = parseCourse('data-1', aCourse());
	expect(misplacedEdition(course!, published).map(({ rule }) => rule)).toEqual(told);
});
