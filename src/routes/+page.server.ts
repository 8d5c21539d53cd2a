import { listCatalogue } from '#lib/server/catalog/releases.ts';
import { inScope, learnerOf } from '#lib/server/http/visit.ts';
import { readMyCourses } from '#lib/server/journeys/read-outline.ts';

/** The public front page; after sign-in the person's own home. */
export function load({ locals }) {
	return inScope(locals, async (db) => {
		const { signedIn } = locals;
		return signedIn
			? { courses: await readMyCourses(db, learnerOf(signedIn)), offers: [] }
			: { courses: null, offers: await listCatalogue(db) };
	});
}
