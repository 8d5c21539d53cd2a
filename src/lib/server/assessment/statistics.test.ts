import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	aStream,
	keyOfSimulated,
	simulate,
	sumsOf,
	type SimulatedAnswers,
	type SimulatedItem
} from '../../../../tests/support/responses.ts';
import { difficulty, discrimination, figuresOf, sharesOf, type Hint } from './statistics.ts';

const options = ['0', '1', '2', '3'];

function hintsFor(items: readonly SimulatedItem[], { chosen, points }: SimulatedAnswers): Hint[][] {
	return items.map((item, at) => {
		const counts: Record<string, number> = {};
		for (const row of chosen) counts[row[at]!] = (counts[row[at]!] ?? 0) + 1;
		const stored = { kind: 'single' as const, options: options.map((id) => ({ id })) };
		return figuresOf(stored, [String(keyOfSimulated(item))], sumsOf(points, at), counts)!.hints;
	});
}

describe('the figures', () => {
	test('are those of the textbook', () => {
		const items = Array.from({ length: 12 }, (_, at) => ({ a: 1, b: at / 4 - 1.5 }));
		const { points } = simulate(items, 60, aStream(7));
		for (const at of items.keys()) {
			const x = points.map((row) => row[at]!);
			const rest = points.map((row) => row.reduce((sum, one) => sum + one, 0) - row[at]!);
			const mean = (of: readonly number[]) => of.reduce((sum, one) => sum + one, 0) / of.length;
			const p = mean(x);
			const spread = Math.sqrt(mean(rest.map((one) => (one - mean(rest)) ** 2)));
			const [right, wrong] = [1, 0].map((one) => mean(rest.filter((_, who) => x[who] === one)));
			const pointBiserial = ((right! - wrong!) / spread) * Math.sqrt(p * (1 - p));
			expect(difficulty(sumsOf(points, at))).toBeCloseTo(p, 10);
			expect(discrimination(sumsOf(points, at))).toBeCloseTo(pointBiserial, 8);
		}
	});

	test('stay within their range, and say nothing where nothing differs', () => {
		const row = fc.array(fc.constantFrom(0, 0.5, 1), { minLength: 4, maxLength: 4 });
		fc.assert(
			fc.property(fc.array(row, { minLength: 2, maxLength: 40 }), (points) => {
				const sums = sumsOf(points, 0);
				const correlation = discrimination(sums);
				expect(difficulty(sums)).toBeGreaterThanOrEqual(0);
				expect(difficulty(sums)).toBeLessThanOrEqual(1);
				if (new Set(points.map(([first]) => first)).size === 1) expect(correlation).toBeNull();
				if (correlation !== null) expect(Math.abs(correlation)).toBeLessThanOrEqual(1);
			})
		);
	});

	test('are not there before thirty people have answered', () => {
		const stored = { kind: 'single' as const, options: [] };
		const sums = { ...sumsOf([[1, 0]], 0), people: 29 };
		expect(figuresOf(stored, [], sums, {})).toBeNull();
		expect(figuresOf(stored, [], null, {})).toBeNull();
		expect(figuresOf(stored, [], { ...sums, people: 30 }, {})).not.toBeNull();
	});
});

describe('shares', () => {
	const right = new Set(['0']);
	test.each([
		['enough people each', { 0: 20, 1: 10, 2: 10 }, 40, [0.5, 0.25, 0.25, 0]],
		['a few, with those below them', { 0: 20, 1: 3, 2: 17 }, 40, [0.5, null, 0.425, null]],
		[
			'a few, with the smallest beside them',
			{ 0: 20, 1: 3, 2: 7, 3: 10 },
			40,
			[0.5, null, null, 0.25]
		],
		['a few right ones', { 0: 2, 1: 8, 2: 10, 3: 20 }, 40, [null, null, 0.25, 0.5]],
		['two few', { 0: 30, 1: 3, 2: 2, 3: 5 }, 40, [0.75, null, null, 0.125]],
		['nearly everybody', { 0: 38, 1: 2 }, 40, [0.95, null, null, null]],
		['nobody but the right ones', { 0: 40 }, 40, [1, 0, 0, 0]],
		['many without an answer', { 0: 20, 1: 3, 2: 6, 3: 6 }, 40, [0.5, null, null, 0.15]],
		['a few without an answer', { 0: 20, 1: 18 }, 40, [0.5, 0.45, null, null]]
	])('%s', (_what, chosen, people, expected) => {
		const shares = sharesOf('single', options, right, chosen, people);
		expect(shares.map(({ share }) => share)).toEqual(expected);
	});

	test('of options that are chosen one by one are withheld where nearly all chose one, too', () => {
		const shares = sharesOf('multiple', options, right, { 0: 38, 1: 20, 2: 3 }, 40);
		expect(shares.map(({ share }) => share)).toEqual([null, 0.5, null, 0]);
	});
});

describe('all that is shown of an item', () => {
	/** Every way in which so many people can share out over some numbers. */
	function* waysOf(people: number, parts: number): Generator<number[]> {
		if (parts === 1) yield [people];
		else
			for (let first = 0; first <= people; first++)
				for (const rest of waysOf(people - first, parts - 1)) yield [first, ...rest];
	}
	const worth = { single: [1, 0, 0, 0], situational: [1, 0.5, 0.5, 0] };

	/** What the page says of people who chose the options, and nothing, so often; the rest of their papers told apart nobody. */
	function shown(kind: 'single' | 'situational', counts: readonly number[]): string {
		const chosen = counts.slice(0, -1);
		const people = counts.reduce((sum, count) => sum + count, 0);
		const sum = (of: (points: number) => number) =>
			chosen.reduce((total, count, at) => total + count * of(worth[kind][at]!), 0);
		const sums = {
			...{ people, points: sum((points) => points), pointsSquared: sum((points) => points ** 2) },
			...{ rest: 0, restSquared: 0, pointsRest: 0 }
		};
		const options = chosen.map((_, at) => ({ id: String(at) }));
		const counted = Object.fromEntries(chosen.entries());
		return JSON.stringify(figuresOf({ kind, options }, ['0'], sums, counted));
	}

	// Whoever knows the rules can work out every way in which an item may have been answered that looks like this one.
	test.each([
		['single', 30, 2],
		['single', 30, 3],
		['single', 40, 3],
		['single', 30, 4],
		['situational', 30, 3],
		['situational', 30, 4]
	] as const)(
		'of %s, %i people and %i options lets nobody find one to four of them',
		(kind, people, options) => {
			const alike = Map.groupBy(waysOf(people, options + 1), (counts) => shown(kind, counts));
			const found = [...alike].filter(([, ways]) =>
				ways[0]!.some(
					(count, at) => count > 0 && count < 5 && ways.every((way) => way[at] === count)
				)
			);
			expect(found.map(([what]) => what)).toEqual([]);
		}
	);

	test('says no difficulty that tells of a few who had it right or wrong', () => {
		for (const [points, told] of [
			[0, true],
			[4, false],
			[5, true],
			[35, true],
			[36, false],
			[40, true]
		] as const) {
			const sums = { ...sumsOf([[1, 0]], 0), people: 40, points };
			const figures = figuresOf({ kind: 'numeric', options: [] }, [], sums, {})!;
			expect([points, figures.difficulty !== null]).toEqual([points, told]);
			if (!told) expect(figures.discrimination).toBeNull();
		}
	});
});

describe('planted defects', () => {
	const good = Array.from({ length: 24 }, (_, at) => ({
		a: 0.8 + (at % 5) * 0.25,
		b: -1.5 + (at % 7) * 0.45
	}));
	const items: SimulatedItem[] = [
		...good,
		...[-0.8, 0, 0.8].map((b) => ({ a: 1.2, b, defect: 'miskeyed' as const })),
		...[-0.5, 0, 0.5].map((b) => ({ a: 1.2, b, defect: 'dead' as const }))
	];
	const [miskeyed, dead] = (['miskeyed', 'dead'] as const).map((defect) =>
		items.flatMap((item, at) => (item.defect === defect ? [at] : []))
	) as [number[], number[]];
	const share = (found: readonly boolean[]) => found.filter(Boolean).length / found.length;

	// How many of them are found at least, and of the good ones are blamed at most, over forty tests of each size.
	test.each([
		[30, 0.85, 0.05],
		[100, 0.99, 0.005],
		[400, 1, 0]
	])('are found among answers of %i people', (people, found, blamed) => {
		const runs = Array.from({ length: 40 }, (_, seed) =>
			hintsFor(items, simulate(items, people, aStream(seed + people)))
		);
		const has = (hint: Hint, which: readonly number[]) =>
			share(runs.flatMap((hints) => which.map((at) => hints[at]!.includes(hint))));
		expect(has('negative', miskeyed)).toBeGreaterThanOrEqual(found);
		expect(has('negative', [...good.keys()])).toBeLessThanOrEqual(blamed);
		if (people >= 100) {
			expect(has('unchosen', dead)).toBeGreaterThanOrEqual(0.95);
			expect(has('unchosen', [...good.keys()])).toBeLessThanOrEqual(0.01);
		}
		// Of a hard item wrong options do outdo the key; of one that half of the people know they do not.
		const known = good.flatMap(({ b }, at) => (b <= 0 ? [at] : []));
		expect(has('outdone', known)).toBeLessThanOrEqual(0.02);
		if (people >= 400) expect(has('outdone', miskeyed)).toBeGreaterThanOrEqual(0.6);
	});
});
