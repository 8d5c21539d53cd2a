import type { RequestEvent } from '@sveltejs/kit';
import type { Handle } from '@sveltejs/kit/hooks';
import { displayAttributes } from './display.ts';

type Resolve = Parameters<Handle>[0]['resolve'];

/**
 * Lets Kit answer, with language and display written into the page. What a signed-in person gets is not stored
 * anywhere; visitors' pages may be kept and asked about again (ETag), which spares a slow line the text.
 */
export async function answerPage(event: RequestEvent, resolve: Resolve): Promise<Response> {
	const { locals } = event;
	let page: string | null = null;
	const response = await resolve(event, {
		transformPageChunk: ({ html }) => {
			const filled = fillHead(html, locals);
			if (!locals.signedIn) return filled;
			// Kept back from Kit, which would compute an ETag over the text that a no-store page never uses.
			page = filled;
			return '';
		}
	});
	if (!response.headers.has('cache-control')) {
		const cache = locals.signedIn ? 'no-store' : 'private, no-cache';
		response.headers.set('cache-control', cache);
	}
	return page === null ? response : withBody(response, page);
}

const encoder = new TextEncoder();

function withBody({ status, headers }: Response, text: string): Response {
	const bytes = encoder.encode(text);
	headers.delete('etag');
	headers.set('content-length', String(bytes.length));
	return new Response(bytes, { status, headers });
}

/** Both marks stand in the first line of the page (app.html); the rest is not copied for them. */
function fillHead(html: string, { language, display }: App.Locals): string {
	const end = html.indexOf('<head>');
	if (end < 0) return html;
	const opening = html
		.slice(0, end)
		.replace('%wp.lang%', language)
		.replace('%wp.theme%', displayAttributes(display));
	return opening + html.slice(end);
}
