import { createHash } from 'node:crypto';

/**
 * What verifiers anywhere may read, from a page of any address: JSON of the given media type, asked about again each
 * time, so that a revocation is seen at once.
 */
export function publishedJson(text: string, mediaType = 'application/json'): Response {
	const digest = createHash('sha256').update(text).digest('base64url');
	return new Response(text, {
		headers: {
			'content-type': mediaType,
			'cache-control': 'public, no-cache',
			etag: `"${digest}"`,
			'access-control-allow-origin': '*'
		}
	});
}
