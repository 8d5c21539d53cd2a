import { demand } from '#lib/server/access/policy.ts';
import { readEvidence } from '#lib/server/hours/evidence.ts';
import { inScope, requireSignedIn } from '#lib/server/http/visit.ts';

const ENDINGS = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' };

/** A file that proves a training, for its person and the officers who check it: always a download, never a page. */
export async function GET(event) {
	const { actor } = requireSignedIn(event);
	const { evidence: id } = event.params;
	const file = await inScope(event.locals, (db) => readEvidence(db, id));
	if (file.personId !== actor.personId) demand(actor, 'hours:confirm');
	return new Response(new Uint8Array(file.bytes), {
		headers: {
			'content-type': file.mediaType,
			'content-security-policy': "default-src 'none'; sandbox",
			'content-disposition': `attachment; filename="bukti-pelatihan.${ENDINGS[file.mediaType]}"`
		}
	});
}
