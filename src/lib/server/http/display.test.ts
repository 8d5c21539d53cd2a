import { assert, constantFrom, array, property } from 'fast-check';
import { expect, test } from 'vitest';
import {
	chooseLanguage,
	displayAttributes,
	localPath,
	parseDisplay,
	printDisplay
} from './display.ts';

test.each(['normal', 'large', 'larger'] as const)(
	'display settings with %s text survive the cookie',
	(text) => {
		const display = { theme: 'dark', text, contrast: 'more' } as const;
		expect(parseDisplay(printDisplay(display))).toEqual(display);
	}
);

test('a forged cookie shows the page as the device wants it', () => {
	const display = parseDisplay('"><script>.x');
	expect(displayAttributes(display)).toBe(
		'data-theme="auto" data-text="normal" data-contrast="normal"'
	);
});

test.each([
	['en', null, 'en'],
	[undefined, 'en', 'en'],
	['id', 'en', 'id'],
	[undefined, null, 'id'],
	['fr', null, 'id']
])('cookie %s and profile %s give %s', (cookie, profile, language) => {
	expect(chooseLanguage(cookie, profile)).toBe(language);
});

test.each([
	['/belajar/spbe-101?x=1#akhir', '/belajar/spbe-101?x=1#akhir'],
	['//jahat.example', '/'],
	['/\\jahat.example', '/'],
	['/\t/jahat.example', '/'],
	['/.//jahat.example/x', '/'],
	['/a/..//x', '/'],
	['/%2e//x', '/'],
	['/x/%2E%2e/\\\\y', '/'],
	['/\t/', '/'],
	['/a//b', '/a//b'],
	['https://jahat.example/', '/'],
	['javascript:alert(1)', '/'],
	[null, '/'],
	['', '/']
])('a way back of %j leads to %s', (value, path) => {
	expect(localPath(value)).toBe(path);
});

test('no way back, however written, leaves this site', () => {
	const piece = constantFrom(
		'/',
		'\\',
		'.',
		'%2e',
		'%2F',
		'\t',
		'\0',
		'?',
		'#',
		'@',
		':',
		'[',
		'a'
	);
	assert(
		property(array(piece, { maxLength: 12 }), (pieces) => {
			const path = localPath(`/${pieces.join('')}`);
			const site = 'https://belajar.contoh.go.id';
			expect(new URL(path, site).origin).toBe(site);
			expect(localPath(path)).toBe(path);
		}),
		{ numRuns: 2000 }
	);
});
