import { findFile } from '#lib/server/catalog/releases.ts';
import { previewedFile } from '#lib/server/http/preview.ts';
import { leftPreview } from '#lib/server/http/left-preview.ts';
import { inScope } from '#lib/server/http/visit.ts';
import { Refusal } from '#lib/server/refusal.ts';

/** A figure of a course. Its address is its content, so browsers keep it for good; as a page of its own it may run nothing. */
export async function GET({ params, locals, request }) {
	const { sha256 } = params;
	const headers = {
		'cache-control': 'public, max-age=31536000, immutable',
		'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
		etag: `"${sha256}"`
	};
	if (request.headers.get('if-none-match') === headers.etag) {
		return new Response(null, { status: 304, headers });
	}
	const file = leftPreview
		? previewedFile(leftPreview, sha256)
		: await inScope(locals, (db) => findFile(db, sha256));
	if (!file) throw new Refusal('not-found', 'file-unknown');
	return new Response(new Uint8Array(file.bytes), {
		headers: { ...headers, 'content-type': file.mediaType }
	});
}
