import type { Database } from '../db/connect.ts';
import { findRegistries } from '../catalog/registry.ts';
import { listCatalogue, type CatalogueEntry } from '../catalog/releases.ts';
import type { SearchRequest } from './address.ts';
import {
	chosenCourses,
	facetsOf,
	KIND_VALUES,
	type FacetedCourse,
	type FacetOption,
	type Facet
} from './facets.ts';
import { search } from './search.ts';

/** The catalogue, or the part of it that was asked for. */
export interface Shelf {
	offers: CatalogueEntry[];
	total: number;
	page: number;
	pages: number;
	facets: Record<Facet, FacetOption[]>;
	corrected: string | null;
	meant: string | null;
	partly: boolean;
}

/** Courses that the facets let through, by title; with words to look for, those that have them, the best first. */
export async function browseCatalogue(db: Database, request: SearchRequest): Promise<Shelf> {
	const selection = { ...request.selection, jenis: [KIND_VALUES.course] };
	const [{ competencies }, offers] = await Promise.all([findRegistries(db), listCatalogue(db)]);
	if (request.query.terms.length > 0) {
		const { found, ...answer } = await search(db, { ...request, selection });
		const byId = new Map(offers.map((offer) => [offer.courseId, offer]));
		return { ...answer, offers: found.flatMap(({ courseId }) => byId.get(courseId) ?? []) };
	}
	const courses = offers.map((offer): FacetedCourse & { offer: CatalogueEntry } => ({
		...offer,
		topics: offer.topics ?? [],
		competencies: offer.competencies.map(({ id }) => id),
		offer
	}));
	const tallies = courses.map(({ courseId }) => ({
		courseId,
		kind: 'course' as const,
		entries: 1
	}));
	const chosen = chosenCourses(courses, selection).map(({ offer }) => offer);
	return {
		offers: chosen,
		total: chosen.length,
		page: 1,
		pages: 1,
		facets: facetsOf(courses, tallies, selection, competencies),
		corrected: null,
		meant: null,
		partly: false
	};
}
