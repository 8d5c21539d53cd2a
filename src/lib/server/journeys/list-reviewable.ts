import { can, demand, type Actor } from '../access/policy.ts';
import { findOutline, homesOf, listCatalogue } from '../catalog/releases.ts';
import type { Database } from '../db/connect.ts';
import { listPlacesNamed } from '../organisation/agencies.ts';

/** A course whose questions the actor may look after. */
export interface Reviewable {
	courseId: string;
	title: string;
	edition: string;
	/** How many quizzes and tests it has. */
	tests: number;
	/** Whether they may decide about its keys. */
	mayRegrade: boolean;
}

/** The courses whose questions the actor may look after, by title: all, or those at home where their grant holds. */
export async function listReviewable(db: Database, actor: Actor): Promise<Reviewable[]> {
	demand(actor, 'items:review');
	const offers = await listCatalogue(db);
	const found = await Promise.all(offers.map(({ releaseId }) => findOutline(db, releaseId)));
	const outlines = found.filter((outline) => outline !== null);
	const places = await listPlacesNamed(db, [...new Set(outlines.flatMap(homesOf))]);
	return outlines.flatMap((outline) => {
		const homes = homesOf(outline);
		const where = places.filter(({ name }) => homes.includes(name));
		if (!can(actor, 'items:review', where)) return [];
		const { courseId, title, edition, tests = [] } = outline;
		const mayRegrade = can(actor, 'regrade:decide', where);
		return [{ courseId, title, edition, tests: tests.length, mayRegrade }];
	});
}
