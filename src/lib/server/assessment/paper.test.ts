import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawPaper, type BlueprintRow, type Item, type Stock } from './paper.ts';

/** A generator of numbers that is the same for the same seed (mulberry32). */
function chance(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

const item = (
	id: string,
	objective: string,
	level = 'C2',
	scenario: string | null = null
): Item => ({
	...{ id, objective, level, scenario },
	choices: ['a', 'b', 'c']
});
/** `count` items for an objective, of levels in turn. */
const items = (objective: string, count: number, levels = ['C2', 'C3']) =>
	Array.from({ length: count }, (_, at) =>
		item(`${objective}-${at}`, objective, levels[at % levels.length])
	);
const row = (objective: string, count: number, level: string | null = null): BlueprintRow => ({
	...{ objective, count, level }
});
const nobody = new Map<string, number>();
const ids = (paper: ReturnType<typeof drawPaper>) => paper?.map(({ questionId }) => questionId);

const stock: Stock = {
	fixed: [item('tetap', 'm1')],
	bank: [...items('m1', 6), ...items('m2', 6)],
	blueprint: [row('m1', 2), row('m2', 1), row('m2', 1, 'C3')]
};

describe('a paper', () => {
	test('has every fixed item and what each row asks for, none twice', () => {
		fc.assert(
			fc.property(fc.integer(), (seed) => {
				const drawn = ids(drawPaper(stock, nobody, chance(seed)))!;
				expect(new Set(drawn).size).toBe(5);
				expect(drawn).toContain('tetap');
				expect(drawn.filter((id) => id.startsWith('m1-'))).toHaveLength(2);
				const second = drawn.filter((id) => id.startsWith('m2-'));
				expect(second).toHaveLength(2);
				const third = stock.bank.filter(({ id, level }) => second.includes(id) && level === 'C3');
				expect(third.length).toBeGreaterThan(0);
			})
		);
	});

	test('shares no bank item with the papers before it while the stock lasts, then as few as can be', () => {
		fc.assert(
			fc.property(fc.integer(), (seed) => {
				const random = chance(seed);
				const met = new Map<string, number>();
				const once: Stock = { ...stock, fixed: [], blueprint: [row('m1', 2), row('m2', 2)] };
				for (let attempt = 1; attempt <= 6; attempt++) {
					for (const id of ids(drawPaper(once, met, random))!) met.set(id, (met.get(id) ?? 0) + 1);
					const times = once.bank.map(({ id }) => met.get(id) ?? 0);
					expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(1);
				}
			})
		);
	});

	test('lists what is chosen from in an order of its own, complete', () => {
		const orders = new Set<string>();
		for (let seed = 0; seed < 60; seed++) {
			const [first] = drawPaper({ ...stock, blueprint: [] }, nobody, chance(seed))!;
			expect([...first!.order].sort()).toEqual(['a', 'b', 'c']);
			orders.add(first!.order.join(''));
		}
		expect(orders.size).toBe(6);
	});

	test('keeps the questions of one case together', () => {
		const bank = [
			...items('m1', 6),
			item('kasus-1', 'm2', 'C4', 'kasus'),
			item('kasus-2', 'm2', 'C4', 'kasus'),
			item('kasus-3', 'm2', 'C4', 'kasus')
		];
		for (let seed = 0; seed < 30; seed++) {
			const drawn = ids(
				drawPaper(
					{ fixed: [], bank, blueprint: [row('m1', 4), row('m2', 3)] },
					nobody,
					chance(seed)
				)
			)!;
			const places = drawn.flatMap((id, at) => (id.startsWith('kasus') ? [at] : []));
			expect(places.at(-1)! - places[0]!).toBe(2);
		}
	});

	test('is not drawn from a bank that holds too little', () => {
		expect(drawPaper({ ...stock, blueprint: [row('m1', 7)] }, nobody, chance(1))).toBeNull();
		expect(drawPaper({ ...stock, blueprint: [row('m3', 1)] }, nobody, chance(1))).toBeNull();
	});

	test('draws each parallel item about as often as another', () => {
		const random = chance(7);
		const drawn = new Map<string, number>();
		for (let at = 0; at < 3000; at++)
			for (const id of ids(
				drawPaper({ ...stock, fixed: [], blueprint: [row('m1', 2)] }, nobody, random)
			)!)
				drawn.set(id, (drawn.get(id) ?? 0) + 1);
		// Six items, two a paper: a thousand each, within four standard deviations.
		for (const times of drawn.values()) expect(Math.abs(times - 1000)).toBeLessThan(105);
		expect(drawn.size).toBe(6);
	});
});
