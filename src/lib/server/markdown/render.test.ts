import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from './parse.ts';
import { joinRegulations, type RegulationState } from './regulations.ts';
import { renderSegments, renderTokens, type RenderContext } from './render.ts';

const context: RenderContext = {
	image: (path) =>
		path === 'assets/a.svg' ? { href: '/berkas/ab/a.svg', width: 360, height: 200 } : null,
	file: (path, fragment) =>
		path === '02-lain.md'
			? { href: `/belajar/x/lain${fragment ? `#${fragment}` : ''}` }
			: path === 'assets/formulir.pdf'
				? {
						href: '/berkas/ab/formulir.pdf',
						stored: { mediaType: 'application/pdf', bytes: 120_400 }
					}
				: null,
	term: (id) =>
		({ 'data-induk': '#istilah-data-induk', silo: '/katalog/x/glosarium#istilah-silo' })[id] ??
		null,
	headingIds: new Set(['bagian-gejala'])
};

const render = (text: string) => renderTokens(parseMarkdown(text).tokens, context);

describe('the markup that the style sheet is written for', () => {
	test.each([
		[
			'a note',
			':::note\nIsi.\n:::',
			'<aside class="directive directive-note" role="note">\n<p class="directive-title">Catatan</p>\n<p>Isi.</p>\n</aside>'
		],
		[
			'a warning with a title',
			':::warning{title="Awas & ingat"}\nIsi.\n:::',
			'<aside class="directive directive-warning" role="note">\n<p class="directive-title">Awas &amp; ingat</p>\n<p>Isi.</p>\n</aside>'
		],
		[
			'an activity',
			':::activity{minutes=10}\nIsi.\n:::',
			'<aside class="directive directive-activity" role="note">\n<p class="directive-title">Aktivitas <span class="directive-minutes">10 menit</span></p>\n<p>Isi.</p>\n</aside>'
		],
		[
			'a workplace step',
			':::workplace\nIsi.\n:::',
			'<aside class="directive directive-workplace" role="note">\n<p class="directive-title">Langkah di tempat kerja</p>\n<p>Isi.</p>\n</aside>'
		],
		[
			'a reveal',
			':::reveal{summary="Jawaban"}\nIsi.\n:::',
			'<details class="directive directive-reveal">\n<summary>Jawaban</summary>\n<p>Isi.</p>\n</details>'
		],
		[
			'directives within directives, with as many colons',
			':::case\n:::note\nIsi.\n:::\n:::',
			'<aside class="directive directive-case" role="note">\n<p class="directive-title">Kasus</p>\n<aside class="directive directive-note" role="note">\n<p class="directive-title">Catatan</p>\n<p>Isi.</p>\n</aside>\n</aside>'
		],
		[
			'a fence of code that holds colons',
			':::note\n```\n:::\n```\n:::',
			'<aside class="directive directive-note" role="note">\n<p class="directive-title">Catatan</p>\n<pre><code>:::\n</code></pre>\n</aside>'
		],
		[
			'a figure',
			'![Alur *data*.](assets/a.svg "Alur")',
			'<figure><img src="/berkas/ab/a.svg" alt="Alur data." width="360" height="200" loading="lazy" decoding="async">\n<figcaption>Alur</figcaption></figure>'
		],
		[
			'a picture in a sentence',
			'Lihat ![alur](assets/a.svg "Alur") ini.',
			'<p>Lihat <img src="/berkas/ab/a.svg" alt="alur" width="360" height="200" loading="lazy" decoding="async"> ini.</p>'
		],
		[
			'a picture that is missing',
			'![Alur.](assets/b.svg)',
			'<figure><span class="figure-missing">Alur.</span></figure>'
		],
		[
			'a table',
			'| A | B |\n| - | -: |\n| 1 | 2 |',
			'<div class="table-scroll" tabindex="0" role="region" aria-label="Tabel 1: A, B">\n<table>\n<thead>\n<tr>\n<th scope="col">A</th>\n<th class="align-right" scope="col">B</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td class="align-right">2</td>\n</tr>\n</tbody>\n</table>\n</div>'
		],
		[
			'a term explained on the page',
			'[[Data Induk|data itu]]',
			'<p><button type="button" class="term" popovertarget="istilah-data-induk">data itu</button></p>'
		],
		[
			'a term explained elsewhere',
			'[[silo]]',
			'<p><a class="term" href="/katalog/x/glosarium#istilah-silo">silo</a></p>'
		],
		['a term the glossary lacks', '[[lain]]', '<p>lain</p>'],
		[
			'a citation',
			'[Pasal 4](reg:uu-1-2020#pasal-4)',
			'<p><a class="reg" href="reg:uu-1-2020#pasal-4">Pasal 4</a><span class="reg-state" data-reg="uu-1-2020"></span></p>'
		],
		[
			'a link to another site',
			'[situs](https://contoh.go.id/a?b=1&c=2)',
			'<p><a class="external" href="https://contoh.go.id/a?b=1&amp;c=2" rel="noopener">situs</a></p>'
		],
		[
			'a link to another lesson',
			'[materi](02-lain.md#akhir)',
			'<p><a href="/belajar/x/lain#akhir">materi</a></p>'
		],
		[
			'a link to a stored file',
			'[formulir](assets/formulir.pdf)',
			'<p><a href="/berkas/ab/formulir.pdf">formulir <span class="file-facts">(PDF, 120 KB)</span></a></p>'
		],
		['a link to a heading', '[tadi](#gejala)', '<p><a href="#bagian-gejala">tadi</a></p>'],
		['a link to nowhere', '[x](03-tidak.md)', '<p><span class="link-broken">x</span></p>'],
		[
			'a heading',
			'## Gejala **silo**',
			'<h2 id="bagian-gejala-silo">Gejala <strong>silo</strong></h2>'
		],
		[
			'headings of the same name',
			'## A\n\n## A',
			'<h2 id="bagian-a">A</h2>\n<h2 id="bagian-a-2">A</h2>'
		],
		['a comment', 'Satu <!-- catatan --> dua.\n\n<!--\nlagi\n-->', '<p>Satu  dua.</p>'],
		[
			'a footnote',
			'Kata.[^a]\n\n[^a]: Isi.',
			'<p>Kata.<sup class="footnote-ref"><a href="#catatan-1" id="rujukan-1" aria-label="Catatan kaki 1">1</a></sup></p>\n<section class="footnotes" aria-label="Catatan kaki">\n<ol>\n<li id="catatan-1">\n<p>Isi.</p>\n<a class="footnote-back" href="#rujukan-1" aria-label="Kembali ke rujukan 1">↩</a></li>\n</ol>\n</section>'
		],
		['boxes ticked outside a question', '- [x] a', '<ul>\n<li>[x] a</li>\n</ul>']
	])('%s', (_what, text, html) => {
		expect(render(text)).toBe(html);
	});

	test('a video’s caption is the last thing in its figure, its transcript follows, and its link says what it shows', () => {
		const html = render(
			':::video{src=https://video.contoh.go.id/x title="Alur <data>"}\nSelamat pagi.\n:::'
		);
		expect(html).toBe(
			'<figure class="video"><a class="external video-card" href="https://video.contoh.go.id/x" rel="noopener"><span>Tonton <span class="visually-hidden">Alur &lt;data&gt;</span> di video.contoh.go.id</span></a>\n<figcaption>Alur &lt;data&gt;</figcaption>\n</figure>\n<details class="directive directive-reveal">\n<summary>Transkrip</summary>\n<p>Selamat pagi.</p>\n</details>'
		);
	});

	test('questions stand between stretches of HTML, footnotes come last', () => {
		const text =
			'Satu.[^a]\n\n:::question{#q1}\nApa?\n\n- [x] Ya\n- [ ] Tidak\n:::\n\nDua.\n\n[^a]: Isi.';
		const segments = renderSegments(parseMarkdown(text), context);
		expect(
			segments.map((segment) =>
				segment.kind === 'html' ? segment.html.replace(/<[^>]*>|\s/g, '') : segment.id
			)
		).toEqual(['Satu.1', 'q1', 'Dua.Isi.↩']);
	});
});

describe('the state of a regulation', () => {
	const html = render('[Pasal 4](reg:uu-1-2020#pasal-4)');
	const state: RegulationState = {
		text: 'berlaku',
		status: 'berlaku',
		title: 'UU 1',
		source: 'https://contoh.go.id/uu'
	};

	test('is joined with title and address when the text is read', () => {
		expect(joinRegulations(html, () => state)).toBe(
			'<p><a class="reg" href="https://contoh.go.id/uu" rel="noopener" title="UU 1" data-article="pasal-4">Pasal 4</a><span class="reg-state reg-state-berlaku" data-reg="uu-1-2020">berlaku</span></p>'
		);
	});

	test('leaves plain text where the instrument is unknown or has no address', () => {
		expect(joinRegulations(html, () => null)).toBe(
			'<p><a class="reg" data-article="pasal-4">Pasal 4</a><span class="reg-state" data-reg="uu-1-2020"></span></p>'
		);
		expect(joinRegulations(html, () => ({ ...state, source: null }))).not.toContain('href');
	});
});

describe('places', () => {
	test('a link is found at its line and column wherever it stands', () => {
		const line = fc.stringMatching(/^[a-z][a-z ]{0,20}$/);
		const prefix = fc.constantFrom('', '- ', '> ', '1. ', '  > ', '- > ', '## ', '   ');
		fc.assert(
			fc.property(
				fc.array(line, { maxLength: 5 }),
				prefix,
				line,
				fc.nat(200),
				(before, mark, lead, offset) => {
					const paragraphs = before.flatMap((text) => [text, '']);
					const text = [...paragraphs, `${mark}${lead}[tujuan](https://a.id)`].join('\n');
					const [link] = parseMarkdown(text, offset + 1).links;
					expect(link).toMatchObject({
						line: offset + paragraphs.length + 1,
						column: mark.length + lead.length + 1
					});
				}
			)
		);
	});

	test('in the second line of a paragraph, in a cell and in an option too', () => {
		const text =
			'Satu\n  dua [a](#x).\n\n| A | B |\n| - | - |\n| 1 | dua [b](#x) |\n\n:::question{#q}\nApa?\n\n- [x] Ini [c](#x)\n:::';
		expect(parseMarkdown(text).links.map(({ line, column }) => [line, column])).toEqual([
			[2, 7],
			[6, 11],
			[11, 11]
		]);
	});
});
