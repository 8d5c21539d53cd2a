import { expect, test } from 'vitest';
import { printable, printableTexts } from './printable.ts';

test.each([
	['line\nbreaks\tand\u0000control', 'line breaks and control'],
	['\u202Eturned\u2066 about\u200F', 'turned about'],
	['  much   space ', 'much space'],
	['Raḥma', 'Raḥma'],
	['half \uD800 a pair', 'half \uFFFD a pair'],
	['23\u00A0November', '23\u00A0November']
])('%j is printed as %j', (text, printed) => {
	expect(printable(text)).toBe(printed);
});

test('all texts of plain data are made printable, and nothing else of it is touched', () => {
	expect(
		printableTexts({ a: ['\u202Ex\u202C', 1, null, { b: ' y ' }], c: true, d: undefined })
	).toEqual({ a: ['x', 1, null, { b: 'y' }], c: true, d: undefined });
});
