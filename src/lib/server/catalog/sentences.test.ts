import { expect, test } from 'vitest';
import { sentences } from './sentences.ts';

test.each([
	['Satu. Dua! Tiga? Empat.', 4],
	['Nilainya 3,12 (Baik) pada 2024. Naik 0.3 poin.', 2],
	['Lihat Perpres No. 95 Tahun 2018 dan Prof. Dr. Ani di Kab. Wonosobo.', 1],
	['Ia berkata, "Sudah." Lalu pergi.', 2],
	['Pukul 14.05 WIB rapat dimulai.', 1],
	['a.n. Bupati s.d. akhir tahun dst. Ini yang kedua.', 1],
	['(a) Yang pertama. (b) Yang kedua.', 2],
	['Tanpa titik', 1],
	['', 0]
])('%j has %i sentences', (text, count) => {
	expect(sentences(text)).toHaveLength(count);
});
