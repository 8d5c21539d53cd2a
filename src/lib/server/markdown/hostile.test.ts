import { describe, expect, test } from 'vitest';
import { heavyMarkdown } from '../../../../tests/support/heavy-markdown.ts';
import { hostileTexts } from '../../../../tests/support/hostile-markdown.ts';
import { breaches } from '../../../../tests/support/inert.ts';
import { processorTime } from '../../../../tests/support/processor-time.ts';
import type { LinkTarget } from './document.ts';
import { parseMarkdown } from './parse.ts';
import { joinRegulations } from './regulations.ts';
import { renderTokens, type RenderContext } from './render.ts';

// The limits are of processor time; a busy machine may take its time.
const patience = { timeout: 60_000 };

// A context that grants everything it is asked for: what the renderer lets through then is its own doing.
const generous: RenderContext = {
	image: (path) => ({ href: `/berkas/x/${encoded(path)}`, width: 1, height: 1 }),
	file: (path) => ({ href: `/belajar/x/${encoded(path)}` }),
	term: (id) => `#istilah-${id}`,
	headingIds: new Set(['bagian-a'])
};

const encoded = (path: string) => encodeURIComponent(path.toWellFormed());
const render = (text: string) => renderTokens(parseMarkdown(text).tokens, generous);

describe('hostile Markdown', () => {
	test('the texts are many, and each is there once', () => {
		expect(new Set(hostileTexts.map(({ text }) => text)).size).toBe(hostileTexts.length);
		expect(hostileTexts.length).toBeGreaterThan(500);
	});

	test.each(hostileTexts.map(({ attack, text }) => [attack, text]))(
		'%s: %j comes out inert',
		(_attack, text) => {
			expect(breaches(render(text))).toEqual([]);
			// As it arrives when it is read from a file.
			expect(breaches(render(text.toWellFormed().normalize('NFC')))).toEqual([]);
		}
	);

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

describe('heavy Markdown', () => {
	test.each(heavyMarkdown)('%s: read and rendered within two seconds', patience, (_what, text) => {
		let html = '';
		expect(processorTime(() => (html = render(text)))).toBeLessThan(2000);
		expect(breaches(html)).toEqual([]);
	});
});
