import { expect, test } from 'vitest';
import { vectorsOf } from './vector.ts';

const stemOf = (word: string) => word.replace(/^pe|an$/g, '');

test('a vector has words and stems in their places, and those of the body at last', () => {
	const entry = { title: 'Pelayanan 6e7x', headings: 'Data', body: 'Layanan data.' };
	const head = "'pelayanan':1A 'layan':1A '6e7x':2A 'data':4B";
	expect(vectorsOf(entry, stemOf).head).toBe(head);
	expect(vectorsOf(entry, stemOf).words).toBe(
		"'pelayanan':1A 'layan':1A '6e7x':2A 'data':4B,7C 'layanan':6C"
	);
	expect(vectorsOf({ ...entry, title: '', headings: '' }, stemOf).words).toBe(
		"'layanan':3C 'data':4C 'layan'"
	);
});

test('what PostgreSQL cannot place is still there', () => {
	const body = 'kata '.repeat(20_000) + 'akhir';
	const { words } = vectorsOf({ title: '', headings: '', body }, stemOf);
	expect(words).toMatch(/'akhir':16383C$/);
	expect(words.split(',')).toHaveLength(255);
});
