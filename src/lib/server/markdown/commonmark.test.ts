import { tests as examples } from 'commonmark-spec';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from './parse.ts';
import { escapeHtml } from './markup.ts';
import { renderTokens, type RenderContext } from './render.ts';
import { slug } from './slug.ts';

// Every example of the specification goes through our syntax. Where our HTML differs, the difference has a name and a
// reason below; applied to the specification's HTML it must give ours exactly, and each named difference must be needed.

/** Everything a text points at is there, at the address the text gives. */
const everything: RenderContext = {
	image: (path) => ({ href: path, width: null, height: null }),
	file: (path) => ({ href: encodeURI(path) }),
	term: (id) => `/istilah#${id}`,
	headingIds: new Set(['fragment'])
};

/** The engine we build on, without anything of ours but that raw HTML is off. */
const bare = new MarkdownIt('commonmark', { html: false });

const ours = (markdown: string) => renderTokens(parseMarkdown(markdown).tokens, everything);

/** The specification writes XHTML, and breaks the line in an empty quotation. */
const normalised = (html: string) =>
	html
		.replaceAll(' />', '>')
		.replaceAll('<blockquote>\n</blockquote>', '<blockquote></blockquote>')
		.trim();

interface Difference {
	/** Why we differ, in a sentence. */
	because: string;
	/** The numbers of the examples it changes. */
	examples: readonly number[];
	/** Makes ours of the specification's HTML. */
	apply(html: string, markdown: string): string;
}

/** `3 5-7` → 3, 5, 6, 7. */
const numbers = (list: string) =>
	list.split(' ').flatMap((part) => {
		const [from = NaN, to = from] = part.split('-').map(Number);
		return Array.from({ length: to - from + 1 }, (_, at) => from + at);
	});

/** A tag, instruction, declaration or character data as section 6.6 has them. */
const rawTag =
	/<[a-z][a-z\d-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?>|<\/[a-z][a-z\d-]*\s*>|<\?.*?\?>|<![a-z].*?>|<!\[CDATA\[.*?\]\]>/gis;

const differences: Record<string, Difference> = {
	'raw HTML in a line is text': {
		because:
			'An author could write scripts, styles and frames; so a tag is text like any other: the specification’s own HTML with each tag of the source escaped.',
		examples: numbers('168 187 201 491 494 613-617 623 627-629'),
		apply: (html, markdown) => {
			let text = '';
			let rest = html;
			for (const tag of markdown.match(rawTag) ?? []) {
				const shown = normalised(tag);
				const at = rest.indexOf(shown);
				text += rest.slice(0, at) + escapeHtml(tag);
				rest = rest.slice(at + shown.length);
			}
			return text + rest;
		}
	},
	'raw HTML is off': {
		because:
			'Where a tag is text, so is the Markdown inside it or around it Markdown, of which the specification shows nothing: here the bare engine with raw HTML off is the measure, and below that no tag of the source comes through.',
		examples: numbers(
			'21 31 148-167 169-178 180 181 182 184-186 188-191 344 475 476 477 524 536 630 631 642 643'
		),
		apply: (_html, markdown) => normalised(bare.render(markdown))
	},
	'comments are dropped': {
		because:
			'A comment is a note among authors or silences a rule of the lint; readers never receive it.',
		examples: numbers('177 179 183 308 309 625 626'),
		apply: (html) =>
			html
				.replace(/^<!--[\s\S]*?-->(?:\n|$)/gm, '')
				.replace(/<!-->|<!--->|<!--[\s\S]*?-->/g, '')
				.replace(/(?<!<code>)&lt;!--[\s\S]*?--&gt;/g, '')
				.trim()
	},
	'double brackets are terms': {
		because: 'Between double brackets stands a term of the glossary, which our format adds.',
		examples: numbers('548 590'),
		apply: (html) =>
			html.replace(
				/\[\[([^[\]]+)\]\]/g,
				(_all, term: string) => `<a class="term" href="/istilah#${slug(term)}">${term}</a>`
			)
	},
	'a term goes before a reference': {
		because:
			'Within double brackets a term is meant even where the name is also defined as a reference.',
		examples: numbers('559'),
		apply: () => '<p><a class="term" href="/istilah#foo-bar">*foo* bar</a></p>'
	},
	'code has no language': {
		because: 'Nothing colours code, and no class of an element comes from a text.',
		examples: numbers('24 34 142 143 144 146 161'),
		apply: (html) => html.replace(/<code class="language-[^"]*">/g, '<code>')
	},
	'headings have ids': {
		because: 'Tables of contents and links lead to headings.',
		examples: numbers(
			'10 59 62 66 67 68 71-84 86 89 90 91 95 96 102 103 115 141 214 215 227-230 232 300 646 647'
		),
		apply: namedHeadings
	},
	'links have no titles': {
		because:
			'A tooltip cannot be reached by touch or keyboard; the title of a regulation link says that it is cited as history.',
		examples: numbers(
			'22 23 32 33 192-196 202 217 482 505 506 509 510 527 539 542 543 553-558 561 593'
		),
		apply: (html) => html.replace(/<a href="([^"]*)" title="[^"]*">/g, '<a href="$1">')
	},
	'addresses are judged': {
		because:
			'Only https, http, mailto, reg and paths are written; empty addresses, other schemes and backslashes, which browsers read as slashes, are shown as a broken link.',
		examples: numbers('20 200 202 485 486 487 500 502 567 596 598 599 601 603'),
		apply: (html) =>
			html.replace(/<a href="([^"]*)">([\s\S]*?)<\/a>/g, (link, address: string, text: string) =>
				/^(?:https?:|mailto:|[^:]+$)/i.test(address) && !address.includes('%5C')
					? link
					: `<span class="link-broken">${text}</span>`
			)
	},
	'foreign links are marked': {
		because: 'A reader sees that a link leaves the platform, and the other side cannot reach back.',
		examples: numbers('346 480 481 501 526 538 594 595 600'),
		apply: (html) =>
			html.replace(/<a (href="https?:[^"]*")>/gi, '<a class="external" $1 rel="noopener">')
	},
	'lone images are figures': {
		because: 'An image that is a paragraph of its own is a figure, and its title the caption.',
		examples: numbers('520 572-578 580-586 588 589 591'),
		apply: (html) =>
			html.replace(
				/<p>(<img src="[^"]*" alt="[^"]*")(?: title="([^"]*)")?>\s*<\/p>/g,
				(_all, image: string, caption: string | undefined) =>
					`<figure>${image}>${caption === undefined ? '' : `\n<figcaption>${caption}</figcaption>`}</figure>`
			)
	},
	'images wait': {
		because:
			'On a slow line text goes first, so images load when they come near; a title outside a figure has nowhere to stand; what is read aloud is one line.',
		examples: numbers('517 520 531 572-589 591'),
		apply: (html) =>
			html.replace(
				/(<img src="[^"]*" alt="[^"]*")(?: title="[^"]*")?>/g,
				(_all, image: string) => `${image.replaceAll('\n', ' ')} loading="lazy" decoding="async">`
			)
	}
};

function namedHeadings(html: string): string {
	const taken = new Map<string, number>();
	return html.replace(/<(h[1-6])>([\s\S]*?)<\/\1>/g, (_all, tag: string, inside: string) => {
		const text = inside.replace(/<img [^>]*alt="([^"]*)"[^>]*>/g, '$1').replace(/<[^>]+>/g, '');
		const base = slug(text.replace(/&(?:quot|amp|lt|gt);/g, ' ')) || 'tanpa-judul';
		const count = (taken.get(base) ?? 0) + 1;
		taken.set(base, count);
		return `<${tag} id="bagian-${base}${count > 1 ? `-${count}` : ''}">${inside}</${tag}>`;
	});
}

/** Where we stand to be: the specification's HTML after all differences of this example, but for `without`. */
function expected({ number, html, markdown }: (typeof examples)[number], without?: string): string {
	return Object.entries(differences).reduce(
		(result, [name, { examples: changed, apply }]) =>
			changed.includes(number) && name !== without ? apply(result, withTabs(markdown)) : result,
		normalised(withTabs(html))
	);
}

/** The engine writes an address inside a link as a link in a link, which HTML does not know; ours is text. */
function withoutInnerLinks(html: string): string {
	let depth = 0;
	return html.replace(/<a [^>]*>|<\/a>/g, (tag) =>
		tag === '</a>' ? (--depth === 0 ? tag : '') : depth++ === 0 ? tag : ''
	);
}

/** The specification writes tabs as arrows. */
function withTabs(text: string): string {
	return text.replaceAll('→', '\t');
}

describe('CommonMark 0.31', () => {
	test('the specification was read whole', () => {
		expect(examples).toHaveLength(652);
	});

	test.each(examples.map((example) => [example.number, example.section, example] as const))(
		'example %i (%s)',
		(_number, _section, example) => {
			expect(ours(withTabs(example.markdown))).toBe(expected(example));
		}
	);

	const raw = ['raw HTML in a line is text', 'raw HTML is off'].flatMap((name) =>
		examples.filter(({ number }) => differences[name]!.examples.includes(number))
	);
	test.each(raw.map((example) => [example.number, example]))(
		'example %i lets no tag of its source through',
		(_number, { markdown }) => {
			const html = ours(withTabs(markdown));
			const own = /^<\/?(?:p|em|strong|code|pre|ul|ol|li|blockquote|h[1-6]|hr)>$/;
			for (const tag of withTabs(markdown).match(rawTag) ?? [])
				if (!own.test(tag)) expect(html).not.toContain(tag);
			expect(html).not.toMatch(/<(?:script|style|iframe|textarea|table|div|del|ins|bab|[?!])/i);
		}
	);

	test.each(Object.entries(differences))(
		'“%s” is needed wherever it is named',
		(name, difference) => {
			expect(difference.examples.length).toBeGreaterThan(0);
			const idle = examples.filter(
				(example) =>
					difference.examples.includes(example.number) &&
					expected(example, name) === ours(withTabs(example.markdown))
			);
			expect(idle.map(({ number }) => number)).toEqual([]);
		}
	);

	test('a text without our own syntax differs from the bare engine by nothing else', () => {
		const general = ['code has no language', 'headings have ids', 'links have no titles'];
		const addresses = ['addresses are judged', 'foreign links are marked'];
		const images = ['lone images are figures', 'images wait'];
		const text = fc.string({
			unit: fc.constantFrom(
				...[
					'a',
					'b ',
					'*',
					'**',
					'_',
					'`',
					'```',
					'[',
					']',
					'](c)',
					'](<d e> "f")',
					'![',
					'!',
					'\\'
				],
				...[
					'\n',
					'\n\n',
					'\n    ',
					'\n- ',
					'\n  ',
					'\n> ',
					'\n1. ',
					'\n# ',
					'\n===',
					'\n---',
					'\n***'
				],
				...[
					'&amp;',
					'&#42;',
					'<',
					'>',
					'"',
					'  \n',
					'\t',
					'\n[a]: /g "h"',
					'<https://i.id>',
					'](mailto:j@k.id)'
				]
			),
			maxLength: 40
		});
		fc.assert(
			fc.property(text, (markdown) => {
				fc.pre(!/\[\[|<!--|^---/.test(markdown));
				const reference = [...general, ...addresses, ...images].reduce(
					(html, name) => differences[name]!.apply(html, markdown),
					withoutInnerLinks(normalised(bare.render(markdown)))
				);
				expect(ours(markdown)).toBe(reference);
			}),
			{ numRuns: 2000 }
		);
	});
});
