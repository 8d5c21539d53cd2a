import { findFile } from '#lib/server/catalog/releases.ts';
import { leftPreview } from '#lib/server/http/left-preview.ts';
import { previewedFile } from '#lib/server/http/preview.ts';
import { rangeOf } from '#lib/server/http/range.ts';
import { inScope } from '#lib/server/http/visit.ts';
import { Refusal } from '#lib/server/refusal.ts';

/** A figure of a course. Its address is its content, so browsers keep it for good; as a page of its own it may run nothing. */
export async function GET({ params, locals, request }) {
	const { sha256, name } = params;
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
		: await inScope(locals, (db) => findFile(db, sha256, name));
	if (!file) throw new Refusal('not-found', 'file-unknown');
	const given = { ...headers, 'content-type': file.mediaType };
	// Only players ask for stretches; what is compressed on the way has no byte ranges to offer.
	const played = file.mediaType.startsWith('video/');
	const range = rangeOf(played ? request.headers.get('range') : null, file.bytes.length);
	if (range === null) return new Response(new Uint8Array(file.bytes), { headers: given });
	const whole = `bytes ${range.first}-${range.last}/${file.bytes.length}`;
	return new Response(new Uint8Array(file.bytes.subarray(range.first, range.last + 1)), {
		status: 206,
		headers: { ...given, 'content-range': whole }
	});
}
