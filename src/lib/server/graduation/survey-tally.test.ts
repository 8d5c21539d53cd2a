import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SURVEY_STATEMENTS } from './survey.ts';
import { RATINGS, tally } from './survey-tally.ts';

test('every statement is told of, in the order in which it was asked, whether anybody rated it or not', () => {
	const tallies = tally({ clear: { 4: 3, 5: 2 } });
	expect(tallies.map(({ statement }) => statement)).toEqual(SURVEY_STATEMENTS);
	expect(tallies[1]).toEqual({
		statement: 'clear',
		counts: [0, 0, 0, 3, 2],
		people: 5,
		mean: 4.4
	});
	expect(tallies[0]).toMatchObject({ counts: [0, 0, 0, 0, 0], people: 0, mean: null });
});

test('the mean is that of the single ratings', () => {
	fc.assert(
		fc.property(fc.array(fc.constantFrom(...RATINGS), { minLength: 1 }), (given) => {
			const chosen: Record<string, number> = {};
			for (const rating of given) chosen[rating] = (chosen[rating] ?? 0) + 1;
			const { people, mean } = tally({ clear: chosen })[1]!;
			expect(people).toBe(given.length);
			expect(mean).toBeCloseTo(given.reduce((sum, one) => sum + one, 0) / given.length, 10);
		})
	);
});
