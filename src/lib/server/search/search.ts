import { sql } from 'drizzle-orm';
import type { Database } from '../db/connect.ts';
import { findRegistries } from '../catalog/registry.ts';
import { Refusal } from '../refusal.ts';
import type { SearchRequest } from './address.ts';
import { excerptOf, markWords, type Stretch } from './excerpt.ts';
import {
	chosenCourses,
	chosenKinds,
	countChosen,
	facetsOf,
	type Facet,
	type FacetedCourse,
	type FacetOption,
	type Kind,
	type Tally
} from './facets.ts';
import { planSearch, type Question, type SearchPlan, type Variant } from './plan.ts';
import type { SearchQuery } from './words.ts';
import { searchCourses } from './tables.ts';

/** Results on a page, and how many of the best can be paged through. */
const PAGE_SIZE = 20;
export const MOST_RESULTS = 100;
/** Entries with all words of a phrase that are read to see whether they stand together; the most promising. */
const MOST_PHRASES = 200;

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
	/**
	 * As many as there are, with a phrase of common words as many as are among the most promising; of these the best
	 * `MOST_RESULTS` can be paged through.
	 */
	total: number;
	found: Found[];
	page: number;
	pages: number;
	facets: Record<Facet, FacetOption[]>;
	/** The query that was answered instead, when words of it were taken for mistyped ones. */
	corrected: string | null;
	/** What may have been meant, when the words as they were typed found nothing. */
	meant: string | null;
	/** Whether nothing had every word, so that what has some of them is shown. */
	partly: boolean;
}

/** What counts for a stem in the body (D), the body itself (C), headings (B) and the title (A). */
const WEIGHTS = '{0.05, 0.15, 0.5, 1}';

/** Milliseconds that each statement of a search may take: far beyond what the worst query needs (tests/bench/search.ts). */
const MOST_TIME = 2000;

/**
 * Finds courses, lessons and terms of the newest releases. What has the words as they were typed comes before what has
 * other forms of them, titles before headings before text. Needs an open transaction; a statement that takes longer
 * than `within` milliseconds is broken off and refused with `search-too-slow`.
 */
export async function search(
	db: Database,
	request: SearchRequest,
	within = MOST_TIME
): Promise<SearchResult> {
	try {
		await db.execute(sql`select set_config('statement_timeout', ${String(within)}, true)`);
		return await answered(db, request);
	} catch (error) {
		if (brokenOff(error)) throw new Refusal('conflict', 'search-too-slow');
		throw error;
	}
}

/** Whether PostgreSQL broke a statement off because it took too long (query_canceled). */
function brokenOff(error: unknown): boolean {
	const cause = error instanceof Error ? error.cause : undefined;
	return cause instanceof Error && 'code' in cause && cause.code === '57014';
}

async function answered(db: Database, request: SearchRequest): Promise<SearchResult> {
	const { query, selection, literally } = request;
	const [{ competencies }, courses, variants] = await Promise.all([
		findRegistries(db),
		db.select().from(searchCourses),
		listVariants(db, query)
	]);
	const plan = planSearch(query, variants, literally);
	const { answer, partly } = await answerOf(db, plan, courses, request);
	const total = countChosen(courses, answer.tallies, selection);
	const pages = pagesFor(total);
	const page = Math.min(request.page, Math.max(1, pages));
	if (page < request.page) return answered(db, { ...request, page });
	const byId = new Map(courses.map((course) => [course.courseId, course]));
	return {
		total,
		found: answer.hits.map((hit) => foundOf(hit, byId.get(hit.course_id)!, plan)),
		page,
		pages,
		facets: facetsOf(courses, answer.tallies, selection, competencies),
		corrected: plan.corrected,
		meant: literally && total === 0 ? planSearch(query, variants).corrected : null,
		partly: partly && total > 0
	};
}

/** How many pages so many results fill. */
function pagesFor(total: number): number {
	return Math.ceil(Math.min(total, MOST_RESULTS) / PAGE_SIZE);
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

interface Answer {
	tallies: Tally[];
	hits: Hit[];
}

/** What has every term; where nothing has, what has any. */
async function answerOf(
	db: Database,
	plan: SearchPlan,
	courses: readonly FacetedCourse[],
	{ query, selection, page }: SearchRequest
): Promise<{ answer: Answer; partly: boolean }> {
	if (query.terms.length === 0) return { answer: { tallies: [], hits: [] }, partly: false };
	const courseIds = chosenCourses(courses, selection).map(({ courseId }) => courseId);
	const among = { courseIds, kinds: chosenKinds(selection), page };
	const answer = await ask(db, plan, plan.all, among);
	if (answer.tallies.length > 0 || query.terms.length === 1) return { answer, partly: false };
	return { answer: await ask(db, plan, plan.any, among), partly: true };
}

/**
 * One statement: everything that matches is counted, the most promising by their heads are ranked by their whole text,
 * and a page of them is read.
 */
async function ask(
	db: Database,
	{ any, exact }: SearchPlan,
	{ matching, phrases }: Question,
	{ courseIds, kinds, page }: { courseIds: string[]; kinds: Kind[]; page: number }
): Promise<Answer> {
	const chosen = sql`(course_id = any (${sql.param(courseIds)}::text[]) and kind = any (${sql.param(kinds)}::text[]))`;
	// Asked of each candidate by itself: as a join, PostgreSQL would read every entry that has the words.
	const inOrder = sql`(select e.words from search_entries e where e.id = c.id) @@ ${phrases}::tsquery`;
	const matched =
		phrases === null
			? sql`select * from candidates`
			: sql`select * from (
					select * from candidates order by ${chosen} desc, promise desc, id limit ${MOST_PHRASES}
				) c where ${inOrder}`;
	const [row] = await db.execute<{ tallies: Tally[] | null; hits: Hit[] | null }>(sql`
		with candidates as (
			select * from search_matches(${matching}::tsquery, ${any.matching}::tsquery, ${WEIGHTS}::real[])
		), matched as materialized (${matched}), promising as materialized (
			select id from matched where ${chosen} order by promise desc, id limit ${MOST_RESULTS}
		), best as materialized (
			select e.id, 2 * ts_rank(${WEIGHTS}::real[], e.words, ${exact}::tsquery, 1)
				+ ts_rank(${WEIGHTS}::real[], e.words, ${any.matching}::tsquery, 1) as rank
			from promising p join search_entries e on e.id = p.id
			order by rank desc, e.id limit ${PAGE_SIZE} offset ${(page - 1) * PAGE_SIZE}
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
