import { findFile, readStretch } from '#lib/server/catalog/releases.ts';
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
	const asked = request.headers.get('range');
	const file = leftPreview
		? previewed(previewedFile(leftPreview, sha256), asked)
		: await stored(locals, sha256, name, asked);
	if (!file) throw new Refusal('not-found', 'file-unknown');
	const { bytes, mediaType, length, range } = file;
	const given = { ...headers, 'content-type': mediaType };
	if (range === null) return new Response(new Uint8Array(bytes), { headers: given });
	return new Response(new Uint8Array(bytes), {
		status: 206,
		headers: { ...given, 'content-range': `bytes ${range.first}-${range.last}/${length}` }
	});
}

/** Of a stored file only the stretch that was asked for leaves the database. */
function stored(locals: App.Locals, sha256: string, name: string, asked: string | null) {
	return inScope(locals, async (db) => {
		const file = await findFile(db, sha256, name);
		if (!file) return null;
		const range = stretchOf(file.mediaType, asked, file.length);
		const bytes = await readStretch(db, sha256, range ?? { first: 0, last: file.length - 1 });
		return { ...file, range, bytes };
	});
}

function previewed(file: ReturnType<typeof previewedFile>, asked: string | null) {
	if (!file) return null;
	const { mediaType, bytes } = file;
	const range = stretchOf(mediaType, asked, bytes.length);
	const stretch = range ? bytes.subarray(range.first, range.last + 1) : bytes;
	return { mediaType, length: bytes.length, range, bytes: stretch };
}

/** Only players ask for stretches; what is compressed on the way has no byte ranges to offer. */
function stretchOf(mediaType: string, asked: string | null, length: number) {
	return rangeOf(mediaType.startsWith('video/') ? asked : null, length);
}
