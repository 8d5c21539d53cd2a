import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutAtChange } from './changes.ts';

test.each([
	['Sudarmi', 'Sudarmo', ['Sudarm', 'i', '']],
	['12 JP', '120 JP', ['12', '', ' JP']],
	['120 JP', '12 JP', ['12', '0', ' JP']],
	['sama', 'sama', ['sama', '', '']],
	['', 'baru', ['', '', '']],
	['aa', 'aaa', ['aa', '', '']],
	['👩🏽', '👩🏿', ['👩', '🏽', '']]
])('%j beside %j is cut into %j', (text, other, cut) => {
	expect(cutAtChange(text, other)).toEqual(cut);
});

test('what is cut is the text, and differs from the other only in the middle', () => {
	const words = fc.string({ unit: fc.constantFrom('a', 'b', '👩') });
	fc.assert(
		fc.property(words, words, (text, other) => {
			const [before, , after] = cutAtChange(text, other);
			expect(cutAtChange(text, other).join('')).toBe(text);
			expect(other.startsWith(before) && other.endsWith(after)).toBe(true);
			expect(before.length + after.length).toBeLessThanOrEqual(other.length);
		})
	);
});
