import fc from 'fast-check';
import { expect, test } from 'vitest';
import { utf8Of } from './utf8.ts';

test('a text of any characters and any length is the UTF-8 that Buffer writes', () => {
	const texts = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 500 }),
		fc.string({ unit: 'grapheme' })
	);
	fc.assert(
		fc.property(texts, fc.constantFrom(1, 3, 700), (text, times) => {
			const long = text.repeat(times);
			expect(utf8Of(long).equals(Buffer.from(long))).toBe(true);
		})
	);
	for (const text of ['', 'a'.repeat(1 << 19), '—'.repeat(1 << 19)])
		expect(utf8Of(text).equals(Buffer.from(text))).toBe(true);
});

test('half a surrogate pair becomes the replacement character', () => {
	expect(utf8Of('a\ud800b—').toString()).toBe('a\ufffdb—');
});

test('what was made before is not touched by what is made next', () => {
	const first = utf8Of('satu — dua');
	utf8Of('tiga … empat');
	expect(first.toString()).toBe('satu — dua');
});
