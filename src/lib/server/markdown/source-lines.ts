/** The one form in which every reader of courses takes a text: no byte order mark, LF line ends, NFC. */
export function plainForm(text: string): string {
	const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
	return body.replace(/\r\n?/g, '\n').normalize('NFC');
}

/** A line of a file as it is on disk: offsets of its first character and of its line end. */
export interface SourceLine {
	from: number;
	to: number;
}

/** The lines of a text as it is on disk, after its byte order mark; as many as its plain form has. */
export function sourceLines(text: string): SourceLine[] {
	const lines: SourceLine[] = [];
	let from = text.charCodeAt(0) === 0xfeff ? 1 : 0;
	for (const end of text.matchAll(/\r\n?|\n/g)) {
		lines.push({ from, to: end.index });
		from = end.index + end[0].length;
	}
	lines.push({ from, to: text.length });
	return lines;
}

/** The line end a text uses most; LF when it has none. */
export function lineEndOf(text: string): string {
	const count = { '\n': 0, '\r\n': 0, '\r': 0 };
	for (const [end] of text.matchAll(/\r\n?|\n/g)) count[end as keyof typeof count]++;
	if (count['\r\n'] > count['\n'] && count['\r\n'] >= count['\r']) return '\r\n';
	return count['\r'] > count['\n'] ? '\r' : '\n';
}

/** A text (LF) without the blank lines around it; the first line keeps its indentation. */
export function withoutBlankEdges(text: string): string {
	const lines = text.split('\n');
	const blank = (line: string | undefined) => line !== undefined && /^[ \t]*$/.test(line);
	let first = 0;
	let last = lines.length;
	while (blank(lines[first])) first++;
	while (last > first && blank(lines[last - 1])) last--;
	return lines.slice(first, last).join('\n');
}
