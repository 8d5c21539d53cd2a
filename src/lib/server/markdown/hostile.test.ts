import { describe, expect, test } from 'vitest';
import type { LinkTarget } from './document.ts';
import { parseMarkdown } from './parse.ts';
import { joinRegulations } from './regulations.ts';
import { renderTokens, type RenderContext } from './render.ts';

// A context that grants everything it is asked for: what the renderer lets through then is its own doing.
const generous: RenderContext = {
	image: (path) => ({ href: `/berkas/x/${encodeURIComponent(path)}`, width: 1, height: 1 }),
	file: (path) => ({ href: `/belajar/x/${encodeURIComponent(path)}` }),
	term: (id) => `#istilah-${id}`,
	headingIds: new Set(['bagian-a'])
};

const render = (text: string) => renderTokens(parseMarkdown(text).tokens, generous);

const elements: Record<string, readonly string[]> = {
	a: ['href', 'class', 'rel', 'id', 'aria-label', 'title', 'data-article'],
	aside: ['class', 'role'],
	blockquote: [],
	br: [],
	button: ['type', 'class', 'popovertarget'],
	code: [],
	details: ['class'],
	div: ['class', 'tabindex', 'role', 'aria-label'],
	em: [],
	figcaption: [],
	figure: [],
	h1: ['id'],
	h2: ['id'],
	h3: ['id'],
	h4: ['id'],
	h5: ['id'],
	h6: ['id'],
	hr: [],
	img: ['src', 'alt', 'width', 'height', 'loading', 'decoding'],
	li: ['id'],
	ol: ['start'],
	p: ['class'],
	pre: [],
	s: [],
	section: ['class', 'aria-label'],
	span: ['class', 'data-reg'],
	strong: [],
	summary: [],
	sup: ['class'],
	table: [],
	tbody: [],
	td: ['class'],
	th: ['class', 'scope'],
	thead: [],
	tr: [],
	ul: []
};
const voids = ['br', 'hr', 'img'];
const address =
	/^(?:https?:\/\/[^\s"<>\\]+|mailto:[^\s"'<>\\]+|reg:[a-z0-9-]+(?:#[a-z0-9-]+)?|#[\w%-]+|\/(?!\/)[^\s"'<>\\]*)$/i;

/** Reads HTML strictly: any element, attribute or address outside the list, and any loose "<", is a breach. */
function breaches(html: string): string[] {
	const found: string[] = [];
	const open: string[] = [];
	let at = 0;
	for (const match of html.matchAll(/<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"<>]*")*)>/g)) {
		if (html.slice(at, match.index).includes('<')) found.push(`loose < before ${match.index}`);
		at = match.index + match[0].length;
		const [, slash, name = '', attributes = ''] = match;
		if (!Object.hasOwn(elements, name)) found.push(`element ${name}`);
		if (slash) {
			if (open.pop() !== name) found.push(`unbalanced ${name}`);
			continue;
		}
		if (!voids.includes(name)) open.push(name);
		for (const [, key = '', value = ''] of attributes.matchAll(/ ([a-z-]+)="([^"]*)"/g)) {
			if (!elements[name]?.includes(key)) found.push(`attribute ${name}.${key}`);
			const plain = value
				.replace(/&#(\d+);/g, (_all, code: string) => String.fromCodePoint(Number(code)))
				.replace(/&quot;/g, '"')
				.replace(/&amp;/g, '&');
			if ((key === 'href' || key === 'src') && !address.test(plain)) found.push(`address ${plain}`);
		}
	}
	if (html.slice(at).includes('<')) found.push('loose < at the end');
	if (open.length > 0) found.push(`left open: ${open.join(' ')}`);
	return found;
}

const urls = [
	'javascript:alert(1)',
	'JaVaScRiPt:alert(1)',
	' javascript:alert(1)',
	'javascript&colon;alert(1)',
	'java&#115;cript:alert(1)',
	'&#x6A;avascript:alert(1)',
	'&#0000106avascript:alert(1)',
	'java&Tab;script:alert(1)',
	'java&NewLine;script:alert(1)',
	'\u0001javascript:alert(1)',
	'java\u00ADscript:alert(1)',
	'%6Aavascript:alert(1)',
	'javascript://contoh.go.id/%0Aalert(1)',
	'vbscript:msgbox(1)',
	'livescript:x',
	'data:text/html,<script>alert(1)</script>',
	'data:text/html;base64,PHNjcmlwdD4=',
	'data:image/svg+xml;base64,PHN2Zz4=',
	'data:image/png;base64,iVBORw0KGgo=',
	'blob:https://contoh.go.id/x',
	'file:///etc/passwd',
	'ftp://contoh.go.id',
	'filesystem:x',
	'view-source:https://contoh.go.id',
	'//jahat.example',
	'/\\jahat.example',
	'\\\\jahat.example',
	'https:jahat.example',
	'https:///jahat.example',
	'https://contoh.go.id@jahat.example',
	'http://',
	'mailto:a@b.id?body=x',
	'reg:<script>',
	'reg:uu-1"onclick="x',
	'reg:../x'
];

const payloads: string[] = [
	...urls.flatMap((url) => [
		`[teks](${url})`,
		`[teks](<${url}>)`,
		`![alt](${url})`,
		`<${url}>`,
		`[teks][a]\n\n[a]: ${url}`
	]),
	'<script>alert(1)</script>',
	'<SCRIPT SRC=//jahat.example></SCRIPT>',
	'<img src=x onerror=alert(1)>',
	'<svg/onload=alert(1)>',
	'<svg><animate onbegin=alert(1)>',
	'<iframe srcdoc="<script>alert(1)</script>">',
	'<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
	'<a href="javascript:alert(1)">x</a>',
	'<base href="//jahat.example">',
	'<meta http-equiv=refresh content="0;url=//jahat.example">',
	'<style>*{background:url(//jahat.example)}</style>',
	'<form action=//jahat.example><button>x',
	'<!--><script>alert(1)</script>-->',
	'<!-- --!><script>alert(1)</script> -->',
	'<![CDATA[<script>alert(1)</script>]]>',
	'<?php echo 1 ?>',
	'</p></article><script>alert(1)</script>',
	'`<script>alert(1)</script>`',
	'```"><script>alert(1)</script>\nx\n```',
	'```html onmouseover=alert(1)\n<b>\n```',
	'# Judul <img src=x onerror=alert(1)> {#x onclick=alert(1)}',
	'![" onerror="alert(1)](a.svg)',
	'![x](a.svg "\\" onerror=\\"alert(1)")',
	'![x](a.svg "<script>alert(1)</script>")',
	'[x](https://contoh.go.id "\\" onclick=\\"alert(1)")',
	'[x](https://contoh.go.id/"onclick="alert(1))',
	"[x](https://contoh.go.id/'onclick='alert(1))",
	'[a [b](https://contoh.go.id) c](javascript:alert(1))',
	'[![x](javascript:alert(1))](javascript:alert(2))',
	'[[<script>alert(1)</script>]]',
	'[[a|<img src=x onerror=alert(1)>]]',
	'[["onclick="x|y]]',
	'[^<script>]: x\n\n[^<script>]',
	'kata[^a]\n\n[^a]: <script>alert(1)</script> [x](javascript:alert(1))',
	':::note{title="<script>alert(1)</script>"}\nx\n:::',
	':::note{title="\\" onclick=\\"alert(1)"}\nx\n:::',
	':::reveal{summary="</summary><script>alert(1)</script>"}\nx\n:::',
	':::activity{minutes="1 onclick=x"}\nx\n:::',
	':::activity{minutes=<script>}\nx\n:::',
	':::script\nalert(1)\n:::',
	':::constructor\nx\n:::',
	':::__proto__{__proto__=x}\nx\n:::',
	':::note{__proto__=x constructor=y toString=z}\nx\n:::',
	':::note{onclick=alert(1) style=x .class #id}\nx\n:::',
	':::question{#q" onclick="x}\n- [x] <script>alert(1)</script>\n:::',
	'| <script> | " onclick="x |\n| :-: | --: |\n| <img src=x onerror=x> | [x](javascript:x) |',
	'<span class="reg-state" data-reg="uu-1"></span>',
	'<a class="reg" href="reg:uu-1">',
	'&lt;script&gt;alert(1)&lt;/script&gt;',
	'&#60;script&#62;alert(1)&#60;/script&#62;',
	'\\<script>alert(1)</script>',
	'a\u0000<script>alert(1)</script>',
	'\uD800<script>\uDFFF',
	'\u202E<script>tpircs\u202C',
	'<scr\u200Bipt>alert(1)</scr\u200Bipt>',
	'{{constructor.constructor("alert(1)")()}}',
	'${alert(1)}',
	'{@html "<script>"}',
	'1. x\n   <script>\n   alert(1)\n   </script>',
	'> <script>\n> alert(1)',
	'Setext <script>\n===',
	'***<u onclick=x>***',
	'~~<s onclick=x>~~'
];

describe('hostile Markdown', () => {
	test.each(payloads.map((payload) => [payload]))('%j comes out inert', (payload) => {
		expect(breaches(render(payload))).toEqual([]);
	});

	test('every such address is refused by name or stays text', () => {
		const kinds = (text: string): LinkTarget['kind'][] =>
			parseMarkdown(text).links.map(({ target }) => target.kind);
		expect(kinds('[x](javascript:alert)')).toEqual(['refused']);
		expect(kinds('[x](//jahat.example)')).toEqual(['refused']);
		expect(kinds('[x](data:text/html,x)')).toEqual(['refused']);
	});

	test('what the registry says of an instrument is escaped too', () => {
		const html = render('[UU](reg:uu-1#pasal-2)');
		const state = {
			text: '<script>"',
			title: '" onclick="x',
			status: 'berlaku',
			source: 'https://x.id/?"onclick="y'
		} as const;
		const joined = joinRegulations(html, () => state);
		expect(joined).toContain('reg-state-berlaku');
		expect(breaches(joined).filter((breach) => !breach.startsWith('address'))).toEqual([]);
		expect(breaches(joinRegulations(html, () => null))).toEqual([]);
	});

	test('a text that spells our own marker is not taken for one', () => {
		const html = render('`<span class="reg-state" data-reg="uu-1"></span>`');
		expect(
			joinRegulations(html, () => ({ text: 'x', title: 'x', status: 'berlaku', source: null }))
		).toBe(html);
	});
});

const n = 10_000;
const heavy: [what: string, text: string][] = [
	['quotes within quotes', '>'.repeat(n) + 'x'],
	['spaced quotes within quotes', '> '.repeat(n) + 'x'],
	[
		'lists within lists',
		Array.from({ length: 1000 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n')
	],
	['lists on one line', '- '.repeat(n) + 'x'],
	['numbered lists on one line', '1. '.repeat(n) + 'x'],
	['directives within directives', ':::note\n'.repeat(n) + 'x\n' + ':::\n'.repeat(n)],
	['directives never closed', ':::note\n'.repeat(n)],
	['directives in list items', '- :::note\n'.repeat(n)],
	['directives in quotes', '> :::note\n\n'.repeat(n)],
	['closers without openers', ':::\n'.repeat(n)],
	['colons', ':'.repeat(200_000)],
	['attributes', `:::note{${'a=b '.repeat(n)}}\nx\n:::`],
	['attributes never closed', `:::note{${'a="'.repeat(n)}\nx`],
	['open brackets', '['.repeat(100_000)],
	['open and close brackets', '[]'.repeat(50_000)],
	['links within links', '['.repeat(n) + 'x' + '](a)'.repeat(n)],
	['images within images', '!['.repeat(n) + 'x' + '](a)'.repeat(n)],
	['images without an end', '![x]('.repeat(n)],
	['glossary openers', '[['.repeat(50_000)],
	['glossary openers with bars', '[[a|'.repeat(25_000)],
	['footnote references', '[^a] '.repeat(n) + '\n\n[^a]: x'],
	['footnote openers', '[^'.repeat(50_000)],
	[
		'footnote definitions',
		Array.from({ length: 2000 }, (_, i) => `[^n${i}]: x\n\n[^n${i}]`).join('\n\n')
	],
	['footnotes within footnotes', '[^a]: '.repeat(n) + 'x'],
	['comment openers', '<!-- '.repeat(40_000)],
	['comment openers on lines', '<!--\n'.repeat(40_000)],
	['comments', '<!-- x -->\n'.repeat(n)],
	['stars', '*'.repeat(100_000)],
	['stars and letters', '*a_ '.repeat(50_000)],
	['strong openers', '**a '.repeat(50_000)],
	[
		'backticks of growing length',
		Array.from({ length: 600 }, (_, i) => 'x' + '`'.repeat(i)).join('')
	],
	['angle brackets', '<'.repeat(200_000)],
	['ampersands', '&'.repeat(200_000)],
	['entities', '&lt;'.repeat(50_000)],
	['backslashes', '\\'.repeat(200_000)],
	[
		'table columns',
		`${'|a'.repeat(5000)}|\n${'|-'.repeat(5000)}|\n${`${'|b'.repeat(5000)}|\n`.repeat(3)}`
	],
	['table rows of nothing', `${'|a'.repeat(1000)}|\n${'|-'.repeat(1000)}|\n${'|\n'.repeat(1000)}`],
	['link definitions', Array.from({ length: n }, (_, i) => `[a${i}]: x`).join('\n')],
	['headings of one name', '## x\n\n'.repeat(n)],
	['questions', ':::question{#q}\n- [x] a\n:::\n'.repeat(4000)],
	['one long line', 'kata '.repeat(40_000)],
	['blank lines', '\n'.repeat(200_000)],
	['tabs', '\t'.repeat(200_000)],
	['autolinks', '<https://a.id/'.repeat(n)],
	['sentence ends', '. A'.repeat(60_000)]
];

describe('heavy Markdown', () => {
	test.each(heavy)('%s are read within two seconds', (_what, text) => {
		const started = performance.now();
		const html = render(text);
		expect(performance.now() - started).toBeLessThan(2000);
		expect(breaches(html)).toEqual([]);
	});
});
