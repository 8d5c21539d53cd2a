import { expect, test } from 'vitest';
import { amongOthers, movedHeadings } from './embed.ts';
import { parseMarkdown } from './parse.ts';
import { renderTokens } from './render.ts';

const render = (text: string) =>
	renderTokens(parseMarkdown(text).tokens, {
		image: () => null,
		file: () => ({ href: '/belajar/x/lain#bagian-a' }),
		term: (id) => `#istilah-${id}`,
		headingIds: new Set(['bagian-a'])
	});

test('two texts on one page share no id, and each still points at itself', () => {
	const text = '## A\n\nKata.[^n] Lihat [atas](#a).\n\n[^n]: Isi.';
	const both =
		amongOthers(render(text), { id: 'satu', title: 'Satu' }, 0) +
		amongOthers(render(text), { id: 'dua', title: 'Dua' }, 0);
	const ids = [...both.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
	expect(ids).toHaveLength(6);
	expect(new Set(ids).size).toBe(6);
	const targets = [...both.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id);
	expect(targets).toHaveLength(6);
	expect(targets.filter((id) => !ids.includes(id))).toEqual([]);
});

test('popovers, other pages and what an author wrote stay as they are', () => {
	const html = render('[[silo]] [lain](02-lain.md) ` id="x"` id="y"');
	expect(amongOthers(html, { id: 'satu', title: 'Satu' }, 0)).toBe(html);
});

test('tables and footnotes say whose they are', () => {
	const html = amongOthers(
		render('| A |\n| - |\n| 1 |\n\nKata.[^n]\n\n[^n]: Isi.'),
		{ id: 'satu', title: 'Satu "dan" <dua>' },
		0
	);
	const labels = [...html.matchAll(/(?:region|footnotes)" aria-label="([^"]+)"/g)];
	expect(labels.map(([, label]) => label)).toEqual([
		'Tabel 1: A, Satu &#34;dan&#34; &#60;dua&#62;',
		'Catatan kaki, Satu &#34;dan&#34; &#60;dua&#62;'
	]);
});

test('headings stand below the title of the text, and come back up from there', () => {
	const html = render('## Bagian A\n\n### Rinci\n\n#### Halus\n\nKata `<h2>` dan hr:\n\n---');
	const levels = (text: string) => [...text.matchAll(/<h(\d)/g)].map(([, level]) => level).join('');
	const below = amongOthers(html, { id: 'satu', title: 'Satu' }, 1);
	expect(levels(below)).toBe('345');
	expect(below).toContain('</h3>');
	expect(below).toContain('&lt;h2&gt;');
	expect(below).toContain('<hr>');
	expect(movedHeadings(amongOthers(html, { id: 'satu', title: 'Satu' }, 0), 0)).toBe(
		amongOthers(html, { id: 'satu', title: 'Satu' }, 0)
	);
	expect(levels(movedHeadings(html, 2))).toBe('456');
	expect(levels(movedHeadings(movedHeadings(html, 2), -2))).toBe('234');
	expect(levels(movedHeadings(html, 4)), 'there is no seventh').toBe('666');
});
