import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unlikely } from './clues.ts';

describe('what chance would hardly do', () => {
	test.each([
		// 0.5⁷ = 0.0078
		[7, 7, 1 / 2, 1, true],
		[6, 6, 1 / 2, 1, false],
		// Either of two places: 2 × 0.5⁷ is too much, 2 × 0.5⁸ is not.
		[7, 7, 1 / 2, 2, false],
		[8, 8, 1 / 2, 2, true],
		// Of four options: 4 × 0.25⁵ = 0.0039
		[5, 5, 1 / 4, 4, true],
		[4, 4, 1 / 4, 4, false],
		// 250 are expected, with a deviation of 13.7.
		[1000, 281, 1 / 4, 1, false],
		[1000, 285, 1 / 4, 1, true],
		[0, 0, 1 / 4, 1, false]
	])('%i items, %i of a kind, chance %f, %i places: %s', (trials, count, chance, looks, told) => {
		expect(unlikely(trials, count, chance, looks)).toBe(told);
	});

	test('more of a kind is never more likely', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 300 }), fc.nat(300), (trials, count) => {
				fc.pre(count < trials);
				if (unlikely(trials, count, 0.25)) expect(unlikely(trials, count + 1, 0.25)).toBe(true);
			})
		);
	});
});
