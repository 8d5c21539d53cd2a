import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	folded,
	MOST_CHARACTERS,
	MOST_WORDS,
	planSearch,
	readQuery,
	typingErrors,
	wordsOf,
	type Variant
} from './search-words.ts';

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
			fc.property(fc.string({ unit: 'binary' }), (text) => {
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
			fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (sent) => {
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

describe('typing errors', () => {
	test.for([
		['pelayanan', 'pelayanan', 0],
		['pelayanam', 'pelayanan', 1],
		['pelayana', 'pelayanan', 1],
		['pellayanan', 'pelayanan', 1],
		['peayalnan', 'pelayanan', 2],
		['peyalanna', 'pelayanan', 3],
		['epelayanan', 'pelayanan', 1],
		['pelaaynan', 'pelayanan', 1],
		['perlindugnan', 'perlindungan', 1],
		['spbe', 'data', 3]
	] as const)('%s for %s', ([typed, word, errors]) => {
		expect(typingErrors(typed, word, 2)).toBe(errors);
	});

	test('are as many one way as the other', () => {
		const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 12 });
		fc.assert(
			fc.property(word, word, (a, b) => {
				expect(typingErrors(a, b, 12)).toBe(typingErrors(b, a, 12));
				expect(typingErrors(a, b, 1)).toBe(Math.min(2, typingErrors(a, b, 12)));
			})
		);
	});
});

describe('a plan', () => {
	const variant = (
		typed: string,
		word: string,
		relation: Variant['relation'],
		entries = 1
	): Variant => ({ typed, word, stem: `${word}~`, entries, relation });

	test('asks for a known word, its stem and words of titles that contain it', () => {
		const plan = planSearch(readQuery('spbe'), [
			variant('spbe', 'spbe', 'self', 3),
			variant('spbe', 'arsitekturspbe', 'part'),
			variant('spbe', 'spbenya', 'stem')
		]);
		expect(plan.all).toBe("('spbe' | 'spbe~' | 'arsitekturspbe')");
		expect(plan.exact).toBe("('spbe')");
		expect([...plan.marked].sort()).toEqual(['arsitekturspbe', 'spbe', 'spbenya']);
		expect(plan.corrected).toBeNull();
	});

	const mistyped = [
		variant('pelayanam', 'pelayanam', 'self', 0),
		variant('pelayanam', 'pelayanan', 'near', 9),
		variant('pelayanam', 'pelayaran', 'near', 5)
	];

	test('takes an unknown word for its nearest, and says so in the writing of the query', () => {
		const plan = planSearch(readQuery('"satu data" Pelayanam!'), mistyped);
		expect(plan.all).toBe(
			"('satu' <-> 'data') & ('pelayanam' | 'pelayanam~' | 'pelayanan' | 'pelayanan~')"
		);
		expect(plan.exact).toBe("('satu' <-> 'data') & ('pelayanan')");
		expect(plan.corrected).toBe('"satu data" pelayanan!');
	});

	test('takes words as they were typed when asked to', () => {
		const plan = planSearch(readQuery('pelayanam'), mistyped, true);
		expect(plan.all).toBe("('pelayanam' | 'pelayanam~')");
		expect(plan.corrected).toBeNull();
	});

	test('of no words asks nothing', () => {
		expect(planSearch(readQuery('?'), [])).toMatchObject({ all: '', any: '', exact: '' });
	});
});
