import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { counting, inForce, isWhole, meanOf, scoreBy, weightsOf, worthOf } from './marking.ts';
import type { Rubric } from './tables.ts';

const rubric = (levels: string[], weights: (number | null)[]): Rubric => ({
	levels,
	criteria: weights.map((weight, at) => ({ name: `K${at}`, weight, levels }))
});

describe('levels', () => {
	test.each([
		[
			['Baik', 'Cukup', 'Kurang'],
			[1, 0.5, 0]
		],
		[
			['Kurang', 'Baik'],
			[0, 1]
		],
		[
			['Sangat kurang', 'Kurang', 'Cukup', 'Baik', 'Sangat baik'],
			[0, 0.25, 0.5, 0.75, 1]
		],
		[
			['Belum tampak', 'Tampak'],
			[0, 1]
		],
		[['Terlihat'], [1]],
		[
			['A', 'B', 'C'],
			[1, 0.5, 0]
		]
	])('%j without a stated order are worth %j', (levels, worth) => {
		expect(worthOf({ levels })).toEqual(worth);
	});

	test('are worth what the rubric states, whatever their names', () => {
		const levels = ['Cukup', 'Baik', 'Kurang'];
		expect(worthOf({ levels, order: 'naik' })).toEqual([0, 0.5, 1]);
		expect(worthOf({ levels, order: 'turun' })).toEqual([1, 0.5, 0]);
	});
});

describe('a mark', () => {
	test.each([
		['all best', rubric(['Baik', 'Kurang'], [60, 40]), [0, 0], 100],
		['by weight', rubric(['Baik', 'Kurang'], [60, 40]), [0, 1], 60],
		['evenly without weights', rubric(['Baik', 'Kurang'], [null, null, null]), [0, 0, 1], 66.67],
		['evenly where one weight is missing', rubric(['Baik', 'Kurang'], [80, null]), [0, 1], 50]
	])('%s', (_how, by, chosen, score) => {
		expect(scoreBy(by, chosen)).toBe(score);
	});

	test('needs a level of the rubric for every criterion', () => {
		const by = rubric(['Baik', 'Kurang'], [60, 40]);
		expect(isWhole(by, [0, 1])).toBe(true);
		for (const chosen of [[], [0], [0, 2], [0, -1], [0, 0.5], [0, 1, 1]])
			expect(isWhole(by, chosen), JSON.stringify(chosen)).toBe(false);
	});

	test('is between 0 and 100, and a better level never lowers it', () => {
		const any = fc.record({
			weights: fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 6 }),
			count: fc.integer({ min: 2, max: 5 }),
			seed: fc.array(fc.nat(4), { minLength: 6, maxLength: 6 })
		});
		fc.assert(
			fc.property(any, ({ weights, count, seed }) => {
				const by = rubric(
					Array.from({ length: count }, (_, at) => `J${at}`),
					weights
				);
				const chosen = weights.map((_, at) => seed[at]! % count);
				const score = scoreBy(by, chosen);
				expect(score).toBeGreaterThanOrEqual(0);
				expect(score).toBeLessThanOrEqual(100);
				const better = chosen.map((level, at) => (at === 0 ? Math.max(0, level - 1) : level));
				expect(scoreBy(by, better)).toBeGreaterThanOrEqual(score);
				expect(weightsOf(by).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
			})
		);
	});
});

const mark = (id: string, score: number, replaces: string | null = null) => ({
	...{ id, score, replaces }
});

describe('what counts', () => {
	test.each<[string, ReturnType<typeof mark>[], number | null, unknown]>([
		['nothing was read', [], 70, { awaits: 'first' }],
		['one reading reaches the mark', [mark('a', 70)], 70, ['a']],
		['one reading would fail', [mark('a', 69.99)], 70, { awaits: 'second' }],
		['no mark must be reached', [mark('a', 0)], null, ['a']],
		['two agree', [mark('a', 40), mark('b', 60)], 70, ['a', 'b']],
		['two are apart', [mark('a', 40), mark('b', 60.01)], 70, { awaits: 'third' }],
		['a third decides', [mark('a', 40), mark('b', 90), mark('c', 50)], 70, ['c']],
		['the first was raised with a reason', [mark('a', 40), mark('d', 80, 'a')], 70, ['d']],
		[
			'the first was changed after the second, and keeps its place',
			[mark('a', 40), mark('b', 90), mark('d', 80, 'a')],
			70,
			['d', 'b']
		]
	])('when %s', (_when, marks, passMark, expected) => {
		const found = counting(marks, passMark);
		expect('marks' in found ? found.marks.map(({ id }) => id) : found).toEqual(expected);
	});

	test('a chain of changes ends at the last one', () => {
		expect(inForce([mark('a', 1), mark('b', 2, 'a'), mark('c', 3, 'b')])).toEqual([
			mark('c', 3, 'b')
		]);
	});

	test('the mean is rounded once', () => {
		expect(meanOf([{ score: 33.33 }, { score: 33.34 }])).toBe(33.34);
	});
});
