import { describe, expect, test } from 'vitest';
import { byLetter, matching } from './alphabet.ts';

const entries = ['ASN', 'audit TIK', 'e-government', 'Élan', '3T'].map((term) => ({
	term,
	definition: `Arti ${term}, dipakai bersama.`
}));

describe('a glossary', () => {
	test.each([
		['', 5],
		['   ', 5],
		['audit', 1],
		['AUDIT tik', 1],
		['tik audit', 1],
		['elan', 1],
		['e-gov', 1],
		['dipakai', 5],
		['walidata', 0],
		['%', 0]
	])('searched for “%s” shows %i terms', (query, count) => {
		expect(matching(entries, query)).toHaveLength(count);
	});

	test('stands under its letters, what begins with none first', () => {
		expect(byLetter(entries).map(({ letter, entries: found }) => [letter, found.length])).toEqual([
			['#', 1],
			['A', 2],
			['E', 2]
		]);
	});
});
