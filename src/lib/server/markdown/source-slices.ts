/** The cells of a table's row as they are written, `\|` read as a pipe; the pipes around the row are left out. */
export function cellsOf(row: string): string[] {
	const cells = [''];
	const text = row.trim();
	for (let at = 0; at < text.length; at++) {
		if (text[at] === '|' && text[at - 1] === '\\') cells.push(`${cells.pop()!.slice(0, -1)}|`);
		else if (text[at] === '|') cells.push('');
		else cells.push(cells.pop()! + text[at]);
	}
	if (cells[0] === '') cells.shift();
	if (cells.at(-1) === '') cells.pop();
	return cells.map((cell) => cell.trim());
}

/** A table's row of cells, each of one line; `\|` stands for a pipe. */
export function rowOf(cells: readonly string[]): string {
	return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

/** The lines of a list item without its marker and the indentation that makes them part of it. */
export function itemContent(lines: readonly string[]): string[] {
	const [first = '', ...others] = lines;
	const marker = /^[ \t]*(?:[-+*]|\d{1,9}[.)])/.exec(first)?.[0] ?? '';
	const start = widthOf(marker);
	const padding = /^[ \t]*/.exec(first.slice(marker.length))![0];
	const end = widthOf(marker + padding);
	// Five columns or more belong to indented code, whose own four begin after one.
	const content =
		end - start > 4 || first.length === marker.length + padding.length ? start + 1 : end;
	return [outdented(first, content, marker), ...others.map((line) => outdented(line, content))];
}

/** The lines of a block quote without its marks; a lazy line has none. */
export function quoteContent(lines: readonly string[]): string[] {
	return lines.map((line) => line.replace(/^ {0,3}> ?/, ''));
}

/** Columns a line's beginning takes, tabs reaching to the next multiple of four. */
function widthOf(text: string): number {
	let width = 0;
	for (const character of text) width += character === '\t' ? 4 - (width % 4) : 1;
	return width;
}

/** A line without up to `columns` of indentation (or of `marker` and what follows it); half a tab stays as spaces. */
function outdented(line: string, columns: number, marker = ''): string {
	let at = marker.length;
	let width = widthOf(marker);
	while (width < columns && (line[at] === ' ' || line[at] === '\t')) {
		width += line[at] === '\t' ? 4 - (width % 4) : 1;
		at++;
	}
	return ' '.repeat(Math.max(0, width - columns)) + line.slice(at);
}
