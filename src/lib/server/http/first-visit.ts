import { createHash } from 'node:crypto';
import type { Cookies } from '@sveltejs/kit';
import text from '#lib/styles/app.css?inline';
import address from '#lib/styles/app.css?url';
import { PAGE_POLICY } from './headers.ts';

// A stylesheet is asked for when the page has begun to arrive: on a slow line another connection and another round trip
// before anything can be read. So the first page brings it along, and the browser fetches the file for the pages to come.

/** The cookie in which a browser carries the name of the stylesheet it was given. */
const COOKIE = 'gaya';
const A_YEAR = 365 * 24 * 60 * 60;

const file = address.slice(address.lastIndexOf('/') + 1);
const digest = createHash('sha256').update(text).digest('base64');
const edition = digest.slice(0, 8);
const LINK = new RegExp(`<link href="[^"]*${RegExp.escape(file)}" rel="stylesheet">`);
// For print it says the same once more; what counts is that it is fetched, and that nothing waits for it.
const LATER = `<link href="${address}" rel="stylesheet" media="print">`;

/** The policy of a page that brings its style along: that style and no other. */
export const FIRST_VISIT_POLICY = PAGE_POLICY.replace(
	"style-src 'self'",
	`style-src 'self' 'sha256-${digest}'`
);

/**
 * The page with the stylesheet in it, for a browser that has yet to be given one; notes in its cookies that it has been.
 * Null where nothing is to be brought.
 */
export function bringStyle(html: string, cookies: Cookies, secure: boolean): string | null {
	if (cookies.get(COOKIE) === edition || !LINK.test(html)) return null;
	cookies.set(COOKIE, edition, {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure,
		maxAge: A_YEAR
	});
	return html
		.replace(LINK, () => `<style>${text}</style>`)
		.replace('</body>', () => `${LATER}</body>`);
}
