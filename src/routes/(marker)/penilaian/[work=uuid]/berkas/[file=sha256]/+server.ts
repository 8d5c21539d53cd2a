import { asDownload } from '#lib/server/http/download.ts';
import { inScope, requireSignedIn } from '#lib/server/http/visit.ts';
import { readHandedFile } from '#lib/server/journeys/mark-work.ts';

/** A file of a project, for those who mark it; nothing of whose it is. */
export async function GET(event) {
	const { actor } = requireSignedIn(event);
	const { work, file: sha256 } = event.params;
	const file = await inScope(event.locals, (db) => readHandedFile(db, actor, work, sha256));
	return asDownload(file, `proyek-${work.slice(0, 8)}`);
}
