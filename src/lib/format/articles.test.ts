import { expect, test } from 'vitest';
import { formatArticle } from './articles.ts';

test.each([
	['pasal-49', 'Pasal 49'],
	['pasal-12a', 'Pasal 12A'],
	['pasal-4-ayat-2', 'Pasal 4 ayat (2)'],
	['pasal-4-ayat-2-huruf-b-angka-3', 'Pasal 4 ayat (2) huruf b angka 3'],
	['bab-iv', 'Bab IV'],
	['lampiran', 'Lampiran'],
	['lampiran-ii', 'Lampiran II'],
	['bagian-kedua', 'bagian-kedua'],
	['pasal', 'pasal']
])('%s is read as %s', (article, words) => {
	expect(formatArticle(article)).toBe(words);
});
