import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planSearch, typingErrors, type Variant } from './plan.ts';
import { readQuery } from './words.ts';

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
		expect(plan.all.matching).toBe("('spbe' | 'spbe~' | 'arsitekturspbe')");
		expect(plan.all.phrases).toBeNull();
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
		expect(plan.all.matching).toBe(
			"('satu' & 'data') & ('pelayanan' | 'pelayanan~' | 'pelayanam' | 'pelayanam~')"
		);
		expect(plan.all.phrases).toBe(
			"('satu' <-> 'data') & ('pelayanan' | 'pelayanan~' | 'pelayanam' | 'pelayanam~')"
		);
		expect(plan.exact).toBe("('satu' <-> 'data') & ('pelayanan')");
		expect(plan.corrected).toBe('"satu data" pelayanan!');
	});

	test('takes words as they were typed when asked to', () => {
		const plan = planSearch(readQuery('pelayanam'), mistyped, true);
		expect(plan.all.matching).toBe("('pelayanam' | 'pelayanam~')");
		expect(plan.corrected).toBeNull();
	});

	test('of no words asks nothing', () => {
		const nothing = { matching: '', phrases: null };
		expect(planSearch(readQuery('?'), [])).toMatchObject({ all: nothing, any: nothing, exact: '' });
	});

	test('is widened by a bounded number of lexemes, the surest first', () => {
		const typed = 'men ber per kan ter mem pen pem'.split(' ');
		const many = typed.flatMap((word) => [
			...Array.from({ length: 20 }, (_, at) => variant(word, `${word}${at}`, 'part')),
			variant(word, word, 'self')
		]);
		const all = planSearch(readQuery(typed.join(' ')), many);
		expect(all.all.matching).toBe(typed.map((word) => `('${word}' | '${word}~')`).join(' & '));
		const one = planSearch(readQuery('men'), many);
		expect(one.all.matching.split(' | ')).toHaveLength(16);
		expect(one.marked.size).toBe(15);
	});

	test('keeps room for what a mistyped word is taken for', () => {
		const typed = 'pelayanam '
			.repeat(8)
			.trim()
			.split(' ')
			.map((word, at) => `${word}${at}`);
		const near = typed.flatMap((word) => [
			variant(word, word, 'self', 0),
			variant(word, 'pelayanan', 'near', 9)
		]);
		const plan = planSearch(readQuery(typed.join(' ')), near);
		expect(plan.all.matching).toContain("('pelayanan' | 'pelayanan~')");
	});
});
