import type { Token } from 'markdown-it';
import type { DirectiveMeta } from './directives.ts';
import type { MarkdownDocument } from './document.ts';

/** A block that can be led to: the line of its file on which it begins, and the id it has in the page. */
export interface LineMark {
	line: number;
	id: string;
}

/** Blocks whose rendering carries the attributes of their token. */
const BLOCKS = new Set([
	'blockquote_open',
	'bullet_list_open',
	'code_block',
	'directive_open',
	'fence',
	'figure_open',
	'heading_open',
	'hr',
	'list_item_open',
	'ordered_list_open',
	'paragraph_open',
	'table_open',
	'tr_open'
]);

/** Directives that components show, under the id of the directive. */
const OWN_ID = new Set(['question', 'scenario']);

/**
 * Gives the blocks of a text ids by line, for the author's preview only: what learners get has none. Headings,
 * questions and cases keep their own. The text's first line is line `firstLine` of its file.
 */
export function markLines(document: MarkdownDocument, firstLine: number): void {
	for (const { token, id } of placesOf(document, firstLine))
		if (token.attrGet('id') === null && !OWN_ID.has(token.info)) token.attrSet('id', id);
}

/** Where `markLines` puts its marks, in the order of lines; changes nothing. */
export function lineMarks(document: MarkdownDocument, firstLine: number): LineMark[] {
	return placesOf(document, firstLine)
		.map(({ line, id }) => ({ line, id }))
		.sort((a, b) => a.line - b.line);
}

/** The id of the block that holds a line, or of the last one before it; null before the first. */
export function markAt(marks: readonly LineMark[], line: number): string | null {
	return marks.findLast((mark) => mark.line <= line)?.id ?? null;
}

function placesOf({ tokens }: MarkdownDocument, firstLine: number) {
	const taken = new Set<number>();
	let inQuestion = 0;
	return tokens.flatMap((token) => {
		const asked = token.info === 'question';
		if (asked && token.type === 'directive_close') inQuestion--;
		// Inside a question the page shows its own form; the question as a whole is led to.
		const hidden = inQuestion > 0 || token.hidden || !token.map || !BLOCKS.has(token.type);
		if (asked && token.type === 'directive_open') inQuestion++;
		if (hidden || !token.map) return [];
		const line = firstLine + token.map[0];
		if (taken.has(line)) return [];
		taken.add(line);
		return [{ token, line, id: idOf(token, line) }];
	});
}

function idOf(token: Token, line: number): string {
	const own =
		token.type === 'directive_open' && OWN_ID.has(token.info)
			? (token.meta as DirectiveMeta).directive.id
			: token.attrGet('id')?.toString();
	return own ?? `baris-${line}`;
}
