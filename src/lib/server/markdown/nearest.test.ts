import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearest, nearestAmong } from './nearest.ts';

/** Optimal string alignment as it is defined, by the ends of both texts. */
function distance(a: string, b: string): number {
	if (a === '' || b === '') return a.length + b.length;
	const [restA, restB] = [a.slice(0, -1), b.slice(0, -1)];
	const ways = [
		distance(restA, b) + 1,
		distance(a, restB) + 1,
		distance(restA, restB) + (a.at(-1) === b.at(-1) ? 0 : 1)
	];
	if (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1))
		ways.push(distance(a.slice(0, -2), b.slice(0, -2)) + 1);
	return Math.min(...ways);
}

describe('the name most like a misspelt one', () => {
	test('is near by the edits between them, however they begin and end alike', () => {
		const short = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
		fc.assert(
			fc.property(short, short, (word, name) => {
				const near = distance(word, name) <= Math.max(1, Math.floor(word.length / 3));
				expect(nearest(word, [name])).toBe(near ? name : null);
			}),
			{ numRuns: 500 }
		);
	});

	test('is the nearest of several, the first of equals, whatever its case', () => {
		expect(nearest('tilte', ['tile', 'title', 'tittle'])).toBe('tile');
		expect(nearest('OBJECTIVE', ['level', 'objective'])).toBe('objective');
		expect(nearest('xyz', ['level', 'objective'])).toBeNull();
	});

	test('is no longer looked for where more are misspelt than a person would mend one by one', () => {
		const suggest = nearestAmong(['title']);
		const suggestions = Array.from({ length: 60 }, () => suggest('titel'));
		expect(suggestions.filter((name) => name === 'title')).toHaveLength(50);
		expect(suggestions.at(-1)).toBeNull();
	});
});
