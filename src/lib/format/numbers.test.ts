import { expect, test } from 'vitest';
import { formatBytes, formatNumber } from './numbers.ts';

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
