import type { Language } from '../../format/dates.ts';

/** How a person wants pages shown; kept in a cookie, applied as attributes of <html>. */
export interface Display {
	theme: 'auto' | 'light' | 'dark';
	text: 'normal' | 'large' | 'larger';
	contrast: 'normal' | 'more';
}

export const DISPLAY_COOKIE = 'tampilan';
export const LANGUAGE_COOKIE = 'bahasa';

/** Reads `dark.large.more`; whatever is unknown falls back to the device's own setting. */
export function parseDisplay(value: string | undefined): Display {
	const words = (value ?? '').split('.');
	return {
		theme: words.includes('dark') ? 'dark' : words.includes('light') ? 'light' : 'auto',
		text: words.includes('larger') ? 'larger' : words.includes('large') ? 'large' : 'normal',
		contrast: words.includes('more') ? 'more' : 'normal'
	};
}

/** What `parseDisplay` reads back. */
export function printDisplay({ theme, text, contrast }: Display): string {
	return [theme, text, contrast].join('.');
}

/** Attributes for <html>. Only known words reach the page. */
export function displayAttributes({ theme, text, contrast }: Display): string {
	return `data-theme="${theme}" data-text="${text}" data-contrast="${contrast}"`;
}

/** The interface language: the cookie, then the person's profile, then Indonesian. */
export function chooseLanguage(cookie: string | undefined, profile: string | null): Language {
	return (cookie ?? profile) === 'en' ? 'en' : 'id';
}

/**
 * A path on this site to go back to, or `/`: never another site's address. Judged as browsers will read it: `/.//x` is
 * harmless as typed, and another site once its dots are resolved.
 */
export function localPath(value: unknown): string {
	if (typeof value !== 'string' || !BELOW_ROOT.test(value)) return '/';
	const url = URL.parse(value, 'http://local.invalid');
	if (url?.host !== 'local.invalid' || !BELOW_ROOT.test(url.pathname)) return '/';
	return url.pathname + url.search + url.hash;
}

/** One slash at the beginning; two, or a backslash, would begin a host's name. */
const BELOW_ROOT = /^\/(?![/\\])/;
