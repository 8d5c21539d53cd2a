import type { MarkdownIt, Token } from 'markdown-it';
import type { LinkTarget } from './document.ts';

/** The word an author puts as a link's title to say that a repealed instrument is cited as history. */
const history = /^(?:history|sejarah)$/i;

/**
 * Every destination is let through the parser and judged here, so that a refused one can be named
 * with its place. The renderer writes an address only for the kinds this function allows.
 */
export function classifyLink(href: string, title: string | null): LinkTarget {
	const refused: LinkTarget = { kind: 'refused', href };
	if (hasControlOrSpace(href) || href.includes('\\') || /%5c/i.test(href)) return refused;
	if (href.startsWith('#')) return { kind: 'fragment', fragment: decoded(href.slice(1)) };
	if (/^https?:\/\/[^/?#@]+(?:[/?#]|$)/i.test(href) && URL.canParse(href))
		return { kind: 'external', href };
	if (/^mailto:[^?@]+@[^?]+$/i.test(href)) return { kind: 'mail', href };
	const regulation = /^reg:([a-z0-9][a-z0-9-]*)(?:#([a-z0-9][a-z0-9-]*))?$/i.exec(href);
	if (regulation) {
		return {
			kind: 'regulation',
			regulation: regulation[1]!.toLowerCase(),
			article: regulation[2]?.toLowerCase() ?? null,
			asHistory: title !== null && history.test(title.trim())
		};
	}
	if (href === '' || href.includes(':') || href.startsWith('//')) return refused;
	if (href.startsWith('/')) return { kind: 'site', href };
	const [path = '', fragment = null] = href.split('#', 2);
	return {
		kind: 'file',
		path: decoded(path),
		fragment: fragment === null ? null : decoded(fragment)
	};
}

function hasControlOrSpace(text: string): boolean {
	for (const character of text) if (character.codePointAt(0)! <= 0x20) return true;
	return false;
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		// A stray per cent sign is an ordinary character of a file name.
		return text;
	}
}

/** What a link token points at; set while parsing. */
export function targetOf(token: Token): LinkTarget {
	return (token.meta?.['target'] as LinkTarget | undefined) ?? { kind: 'refused', href: '' };
}

/** Judges the destination of every link while parsing; an address in a link's text is text. */
export function judgedLinks(md: MarkdownIt): void {
	md.validateLink = () => true;
	md.core.ruler.push('link_targets', (state) => {
		for (const block of state.tokens) {
			if (block.children) block.children = withoutInnerLinks(block.children);
			for (const token of block.children ?? []) {
				if (token.type !== 'link_open') continue;
				const title = token.attrGet('title');
				const target = classifyLink(
					String(token.attrGet('href') ?? ''),
					title === null ? null : String(title)
				);
				token.meta = { ...token.meta, target };
			}
		}
	});
}

/** `[a <https://b> c](d)` is one link: HTML knows no links in links, and a browser would tear them apart. */
function withoutInnerLinks(children: Token[]): Token[] {
	let depth = 0;
	return children.filter(({ type }) => {
		if (type === 'link_open') return depth++ === 0;
		return type !== 'link_close' || --depth === 0;
	});
}
