import type { DocumentType } from '../document-type.ts';

const ENDINGS = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' };

/** A file that somebody sent us: always a download, never a page. */
export function asDownload(
	{ bytes, mediaType }: { bytes: Uint8Array; mediaType: DocumentType },
	name: string
): Response {
	return new Response(new Uint8Array(bytes), {
		headers: {
			'content-type': mediaType,
			'content-security-policy': "default-src 'none'; sandbox",
			'content-disposition': `attachment; filename="${name}.${ENDINGS[mediaType]}"`
		}
	});
}
