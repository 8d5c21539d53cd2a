import { readIssued } from '#lib/server/certification/certificates.ts';
import { inScope, requireSignedIn } from '#lib/server/http/visit.ts';
import { Refusal } from '#lib/server/refusal.ts';

/** The holder's own certificate on paper. It carries the NIP, so nobody else gets it here. */
export async function GET(event) {
	requireSignedIn(event);
	const { code } = event.params;
	const issued = await inScope(event.locals, (db) => readIssued(db, code));
	if (!issued) throw new Refusal('not-found', 'certificate-unknown');
	return new Response(new Uint8Array(issued.pdf), {
		headers: {
			'content-type': 'application/pdf',
			'content-disposition': `attachment; filename="sertifikat-${code}.pdf"`
		}
	});
}
