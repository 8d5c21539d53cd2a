import fc from 'fast-check';

/** Stretches of Markdown that swallow, join or end each other when they stand too close. */
const stretches = [
	'Satu kalimat.',
	'Dua baris\nsatu paragraf.',
	'## Judul',
	'Judul\n---',
	'- a\n- b',
	'- a\n\n  lanjutan a',
	'* bintang',
	'1. satu\n2. dua',
	'> kutipan\nlanjutan malas',
	'| A | B |\n| --- | --- |\n| 1 | 2 |',
	'```js\n:::note\n```',
	'~~~\nterbuka',
	'    kode\n\n    kode',
	'---',
	'***',
	'![Alt.](a.svg "Judul")',
	'![Alt.](a.svg) dan teks',
	'[a]: https://contoh.go.id "Judul\nterusan"',
	'[^1]: Catatan.\n\n    Lanjutan.',
	'<!-- catatan -->',
	'<!-- periksa:abaikan alt-text alasan -->',
	'<!-- -->',
	'<!--\n\n-->',
	'<!-- tak ditutup',
	'<div>html</div>',
	'= 2,5',
	':::',
	'::::',
	':::note',
	':::note{title="a \\"b\\" c"}\nIsi.\n:::',
	'::::case{#k .x}\n:::workplace\nLangkah.\n:::\n::::',
	':::reveal{summary=x\nrusak\n:::',
	':::question{#s objective=a1 level=C2}\nTanya?\n\n- [x] Ya\n  > Sebab.\n- [ ] Tidak\n:::',
	':::question{kind=numeric}\nBerapa?\n= 2,5 ± 0,5\n:::',
	':::scenario{#k}\nKasus.\n\n:::question\n= a | b\n:::\n:::',
	'   :::note\n   Isi.\n   :::',
	'\t- tab',
	'---\ntitle: a\n---',
	'a\u00a0',
	'\u00a0',
	'e\u0301 dan \u1fef\u1fef\u1fef',
	'> \u0338',
	'\\',
	'  '
];

/** Ends of lines and blank lines, of every kind an editor leaves behind. */
const ends = ['\n', '\n\n', '\r\n', '\r\n\r\n', '\n  \n', '\n\t\n\n', '\r', ' \n'];

/** Any text a file may hold, made of stretches that meet in every way; some with a byte order mark or front matter. */
export const anyText: fc.Arbitrary<string> = fc
	.record({
		head: fc.constantFrom('', '', '\uFEFF', '---\ntitle: a # b\n---\n', '---\r\na: b\r\n---', '\n'),
		parts: fc.array(
			fc.tuple(
				fc.oneof(
					{ weight: 8, arbitrary: fc.constantFrom(...stretches) },
					{ weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
					{
						weight: 2,
						arbitrary: fc.string({ unit: fc.constantFrom(...'ab \t\n:-*>#|`~[]()=1.{}"\\') })
					}
				),
				fc.constantFrom(...ends)
			),
			{ maxLength: 9 }
		),
		tail: fc.constantFrom('', '', 'akhir')
	})
	.map(({ head, parts, tail }) => head + parts.flat().join('') + tail);

/** Markdown an author may put in the place of a block. */
export const anyStretch: fc.Arbitrary<string> = fc.oneof(
	fc.constantFrom(...stretches),
	fc
		.tuple(fc.constantFrom(...stretches), fc.constantFrom(...stretches))
		.map((two) => two.join('\n\n'))
);

const open =
	/^(?:~~~|:::note|:::|::::|:::reveal[^]*rusak[^]*|<!--(?:\n\n)? ?-->|\\s*)$|^<!-- tak|^~~~|^:::note$|^---\ntitle/;

/** Markdown of one or two blocks, each of them closed and none a mere separation. */
export const wholeStretch: fc.Arbitrary<string> = fc
	.array(fc.constantFrom(...stretches.filter((text) => !open.test(text) && text.trim() !== '')), {
		minLength: 1,
		maxLength: 2
	})
	.map((parts) => parts.join('\n\n'));
