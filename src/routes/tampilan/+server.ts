import { redirect } from '@sveltejs/kit';
import {
	DISPLAY_COOKIE,
	LANGUAGE_COOKIE,
	localPath,
	parseDisplay,
	printDisplay
} from '#lib/server/http/display.ts';

const A_YEAR = 60 * 60 * 24 * 365;

/** Keeps the display settings in cookies and goes back to the page they were changed on. */
export async function POST({ request, cookies, url }) {
	const form = await request.formData();
	const words = ['theme', 'text', 'contrast'].map((name) => String(form.get(name))).join('.');
	const options = { path: '/', maxAge: A_YEAR, secure: url.protocol === 'https:' };
	cookies.set(DISPLAY_COOKIE, printDisplay(parseDisplay(words)), options);
	cookies.set(LANGUAGE_COOKIE, form.get('language') === 'en' ? 'en' : 'id', options);
	redirect(303, localPath(form.get('returnTo')));
}
