import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	counting,
	inForce,
	isWhole,
	meanOf,
	outcomeOf,
	scoreBy,
	settledUnreadAt,
	weightsOf,
	worthOf,
	type FurtherReading
} from './marking.ts';
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

describe('a work that nobody could read any further', () => {
	const given = (scores: readonly number[]) =>
		scores.map((score, at) => ({ id: `n${at}`, score, replaces: null }));

	test.each<[string, number[], number, number, FurtherReading | null, number | null]>([
		['rests on the one reading there was', [40], 1, 40, 'second', 1],
		['is the mean of two that are far apart', [20, 80], 2, 50, 'third', 2],
		['rises by a later reading', [40, 60], 1, 50, null, null],
		['does not fall by a later reading', [40, 30], 1, 40, null, null],
		['rises by a later reading far away, and may get a third', [40, 90], 1, 65, 'third', 2],
		['is decided by a third that is better', [20, 80, 70], 2, 70, null, null],
		['keeps its mean where the third is worse', [20, 80, 30], 2, 50, null, null],
		['keeps what the second gave where the third is worse', [40, 90, 50], 1, 65, null, null]
	])('%s', (_how, scores, settledOn, score, lacks, readings) => {
		expect(outcomeOf(given(scores), 60, settledOn)).toMatchObject({
			...{ awaits: null, score, lacks, readings }
		});
	});

	test('never waits, never falls by a later reading, and is as any other where it was not settled so', () => {
		const scores = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 3 });
		fc.assert(
			fc.property(scores, fc.integer({ min: 0, max: 100 }), (all, passMark) => {
				const whole = counting(given(all), passMark);
				const usual = outcomeOf(given(all), passMark, null);
				expect(usual.awaits).toBe('awaits' in whole ? whole.awaits : null);
				const by = all.map((_, at) => outcomeOf(given(all.slice(0, at + 1)), passMark, 1));
				const risen = by.map((outcome) => (outcome.awaits === null ? outcome.score : NaN));
				expect(risen).toEqual([...risen].sort((a, b) => a - b));
			})
		);
	});

	test('is settled at the end of the tenth working day', () => {
		// A Tuesday.
		expect(settledUnreadAt(new Date('2026-11-24T03:00:00Z'))).toEqual(
			new Date('2026-12-08T17:00:00Z')
		);
	});
});
