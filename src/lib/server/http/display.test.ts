import { expect, test } from 'vitest';
import {
	chooseLanguage,
	displayAttributes,
	localPath,
	parseDisplay,
	printDisplay
} from './display.ts';

test('display settings survive the cookie', () => {
	const display = { theme: 'dark', text: 'large', contrast: 'more' } as const;
	expect(parseDisplay(printDisplay(display))).toEqual(display);
});

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
	['https://jahat.example/', '/'],
	['javascript:alert(1)', '/'],
	[null, '/'],
	['', '/']
])('a way back of %j leads to %s', (value, path) => {
	expect(localPath(value)).toBe(path);
});
