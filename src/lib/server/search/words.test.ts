import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { folded, MOST_CHARACTERS, MOST_WORDS, readQuery, wordsOf } from './words.ts';

/** Any text at all, halves of surrogate pairs among it. */
const anyText = fc
	.array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 300 })
	.map((codes) => String.fromCodePoint(...codes));

describe('words of a text', () => {
	test.for([
		['Arsitektur SPBE', ['arsitektur', 'spbe']],
		['e-SPBE, SPBE-nya!', ['e', 'spbe', 'spbe', 'nya']],
		['Pasal 49 ayat (2)', ['pasal', '49', 'ayat', '2']],
		['kafé ﬁskal', ['kafe', 'fiskal']],
		['İstanbul', ['istanbul']],
		['½', ['12']],
		['👩‍💻 — “”', []],
		['', []]
	] as const)('%s', ([text, words]) => {
		expect(wordsOf(text)).toEqual(words);
	});

	test('folding once is folding twice', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				expect(folded(folded(text))).toBe(folded(text));
			})
		);
	});
});

describe('a query', () => {
	test.for([
		['satu data', [['satu'], ['data']]],
		['"satu data" indonesia', [['satu', 'data'], ['indonesia']]],
		['“satu data', [['satu', 'data']]],
		['bagaimana cara melindungi data', [['cara'], ['melindungi'], ['data']]],
		['apa itu', [['apa'], ['itu']]],
		['"yang"', [['yang']]],
		['data DATA Data', [['data']]],
		["spbe & ! | <-> ( ) : * ' \\ %_", [['spbe']]],
		['   ', []],
		['""', []]
	] as const)('%s', ([text, terms]) => {
		expect(readQuery(text).terms).toEqual(terms);
	});

	test('that is too long is cut, and says so', () => {
		const many = readQuery('satu dua tiga empat lima enam tujuh delapan sembilan');
		expect(many.terms).toHaveLength(MOST_WORDS);
		expect(many.shortened).toBe(true);
		const long = readQuery('kata '.repeat(2_000));
		expect(long.text.length).toBeLessThanOrEqual(MOST_CHARACTERS);
		expect(long.shortened).toBe(true);
		expect(readQuery('spbe').shortened).toBe(false);
	});

	test('may be anything at all', () => {
		fc.assert(
			fc.property(anyText, (sent) => {
				const { text, terms } = readQuery(sent);
				expect([...text].length).toBeLessThanOrEqual(MOST_CHARACTERS);
				expect(text).not.toMatch(/\p{Cc}|\p{Cs}/u);
				expect(terms.flat().length).toBeLessThanOrEqual(MOST_WORDS);
				for (const word of terms.flat()) expect(word).toMatch(/^[\p{L}\p{N}]{1,60}$/u);
				expect(readQuery(text).terms).toEqual(terms);
			})
		);
	});
});
