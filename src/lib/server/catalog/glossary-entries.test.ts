import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyLine } from '../../../../tests/support/question-drafts.ts';
import { Refusal } from '../refusal.ts';
import { addGlossaryEntry, printGlossaryEntry, setGlossaryEntry } from './glossary-entries.ts';
import { readGlossary } from './glossary.ts';

const entry = fc.record({ term: anyLine, definition: anyLine });

function attempt(write: () => string): string | null {
	try {
		return write();
	} catch (error) {
		if (error instanceof Refusal) return null;
		throw error;
	}
}

describe('an entry of a glossary', () => {
	test('reads as the draft it was written from, or is refused', () => {
		let written = 0;
		fc.assert(
			fc.property(entry, (draft) => {
				const text = attempt(() => printGlossaryEntry(draft));
				if (text === null) return;
				written++;
				const { terms } = readGlossary(text, 1);
				expect(terms.map(({ term, definition }) => [term, definition])).toEqual([
					[draft.term.trim().normalize('NFC'), draft.definition.trim().normalize('NFC')]
				]);
				expect(printGlossaryEntry(terms[0]!)).toBe(text);
			}),
			{ numRuns: 1000 }
		);
		expect(written).toBeGreaterThan(400);
	});

	test.each([
		['', 'a'],
		['a', ''],
		['a\nb', 'c'],
		['a', 'b\nc'],
		['# a', 'b'],
		[': a', 'b'],
		['<!-- a', 'b'],
		['---', 'b']
	])('is refused where it would not read so: %j, %j', (term, definition) => {
		expect(() => printGlossaryEntry({ term, definition })).toThrow(
			expect.objectContaining({ code: 'term-unwritable' })
		);
	});

	const shipped = readFileSync('courses/spbe-101/glossary.md', 'utf8');

	test.each([
		['as shipped', shipped],
		['with CRLF', shipped.replaceAll('\n', '\r\n')],
		['without a final newline', shipped.trimEnd()],
		[
			'with continued lines',
			'# Istilah\n<!-- catatan -->\n\nsatu\n: a\n  b\n\n  c\ndua\n\n: d\n\ntiga\n: e\n\n\n'
		]
	])('changes, goes and comes without touching another line: %s', (_name, text) => {
		const { terms } = readGlossary(text.replaceAll('\r\n', '\n'), 1);
		for (const { id, term } of terms) {
			const changed = setGlossaryEntry(text, id, { term: `${term} baru`, definition: 'Lain.' });
			const start = text.search(new RegExp(`^${term}\r?$`, 'm'));
			expect(changed.startsWith(text.slice(0, start))).toBe(true);
			const next = terms[terms.findIndex((other) => other.id === id) + 1];
			// A comment above the next entry belongs to that one.
			const following = next && new RegExp(`^(?:<!--.*-->\r?\n)?${next.term}\r?$`, 'm');
			const rest = following ? text.slice(text.search(following)) : '';
			expect(changed.endsWith(rest)).toBe(true);
			expect(setGlossaryEntry(text, id, null)).toBe(text.slice(0, start) + rest);
		}
		const added = addGlossaryEntry(text, { term: 'zakat', definition: 'Contoh.' });
		expect(added.startsWith(text.trimEnd())).toBe(true);
	});

	test('that shares its definition is not changed behind the other', () => {
		expect(() => setGlossaryEntry('a\nb\n: c\n', 'b', { term: 'b', definition: 'd' })).toThrow(
			expect.objectContaining({ code: 'term-unwritable' })
		);
		expect(() => setGlossaryEntry('a\n: c\n', 'x', null)).toThrow(
			expect.objectContaining({ code: 'term-unknown' })
		);
	});
});
