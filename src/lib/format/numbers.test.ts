import { expect, test } from 'vitest';
import { formatBytes, formatNumber, inWords } from './numbers.ts';

test.each([
	[1234.56, 'id', 1, '1.234,6'],
	[1234.56, 'en', 1, '1,234.6'],
	[20, 'id', 0, '20']
] as const)('%d in %s with %d decimals reads %s', (value, language, decimals, text) => {
	expect(formatNumber(value, language, decimals)).toBe(text);
});

test.each([
	[999, '999 B'],
	[18_400, '18 KB'],
	[2_400_000, '2,4 MB'],
	[82_282_100_000, '82,3 GB']
])('%d bytes read %s', (bytes, text) => {
	expect(formatBytes(bytes, 'id')).toBe(text);
});

test.each([
	[0, 'nol'],
	[4, 'empat'],
	[10, 'sepuluh'],
	[11, 'sebelas'],
	[12, 'dua belas'],
	[20, 'dua puluh'],
	[24, 'dua puluh empat'],
	[100, 'seratus'],
	[111, 'seratus sebelas'],
	[240, 'dua ratus empat puluh'],
	[1001, 'seribu satu'],
	[31_000, 'tiga puluh satu ribu'],
	[2.5, 'dua koma lima'],
	[10.25, 'sepuluh koma dua lima']
])('%d in words is %s', (value, words) => {
	expect(inWords(value)).toBe(words);
});
