import { sql } from 'drizzle-orm';
import type { Database } from '../db/connect.ts';
import { excerptOf, markWords, type Stretch } from './search-excerpt.ts';
import {
	chosenCourses,
	chosenKinds,
	countChosen,
	facetsOf,
	KINDS,
	type Facet,
	type FacetedCourse,
	type FacetOption,
	type Kind,
	type Selection,
	type Tally
} from './search-facets.ts';
import { planSearch, type SearchPlan, type SearchQuery, type Variant } from './search-words.ts';
import { searchCourses } from './tables.ts';

/** Results on a page, and how many of the best can be paged through. */
export const PAGE_SIZE = 20;
export const MOST_RESULTS = 300;

/** What is asked for. */
export interface SearchRequest {
	query: SearchQuery;
	selection: Selection;
	/** From 1. */
	page: number;
	/** Takes every word as it was typed. */
	literally?: boolean;
}

/** One thing found. */
export interface Found {
	kind: Kind;
	/** Id of the course, lesson or term. */
	target: string;
	courseId: string;
	courseTitle: string;
	code: string;
	language: string;
	title: Stretch[];
	excerpt: Stretch[];
}

/** What a search found. */
export interface SearchResult {
	/** As many as there are; of these the best `MOST_RESULTS` can be paged through. */
	total: number;
	found: Found[];
	page: number;
	pages: number;
	facets: Record<Facet, FacetOption[]>;
	/** The query that was answered, when words of it were taken for mistyped ones. */
	corrected: string | null;
	/** Whether nothing had every word, so that what has some of them is shown. */
	partly: boolean;
}

/** What PostgreSQL counts for a title (A), headings (B) and body (C); the first number is for D, which nothing has. */
const WEIGHTS = '{0, 0.15, 0.5, 1}';

/**
 * Finds courses, lessons and terms of the newest releases. What has the words as they were typed comes before what has
 * other forms of them, titles before headings before text.
 */
export async function search(db: Database, request: SearchRequest): Promise<SearchResult> {
	const { query, selection, literally = false } = request;
	const [courses, variants] = await Promise.all([
		db.select().from(searchCourses),
		listVariants(db, query)
	]);
	const plan = planSearch(query, variants, literally);
	if (plan.all === '') return nothing(courses, selection);
	const reached = { courses: chosenCourses(courses, selection), kinds: chosenKinds(selection) };
	let answer = await ask(db, plan, plan.all, reached, request.page);
	const partly = answer.tallies.length === 0 && query.terms.length > 1;
	if (partly) answer = await ask(db, plan, plan.any, reached, request.page);

	const byId = new Map(courses.map((course) => [course.courseId, course]));
	const total = countChosen(courses, answer.tallies, selection);
	return {
		total,
		found: answer.hits.flatMap((hit) => {
			const course = byId.get(hit.course_id);
			return course ? [foundOf(hit, course, plan)] : [];
		}),
		page: request.page,
		pages: Math.ceil(Math.min(total, MOST_RESULTS) / PAGE_SIZE),
		facets: facetsOf(courses, answer.tallies, selection),
		corrected: plan.corrected,
		partly: partly && total > 0
	};
}

/** Courses as facets see them, all of them. */
export function listFacetedCourses(db: Database): Promise<FacetedCourse[]> {
	return db.select().from(searchCourses);
}

async function listVariants(db: Database, { terms }: SearchQuery): Promise<Variant[]> {
	const single = terms.filter(({ length }) => length === 1).map(([word]) => word!);
	if (single.length === 0) return [];
	const rows = await db.execute<Variant & Record<string, unknown>>(
		sql`select typed, word, stem, entries, relation from search_variants(${sql.param(single)}::text[])`
	);
	return [...rows];
}

interface Hit {
	course_id: string;
	kind: Kind;
	target: string;
	title: string;
	body: string;
}

/**
 * One statement: everything that matches is counted, the most promising by their heads are ranked by their whole text,
 * and a page of them is read.
 */
async function ask(
	db: Database,
	{ any, exact }: SearchPlan,
	matching: string,
	{ courses, kinds }: { courses: FacetedCourse[]; kinds: Kind[] },
	page: number
): Promise<{ tallies: Tally[]; hits: Hit[] }> {
	const rank = (vector: string) => sql`
		2 * ts_rank(${WEIGHTS}::real[], ${sql.raw(vector)}, ${exact}::tsquery, 1)
		+ ts_rank(${WEIGHTS}::real[], ${sql.raw(vector)}, ${any}::tsquery, 1)`;
	const [row] = await db.execute<{ tallies: Tally[] | null; hits: Hit[] | null }>(sql`
		with matched as materialized (
			select id, course_id, kind, ${rank('head')} as promise
			from search_entries where words @@ ${matching}::tsquery
		), promising as materialized (
			select id, promise from matched
			where course_id = any (${sql.param(courses.map(({ courseId }) => courseId))}::text[])
				and kind = any (${sql.param(kinds)}::text[])
			order by promise desc, id limit ${MOST_RESULTS}
		), best as materialized (
			select e.id, ${rank('e.words')} as rank
			from promising p join search_entries e on e.id = p.id
			order by rank desc, id limit ${PAGE_SIZE} offset ${(page - 1) * PAGE_SIZE}
		)
		select
			(select json_agg(json_build_object('courseId', course_id, 'kind', kind, 'entries', entries))
				from (select course_id, kind, count(*) as entries from matched group by course_id, kind) counted) as tallies,
			(select json_agg(json_build_object('course_id', e.course_id, 'kind', e.kind, 'target', e.target,
					'title', e.title, 'body', e.body) order by b.rank desc, b.id)
				from best b join search_entries e on e.id = b.id) as hits`);
	return { tallies: row?.tallies ?? [], hits: row?.hits ?? [] };
}

function foundOf(hit: Hit, course: FacetedCourse, { marked }: SearchPlan): Found {
	return {
		kind: hit.kind,
		target: hit.target,
		courseId: course.courseId,
		courseTitle: course.title,
		code: course.code,
		language: course.language,
		title: markWords(hit.title, marked),
		excerpt: excerptOf(hit.body, marked)
	};
}

function nothing(courses: FacetedCourse[], selection: Selection): SearchResult {
	const facets = facetsOf(courses, [], selection);
	return { total: 0, found: [], page: 1, pages: 0, facets, corrected: null, partly: false };
}
