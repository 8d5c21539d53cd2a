import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fit, heightOf, widthOf, wrap, type Block, type Style } from './lines.ts';
import { printable } from '../../format/printable.ts';

const style: Style = { size: 10, weight: 400, colour: '#000000' };
const latin = fc.string({ unit: fc.constantFrom(...'aW. /-ḥ中é') });

test('no line is wider than its width, and no character is lost', () => {
	fc.assert(
		fc.property(latin, fc.integer({ min: 20, max: 300 }), (text, width) => {
			const lines = wrap(text, style, width);
			for (const line of lines)
				expect(widthOf(line.trimEnd(), style)).toBeLessThanOrEqual(width + 0.01);
			expect(lines.join('')).toBe(printable(text));
		})
	);
});

test('an address is broken after a mark', () => {
	const [first] = wrap('https://contoh.go.id/sertifikat/k7Qm2xR9tVb4WzN8pLc3', style, 200);
	expect(first).toBe('https://contoh.go.id/sertifikat/');
});

test('an x between digits stays an x', () => {
	const apart = widthOf('2', style) + widthOf('x', style) + widthOf('9', style);
	expect(widthOf('2x9', style)).toBeCloseTo(apart, 0);
});

test('blocks fit, whatever they say, and shrink no further than they may', () => {
	const block = fc.record({ text: latin, lines: fc.integer({ min: 1, max: 5 }) });
	fc.assert(
		fc.property(fc.array(block, { minLength: 1, maxLength: 8 }), (given) => {
			const blocks = given.map(({ text, lines }): Block => {
				return { text: text.repeat(9), lines, style: { ...style, size: 16 }, least: 8, above: 6 };
			});
			const set = fit(blocks, { width: 200, height: 8 * 16 });
			expect(heightOf(set)).toBeLessThanOrEqual(8 * 16 + 0.01);
			for (const each of set) expect(each.style.size).toBeGreaterThanOrEqual(8);
			for (const { cut, lines } of set) expect(lines.join('').endsWith('…')).toBe(cut);
		}),
		{ numRuns: 50 }
	);
});
