import MarkdownIt, { type MarkdownIt as Engine, type Token } from 'markdown-it';
import { shapedBlocks } from './blocks.ts';
import { comments } from './comments.ts';
import { directiveBlocks } from './directives.ts';
import type { MarkdownDocument } from './document.ts';
import { footnotes } from './footnotes.ts';
import { judgedLinks } from './links.ts';
import { Locator, locateInline } from './location.ts';
import { deepestNesting, survey } from './survey.ts';
import { termLinks } from './terms.ts';

/** CommonMark with tables and our own syntax; no raw HTML, and no address the link judge has not seen. */
export function markdownSyntax(): Engine {
	const md = new MarkdownIt({
		html: false,
		linkify: false,
		typographer: false,
		maxNesting: deepestNesting
	});
	locateInline(md);
	// Footnotes last: what is theirs has been shaped and judged before it leaves the text.
	for (const plugin of [directiveBlocks, comments, termLinks, judgedLinks, shapedBlocks, footnotes])
		md.use(plugin);
	return md;
}

const md = markdownSyntax();

/** Parses Markdown (LF line ends) whose first line is line `firstLine` of its file; never throws. */
export function parseMarkdown(source: string, firstLine = 1): MarkdownDocument {
	return survey(md.parse(source, {}), new Locator(source, firstLine));
}

/**
 * The blocks of a text (LF line ends) in the order of its lines: definitions and footnotes where they stand, running
 * text unread but for what may be a lone image.
 */
export function parseBlocks(source: string): Token[] {
	const tokens: Token[] = [];
	const env = {};
	md.block.parse(source, md, env, tokens);
	for (const { type, content, children } of tokens) {
		if (type === 'inline' && content.startsWith('![') && children)
			md.inline.parse(content, md, env, children);
	}
	return tokens;
}
