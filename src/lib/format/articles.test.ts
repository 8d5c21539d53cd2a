import { expect, test } from 'vitest';
import { formatArticle, isArticle } from './articles.ts';

test.each([
	['pasal-49', 'Pasal 49'],
	['pasal-12a', 'Pasal 12A'],
	['pasal-4-ayat-2', 'Pasal 4 ayat (2)'],
	['pasal-4-ayat-2-huruf-b-angka-3', 'Pasal 4 ayat (2) huruf b angka 3'],
	['pasal-4-huruf-aa', 'Pasal 4 huruf aa'],
	['pasal-i-angka-12', 'Pasal I angka 12'],
	['pasal-ii', 'Pasal II'],
	['pasal-i-angka-12-pasal-26a-ayat-2', 'Pasal I angka 12 Pasal 26A ayat (2)'],
	['diktum-kesatu', 'Diktum KESATU'],
	['diktum-kedua-belas-huruf-b', 'Diktum KEDUA BELAS huruf b'],
	['diktum-kedua-puluh-satu', 'Diktum KEDUA PULUH SATU'],
	['penjelasan', 'Penjelasan'],
	['penjelasan-umum', 'Penjelasan umum'],
	['penjelasan-pasal-5-ayat-1', 'Penjelasan Pasal 5 ayat (1)'],
	['bab-iv', 'Bab IV'],
	['lampiran', 'Lampiran'],
	['lampiran-ii', 'Lampiran II'],
	['lampiran-i-huruf-a', 'Lampiran I huruf a'],
	['lampiran-ii-tabel-3', 'Lampiran II tabel 3'],
	['lampiran-tabel-3', 'Lampiran tabel 3']
])('%s is read as %s', (article, words) => {
	expect(isArticle(article)).toBe(true);
	expect(formatArticle(article)).toBe(words);
});

test.each([
	'bagian-kedua',
	'pasal',
	'ayat-2',
	'pasal-49b2',
	'pasal-iiii',
	'pasal-ayat-2',
	'pasal-4-huruf',
	'diktum-kesattu',
	'diktum-1',
	'penjelasan-pasal',
	'penjelasan-khusus',
	'constructor-1',
	''
])('%s is no form of an article and stays as it is', (article) => {
	expect(isArticle(article)).toBe(false);
	expect(formatArticle(article)).toBe(article);
});
