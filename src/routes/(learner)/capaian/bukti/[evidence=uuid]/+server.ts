import { demand } from '#lib/server/access/policy.ts';
import { readEvidence } from '#lib/server/hours/evidence.ts';
import { asDownload } from '#lib/server/http/download.ts';
import { inScope, requireSignedIn } from '#lib/server/http/visit.ts';

/** A file that proves a training, for its person and the officers who check it. */
export async function GET(event) {
	const { actor } = requireSignedIn(event);
	const { evidence: id } = event.params;
	const file = await inScope(event.locals, (db) => readEvidence(db, id));
	if (file.personId !== actor.personId) demand(actor, 'hours:confirm');
	return asDownload(file, 'bukti-pelatihan');
}
