import type { Env, RendererRule, Token } from 'markdown-it';
import { formatBytes } from '../../format/numbers.ts';
import { plainText } from './blocks.ts';
import { minutesIn } from './directive-minutes.ts';
import type { DirectiveMeta } from './directives.ts';
import type { LinkTarget, MarkdownDocument } from './document.ts';
import { notesUnder, type NotesUnder } from './footnotes.ts';
import { targetOf } from './links.ts';
import { videoClose, videoOpen } from './video.ts';
import { attributes, escapeHtml } from './markup.ts';
import { markdownSyntax } from './parse.ts';

/** What the text refers to, looked up while rendering. A `null` answer renders as plain text. */
export interface RenderContext {
	image(path: string): { href: string; width: number | null; height: number | null } | null;
	/** Another lesson, or a stored file with its type and bytes, from its path in this text. */
	file(path: string, fragment: string | null): FileTarget | null;
	/** Where a glossary term is explained; `#id` names a popover on the same page. */
	term(id: string): string | null;
	headingIds: ReadonlySet<string>;
}

export interface FileTarget {
	href: string;
	/** Of a stored file, where its release tells. */
	stored?: { mediaType: string; bytes: number } | null;
}

export type Segment =
	| { kind: 'html'; html: string }
	| { kind: 'question'; id: string }
	/** A case with its questions; it holds no scenario in turn. */
	| { kind: 'scenario'; id: string; title: string | null; segments: Segment[] };

const titles: Record<string, string> = {
	note: 'Catatan',
	warning: 'Perhatian',
	case: 'Kasus',
	activity: 'Aktivitas',
	workplace: 'Langkah di tempat kerja',
	rubric: 'Rubrik penilaian'
};

const md = markdownSyntax();

interface PageEnv extends NotesUnder {
	context: RenderContext;
	tables: number;
}

/** HTML of some block tokens; carries no style, script or foreign address, whatever the text says. */
export function renderTokens(tokens: Token[], context: RenderContext): string {
	return htmlOf(tokens, { context, tables: 0, notesUnder: [] });
}

function htmlOf(tokens: Token[], env: PageEnv): string {
	const html = md.renderer.render(tokens, md.options as Required<typeof md.options>, env).trim();
	return html + notesUnder(md, env);
}

/** The text as a learner meets it: stretches of HTML, interrupted by the questions and scenarios that stand at top level. */
export function renderSegments(document: MarkdownDocument, context: RenderContext): Segment[] {
	return segmentsOf(document.tokens, 0, { context, tables: 0, notesUnder: [] });
}

function segmentsOf(tokens: Token[], level: number, env: PageEnv): Segment[] {
	const segments: Segment[] = [];
	let stretch: Token[] = [];
	const flush = () => {
		const html = htmlOf(stretch, env);
		if (html !== '') segments.push({ kind: 'html', html });
		stretch = [];
	};
	for (let at = 0; at < tokens.length; at++) {
		const token = tokens[at]!;
		const apart = token.info === 'question' || (token.info === 'scenario' && level === 0);
		if (token.type !== 'directive_open' || !apart || token.level !== level) {
			stretch.push(token);
			continue;
		}
		flush();
		const end = closingOf(tokens, at);
		const { id, values } = (token.meta as DirectiveMeta).directive;
		if (id && token.info === 'question') segments.push({ kind: 'question', id });
		else if (id) {
			const inside = segmentsOf(tokens.slice(at + 1, end), 1, env);
			segments.push({ kind: 'scenario', id, title: values['title'] ?? null, segments: inside });
		}
		at = end;
	}
	flush();
	return segments;
}

/** The index of the token that closes the directive opened at `at`. */
export function closingOf(tokens: readonly Token[], at: number): number {
	const { level } = tokens[at]!;
	let end = at + 1;
	while (
		end < tokens.length - 1 &&
		!(tokens[end]!.type === 'directive_close' && tokens[end]!.level === level)
	)
		end++;
	return end;
}

/** Whether the directive opened at `at` holds anything. */
function hasBody(tokens: readonly Token[], at: number): boolean {
	return tokens[at + 1]?.type !== 'directive_close';
}

function contextOf(env: Env | undefined): PageEnv {
	return env as PageEnv;
}

function addressOf(
	target: LinkTarget,
	context: RenderContext
): Record<string, string | null> | null {
	switch (target.kind) {
		case 'external':
			return { class: 'external', href: target.href, rel: 'noopener' };
		case 'mail':
		case 'site':
			return { href: target.href };
		case 'fragment':
			return fragmentAddress(target.fragment, context);
		case 'file': {
			const file = context.file(target.path, target.fragment);
			return file && { href: file.href };
		}
		case 'regulation':
			return {
				class: 'reg',
				href: `reg:${target.regulation}${target.article === null ? '' : `#${target.article}`}`
			};
		case 'refused':
			return null;
	}
}

function fragmentAddress(fragment: string, context: RenderContext): { href: string } | null {
	const id = [fragment, `bagian-${fragment}`].find((candidate) =>
		context.headingIds.has(candidate)
	);
	return id === undefined ? null : { href: `#${id}` };
}

/** What a link to a file costs before it is followed, e.g. `PDF, 120 KB`. */
function fileFacts({ mediaType, bytes }: { mediaType: string; bytes: number }): string {
	const type = mediaType.replace(/^.*\/|\+.*$/g, '').toUpperCase();
	return `${escapeHtml(type)}, ${formatBytes(bytes, 'id')}`;
}

/** The token that opens the link which `token` closes. */
function openerOf(tokens: Token[], closeAt: number): Token {
	let at = closeAt;
	while (
		at > 0 &&
		!(tokens[at]!.type === 'link_open' && tokens[at]!.level === tokens[closeAt]!.level)
	)
		at--;
	return tokens[at]!;
}

/** The mark by which an author's preview finds a block again; the text itself gives a block none. */
function placeOf(token: Token): string {
	return attributes({ id: token.attrGet('id') });
}

const rules: Record<string, RendererRule> = {
	link_open(tokens, at, _options, env) {
		const address = addressOf(targetOf(tokens[at]!), contextOf(env).context);
		return address ? `<a${attributes(address)}>` : '<span class="link-broken">';
	},
	link_close(tokens, at, _options, env) {
		const target = targetOf(openerOf(tokens, at));
		const { context } = contextOf(env);
		if (addressOf(target, context) === null) return '</span>';
		const stored = target.kind === 'file' ? context.file(target.path, null)?.stored : null;
		if (stored) return ` <span class="file-facts">(${fileFacts(stored)})</span></a>`;
		return target.kind === 'regulation'
			? `</a><span class="reg-state" data-reg="${escapeHtml(target.regulation)}"></span>`
			: '</a>';
	},
	term(tokens, at, _options, env) {
		const { content, meta } = tokens[at]!;
		const id = String(meta?.['term']);
		const text = escapeHtml(content);
		const address = contextOf(env).context.term(id);
		if (address === null) return text;
		// The browser opens and closes a popover by itself: with keyboard and thumb, without script.
		return address.startsWith('#')
			? `<button type="button" class="term"${attributes({ popovertarget: address.slice(1) })}>${text}</button>`
			: `<a class="term"${attributes({ href: address })}>${text}</a>`;
	},
	image(tokens, at, _options, env) {
		const token = tokens[at]!;
		const alt = plainText(token.children ?? []);
		const image = contextOf(env).context.image(String(token.attrGet('src') ?? ''));
		const caption = token.attrGet('title');
		const picture = image
			? `<img${attributes({ src: image.href, alt, width: image.width, height: image.height, loading: 'lazy', decoding: 'async' })}>`
			: `<span class="figure-missing">${escapeHtml(alt)}</span>`;
		if (!token.meta?.['framed'] || caption === null) return picture;
		return `${picture}\n<figcaption>${escapeHtml(String(caption))}</figcaption>`;
	},
	table_open(tokens, at, options, env, renderer) {
		const page = contextOf(env);
		const headers: string[] = [];
		for (let next = at; next < tokens.length && tokens[next]!.type !== 'thead_close'; next++) {
			if (tokens[next]!.type === 'th_open')
				headers.push(plainText(tokens[next + 1]?.children ?? []));
		}
		const label = [`Tabel ${++page.tables}`, headers.filter(Boolean).join(', ')]
			.filter(Boolean)
			.join(': ');
		return `<div class="table-scroll" tabindex="0" role="region"${attributes({ 'aria-label': label })}>\n${renderer.renderToken(tokens, at, options)}`;
	},
	table_close: () => '</table>\n</div>\n',
	directive_open(tokens, at, _options, env) {
		const { name, values } = (tokens[at]!.meta as DirectiveMeta).directive;
		if (name === 'reveal') {
			return `<details class="directive directive-reveal"${placeOf(tokens[at]!)}>\n<summary>${escapeHtml(values['summary'] ?? 'Lihat penjelasan')}</summary>\n`;
		}
		if (name === 'video') {
			const figure = videoOpen(values, contextOf(env).context, hasBody(tokens, at));
			return figure.replace('<figure', `<figure${placeOf(tokens[at]!)}`);
		}
		const fallback = titles[name];
		if (fallback === undefined) return `<div${placeOf(tokens[at]!)}>\n`;
		const length = name === 'activity' ? minutesIn(values) : null;
		const minutes =
			length === null ? '' : ` <span class="directive-minutes">${length} menit</span>`;
		// role=note keeps a lesson with ten boxes from having ten landmarks.
		return `<aside class="directive directive-${name}" role="note"${placeOf(tokens[at]!)}>\n<p class="directive-title">${escapeHtml(values['title'] ?? fallback)}${minutes}</p>\n`;
	},
	directive_close(tokens, at) {
		const name = tokens[at]!.info;
		if (name === 'reveal') return '</details>\n';
		if (name === 'video') return videoClose(tokens[at - 1]?.type !== 'directive_open');
		return titles[name] === undefined ? '</div>\n' : '</aside>\n';
	},
	directive_stray: () => '',
	footnote_unused: () => ''
};

Object.assign(md.renderer.rules, rules, {
	// Code carries no class taken from the text.
	fence: (tokens: Token[], at: number) =>
		`<pre${placeOf(tokens[at]!)}><code>${escapeHtml(tokens[at]!.content)}</code></pre>\n`
} satisfies Record<string, RendererRule>);
