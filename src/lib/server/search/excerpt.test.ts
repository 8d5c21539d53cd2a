import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerptOf, markWords, type Stretch } from './excerpt.ts';

const written = (stretches: Stretch[]) =>
	stretches.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');

const filler = 'Kalimat pengisi tanpa arti khusus. '.repeat(20);

describe('an excerpt', () => {
	test('marks words whatever their case and accents', () => {
		expect(written(markWords('SPBE, spbe dan Kafé', new Set(['spbe', 'kafe'])))).toBe(
			'[SPBE], [spbe] dan [Kafé]'
		);
	});

	test('shows the place with most of the words, from the beginning of its sentence', () => {
		const text = `Satu kata data. ${filler}Di sini satu data bertemu. ${filler}`;
		const shown = written(excerptOf(text, new Set(['satu', 'data', 'bertemu'])));
		expect(shown).toMatch(/^… (.*\. )?Di sini \[satu\] \[data\] \[bertemu\]\..* …$/);
	});

	test('has two parts when the words stand far apart', () => {
		const text = `${filler}Awal data di sini. ${filler}${filler}Akhir satu di sana. ${filler}`;
		const shown = written(excerptOf(text, new Set(['satu', 'data'])));
		expect(shown).toMatch(/^… .*\[data\].* … .*\[satu\].* …$/);
	});

	test('of a text without the words is its beginning', () => {
		expect(written(excerptOf('Pendek saja.', new Set(['data'])))).toBe('Pendek saja.');
		expect(written(excerptOf(filler, new Set()))).toMatch(/^Kalimat .*\w …$|^Kalimat .*\. …$/);
	});

	test('parts passages with a dot', () => {
		expect(written(excerptOf('Judul\nIsi data', new Set(['data'])))).toBe('Judul · Isi [data]');
		expect(written(excerptOf(`Judul\nIsi data\n${filler}`, new Set(['data'])))).toMatch(
			/^… Isi \[data\] · Kalimat/
		);
	});

	test('keeps markup as the text it is', () => {
		expect(written(excerptOf('<b>data</b>', new Set(['data', 'b'])))).toBe('<[b]>[data]</[b]>');
	});

	test('is a piece of the text, in order and about as long as asked', () => {
		const word = fc.constantFrom('data', 'satu', 'dua.', 'tiga,', 'kata-kata', '\n');
		fc.assert(
			fc.property(fc.array(word, { maxLength: 200 }), (words) => {
				const text = words.join(' ');
				const shown = excerptOf(text, new Set(['data', 'tiga']));
				const plain = shown.map((stretch) => stretch.text).join('');
				expect(plain.length).toBeLessThan(350);
				const bare = (value: string) => value.replace(/[\s·…]+/g, ' ').trim();
				expect(bare(text)).toContain(bare(plain));
				for (const { text: piece, marked } of shown)
					if (marked) expect(['data', 'tiga']).toContain(piece);
			})
		);
	});
});
