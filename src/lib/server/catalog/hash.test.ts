import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aCourse } from '../../../../tests/support/courses.ts';
import { contentHash } from './hash.ts';
import { comparable, optionId } from './answers.ts';

const folder = fc.uniqueArray(
	fc.record({
		path: fc.stringMatching(/^[a-zé]{1,8}\.(?:md|yaml|png)$/),
		text: fc.string({ unit: fc.constantFrom('a', 'é', 'ë', '\n', ' ', '#', '中') })
	}),
	{ selector: ({ path }) => path, minLength: 1, maxLength: 8 }
);

const asFiles = (entries: { path: string; text: string }[], spell = (text: string) => text) =>
	entries.map(({ path, text }) => ({
		path,
		bytes: Buffer.from(path.endsWith('.png') ? text : spell(text))
	}));

describe('the content hash', () => {
	test('does not depend on the order in which files are read', () => {
		fc.assert(
			fc.property(
				folder.chain((entries) =>
					fc.tuple(
						fc.constant(entries),
						fc.shuffledSubarray(entries, { minLength: entries.length })
					)
				),
				([entries, shuffled]) =>
					contentHash('x', asFiles(entries)) === contentHash('x', asFiles(shuffled))
			)
		);
	});

	test('does not depend on line ends, byte order marks or the spelling of accents', () => {
		const spellings = [
			(text: string) => text.replaceAll('\n', '\r\n'),
			(text: string) => text.replaceAll('\n', '\r'),
			(text: string) => `\uFEFF${text}`,
			(text: string) => text.normalize('NFD')
		];
		fc.assert(
			fc.property(
				folder,
				fc.constantFrom(...spellings),
				(entries, spell) =>
					contentHash('x', asFiles(entries)) === contentHash('x', asFiles(entries, spell))
			)
		);
	});

	test('changes with every change of a text, a picture, a path or the course', () => {
		const hash = contentHash('data-1', aCourse());
		const others = [
			contentHash('data-2', aCourse()),
			contentHash('data-1', aCourse({ 'glossary.md': null })),
			contentHash('data-1', aCourse({ 'glossary.md': 'x\n: y\n' })),
			contentHash('data-1', aCourse({ '01-dasar/assets/silo.svg': '<svg viewBox="0 0 1 1"/>' })),
			contentHash(
				'data-1',
				aCourse().map((file) => ({ ...file, path: file.path.replace('01-', '02-') }))
			)
		];
		expect(new Set([hash, ...others]).size).toBe(others.length + 1);
	});

	test('keeps the raw bytes of a picture: a carriage return there is content', () => {
		const png = (bytes: string) => contentHash('x', [{ path: 'a.png', bytes: Buffer.from(bytes) }]);
		expect(png('a\r\nb')).not.toBe(png('a\nb'));
	});

	test('is the same today as ever', () => {
		expect(
			contentHash('data-1', [{ path: 'course.md', bytes: Buffer.from('---\ntitle: a\n---\n') }])
		).toBe('c742dc17c57fd407997a58bd3ec015c27deec274492edca1ec05cfec5ecb948d');
	});
});

describe('the id of an option', () => {
	test('survives reordering and retouching of its punctuation, not a change of its words', () => {
		expect(optionId('Satu data.')).toBe(optionId('  satu  DATA'));
		expect(optionId('Satu data')).not.toBe(optionId('Dua data'));
		expect(comparable('Ya!')).toBe('ya');
	});
});
