import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { BANDS, qualificationOf } from './qualification.ts';

test.each([
	[100, 70, 'Sangat Memuaskan'],
	[90.01, 70, 'Sangat Memuaskan'],
	[90, 70, 'Memuaskan'],
	[80.01, 70, 'Memuaskan'],
	[80, 70, 'Baik'],
	[70, 70, 'Cukup'],
	[65, 65, 'Cukup'],
	[50, 50, 'Cukup'],
	[69.99, 70, null],
	[0, 70, null],
	[70, null, 'Cukup'],
	[60, null, null],
	[null, 70, null]
])('a score of %s where %s passes is %s', (score, passMark, name) => {
	expect(qualificationOf(score, passMark)).toBe(name);
});

test('whatever passes has a band, whatever fails has none, and a better score has no lower one', () => {
	const score = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100);
	const place = (name: string | null) => BANDS.findIndex((band) => band.name === name);
	fc.assert(
		fc.property(score, score, score, (one, other, mark) => {
			expect(qualificationOf(one, mark) !== null).toBe(one >= mark);
			const [lower, higher] = [Math.min(one, other), Math.max(one, other)];
			if (lower >= mark)
				expect(place(qualificationOf(higher, mark))).toBeLessThanOrEqual(
					place(qualificationOf(lower, mark))
				);
		})
	);
});

test('bands are data', () => {
	const bands = [{ above: 75, name: 'Terpuji' }];
	expect(qualificationOf(80, 60, bands)).toBe('Terpuji');
	expect(qualificationOf(60, 60, bands)).toBe('Terpuji');
});
