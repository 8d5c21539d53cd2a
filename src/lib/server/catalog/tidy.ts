import type { Token } from 'markdown-it';
import type { Position } from '../markdown/document.ts';
import { meaning } from '../markdown/meaning.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { splitFrontMatter } from './front-matter.ts';

/** A stretch of a text (LF, NFC) to be written differently, at its place before the change. */
export interface Edit extends Position {
	from: number;
	to: number;
	text: string;
	/** What it mends, in a few Indonesian words. */
	what: string;
}

/** Something to mend, without how. */
type Remark = Omit<Edit, 'from' | 'to' | 'text'>;

/** Where the bytes of a file differ from its text as every reader of courses takes it (LF, NFC, no byte order mark). */
export function encodingRemarks(bytes: Uint8Array, text: string): Remark[] {
	if (Buffer.from(text).equals(bytes)) return [];
	const raw = Buffer.from(bytes).toString('utf8');
	const found: Remark[] = [];
	const note = (what: string, offset: number) => found.push({ what, ...placeOf(raw, offset) });
	if (raw.charCodeAt(0) === 0xfeff) note('tanda urutan bita (BOM) di awal berkas', 0);
	const carriage = raw.indexOf('\r');
	if (carriage !== -1) note('akhir baris CRLF', carriage);
	if (raw !== raw.normalize('NFC')) note('huruf beraksen yang tersusun dari dua karakter (NFD)', 0);
	return found;
}

/**
 * Spacing of a Markdown text (LF, NFC) that says nothing and reads badly: spaces at ends of lines, tabs before lines,
 * no blank line around a directive or under the front matter. What would change the parsed text is left alone.
 */
export function spacingEdits(text: string): Edit[] {
	const { body, bodyLine } = splitFrontMatter(text) ?? { body: text, bodyLine: 1 };
	const start = text.length - body.length;
	const lines = linesOf(body, start, bodyLine);
	const candidates = [
		...(bodyLine > 1 && lines[0] && lines[0].text.trim() !== ''
			? [blankLineBefore(lines[0], 'baris kosong sesudah keterangan')]
			: []),
		...lines.flatMap((line, row) => looseSpaces(line, lines[row + 1])),
		...lines.flatMap((line, row) => missingBlankLines(line, lines[row - 1], lines[row + 1]))
	];
	// Nearly every text ends here, unparsed.
	if (candidates.length === 0) return [];
	const before = parseMarkdown(body).tokens;
	const shown = (tokens: readonly Token[]) => meaning(tokens, { shown: true });
	const said = shown(before);
	const kept = keptRows(before);
	const edits = candidates.filter(({ line }) => !kept.has(line - bodyLine));
	const holds = (chosen: readonly Edit[]) =>
		shown(parseMarkdown(applied(text, chosen).slice(start)).tokens) === said;
	if (holds(edits)) return edits;
	const harmless: Edit[] = [];
	let tries = Math.min(mostTried, Math.floor(mostReadAgain / body.length));
	const keepHarmless = (some: readonly Edit[]): void => {
		if (some.length === 0 || tries-- <= 0) return;
		if (holds([...harmless, ...some])) harmless.push(...some);
		else if (some.length > 1) {
			const half = some.length >> 1;
			keepHarmless(some.slice(0, half));
			keepHarmless(some.slice(half));
		}
	};
	keepHarmless(edits);
	return harmless;
}

/** Where some edit would change the meaning, it is looked for by halves: in so many parses, of so many characters. */
const mostTried = 16;
const mostReadAgain = 500_000;

/** The text with every edit made; of two that overlap the first counts. */
export function applied(text: string, edits: readonly Edit[]): string {
	let result = '';
	let at = 0;
	for (const { from, to, text: replacement } of inOrder(edits)) {
		if (from < at) continue;
		result += text.slice(at, from) + replacement;
		at = to;
	}
	return result + text.slice(at);
}

function inOrder(edits: readonly Edit[]): Edit[] {
	return [...edits].sort((a, b) => a.from - b.from || a.to - b.to);
}

interface Line {
	text: string;
	/** Offset of its first character in the file's text. */
	from: number;
	/** The file's line, from 1. */
	line: number;
}

function linesOf(body: string, start: number, bodyLine: number): Line[] {
	let from = start;
	return body.split('\n').map((text, index) => {
		const line = { text, from, line: bodyLine + index };
		from += text.length + 1;
		return line;
	});
}

function looseSpaces({ text, from, line }: Line, next: Line | undefined): Edit[] {
	const edits: Edit[] = [];
	const trimmed = text.trimEnd();
	// Two spaces before more text are a line break, and a backslash must not come to stand last.
	const breaks = / {2}$/.test(text) && next !== undefined && next.text.trim() !== '';
	if (trimmed !== text && !trimmed.endsWith('\\') && (trimmed === '' || !breaks)) {
		edits.push({
			from: from + trimmed.length,
			to: from + text.length,
			text: '',
			line,
			column: trimmed.length + 1,
			what: 'spasi di ujung baris'
		});
	}
	const lead = /^[ \t]*/.exec(text)![0];
	if (lead.includes('\t') && trimmed !== '') {
		edits.push({
			from,
			to: from + lead.length,
			text: expanded(lead),
			line,
			column: 1,
			what: 'tab di awal baris'
		});
	}
	return edits;
}

/** Tabs as spaces up to the next column divisible by four, as CommonMark reads them. */
function expanded(lead: string): string {
	let width = 0;
	for (const character of lead) width += character === '\t' ? 4 - (width % 4) : 1;
	return ' '.repeat(width);
}

const opener = /^:{3,}[ \t]*[a-z]/;
const closer = /^:{3,}[ \t]*$/;

function missingBlankLines(line: Line, above: Line | undefined, below: Line | undefined): Edit[] {
	const filled = (other: Line | undefined): other is Line =>
		other !== undefined && other.text.trim() !== '';
	if (opener.test(line.text)) {
		// A comment above belongs to the directive: it may silence a rule there.
		return filled(above) && !opener.test(above.text) && !above.text.trimEnd().endsWith('-->')
			? [blankLineBefore(line, 'baris kosong sebelum blok')]
			: [];
	}
	return closer.test(line.text) && filled(below) && !/^:{3,}/.test(below.text)
		? [blankLineBefore(below, 'baris kosong sesudah blok')]
		: [];
}

function blankLineBefore({ from, line }: Line, what: string): Edit {
	return { from, to: from, text: '\n', line, column: 1, what };
}

/** Rows whose every space counts: code, and comments. */
function keptRows(tokens: readonly Token[]): Set<number> {
	const rows = new Set<number>();
	for (const { type, map } of tokens) {
		if (!map || !['fence', 'code_block', 'comment'].includes(type)) continue;
		for (let row = map[0]; row < map[1]; row++) rows.add(row);
	}
	return rows;
}

function placeOf(text: string, offset: number): Position {
	const before = text.slice(0, offset).split(/\r\n?|\n/);
	return { line: before.length, column: before.at(-1)!.length + 1 };
}
