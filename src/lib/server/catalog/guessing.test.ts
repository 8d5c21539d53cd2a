import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from './course.ts';
import { chanceOf, guessingBound, type Chance, type Guessable } from './guessing.ts';

const item = (chance: number | Chance, objective = 'o'): Guessable => ({
	...{ objective, level: null },
	chance: typeof chance === 'number' ? [chance, chance] : chance
});
const row = (count: number, objective = 'o') => ({ objective, level: null, count });
const many = (count: number, chance: number) => Array.from({ length: count }, () => item(chance));

/** The chance of at least so many of n, each with p. */
function binomial(n: number, p: number, least: number): number {
	let [sum, ways] = [0, 1];
	for (let k = 0; k <= n; k++) {
		if (k >= least) sum += ways * p ** k * (1 - p) ** (n - k);
		ways = (ways * (n - k)) / (k + 1);
	}
	return sum;
}

describe('the chance of a blind guess', () => {
	const side = (id: string) => ({ id, line: 1, column: 1, tokens: [], text: id });
	const option = (id: string, worth: number) => ({
		...side(id),
		...{ worth, correct: worth > 0, rationale: null }
	});
	const pairs = (...rights: string[]) =>
		rights.map((right, at) => ({ left: side(`l${at}`), right: side(right) }));
	const options = [option('a', 1), option('b', 1), option('c', 0), option('d', 0)];
	test.each<[string, Answer, Chance]>([
		['one of four', { kind: 'single', options }, [1 / 4, 1 / 4]],
		['two of four', { kind: 'multiple', options }, [1 / 6, 1 / 6]],
		[
			'worth 2, 1, 0 and 0',
			{ kind: 'situational', options: [option('a', 2), ...options.slice(1)] },
			[1 / 2, 1 / 4]
		],
		[
			'three pairs',
			{ kind: 'match', titles: ['', ''], pairs: pairs('x', 'y', 'z'), spare: [] },
			[1 / 6, 1 / 6]
		],
		[
			'three pairs with one to spare',
			{ kind: 'match', titles: ['', ''], pairs: pairs('x', 'y', 'z'), spare: [side('w')] },
			[1 / 24, 1 / 24]
		],
		[
			'three lefts of two groups',
			{ kind: 'match', titles: ['', ''], pairs: pairs('x', 'y', 'x'), spare: [] },
			[1 / 8, 1 / 8]
		],
		['four steps', { kind: 'order', steps: ['a', 'b', 'c', 'd'].map(side) }, [1 / 24, 1 / 24]],
		['a number', { kind: 'numeric', value: 1, tolerance: 0, unit: null }, [0.01, 0.01]],
		['an essay', { kind: 'essay', rubric: null }, [0, 0]]
	])('%s', (_what, answer, expected) => {
		expect(chanceOf({ answer })).toEqual(expected);
	});
});

describe('the bound', () => {
	const once = { passMark: 70, attempts: 1 };

	test('is the binomial chance where all questions are alike and one attempt is given', () => {
		const fixed = many(10, 0.25);
		const bound = guessingBound({ fixed, bank: [], blueprint: [] }, once);
		expect(bound).toBeCloseTo(binomial(10, 0.25, 7), 12);
		const drawn = { fixed: [], bank: many(90, 0.25), blueprint: [row(30)] };
		expect(guessingBound(drawn, once)).toBeCloseTo(binomial(30, 0.25, 21), 12);
	});

	test('adds attempts up, with as many tries at a question as it was met', () => {
		const fresh = { fixed: [], bank: many(30, 0.25), blueprint: [row(10)] };
		const three = { ...once, attempts: 3 };
		expect(guessingBound(fresh, three)).toBeCloseTo(3 * binomial(10, 0.25, 7), 12);
		const same = { fixed: many(10, 0.25), bank: [], blueprint: [] };
		const tries = [0.25, 0.5, 0.75].map((chance) => binomial(10, chance, 7));
		expect(guessingBound(same, three)).toBeCloseTo(
			Math.min(1, tries[0]! + tries[1]! + tries[2]!),
			12
		);
	});

	test('counts what an earlier test from the same bank has shown', () => {
		const drawn = { fixed: [], bank: many(10, 0.25), blueprint: [row(10)] };
		expect(guessingBound(drawn, once, [row(10)])).toBeCloseTo(binomial(10, 0.5, 7), 12);
		expect(guessingBound(drawn, once, [row(10, 'other')])).toBeCloseTo(binomial(10, 0.25, 7), 12);
	});

	test('is certain where nobody counts attempts, and nothing where nothing can be guessed', () => {
		const easy = { fixed: many(10, 0.25), bank: [], blueprint: [] };
		expect(guessingBound(easy, { ...once, attempts: null })).toBe(1);
		const essays = { fixed: many(3, 0), bank: [], blueprint: [] };
		expect(guessingBound(essays, { ...once, attempts: null })).toBe(0);
	});

	const chance = fc.constantFrom<Chance>([0.25, 0.25], [0.5, 0.5], [0.5, 0.25], [0.1, 0.1], [0, 0]);

	test('is no less than the exact chance of any paper the blueprint may draw', () => {
		fc.assert(
			fc.property(
				fc.array(chance, { maxLength: 3 }),
				fc.array(chance, { minLength: 3, maxLength: 5 }),
				fc.integer({ min: 1, max: 3 }),
				fc.constantFrom(40, 70, 100),
				(own, stock, count, passMark) => {
					const test = {
						fixed: own.map((one) => item(one)),
						bank: stock.map((one) => item(one)),
						blueprint: [row(count)]
					};
					const bound = guessingBound(test, { passMark, attempts: 1 });
					for (const drawn of subsets(stock, count))
						expect(exactly([...own, ...drawn], passMark)).toBeLessThanOrEqual(bound + 1e-12);
				}
			)
		);
	});

	test('grows with attempts and falls with the mark', () => {
		fc.assert(
			fc.property(fc.array(chance, { minLength: 1, maxLength: 12 }), (own) => {
				const test = { fixed: own.map((one) => item(one)), bank: [], blueprint: [] };
				const of = (passMark: number, attempts: number) =>
					guessingBound(test, { passMark, attempts });
				expect(of(60, 2)).toBeGreaterThanOrEqual(of(60, 1));
				expect(of(60, 1) + 1e-12).toBeGreaterThanOrEqual(of(80, 1));
			})
		);
	});
});

function subsets<Value>(values: readonly Value[], size: number): Value[][] {
	if (size === 0) return [[]];
	return values.flatMap((value, at) =>
		subsets(values.slice(at + 1), size - 1).map((rest) => [value, ...rest])
	);
}

/** The same by trying everything. */
function exactly(chances: readonly Chance[], passMark: number): number {
	const outcomes = (rest: readonly Chance[]): [earned: number, chance: number][] => {
		const [first, ...others] = rest;
		if (!first) return [[0, 1]];
		const [half, whole] = first;
		return outcomes(others).flatMap(([earned, weight]) => [
			[earned, weight * (1 - half)] as [number, number],
			[earned + 0.5, weight * (half - whole)] as [number, number],
			[earned + 1, weight * whole] as [number, number]
		]);
	};
	return outcomes(chances)
		.filter(([earned]) => Math.round((earned / chances.length) * 10_000) / 100 >= passMark)
		.reduce((sum, [, weight]) => sum + weight, 0);
}
