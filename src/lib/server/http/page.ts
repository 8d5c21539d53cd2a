import type { RequestEvent } from '@sveltejs/kit';
import type { Handle } from '@sveltejs/kit/hooks';
import { piecesOf, withHeld } from '#lib/held-html.ts';
import { displayAttributes } from './display.ts';
import { bringStyle, FIRST_VISIT_POLICY } from './first-visit.ts';
import { leavePage } from './left-page.ts';
import { utf8Of } from './utf8.ts';

type Resolve = Parameters<Handle>[0]['resolve'];

/**
 * Lets Kit answer, with language and display written into the page, and the stylesheet where the browser has none yet.
 * What a signed-in person gets is not stored anywhere; visitors' pages may be kept and asked about again (ETag), which
 * spares a slow line the text.
 */
export async function answerPage(event: RequestEvent, resolve: Resolve): Promise<Response> {
	const { locals, cookies, url } = event;
	let page: Page | null = null;
	let brought = false;
	const response = await resolve(event, {
		transformPageChunk: ({ html }) => {
			const plain = fillHead(html, locals);
			const styled = bringStyle(plain.rest, cookies, url.protocol === 'https:');
			brought = styled !== null;
			const filled = { ...plain, rest: styled ?? plain.rest };
			if (!locals.signedIn) return filled.opening + withHeld(filled.rest);
			// Kept back from Kit, which would compute an ETag over the text that a no-store page never uses.
			page = filled;
			return '';
		}
	});
	const { headers } = response;
	if (!headers.has('cache-control'))
		headers.set('cache-control', locals.signedIn ? 'no-store' : 'private, no-cache');
	if (brought) headers.set('content-security-policy', FIRST_VISIT_POLICY);
	return page === null ? response : pageResponse(event, response, page);
}

/** The page in place of the empty body that Kit was left with. */
function pageResponse(event: RequestEvent, { status, headers }: Response, page: Page): Response {
	const bytes = Buffer.concat([Buffer.from(page.opening), ...piecesOf(page.rest, utf8Of)]);
	headers.delete('etag');
	headers.set('content-length', String(bytes.length));
	// What the application asks of itself is no answer to the browser's request.
	const asked = event.isSubRequest ? undefined : event.platform?.req;
	const body = leavePage(asked, bytes) ? null : bytes;
	return new Response(body, { status, headers });
}

/** A page up to its head, and all that follows: two texts, because joining them would copy the page. */
interface Page {
	opening: string;
	rest: string;
}

/** Both marks stand in the first line of the page (app.html); the rest is not looked at for them. */
function fillHead(html: string, { language, display }: App.Locals): Page {
	const end = Math.max(0, html.indexOf('<head>'));
	const opening = html
		.slice(0, end)
		.replace('%wp.lang%', language)
		.replace('%wp.theme%', displayAttributes(display));
	return { opening, rest: html.slice(end) };
}
