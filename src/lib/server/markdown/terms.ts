import type { MarkdownIt, StateInline } from 'markdown-it';
import { slug } from './slug.ts';

const longest = 120;

/** `[[istilah]]` and `[[istilah|teks]]`: a link to the glossary. */
export function termLinks(md: MarkdownIt): void {
	md.inline.ruler.before('link', 'term', termRule);
}

function termRule(state: StateInline, silent: boolean): boolean {
	if (!state.src.startsWith('[[', state.pos)) return false;
	const inside = state.src.slice(state.pos + 2, Math.min(state.posMax, state.pos + 2 + longest));
	const end = inside.indexOf(']]');
	if (end <= 0) return false;
	const [name = '', text] = inside.slice(0, end).split('|', 2);
	if (/[[\]]/.test(inside.slice(0, end)) || slug(name) === '') return false;
	if (!silent) {
		const token = state.push('term', 'a', 0);
		token.content = (text ?? name).replace(/\s+/g, ' ').trim();
		token.meta = { term: slug(name), name: name.replace(/\s+/g, ' ').trim() };
	}
	state.pos += 2 + end + 2;
	return true;
}
