import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';

const suppression = /^periksa:abaikan[ \t]+([a-z][a-z-]*)(?:[ \t]+([\s\S]*))?$/;

// Once no end is found, none follows further on either: remembering it keeps a text full of "<!--" linear.
const endless = new WeakSet<object>();

function commentEnd(state: StateBlock | StateInline, start: number): number {
	if (!state.src.startsWith('<!--', start)) return -1;
	// CommonMark 0.31 reads these two as whole, empty comments.
	for (const empty of ['<!-->', '<!--->'])
		if (state.src.startsWith(empty, start)) return start + empty.length;
	if (endless.has(state)) return -1;
	const end = state.src.indexOf('-->', start + 4);
	if (end === -1) endless.add(state);
	return end === -1 ? -1 : end + 3;
}

/** `<!-- … -->` is dropped from the page: an author's note, or a suppression of a lint rule. */
export function comments(md: MarkdownIt): void {
	md.block.ruler.before('fence', 'comment', blockComment, {
		alt: ['paragraph', 'reference', 'blockquote', 'list']
	});
	md.inline.ruler.before('autolink', 'comment', inlineComment);
	md.renderer.rules['comment'] = () => '';
}

/** Reads the rule and the reason out of a comment, or null when it is an ordinary one. */
export function readSuppression(comment: string): { rule: string; reason: string } | null {
	const match = suppression.exec(comment.trim());
	return match ? { rule: match[1]!, reason: (match[2] ?? '').trim() } : null;
}

function blockComment(
	state: StateBlock,
	startLine: number,
	endLine: number,
	silent: boolean
): boolean {
	const start = state.bMarks[startLine]! + state.tShift[startLine]!;
	if (state.sCount[startLine]! - state.blkIndent >= 4) return false;
	const end = commentEnd(state, start);
	if (end === -1) return false;
	let last = startLine;
	while (last < endLine && state.eMarks[last]! < end) last++;
	if (last >= endLine || state.src.slice(end, state.eMarks[last]).trim() !== '') return false;
	if (silent) return true;
	const token = state.push('comment', '', 0);
	token.map = [startLine, last + 1];
	token.content = state.src.slice(start + 4, Math.max(start + 4, end - 3));
	state.line = last + 1;
	return true;
}

function inlineComment(state: StateInline, silent: boolean): boolean {
	if (state.src.charCodeAt(state.pos) !== 0x3c) return false;
	const end = commentEnd(state, state.pos);
	if (end === -1 || end > state.posMax) return false;
	if (!silent) state.push('comment', '', 0);
	state.pos = end;
	return true;
}
