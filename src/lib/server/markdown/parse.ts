import MarkdownIt, { type MarkdownIt as Engine } from 'markdown-it';
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
	for (const plugin of [directiveBlocks, comments, termLinks, footnotes, judgedLinks, shapedBlocks])
		md.use(plugin);
	return md;
}

const md = markdownSyntax();

/** Parses Markdown (LF line ends) whose first line is line `firstLine` of its file; never throws. */
export function parseMarkdown(source: string, firstLine = 1): MarkdownDocument {
	return survey(md.parse(source, {}), new Locator(source, firstLine));
}
