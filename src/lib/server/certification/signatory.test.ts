import { expect, test } from 'vitest';
import { signatoryOn } from './signatory.ts';

const entries = [
	{ post: 'Kepala Pusat', fromOn: '2026-03-01' },
	{ post: 'Kepala Badan', fromOn: '2026-09-01' },
	{ post: 'Plt. Kepala Pusat', fromOn: '2026-03-01' },
	{ post: 'Pelaksana Harian', fromOn: '2026-06-01' }
];

test.for([
	['2026-02-28', null],
	['2026-03-01', 'Plt. Kepala Pusat'],
	['2026-05-31', 'Plt. Kepala Pusat'],
	['2026-06-01', 'Pelaksana Harian'],
	['2026-08-31', 'Pelaksana Harian'],
	['2026-09-01', 'Kepala Badan'],
	['2030-01-01', 'Kepala Badan']
] as const)('on %s %s signs', ([day, post]) => {
	expect(signatoryOn(entries, day)?.post ?? null).toBe(post);
});

test('without any entry nobody is named', () => {
	expect(signatoryOn([], '2026-03-01')).toBe(null);
});
