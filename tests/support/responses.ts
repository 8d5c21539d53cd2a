import type { ItemSums } from '#lib/server/assessment/statistics.ts';

/** Numbers that look random and are the same in every run, uniform in [0, 1) (mulberry32). */
export function aStream(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** Normally distributed, by Box and Muller. */
function normal(random: () => number): number {
	return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** An item of a simulated test: how steeply ability tells (`a`), where it is hard (`b`), and what is wrong with it. */
export interface SimulatedItem {
	a: number;
	b: number;
	/** `miskeyed`: the key names a wrong option. `dead`: a wrong option that nobody takes. */
	defect?: 'miskeyed' | 'dead';
}

/** What everybody chose, 0 being the option that is truly right of four, and what the item's key gave for it. */
export interface SimulatedAnswers {
	chosen: number[][];
	points: number[][];
}

/** The option a key names. */
export const keyOfSimulated = ({ defect }: SimulatedItem) => (defect === 'miskeyed' ? 1 : 0);

/** People of normally distributed ability answer by the two-parameter logistic model, else at random (Birnbaum 1968). */
export function simulate(
	items: readonly SimulatedItem[],
	people: number,
	random: () => number
): SimulatedAnswers {
	const chosen = Array.from({ length: people }, () => {
		const ability = normal(random);
		return items.map(({ a, b, defect }) => {
			if (random() < 1 / (1 + Math.exp(-1.7 * a * (ability - b)))) return 0;
			return 1 + Math.floor(random() * (defect === 'dead' ? 2 : 3));
		});
	});
	const points = chosen.map((row) =>
		row.map((option, at) => (option === keyOfSimulated(items[at]!) ? 1 : 0))
	);
	return { chosen, points };
}

/** What the database would sum up of an item. */
export function sumsOf(points: readonly (readonly number[])[], item: number): ItemSums {
	const sums = {
		...{ people: 0, points: 0, pointsSquared: 0 },
		...{ rest: 0, restSquared: 0, pointsRest: 0 }
	};
	for (const row of points) {
		const x = row[item]!;
		const rest = (row.reduce((sum, one) => sum + one, 0) - x) / (row.length - 1);
		sums.people += 1;
		sums.points += x;
		sums.pointsSquared += x * x;
		sums.rest += rest;
		sums.restSquared += rest * rest;
		sums.pointsRest += x * rest;
	}
	return sums;
}
