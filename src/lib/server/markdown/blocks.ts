import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { slug } from './slug.ts';

const optionMark = /^\[( |x|X|\d)\][ \t]+/;

/** Headings get ids, lone images become figures, tables a scrolling frame, options in a question their mark. */
export function shapedBlocks(md: MarkdownIt): void {
	md.core.ruler.after('block', 'options', markOptions);
	md.core.ruler.push('heading_ids', nameHeadings);
	md.core.ruler.push('figures', framedImages);
	md.core.ruler.push('table_cells', plainCells);
}

/**
 * Takes `[x] ` off the first paragraph of each item of a question's own bullet lists, before inline parsing could read
 * a link in it. Lists within lists, and numbered ones, keep theirs as text.
 */
function markOptions(state: StateCore): void {
	const questions: number[] = [];
	state.tokens.forEach((token, at) => {
		if (token.info === 'question' && token.type === 'directive_open') questions.push(token.level);
		if (token.info === 'question' && token.type === 'directive_close') questions.pop();
		const inside = questions.at(-1);
		if (inside === undefined || token.type !== 'list_item_open') return;
		if (token.level !== inside + 2 || !'-+*'.includes(token.markup)) return;
		const text = state.tokens[at + 2];
		const match = text?.type === 'inline' ? optionMark.exec(text.content) : null;
		if (!text || !match) return;
		text.content = text.content.slice(match[0].length);
		token.meta = { mark: match[1]!.toLowerCase() };
	});
}

function nameHeadings(state: StateCore): void {
	const counts = new Map<string, number>();
	const taken = new Set<string>();
	state.tokens.forEach((token, at) => {
		if (token.type !== 'heading_open') return;
		const base = `bagian-${slug(plainText(state.tokens[at + 1]?.children ?? [])) || 'tanpa-judul'}`;
		let id = base;
		// A heading may itself be called "x 2".
		for (let count = counts.get(base) ?? 1; taken.has(id); id = `${base}-${count}`)
			counts.set(base, ++count);
		taken.add(id);
		token.attrSet('id', id);
	});
}

function framedImages(state: StateCore): void {
	state.tokens.forEach((token, at) => {
		const inline = state.tokens[at + 1];
		const close = state.tokens[at + 2];
		const only = inline?.children?.[0];
		if (token.type !== 'paragraph_open' || token.hidden || !inline || !close) return;
		if (inline.children?.length !== 1 || only?.type !== 'image') return;
		token.type = 'figure_open';
		token.tag = close.tag = 'figure';
		close.type = 'figure_close';
		only.meta = { ...only.meta, framed: true };
	});
}

/** Alignment as a class instead of markdown-it's style attribute, which a strict CSP refuses; `scope` on headers. */
function plainCells(state: StateCore): void {
	for (const token of state.tokens) {
		if (token.type !== 'th_open' && token.type !== 'td_open') continue;
		const alignment = String(token.attrGet('style') ?? '').replace('text-align:', '');
		token.attrs = alignment && alignment !== 'left' ? [['class', `align-${alignment}`]] : null;
		if (token.type === 'th_open') token.attrSet('scope', 'col');
	}
}

/** The text of inline tokens without any markup. */
export function plainText(children: readonly Token[]): string {
	let text = '';
	for (const child of children) {
		if (child.type === 'text' || child.type === 'code_inline' || child.type === 'term')
			text += child.content;
		else if (child.type === 'softbreak' || child.type === 'hardbreak') text += ' ';
		else if (child.type === 'image') text += plainText(child.children ?? []);
	}
	return text;
}
