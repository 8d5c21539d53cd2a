import { expect, test } from 'vitest';
import { makeCode, readCode } from './code.ts';

test('codes are 26 characters that read as themselves, and no two are alike', () => {
	const codes = Array.from({ length: 2000 }, makeCode);
	expect(new Set(codes).size).toBe(2000);
	expect(codes.filter((code) => readCode(code) !== code)).toEqual([]);
	expect(new Set(codes.join('')).size).toBe(32);
});

test.for([
	['in small letters and groups', '0123-4567 89ab-cdef-ghjk-mnpq-rs', '0123456789ABCDEFGHJKMNPQRS'],
	['with letters for digits', 'OI23456789ABCDEFGHJKMNPQRS', '0123456789ABCDEFGHJKMNPQRS'],
	['with a small L', 'Ol23456789ABCDEFGHJKMNPQRS', '0123456789ABCDEFGHJKMNPQRS']
])('a code is read %s', ([, typed, code]) => {
	expect(readCode(typed!)).toBe(code);
});

test.for([
	'',
	'0123',
	'U123456789ABCDEFGHJKMNPQRS',
	'0123456789ABCDEFGHJKMNPQRST',
	'../'.repeat(1e5)
])('what is no code is read as none: %#', (typed) => {
	expect(readCode(typed)).toBe(null);
});
