import { expect, test } from 'vitest';
import { amongOthers } from './embed.ts';
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
		amongOthers(render(text), { id: 'satu', title: 'Satu' }) +
		amongOthers(render(text), { id: 'dua', title: 'Dua' });
	const ids = [...both.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
	expect(ids).toHaveLength(6);
	expect(new Set(ids).size).toBe(6);
	const targets = [...both.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id);
	expect(targets).toHaveLength(6);
	expect(targets.filter((id) => !ids.includes(id))).toEqual([]);
});

test('popovers, other pages and what an author wrote stay as they are', () => {
	const html = render('[[silo]] [lain](02-lain.md) ` id="x"` id="y"');
	expect(amongOthers(html, { id: 'satu', title: 'Satu' })).toBe(html);
});

test('tables and footnotes say whose they are', () => {
	const html = amongOthers(render('| A |\n| - |\n| 1 |\n\nKata.[^n]\n\n[^n]: Isi.'), {
		id: 'satu',
		title: 'Satu "dan" <dua>'
	});
	const labels = [...html.matchAll(/(?:region|footnotes)" aria-label="([^"]+)"/g)];
	expect(labels.map(([, label]) => label)).toEqual([
		'Tabel 1: A, Satu &#34;dan&#34; &#60;dua&#62;',
		'Catatan kaki, Satu &#34;dan&#34; &#60;dua&#62;'
	]);
});
