/** Splits `---` front matter from the body; `null` when the file has none or it is not closed. Expects LF line ends. */
export function splitFrontMatter(
	text: string
): { yaml: string; body: string; bodyLine: number } | null {
	if (!/^---[ \t]*\n/.test(text)) return null;
	const start = text.indexOf('\n') + 1;
	const end = /^---[ \t]*$/m.exec(text.slice(start));
	if (!end) return null;
	const after = text.indexOf('\n', start + end.index);
	const bodyStart = after === -1 ? text.length : after + 1;
	return {
		yaml: text.slice(start, start + end.index),
		body: text.slice(bodyStart),
		bodyLine: text.slice(0, bodyStart).split('\n').length
	};
}
