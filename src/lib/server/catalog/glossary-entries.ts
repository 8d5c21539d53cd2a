import { isDeepStrictEqual } from 'node:util';
import { splitFrontMatter } from '../markdown/front-matter.ts';
import { lineEndOf, plainForm, sourceLines } from '../markdown/source-lines.ts';
import { Refusal } from '../refusal.ts';
import { readGlossary } from './glossary.ts';

/** A term and its definition as a form edits them, each of one line. */
export interface GlossaryDraft {
	term: string;
	definition: string;
}

/** Writes an entry of a glossary; read again it is the draft without spaces around. Refuses `term-unwritable`. */
export function printGlossaryEntry(draft: GlossaryDraft): string {
	const entry = tidied(draft);
	const printed = `${entry.term}\n: ${entry.definition}`;
	const { terms, faults } = readGlossary(printed, 1);
	const read = terms.map(({ term, definition }) => ({ term, definition }));
	if (faults.length > 0 || !isDeepStrictEqual(read, [entry])) throw refused();
	return printed;
}

/** Puts an entry at the end of a glossary. Refuses `term-unwritable`. */
export function addGlossaryEntry(text: string, draft: GlossaryDraft): string {
	const end = lineEndOf(text);
	const printed = printGlossaryEntry(draft).replaceAll('\n', end);
	const body = text.trimEnd();
	const after = `${text.slice(0, body.length)}${body === '' ? '' : end + end}${printed}${end}`;
	return others(text, null, after, tidied(draft));
}

/**
 * Writes an entry in the place of the one with this id, or with null takes it away; every other line of the glossary
 * stays. Refuses `term-unknown`, and `term-unwritable` where another entry would change.
 */
export function setGlossaryEntry(text: string, id: string, draft: GlossaryDraft | null): string {
	const at = entriesOf(text).findIndex((entry) => entry.id === id);
	if (at === -1) throw new Refusal('not-found', 'term-unknown');
	const rows = plainForm(text).split('\n');
	const first = entriesOf(text)[at]!.line - 1;
	let last = rows.findIndex((row, index) => index > first && /^:[ \t]/.test(row));
	for (let row = last + 1; /^[ \t]/.test(rows[row] ?? '') || rows[row] === ''; row++)
		if (rows[row]!.trim() !== '') last = row;
	const lines = sourceLines(text);
	const [from, to] = [lines[first]!.from, lines[last]!.to];
	const end = lineEndOf(text);
	if (draft) {
		const printed = printGlossaryEntry(draft).replaceAll('\n', end);
		return others(text, at, text.slice(0, from) + printed + text.slice(to), tidied(draft));
	}
	let next = last + 1;
	while (next < rows.length - 1 && rows[next]!.trim() === '') next++;
	const rest = next < rows.length ? text.slice(lines[next]!.from) : '';
	return others(text, at, text.slice(0, from) + rest, null);
}

/** The changed text, once it holds the entry and all others as before. */
function others(
	text: string,
	at: number | null,
	after: string,
	entry: GlossaryDraft | null
): string {
	const plain = ({ term, definition }: GlossaryDraft) => ({ term, definition });
	const wanted = entriesOf(text).map(plain);
	wanted.splice(at ?? wanted.length, at === null ? 0 : 1, ...(entry ? [entry] : []));
	if (!isDeepStrictEqual(entriesOf(after).map(plain), wanted)) throw refused();
	return after;
}

function entriesOf(text: string) {
	const plain = plainForm(text);
	const { body, bodyLine } = splitFrontMatter(plain) ?? { body: plain, bodyLine: 1 };
	return readGlossary(body, bodyLine).terms;
}

function tidied({ term, definition }: GlossaryDraft): GlossaryDraft {
	return { term: plainForm(term).trim(), definition: plainForm(definition).trim() };
}

function refused(): Refusal {
	return new Refusal('invalid', 'term-unwritable');
}
