import { and, asc, count, desc, eq, isNotNull, or, sql, type SQL } from 'drizzle-orm';
import type { Database } from '../db/connect.ts';
import { findRegistries } from './registry.ts';
import type { Regulation } from './fields.ts';
import { isStale, regulationState, type Registry } from './regulations.ts';
import type { RegulationState } from '../markdown/regulations.ts';
import { citations, lessons, releases } from './tables.ts';

/** A place in a release that cites an instrument. */
export interface Citation {
	courseId: string;
	courseTitle: string;
	/** Whoever holds something by this release, a certificate for one, is touched by what its law says. */
	releaseId: string;
	edition: string;
	/** Whether it is the newest edition of its course. */
	newest: boolean;
	/** Null in introductions, the glossary, quizzes, tests and banks. */
	lessonId: string | null;
	lessonTitle: string | null;
	/** The item it stands in: its prompt, an option or a rationale. */
	questionId: string | null;
	/** Null where the instrument is cited as a whole. */
	article: string | null;
	path: string;
	line: number;
}

/** What is asked of the regulation graph. */
export interface CitationQuery {
	regulation: string;
	/** An article with what is below it and its elucidation: `pasal-4` finds `penjelasan-pasal-4-ayat-2`, not `pasal-40`. */
	article?: string | null;
	/** Newest editions only, or every edition ever published. */
	editions: 'newest' | 'all';
	/** Only the places of one page, from 1; all of them without. */
	page?: { number: number; size: number };
}

/**
 * Which places cite an instrument, by course, newest edition first, in the order of reading. Items are among them for
 * those who are signed in, as a rationale's citation may hint at a key.
 */
export async function listCitations(
	db: Database,
	{ regulation, article = null, editions, page }: CitationQuery
): Promise<Citation[]> {
	const newest = newestEditions(db);
	const isNewest = sql<boolean>`${newest.id} is not null`;
	const places = db
		.select({
			courseId: releases.courseId,
			courseTitle: sql<string>`${releases.outline} ->> 'title'`,
			releaseId: releases.id,
			edition: releases.number,
			newest: isNewest,
			lessonId: citations.lessonId,
			lessonTitle: lessons.title,
			questionId: citations.questionId,
			article: citations.article,
			path: citations.path,
			line: citations.line
		})
		.from(citations)
		.innerJoin(releases, eq(releases.id, citations.releaseId))
		.leftJoin(newest, eq(newest.id, releases.id))
		.leftJoin(
			lessons,
			and(eq(lessons.releaseId, citations.releaseId), eq(lessons.id, citations.lessonId))
		)
		.where(
			and(
				eq(citations.regulationId, regulation),
				article === null ? undefined : withinArticle(article),
				editions === 'newest' ? isNotNull(newest.id) : undefined
			)
		)
		.orderBy(
			asc(releases.courseId),
			desc(releases.ordinal),
			sql`${lessons.position} nulls first`,
			asc(citations.path),
			asc(citations.line),
			asc(citations.id)
		)
		.$dynamic();
	return page ? places.limit(page.size).offset((page.number - 1) * page.size) : places;
}

/** How many places `listCitations` finds on all its pages together. */
export async function countCitations(
	db: Database,
	{ regulation, article = null, editions }: Omit<CitationQuery, 'page'>
): Promise<number> {
	const newest = newestEditions(db);
	const [counted] = await db
		.select({ places: count() })
		.from(citations)
		.leftJoin(newest, eq(newest.id, citations.releaseId))
		.where(
			and(
				eq(citations.regulationId, regulation),
				article === null ? undefined : withinArticle(article),
				editions === 'newest' ? isNotNull(newest.id) : undefined
			)
		);
	return counted?.places ?? 0;
}

/** Of an article, with its elucidation, and all that is below them. */
export function withinArticle(article: string): SQL | undefined {
	const parts = [article, `penjelasan-${article}`];
	return or(
		...parts.flatMap((part) => [
			eq(citations.article, part),
			sql`starts_with(${citations.article}, ${`${part}-`})`
		])
	);
}

function newestEditions(db: Database) {
	return db
		.selectDistinctOn([releases.courseId], { id: releases.id })
		.from(releases)
		.orderBy(releases.courseId, desc(releases.ordinal))
		.as('newest');
}

/** An instrument, its state on a day, and how much of what is taught now rests on it. */
export interface SurveyedRegulation {
	id: string;
	short: string;
	state: RegulationState;
	/** Where its text was read: an address, or a description. */
	source: string;
	/** What has not been checked, or is to be known before citing it. */
	note: string | null;
	/** ISO date. */
	lastChecked: string;
	/** Last checked more than twelve months ago. */
	stale: boolean;
	/** In the newest edition of each course. */
	courses: number;
	lessons: number;
	items: number;
	places: number;
}

/** Every instrument of the registry on a day (ISO date), by its short name. */
export async function surveyRegulations(db: Database, on: string): Promise<SurveyedRegulation[]> {
	const [{ regulations }, counts] = await Promise.all([findRegistries(db), countUses(db)]);
	return [...regulations.values()]
		.map((regulation) => surveyed(regulation, regulations, counts.get(regulation.id), on))
		.sort((a, b) => a.short.localeCompare(b.short, 'id'));
}

/** One instrument of the registry on a day (ISO date); null when the registry lacks it. */
export async function surveyRegulation(
	db: Database,
	id: string,
	on: string
): Promise<SurveyedRegulation | null> {
	const [{ regulations }, counts] = await Promise.all([findRegistries(db), countUses(db, id)]);
	const regulation = regulations.get(id);
	return regulation ? surveyed(regulation, regulations, counts.get(id), on) : null;
}

type Uses = Pick<SurveyedRegulation, 'courses' | 'lessons' | 'items' | 'places'>;

function surveyed(
	regulation: Regulation,
	registry: Registry,
	uses: Uses | undefined,
	on: string
): SurveyedRegulation {
	return {
		id: regulation.id,
		short: regulation.short,
		state: regulationState(regulation, registry, on),
		source: regulation.source,
		note: regulation.note ?? null,
		lastChecked: regulation.lastChecked,
		stale: isStale(regulation, on),
		...(uses ?? { courses: 0, lessons: 0, items: 0, places: 0 })
	};
}

/** How much of the newest editions rests on each instrument that they cite, or on one alone. */
async function countUses(db: Database, regulation?: string): Promise<Map<string, Uses>> {
	const newest = newestEditions(db);
	const rows = await db
		.select({
			id: citations.regulationId,
			courses: sql<number>`count(distinct ${citations.releaseId})::integer`,
			lessons: sql<number>`count(distinct (${citations.releaseId}, ${citations.lessonId})) filter (where ${citations.lessonId} is not null)::integer`,
			items: sql<number>`count(distinct (${citations.releaseId}, ${citations.questionId})) filter (where ${citations.questionId} is not null)::integer`,
			places: sql<number>`count(*)::integer`
		})
		.from(citations)
		.innerJoin(newest, eq(newest.id, citations.releaseId))
		.where(regulation === undefined ? undefined : eq(citations.regulationId, regulation))
		.groupBy(citations.regulationId);
	return new Map(rows.map(({ id, ...uses }) => [id, uses]));
}
