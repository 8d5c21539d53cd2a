import fc from 'fast-check';
import { expect, test } from 'vitest';
import { certificateNumber } from './number.ts';

const parts = {
	ordinal: 123,
	series: 1,
	course: 'SPBE-101',
	organiser: 'KEM',
	issuedOn: '2026-11-22'
};

test.for([
	[{}, '00123/SPBE-101/KEM/XI/2026'],
	[{ ordinal: 1, issuedOn: '2027-01-01' }, '00001/SPBE-101/KEM/I/2027'],
	[{ ordinal: 123456 }, '123456/SPBE-101/KEM/XI/2026'],
	[{ series: 2 }, '00123-B/SPBE-101/KEM/XI/2026'],
	[{ series: 26 }, '00123-Z/SPBE-101/KEM/XI/2026'],
	[{ series: 27 }, '00123-AA/SPBE-101/KEM/XI/2026'],
	[{ series: 703 }, '00123-AAA/SPBE-101/KEM/XI/2026']
] as const)('%o is numbered %s', ([given, number]) => {
	expect(certificateNumber({ ...parts, ...given })).toBe(number);
});

test('different places in the count have different numbers', () => {
	const place = fc.record({
		ordinal: fc.integer({ min: 1, max: 99 }),
		series: fc.integer({ min: 1, max: 900 })
	});
	fc.assert(
		fc.property(place, place, (one, other) => {
			const same = one.ordinal === other.ordinal && one.series === other.series;
			const [a, b] = [one, other].map((given) => certificateNumber({ ...parts, ...given }));
			expect(a === b).toBe(same);
		})
	);
});
