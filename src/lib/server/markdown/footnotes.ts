import type { MarkdownIt, StateBlock, StateCore, StateInline, Token } from 'markdown-it';

const definition = /^\[\^([\w-]{1,60})\]:[ \t]*/;
const reference = /\[\^([\w-]{1,60})\]/y;

/** A footnote after parsing: its number by first use (0 = never used) and its content. */
export interface Footnote extends Record<string, unknown> {
	label: string;
	number: number;
	uses: number;
}

/**
 * `[^a]` in the text and `[^a]: …` as a block; the notes are gathered at the end of the text,
 * numbered in the order of first use.
 */
export function footnotes(md: MarkdownIt): void {
	md.block.ruler.before('reference', 'footnote', definitionRule, {
		alt: ['paragraph', 'reference']
	});
	md.inline.ruler.before('link', 'footnote_reference', referenceRule);
	md.core.ruler.push('footnotes', gather);
	const { rules } = md.renderer;
	rules['footnote_reference'] = (tokens, at) => {
		const { number, use } = tokens[at]!.meta as { number: number; use: number };
		if (number === 0) return md.utils.escapeHtml(tokens[at]!.content);
		const id = use === 1 ? `rujukan-${number}` : `rujukan-${number}-${use}`;
		return `<sup class="footnote-ref"><a href="#catatan-${number}" id="${id}" aria-label="Catatan kaki ${number}">${number}</a></sup>`;
	};
	rules['footnotes_open'] = () => '<section class="footnotes" aria-label="Catatan kaki">\n<ol>\n';
	rules['footnotes_close'] = () => '</ol>\n</section>\n';
	rules['footnote_open'] = (tokens, at) =>
		`<li id="catatan-${(tokens[at]!.meta as Footnote).number}">\n`;
	rules['footnote_close'] = (tokens, at) => {
		const { number } = tokens[at]!.meta as Footnote;
		return `<a class="footnote-back" href="#rujukan-${number}" aria-label="Kembali ke rujukan ${number}">↩</a></li>\n`;
	};
}

function definitionRule(
	state: StateBlock,
	startLine: number,
	endLine: number,
	silent: boolean
): boolean {
	const start = state.bMarks[startLine]! + state.tShift[startLine]!;
	if (state.src.charCodeAt(start) !== 0x5b || state.src.charCodeAt(start + 1) !== 0x5e)
		return false;
	if (state.sCount[startLine]! - state.blkIndent >= 4 || state.parentType === 'list') return false;
	const match = definition.exec(state.src.slice(start, start + 80));
	if (!match) return false;
	if (silent) return true;

	// The definition's own line begins after the label; the lines that follow belong to it while indented.
	const saved = {
		b: state.bMarks[startLine]!,
		t: state.tShift[startLine]!,
		s: state.sCount[startLine]!
	};
	const { blkIndent, parentType } = state;
	const open = state.push('footnote_open', 'li', 1);
	open.meta = { label: match[1]!, number: 0, uses: 0 } satisfies Footnote;
	state.bMarks[startLine] = start + match[0].length;
	state.tShift[startLine] = 0;
	state.sCount[startLine] = blkIndent + 2;
	state.blkIndent = blkIndent + 2;
	state.parentType = 'footnote';
	state.md.block.tokenize(state, startLine, endLine);
	state.parentType = parentType;
	state.blkIndent = blkIndent;
	state.bMarks[startLine] = saved.b;
	state.tShift[startLine] = saved.t;
	state.sCount[startLine] = saved.s;
	if (state.line === startLine) state.line = startLine + 1;
	open.map = [startLine, state.line];
	state.push('footnote_close', 'li', -1).meta = open.meta;
	return true;
}

function referenceRule(state: StateInline, silent: boolean): boolean {
	if (!state.src.startsWith('[^', state.pos)) return false;
	reference.lastIndex = state.pos;
	const match = reference.exec(state.src);
	if (!match || reference.lastIndex > state.posMax) return false;
	if (!silent) {
		const token = state.push('footnote_reference', '', 0);
		token.content = match[0];
		token.meta = { label: match[1]!, number: 0, use: 0 };
	}
	state.pos += match[0].length;
	return true;
}

function gather(state: StateCore): void {
	const notes = new Map<string, Token[]>();
	const body: Token[] = [];
	// A definition within a definition is a note of its own.
	const open: Token[][] = [];
	for (const token of state.tokens) {
		if (token.type === 'footnote_open') {
			const { label } = token.meta as Footnote;
			open.push([]);
			if (!notes.has(label)) notes.set(label, open.at(-1)!);
			else body.push(silentNote(state, token, { ...token.meta, repeated: true }));
		}
		(open.at(-1) ?? body).push(token);
		if (token.type === 'footnote_close') open.pop();
	}
	const used: Token[][] = [];
	const number = (blocks: readonly Token[]) => {
		for (const child of blocks.flatMap(({ children }) => children ?? [])) {
			if (child.type !== 'footnote_reference') continue;
			const note = notes.get(String(child.meta?.['label']));
			if (!note) continue;
			const meta = note[0]!.meta as Footnote;
			if (meta.number === 0) meta.number = used.push(note);
			child.meta = { label: meta.label, number: meta.number, use: ++meta.uses };
		}
	};
	number(body);
	// A note may cite another; the list grows while it is walked.
	for (const note of used) number(note);
	if (notes.size === 0) return;
	for (const [token] of notes.values()) {
		if ((token!.meta as Footnote).number === 0) body.push(silentNote(state, token!, token!.meta));
	}
	const list = [
		new state.Token('footnotes_open', 'section', 1),
		...used.flat(),
		new state.Token('footnotes_close', 'section', -1)
	];
	state.tokens = used.length > 0 ? body.concat(list) : body;
}

/** A note that is not shown, kept for the survey to complain about. */
function silentNote(state: StateCore, { map }: Token, meta: Token['meta']): Token {
	const mark = new state.Token('footnote_unused', '', 0);
	return Object.assign(mark, { map, meta, hidden: true });
}
