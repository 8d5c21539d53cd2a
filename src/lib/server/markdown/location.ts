import MarkdownIt, { type MarkdownIt as Engine, type Token } from 'markdown-it';
import type { Position } from './document.ts';

/** Kept on the token: beside it, in a map of hundreds of thousands, it would be a fifth of the work. */
const offset = Symbol('offset');

type Located = Token & { [offset]?: number };

/** Inline state that remembers where in its text each token began; markdown-it itself keeps only block lines. */
class LocatedInline extends MarkdownIt.StateInline {
	override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
		const token: Located = super.push(type, tag, nesting);
		token[offset] = this.pos;
		return token;
	}
}

/** Lets every inline token be found again in the source. */
export function locateInline(md: Engine): void {
	md.inline.State = LocatedInline;
}

/** Finds lines and columns in one source text; `firstLine` is the file's line on which the text begins. */
export class Locator {
	readonly lines: string[];
	readonly firstLine: number;
	// A paragraph may hold thousands of links: what is found out about its lines serves them all.
	#runs: { content: string; row: number; lines: { start: number; indent: number }[] } | null = null;

	constructor(source: string, firstLine: number) {
		this.lines = source.split('\n');
		this.firstLine = firstLine;
	}

	/** The first visible character of a source line (counted from 0 within the text). */
	line(index: number): Position {
		const text = this.lines[index] ?? '';
		return { line: this.firstLine + index, column: text.length - text.trimStart().length + 1 };
	}

	/** The place of an offset within an inline token's text; `row` is the source line the token begins on. */
	within(content: string, offset: number, row: number): Position {
		if (this.#runs?.content !== content || this.#runs.row !== row)
			this.#runs = { content, row, lines: this.#linesOf(content, row) };
		const { lines } = this.#runs;
		let skipped = 0;
		for (let after = lines.length; after - skipped > 1;) {
			const middle = (skipped + after) >> 1;
			if (lines[middle]!.start <= offset) skipped = middle;
			else after = middle;
		}
		const { start, indent } = lines[skipped]!;
		return { line: this.firstLine + row + skipped, column: indent + (offset - start) + 1 };
	}

	/** Where each line of an inline token's text begins, in the text and in its source line. */
	#linesOf(content: string, row: number): { start: number; indent: number }[] {
		let start = 0;
		return content.split('\n').map((text, skipped) => {
			const line = { start, indent: Math.max(0, (this.lines[row + skipped] ?? '').indexOf(text)) };
			start += text.length + 1;
			return line;
		});
	}

	/** The place of an inline child token. */
	token(child: Located, content: string, row: number): Position {
		return this.within(content, child[offset] ?? 0, row);
	}
}
