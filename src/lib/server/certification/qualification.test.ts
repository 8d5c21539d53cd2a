import { expect, test } from 'vitest';
import { qualificationOf } from './qualification.ts';

test.each([
	[100, 'Sangat Memuaskan'],
	[90.01, 'Sangat Memuaskan'],
	[90, 'Memuaskan'],
	[80.01, 'Memuaskan'],
	[80, 'Baik'],
	[70, 'Kurang'],
	[60, null],
	[0, null],
	[null, null]
])('a score of %s is %s', (score, name) => {
	expect(qualificationOf(score)).toBe(name);
});
