import { openEvidence } from '#lib/server/hours/evidence.ts';
import { asDownload } from '#lib/server/http/download.ts';
import { inScope, requireSignedIn } from '#lib/server/http/visit.ts';

/** A file that proves a training, for its person and the officers who check it. */
export async function GET(event) {
	const { actor } = requireSignedIn(event);
	const { evidence: id } = event.params;
	const file = await inScope(event.locals, (db) => openEvidence(db, actor, id));
	return asDownload(file, 'bukti-pelatihan');
}
