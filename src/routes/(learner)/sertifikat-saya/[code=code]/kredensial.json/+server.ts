import { readIssued } from '#lib/server/certification/certificates.ts';
import { inScope, requireSignedIn } from '#lib/server/http/visit.ts';
import { Refusal } from '#lib/server/refusal.ts';

/**
 * The holder's own credential, signed, as it was issued. It carries a hash of the NIP with its salt, from which the NIP
 * can be tried out, so nobody else gets it here.
 */
export async function GET(event) {
	requireSignedIn(event);
	const { code } = event.params;
	const issued = await inScope(event.locals, (db) => readIssued(db, code));
	if (!issued) throw new Refusal('not-found', 'certificate-unknown');
	return new Response(issued.credential, {
		headers: {
			'content-type': 'application/json',
			'content-disposition': `attachment; filename="kredensial-${code}.json"`
		}
	});
}
