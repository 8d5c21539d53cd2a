import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { isoDay } from '../../format/dates.ts';
import type { Database } from '../db/connect.ts';
import { amongOthers, movedHeadings } from '../markdown/embed.ts';
import { joinRegulations, type RegulationState } from '../markdown/regulations.ts';
import { namedCompetencies, type Registries, type SupportedCompetency } from './competencies.ts';
import { mediaTypeOf } from './images.ts';
import { kept, type Kept } from './kept.ts';
import type { AnswerKey } from './keys.ts';
import { checksIn, type LessonSegment, type RenderedLesson, type Told } from './lesson-page.ts';
import { withHtml, type PublicQuestion } from './public-question.ts';
import { findRegistries } from './registry.ts';
import { regulationState, type Registry } from './regulations.ts';
import { readKeys, readLesson, readRelease, type TestRules } from './release-texts.ts';
import { files, releaseFiles, releases, type StoredOutline } from './tables.ts';

/** A course's structure with its introductions; what course page, outline and lesson page show. */
export interface Outline extends Omit<StoredOutline, 'modules' | 'path' | 'competencies'> {
	courseId: string;
	releaseId: string;
	notes: string;
	publishedAt: Date;
	/** How quizzes and tests are judged, and what else completing it asks. */
	rules: TestRules;
	competencies: SupportedCompetency[];
	/** HTML. */
	introduction: string;
	/** Their introductions are HTML too, as parts of the course's page. */
	modules: (Omit<StoredOutline['modules'][number], 'path'> & { introduction: string })[];
}

/** What the catalogue takes from a course's outline as it is. */
const offered = [
	'title',
	'code',
	'edition',
	'summary',
	'audience',
	'language',
	'jp',
	'minutes',
	'topics',
	'providers',
	'competencies'
] as const satisfies readonly (keyof StoredOutline)[];

/** One course in the catalogue. */
export type CatalogueEntry = Pick<StoredOutline, (typeof offered)[number]> & {
	courseId: string;
	releaseId: string;
	publishedAt: Date;
	modules: number;
	lessons: number;
};

/** A lesson as its learner sees it. Holds no key. */
export interface LessonView {
	id: string;
	title: string;
	moduleId: string;
	minutes: number;
	objectives: { id: string; text: string; level: string }[];
	/** Instruments it rests on as its author says, in order, with their state today. */
	legal: ({ id: string; short: string } & RegulationState)[];
	segments: LessonSegment[];
	/** Its checks, those of scenarios among them, in order. */
	checks: PublicQuestion[];
	headings: RenderedLesson['headings'];
	/** Its main headings and those right below them: what contents and notes offer. */
	sections: RenderedLesson['headings'];
	terms: RenderedLesson['terms'];
	/** Instruments the lesson cites, in order, with their state today. */
	regulations: ({ id: string; short: string } & RegulationState)[];
	bytes: number;
}

/** The key of a check; for judging on the server and for what may be shown after an answer. */
export interface CheckKey extends AnswerKey {
	told: Told;
}

/** What was joined with a registry is kept as long as that reading of it, which is a minute (findRegistries). */
const viewsByRegistry = new WeakMap<
	Registries,
	{ outlines: Kept<Outline>; lessons: Kept<LessonView>; keys: Kept<CheckKey> }
>();

function viewsUnder(registries: Registries) {
	const known = viewsByRegistry.get(registries);
	if (known) return known;
	const views = {
		outlines: kept<Outline>(200),
		lessons: kept<LessonView>(1000),
		keys: kept<CheckKey>(4000)
	};
	viewsByRegistry.set(registries, views);
	return views;
}

/** The newest release of a course; null when there is none. */
export async function findCourse(db: Database, courseId: string): Promise<Outline | null> {
	const [newest] = await db
		.select({ id: releases.id })
		.from(releases)
		.where(eq(releases.courseId, courseId))
		.orderBy(desc(releases.ordinal))
		.limit(1);
	return newest ? findOutline(db, newest.id) : null;
}

/** What the catalogue says of each newest release. A release never changes, so only new ones are read. */
let offers: ReadonlyMap<string, CatalogueEntry> = new Map();

/** The newest release of every course, by title. */
export async function listCatalogue(db: Database): Promise<CatalogueEntry[]> {
	const newest = await db
		.selectDistinctOn([releases.courseId], { id: releases.id })
		.from(releases)
		.orderBy(releases.courseId, desc(releases.ordinal));
	const known = offers;
	const unknown = newest.map(({ id }) => id).filter((id) => !known.has(id));
	const read = new Map((await readOffers(db, unknown)).map((offer) => [offer.releaseId, offer]));
	const listed = newest
		.flatMap(({ id }) => known.get(id) ?? read.get(id) ?? [])
		.sort((a, b) => byTitle.compare(a.title, b.title));
	offers = new Map(listed.map((offer) => [offer.releaseId, offer]));
	return listed;
}

const byTitle = new Intl.Collator('id');

async function readOffers(db: Database, releaseIds: readonly string[]): Promise<CatalogueEntry[]> {
	if (releaseIds.length === 0) return [];
	const rows = await db
		.select({
			courseId: releases.courseId,
			releaseId: releases.id,
			publishedAt: releases.publishedAt,
			outline: releases.outline
		})
		.from(releases)
		.where(inArray(releases.id, [...releaseIds]));
	return rows.map(({ outline, ...release }) => ({
		...pick(outline, offered),
		...release,
		modules: outline.modules.length,
		lessons: outline.modules.reduce((count, module) => count + module.lessons.length, 0)
	}));
}

/** Names of the agencies and universities where a course is at home: its owner and those who offer it. */
export function homesOf({ owner, providers }: Pick<Outline, 'owner' | 'providers'>): string[] {
	return [...new Set([...(owner === null ? [] : [owner]), ...providers])];
}

/** The structure of one release; null when it is unknown. */
export async function findOutline(db: Database, releaseId: string): Promise<Outline | null> {
	const registries = await findRegistries(db);
	const { outlines } = viewsUnder(registries);
	const known = outlines.get(releaseId);
	if (known) return known;
	const texts = await readRelease(db, releaseId);
	if (!texts) return null;
	const introduction = (path: string) =>
		joinRegulations(texts.introductions.get(path) ?? '', stateIn(registries.regulations));
	const { path, modules, ...stored } = texts.stored;
	return outlines.set(releaseId, {
		...stored,
		courseId: texts.courseId,
		releaseId,
		notes: texts.notes,
		publishedAt: texts.publishedAt,
		rules: texts.rules,
		competencies: namedCompetencies(stored.competencies, registries.competencies),
		introduction: introduction(path),
		modules: modules.map(({ path: file, ...module }) => ({
			...module,
			introduction: moduleIntroduction(introduction(file), module)
		}))
	});
}

/** A course's page has the title of a module as a third heading: what stands below it begins with the fourth. */
const BELOW_MODULE = 2;

/** The introduction of a module as it stands on the course's page. */
export function moduleIntroduction(html: string, module: { id: string; title: string }): string {
	return amongOthers(html, module, BELOW_MODULE);
}

/** The same where the module has a page of its own. */
export function ownIntroduction(html: string): string {
	return movedHeadings(html, -BELOW_MODULE);
}

/** A lesson of a release, ready to be shown, without keys; null when the release lacks it. */
export async function findLesson(
	db: Database,
	releaseId: string,
	lessonId: string
): Promise<LessonView | null> {
	const registries = await findRegistries(db);
	const { lessons } = viewsUnder(registries);
	const name = `${releaseId}/${lessonId}`;
	const known = lessons.get(name);
	if (known) return known;
	const [lesson, texts] = await Promise.all([
		readLesson(db, releaseId, lessonId),
		readRelease(db, releaseId)
	]);
	if (!lesson || !texts) return null;
	const module = texts.stored.modules.find(({ id }) => id === lesson.moduleId);
	const served = module?.lessons.find(({ id }) => id === lessonId)?.objectives ?? [];
	const objectives = (module?.objectives ?? []).filter(({ id }) => served.includes(id));
	return lessons.set(name, viewOf({ ...lesson, id: lessonId, objectives }, registries.regulations));
}

/** A rendered lesson with the state that the instruments it cites have today. */
export function viewOf(
	{
		rendered,
		legal,
		...lesson
	}: Pick<LessonView, 'id' | 'title' | 'moduleId' | 'minutes' | 'objectives'> & {
		/** Ids of instruments. */
		legal: readonly string[];
		rendered: RenderedLesson;
	},
	registry: Registry
): LessonView {
	const stateOf = stateIn(registry);
	const join = (html: string) => joinRegulations(html, stateOf);
	const segments = rendered.segments.map((segment) => withHtmlOf(segment, join));
	const named = (id: string) => {
		const state = stateOf(id);
		return state ? [{ id, short: registry.get(id)?.short ?? id, ...state }] : [];
	};
	return {
		...lesson,
		legal: legal.flatMap(named),
		segments,
		checks: checksIn(segments),
		headings: rendered.headings,
		sections: rendered.headings.filter(({ level }) => level === 2 || level === 3),
		terms: rendered.terms.map((term) => ({ ...term, html: join(term.html) })),
		regulations: rendered.regulations.flatMap(named),
		bytes: rendered.bytes
	};
}

/** Keys of some checks of a release, by question. For judging, and for what a learner may see of an answer given. */
export async function findKeys(
	db: Database,
	releaseId: string,
	questionIds: readonly string[]
): Promise<Map<string, CheckKey>> {
	if (questionIds.length === 0) return new Map();
	const registries = await findRegistries(db);
	const views = viewsUnder(registries);
	const keys = new Map<string, CheckKey>();
	for (const [id, { lessonId, ...key }] of await readKeys(db, releaseId, questionIds)) {
		const name = `${releaseId}/${id}`;
		const tell = async () => {
			const lesson = lessonId === null ? null : await readLesson(db, releaseId, lessonId);
			return toldKey(key, lesson?.rendered.rationales[id], registries.regulations);
		};
		keys.set(id, views.keys.get(name) ?? views.keys.set(name, await tell()));
	}
	return keys;
}

/** A key with what is told of an answer, citing instruments as they stand today. */
export function toldKey(key: AnswerKey, told: Told | undefined, registry: Registry): CheckKey {
	const stateOf = stateIn(registry);
	const join = (html: string) => joinRegulations(html, stateOf);
	const { options = {}, whole = null } = told ?? {};
	const entries = Object.entries(options).map(([option, html]) => [option, join(html)]);
	return {
		...key,
		told: { options: Object.fromEntries(entries), whole: whole === null ? null : join(whole) }
	};
}

/**
 * A file that lessons show, without its bytes, by its hash and the name it has in a release, which says what it is: the
 * same bytes may be a picture here and a text there. Sources of lessons, which hold keys, are never handed out.
 */
export async function findFile(
	db: Database,
	sha256: string,
	name: string
): Promise<{ mediaType: string; length: number } | null> {
	const mediaType = mediaTypeOf(name);
	if (mediaType === null) return null;
	const [file] = await db
		.select({ length: sql<number>`length(${files.bytes})` })
		.from(files)
		.innerJoin(releaseFiles, eq(releaseFiles.sha256, files.sha256))
		.where(and(eq(files.sha256, sha256), eq(sql`split_part(${releaseFiles.path}, '/', -1)`, name)))
		.limit(1);
	return file ? { mediaType, length: file.length } : null;
}

/** The bytes `first` to `last` of a file that was found, both included: a player asks for a clip in many stretches. */
export async function readStretch(
	db: Database,
	sha256: string,
	{ first, last }: { first: number; last: number }
): Promise<Uint8Array> {
	const [file] = await db
		.select({
			bytes: sql<Uint8Array>`substring(${files.bytes} from ${first + 1}::integer for ${last - first + 1}::integer)`
		})
		.from(files)
		.where(eq(files.sha256, sha256));
	return file?.bytes ?? new Uint8Array();
}

function pick<From, Name extends keyof From>(from: From, names: readonly Name[]): Pick<From, Name> {
	return Object.fromEntries(names.map((name) => [name, from[name]])) as Pick<From, Name>;
}

/** The state that an instrument of the registry has today, in Jakarta. */
export function stateIn(registry: Registry): (id: string) => RegulationState | null {
	const today = isoDay(new Date());
	return (id) => {
		const regulation = registry.get(id);
		return regulation ? regulationState(regulation, registry, today) : null;
	};
}

/** The same segment with every stretch of HTML changed by `change`. */
export function withHtmlOf(
	segment: LessonSegment,
	change: (html: string) => string
): LessonSegment {
	switch (segment.kind) {
		case 'html':
			return {
				kind: 'html',
				heading: segment.heading && { ...segment.heading, html: change(segment.heading.html) },
				html: change(segment.html)
			};
		case 'check':
			return { kind: 'check', question: withHtml(segment.question, change) };
		case 'scenario':
			return { ...segment, segments: segment.segments.map((inside) => withHtmlOf(inside, change)) };
	}
}
