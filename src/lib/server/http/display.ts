import type { Language } from '../../format/dates.ts';

/** How a person wants pages shown; kept in a cookie, applied as attributes of <html>. */
export interface Display {
	theme: 'auto' | 'light' | 'dark';
	text: 'normal' | 'large';
	contrast: 'normal' | 'more';
}

export const DISPLAY_COOKIE = 'tampilan';
export const LANGUAGE_COOKIE = 'bahasa';

/** Reads `dark.large.more`; whatever is unknown falls back to the device's own setting. */
export function parseDisplay(value: string | undefined): Display {
	const words = (value ?? '').split('.');
	return {
		theme: words.includes('dark') ? 'dark' : words.includes('light') ? 'light' : 'auto',
		text: words.includes('large') ? 'large' : 'normal',
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

/** A path on this site to go back to, or `/`: never another site's address. */
export function localPath(value: unknown): string {
	if (typeof value !== 'string' || !/^\/(?![/\\])/.test(value)) return '/';
	const url = new URL(value, 'http://local.invalid');
	return url.host === 'local.invalid' ? url.pathname + url.search + url.hash : '/';
}
