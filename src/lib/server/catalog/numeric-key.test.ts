import { expect, test } from 'vitest';
import { readNumber } from './numeric-key.ts';

test.each([
	['2,5', 2.5],
	['2.5', 2.5],
	['1.234,5', 1234.5],
	['1.234', 1234],
	['12.345.678', 12_345_678],
	['0.125', 0.125],
	['-0.125', -0.125],
	['0.125.000', null],
	['1.23.4', null],
	['-3', -3],
	['−3', -3],
	['+0,50', 0.5],
	['２，５', 2.5],
	['dua', null],
	['1,2,3', null],
	['', null],
	['1e9', null],
	['5²', null]
])('%j is read as the number %j', (text, value) => {
	expect(readNumber(text)).toBe(value);
});
