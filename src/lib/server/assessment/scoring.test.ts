import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnswerKey } from '../catalog/keys.ts';
import type { Answerable, Given } from './grading.ts';
import { byObjective, pointsFor, resultOf } from './scoring.ts';
import type { ItemResult } from './tables.ts';

const ids = (...names: string[]) => names.map((id) => ({ id }));
const key = (...correct: string[]): AnswerKey => ({ correct, detail: null });
const single: Answerable = { kind: 'single', options: ids('a', 'b') };
const situational: Answerable = { kind: 'situational', options: ids('a', 'b', 'c') };
const worth: AnswerKey = {
	correct: ['a'],
	detail: { kind: 'situational', worth: { a: 2, b: 1, c: 0 } }
};
const chosen = (...choice: string[]): Given => ({ choice });

describe('an answer in a test', () => {
	test.each<[string, Answerable, AnswerKey, Given, number | null]>([
		['the right one', single, key('a'), chosen('a'), 1],
		['another', single, key('a'), chosen('b'), 0],
		['none', single, key('a'), chosen(), 0],
		['one that was never offered', single, key('a'), chosen('z'), 0],
		['two where one is asked for', single, key('a'), chosen('a', 'b'), 0],
		['the best of a situation', situational, worth, chosen('a'), 1],
		['the second best', situational, worth, chosen('b'), 0.5],
		['the worst', situational, worth, chosen('c'), 0],
		[
			'a number in words',
			{ kind: 'numeric' },
			{ correct: [], detail: { kind: 'numeric', value: 2, tolerance: 0 } },
			{ choice: [], typed: 'dua' },
			0
		],
		[
			'half of the pairs',
			{ kind: 'match', lefts: ids('l', 'm'), rights: ids('r', 's') },
			key('l:r', 'm:s'),
			chosen('l:r'),
			0
		],
		['an essay', { kind: 'essay' }, key(), { choice: [], typed: 'Isi.' }, null],
		['an essay that nobody wrote', { kind: 'essay' }, key(), { choice: [], typed: ' ' }, 0]
	])('%s', (_what, question, by, given, points) => {
		expect(pointsFor(question, by, given)).toBe(points);
	});
});

const result = (points: number | null, objective: string | null = 'm1'): ItemResult => ({
	questionId: 'x',
	objective,
	points
});

describe('a result', () => {
	test('weighs every question the same and is rounded once', () => {
		const items = [result(1), result(1), result(0)];
		expect(resultOf(items, 66.67)).toEqual({ items, score: 66.67, passed: true });
		expect(resultOf(items, 66.68).passed).toBe(false);
		expect(resultOf([result(0.5)], 50)).toMatchObject({ score: 50, passed: true });
		expect(resultOf(items, null).passed).toBeNull();
	});

	test('waits as long as a question waits for a person', () => {
		expect(resultOf([result(1), result(null)], 50)).toMatchObject({ score: null, passed: null });
	});

	test('lies between 0 and 100, and no better answer lowers it', () => {
		const points = fc.constantFrom(0, 0.5, 1);
		fc.assert(
			fc.property(fc.array(points, { minLength: 1, maxLength: 40 }), fc.nat(), (earned, which) => {
				const score = resultOf(
					earned.map((one) => result(one)),
					null
				).score!;
				const better = earned.with(which % earned.length, 1);
				expect(score).toBeGreaterThanOrEqual(0);
				expect(score).toBeLessThanOrEqual(100);
				expect(
					resultOf(
						better.map((one) => result(one)),
						null
					).score
				).toBeGreaterThanOrEqual(score);
			})
		);
	});

	test('tells how each objective did', () => {
		expect(byObjective([result(1), result(0, 'm2'), result(0.5), result(1, null)])).toEqual([
			{ objective: 'm1', earned: 1.5, possible: 2, pending: 0 },
			{ objective: 'm2', earned: 0, possible: 1, pending: 0 }
		]);
	});
});
