import type { Token } from 'markdown-it';
import type { Page } from '../course.ts';
import { targetOf } from '../../markdown/links.ts';
import type { Position } from '../../markdown/document.ts';

/** A run of text as the author speaks: without code, quotations, and the names of regulations. */
export interface OwnWords {
	text: string;
	kind: 'paragraph' | 'heading' | 'cell';
	/** The file's line on which its block begins. */
	line: number;
	/** The first place of a stretch of `text` in the file; that of the run, when it cannot be told. */
	placeOf(stretch: string): Position;
}

// What stands between quotation marks is somebody else's, or a word spoken of rather than used.
const quotation = /"[^"]{1,400}"|“[^”]{1,400}”|‘[^’]{1,400}’/g;

/** Reads the running text of a page. What is left out leaves "…" behind, so that words do not meet across it. */
export function ownWords(page: Page<unknown>): OwnWords[] {
	const found: OwnWords[] = [];
	const lines = page.body.split('\n');
	let quotes = 0;
	let questions = 0;
	let map: [number, number] = [0, 1];
	let parent: Token | undefined;
	for (const token of [...page.document.tokens, ...page.document.questionNotes]) {
		if (token.map) map = token.map;
		if (token.info === 'question') questions += token.nesting;
		// Under an option a quotation is the author's rationale.
		if (token.type === 'blockquote_open' || token.type === 'blockquote_close')
			quotes += questions > 0 ? 0 : token.nesting;
		if (token.type === 'inline' && quotes === 0) {
			const text = spoken(token.children ?? [])
				.replace(quotation, '…')
				.replace(/\s+/g, ' ')
				.trim();
			const [from, to] = map;
			const kind =
				parent?.type === 'heading_open'
					? 'heading'
					: parent?.tag === 'td' || parent?.tag === 'th'
						? 'cell'
						: 'paragraph';
			const placeOf = (stretch: string) =>
				placeIn(lines, from, Math.max(from + 1, to), page.bodyLine, stretch);
			if (text !== '') found.push({ text, kind, line: page.bodyLine + from, placeOf });
		}
		parent = token;
	}
	return found;
}

function spoken(children: readonly Token[]): string {
	let text = '';
	let instruments = 0;
	for (const child of children) {
		if (child.type === 'link_open' && targetOf(child).kind === 'regulation') {
			instruments = 1;
			text += '…';
		} else if (child.type === 'link_close') instruments = 0;
		else if (instruments > 0) continue;
		else if (child.type === 'text' || child.type === 'term') text += child.content;
		else if (child.type === 'code_inline' || child.type === 'image') text += '…';
		else if (child.type === 'softbreak' || child.type === 'hardbreak') text += ' ';
	}
	return text;
}

function placeIn(
	lines: readonly string[],
	from: number,
	to: number,
	bodyLine: number,
	stretch: string
): Position {
	const source = lines.slice(from, to).join('\n');
	const words = stretch.split(' ').map((word) => word.replace(/[^\p{L}\p{N}]/gu, '\\$&'));
	const found = new RegExp(
		`(?<![\\p{L}\\p{N}])${words.join('[\\s>*_]+')}(?![\\p{L}\\p{N}])`,
		'u'
	).exec(source);
	if (found) {
		const row = source.slice(0, found.index).split('\n').length - 1;
		return {
			line: bodyLine + from + row,
			column: found.index - source.lastIndexOf('\n', found.index - 1)
		};
	}
	const first = lines[from] ?? '';
	return { line: bodyLine + from, column: first.length - first.trimStart().length + 1 };
}
