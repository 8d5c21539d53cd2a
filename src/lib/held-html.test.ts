import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { held, piecesOf, withHeld } from './held-html.ts';

const long = (seed: string) => `<p>${`${seed} — isi materi. `.repeat(50)}</p>`;
const bytesOf = (page: string) => Buffer.concat(piecesOf(page, (text) => Buffer.from(text)));

describe('HTML that is held', () => {
	test('stands in the page again, as text and as bytes, wherever and however often it was put', () => {
		const text = fc.oneof(fc.string(), fc.constantFrom('a', 'b', 'é — 𝕏').map(long));
		fc.assert(
			fc.property(fc.array(text, { maxLength: 12 }), (texts) => {
				const page = texts.map((part) => held(part)).join('');
				expect(withHeld(page)).toBe(texts.join(''));
				expect(bytesOf(page).equals(Buffer.from(texts.join('')))).toBe(true);
			})
		);
	});

	test('is a short mark in between, the same one every time', () => {
		expect(held(long('c')).length).toBeLessThan(60);
		expect(held(long('c'))).toBe(held(long('c')));
		expect(held('<p>pendek</p>')).toBe('<p>pendek</p>');
	});

	test('is not let go while a page may still refer to it, and makes room afterwards', () => {
		const first = held(long('pertama'), 0);
		for (let number = 0; number < 40; number++) held(`${number}`.padEnd(1024 * 1024), 1000);
		expect(withHeld(first)).toBe(long('pertama'));
		// Full of what was just used: handed back as it is.
		expect(held(long('tambahan'), 2000)).toBe(long('tambahan'));
		const later = held(long('jauh kemudian'), 200_000);
		expect(later.length).toBeLessThan(60);
		expect(() => withHeld(first)).toThrow();
	});
});
