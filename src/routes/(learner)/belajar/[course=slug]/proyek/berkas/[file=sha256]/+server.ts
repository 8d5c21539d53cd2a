import { asDownload } from '#lib/server/http/download.ts';
import { inScope, learnerOf, requireSignedIn } from '#lib/server/http/visit.ts';
import { readProjectFile } from '#lib/server/journeys/hand-in-project.ts';

/** A file of the learner's own project. */
export async function GET(event) {
	const learner = learnerOf(requireSignedIn(event));
	const { course, file: sha256 } = event.params;
	const file = await inScope(event.locals, (db) => readProjectFile(db, learner, course, sha256));
	return asDownload(file, `proyek-${course}`);
}
