import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '../../../../tests/support/markdown-texts.ts';
import { anyLine, anyMarkdown, carefulText } from '../../../../tests/support/question-drafts.ts';
import { Refusal } from '../refusal.ts';
import type { DirectiveMeta } from './directives.ts';
import {
	printDirective,
	readDirective,
	setDirectiveAttribute,
	setDirectiveId,
	tidied,
	type DirectiveDraft
} from './directive-print.ts';
import { parseMarkdown } from './parse.ts';
import { readBlocks, withoutGaps } from './source-blocks.ts';

/** Every directive of the format with the attributes it may carry; questions have a printer of their own. */
const attributes: Record<string, string[]> = {
	note: ['title'],
	warning: ['title'],
	case: ['title', 'source'],
	activity: ['title', 'minutes'],
	workplace: ['title'],
	reveal: ['summary'],
	video: ['src', 'title', 'poster', 'captions', 'transcript', 'size', 'minutes'],
	scenario: ['title'],
	question: ['objective', 'level', 'kind', 'pool'],
	rubric: ['levels']
};

function attempt(write: () => string): string | null {
	try {
		return write();
	} catch (error) {
		if (error instanceof Refusal) return null;
		throw error;
	}
}

const draftWith = (body: fc.Arbitrary<string>, value: fc.Arbitrary<string>) =>
	fc.constantFrom(...Object.keys(attributes)).chain((name): fc.Arbitrary<DirectiveDraft> =>
		fc
			.record({
				id: fc.option(fc.constantFrom('a', 'silo-1', 'a_b'), { nil: null }),
				values: fc.uniqueArray(fc.tuple(fc.constantFrom(...attributes[name]!, 'title'), value), {
					selector: ([key]) => key,
					maxLength: 4
				}),
				flags: fc.subarray(['terbuka', 'x']),
				body
			})
			.map(({ values, ...draft }) => ({ ...draft, name, values: Object.fromEntries(values) }))
	);

const tidy = (draft: DirectiveDraft): DirectiveDraft => ({
	...draft,
	values: Object.fromEntries(
		Object.entries(draft.values).map(([key, value]) => [key, value.normalize('NFC')])
	),
	body: tidied(draft.body)
});

const directive = (source: string) =>
	(parseMarkdown(source).tokens[0]!.meta as DirectiveMeta).directive;

describe('a directive written from a draft', () => {
	test('with whole blocks and any words in its attributes reads as the draft', () => {
		fc.assert(
			fc.property(draftWith(carefulText, anyLine), (draft) => {
				const source = printDirective(draft);
				const read = readDirective(source);
				expect(read).toEqual(tidy(draft));
				expect(printDirective(read)).toBe(source);
				expect(directive(source)).toEqual({
					name: draft.name,
					id: draft.id,
					values: tidy(draft).values,
					flags: draft.flags
				});
			}),
			{ numRuns: 400 }
		);
	}, 30_000);

	test('with any body reads as the draft or is refused', () => {
		let written = 0;
		fc.assert(
			fc.property(draftWith(fc.oneof(anyMarkdown, anyText), anyLine), (draft) => {
				const source = attempt(() => printDirective(draft));
				if (source === null) return;
				written++;
				expect(readDirective(source)).toEqual(tidy(draft));
				expect(printDirective(readDirective(source))).toBe(source);
			}),
			{ numRuns: 400 }
		);
		expect(written).toBeGreaterThan(250);
	}, 30_000);

	const bare = { name: 'note', id: null, values: {}, flags: [], body: 'Isi.' };

	test.each<[draft: Partial<DirectiveDraft>, source: string]>([
		[{}, ':::note\nIsi.\n:::'],
		[{ body: '' }, ':::note\n:::'],
		[{ body: '\n\nIsi.  \n\n' }, ':::note\nIsi.\n:::'],
		[{ body: 'a\n\n:::\n\nb' }, '::::note\na\n\n:::\n\nb\n::::'],
		[{ body: ':::case\nx\n:::' }, ':::note\n:::case\nx\n:::\n:::'],
		[
			{ id: 'a', values: { minutes: '10', title: 'Dua kata' }, flags: ['x'] },
			':::note{#a minutes=10 title="Dua kata" .x}\nIsi.\n:::'
		],
		[{ values: { title: 'a "b" \'c\' \\d' } }, ':::note{title="a \\"b\\" \'c\' \\\\d"}\nIsi.\n:::'],
		[{ values: { title: '' } }, ':::note{title=""}\nIsi.\n:::']
	])('has the shortest fence and the fewest quotes that hold it: %j', (draft, source) => {
		expect(printDirective({ ...bare, ...draft })).toBe(source);
	});

	test.each<[part: string, draft: Partial<DirectiveDraft>]>([
		['attributes', { name: 'Note' }],
		['attributes', { name: 'a b' }],
		['attributes', { id: 'a b' }],
		['attributes', { id: '' }],
		['attributes', { values: { title: 'a\nb' } }],
		['attributes', { values: { 'a b': 'c' } }],
		['attributes', { flags: ['a b'] }],
		['body', { body: ':::note\nterbuka' }],
		['body', { body: '```\nterbuka' }]
	])('is refused, naming the %s, where it would read otherwise: %j', (part, draft) => {
		expect(() => printDirective({ ...bare, ...draft })).toThrow(
			expect.objectContaining({ code: 'directive-unwritable', params: { part } })
		);
	});

	test.each(['', 'Teks.', ':::note\nterbuka', ':::note teks\nIsi.\n:::', ':::a\n:::\n\n:::b\n:::'])(
		'is not read from %j',
		(source) => {
			expect(() => readDirective(source)).toThrow(
				expect.objectContaining({ code: 'directive-unreadable' })
			);
		}
	);
});

describe('one attribute', () => {
	const lists = [
		'',
		'{}',
		'{ }',
		'{#a}',
		"{ #a  title='satu dua'   source=x .f }",
		'{source="a \\"b\\"" title=x}',
		'{title=x title=y}'
	];

	test('is set without touching the others or another byte of the file', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...lists),
				fc.constantFrom('title', 'source'),
				fc.option(anyLine, { nil: null }),
				fc.constantFrom('\n', '\r\n'),
				fc.constantFrom(':::case', '  ::::  case  '),
				(list, key, value, end, head) => {
					const before = `e\u0301 [x]\n\n`.replaceAll('\n', end);
					const after = `\nIsi.\n::::\n\nAkhir`.replaceAll('\n', end);
					const text = before + head + list + after;
					const changed = setDirectiveAttribute(text, [1], key, value);
					expect(changed.startsWith(before + head.trimEnd())).toBe(true);
					expect(changed.endsWith(after)).toBe(true);
					const [was, now] = [text, changed].map((file) => withoutGaps(readBlocks(file))[1]);
					if (was?.kind !== 'directive' || now?.kind !== 'directive') throw new Error('lost');
					const { [key]: _old, ...others } = was.values;
					expect(now.values).toEqual(
						value === null ? others : { ...others, [key]: value.normalize('NFC') }
					);
					expect([now.id, now.flags]).toEqual([was.id, was.flags]);
					if (value === (was.values[key] ?? null) && !list.includes('title=y'))
						expect(changed.length).toBeLessThanOrEqual(text.length + 2);
				}
			),
			{ numRuns: 500 }
		);
	}, 30_000);

	test.each([
		["{ #a  title='satu dua'   source=x .f }", 'title', 'b', '{ #a  title=b   source=x .f }'],
		["{ #a  title='satu dua'   source=x .f }", 'title', null, '{ #a   source=x .f }'],
		['{#a .f}', 'title', 'b c', '{#a .f title="b c"}'],
		['{title=x}', 'title', null, ''],
		['{title=x #a}', 'title', null, '{#a}'],
		['', 'title', 'b', '{title=b}'],
		['{title=x title=y}', 'title', 'z', '{title=x title=z}']
	])('in %j: %s = %j gives %j', (list, key, value, expected) => {
		expect(setDirectiveAttribute(`:::note${list}\n:::\n`, [0], key, value)).toBe(
			`:::note${expected}\n:::\n`
		);
	});

	test.each([
		['', '{#b}'],
		['{}', '{#b}'],
		['{#a .f}', '{#b .f}'],
		['{ title=x}', '{#b title=x}']
	])('an id is written into %j', (list, expected) => {
		const inner = `::::case\n:::note${list}\n:::\n::::\n`;
		expect(setDirectiveId(inner, [0, 0], 'b')).toBe(`::::case\n:::note${expected}\n:::\n::::\n`);
	});

	test.each([
		[':::note{title=x rusak"}\n:::', 'title', 'y'],
		[':::note teks\n:::', 'title', 'y'],
		[':::note\n:::', 'title', 'a\nb'],
		[':::note\n:::', 'a b', 'c']
	])('is refused where the list cannot hold it: %j', (text, key, value) => {
		expect(() => setDirectiveAttribute(text, [0], key, value)).toThrow(
			expect.objectContaining({ code: 'directive-unwritable' })
		);
	});
});
