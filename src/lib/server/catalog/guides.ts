import type { Database } from '../db/connect.ts';
import { listCatalogue, type CatalogueEntry } from './releases.ts';

/** Courses that teach the house itself, in the order in which newcomers need them. */
const guides = ['panduan-peserta', 'panduan-kontributor'];

/** The guides that are published: for learners, then for authors. */
export async function listGuides(db: Database): Promise<CatalogueEntry[]> {
	const offers = await listCatalogue(db);
	return guides.flatMap((id) => offers.find(({ courseId }) => courseId === id) ?? []);
}
