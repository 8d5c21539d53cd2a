import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineMarks, markAt, markLines } from './line-marks.ts';
import { parseMarkdown } from './parse.ts';
import { renderSegments } from './render.ts';

const nowhere = { image: () => null, file: () => null, term: () => null, headingIds: new Set([]) };

const text = `## Judul

Satu.

- butir
- lain

:::note
Isi catatan.
:::

\`\`\`
kode
\`\`\`

| a | b |
| - | - |
| 1 | 2 |

:::question{#q-1}
Apa?

- [x] Ya
:::

> kutipan
`;

const htmlOf = (source: string, marked: boolean) => {
	const document = parseMarkdown(source, 5);
	if (marked) markLines(document, 5);
	return renderSegments(document, nowhere)
		.map((segment) => (segment.kind === 'html' ? segment.html : `[${segment.id}]`))
		.join('\n');
};

describe('blocks of the author’s preview', () => {
	test('carry the line of their file; headings and questions keep the id they have', () => {
		const marks = lineMarks(parseMarkdown(text, 5), 5);
		expect(marks.map(({ line, id }) => `${line} ${id}`)).toEqual([
			'5 bagian-judul',
			'7 baris-7',
			'9 baris-9',
			'10 baris-10',
			'12 baris-12',
			'13 baris-13',
			'16 baris-16',
			'20 baris-20',
			'22 baris-22',
			'24 q-1',
			'30 baris-30'
		]);
		const html = htmlOf(text, true);
		for (const { id } of marks) expect(html).toContain(id === 'q-1' ? '[q-1]' : ` id="${id}"`);
	});

	test('a line leads to the block that holds it, or to the last one before it', () => {
		const marks = lineMarks(parseMarkdown(text, 5), 5);
		expect([4, 5, 6, 7, 26, 99].map((line) => markAt(marks, line))).toEqual([
			null,
			'bagian-judul',
			'bagian-judul',
			'baris-7',
			'q-1',
			'baris-30'
		]);
	});

	test('without marks, a learner’s text carries no trace of lines', () => {
		expect(htmlOf(text, false)).not.toContain('baris-');
		expect(htmlOf(text, true).replace(/ id="baris-\d+"/g, '')).toBe(htmlOf(text, false));
	});

	test('whatever the text, marking takes nothing away from it and no two blocks share an id', () => {
		const line = fc.constantFrom(
			'- a',
			'  - b',
			'> c',
			'',
			'# d',
			':::note',
			':::',
			'```',
			'1. e',
			'| a | b |',
			'| - | - |',
			'kata'
		);
		fc.assert(
			fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
				const source = lines.join('\n');
				const marked = htmlOf(source, true);
				expect(marked.replace(/ id="baris-\d+"/g, '')).toBe(htmlOf(source, false));
				const ids = [...marked.matchAll(/ id="(baris-\d+)"/g)].map(([, id]) => id);
				expect(new Set(ids).size).toBe(ids.length);
			})
		);
	});
});
