import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Database } from '../db/connect.ts';
import { joinRegulations } from '../markdown/regulations.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { renderTokens } from '../markdown/render.ts';
import { kept } from './kept.ts';
import { rationalesOf, type Told } from './lesson-page.ts';
import { withoutNumber } from './pages.ts';
import { publicQuestion, withHtml, type PublicQuestion } from './public-question.ts';
import type { Pool, QuestionKind } from './course.ts';
import { readQuestions } from './questions.ts';
import { contextFor, glossaryOf } from './references.ts';
import { findRegistries } from './registry.ts';
import { readRelease, readSources } from './release-texts.ts';
import { stateIn } from './releases.ts';
import { questions, type References, type StoredChoice } from './tables.ts';

/** A question of a quiz, test or bank as the release keeps it: without key and without HTML. */
export interface StoredItem {
	id: string;
	kind: QuestionKind;
	objective: string | null;
	level: string | null;
	/** The case it shares with its neighbours. */
	scenario: string | null;
	path: string;
	options: StoredChoice[];
}

/** A question of a test as its candidate meets it, and the case it is about. */
export interface TestQuestion {
	question: PublicQuestion;
	scenario: { id: string; title: string | null; html: string } | null;
	/** Never part of what is sent before the attempt was judged. */
	told: Told;
}

type RenderedFile = ReadonlyMap<string, TestQuestion>;

const keptStock = kept<ReadonlyMap<string, StoredItem>>(200);
const keptFiles = kept<RenderedFile>(500);

/** Whether any question of a release is marked by people. */
export async function hasEssays(db: Database, releaseId: string): Promise<boolean> {
	const essays = and(eq(questions.releaseId, releaseId), eq(questions.kind, 'essay'));
	return (await db.$count(questions, essays)) > 0;
}

/** Every question outside the lessons of a release that belongs to a pool, by id. */
export async function findStock(
	db: Database,
	releaseId: string,
	pool: Pool
): Promise<ReadonlyMap<string, StoredItem>> {
	const name = `${releaseId}/${pool}`;
	const known = keptStock.get(name);
	if (known) return known;
	const rows = await db
		.select({
			id: questions.id,
			kind: questions.kind,
			objective: questions.objective,
			level: questions.level,
			scenario: questions.scenarioId,
			path: questions.path,
			options: questions.options
		})
		.from(questions)
		.where(
			and(eq(questions.releaseId, releaseId), eq(questions.pool, pool), isNull(questions.lessonId))
		)
		.orderBy(questions.id);
	return keptStock.set(name, new Map(rows.map((row) => [row.id, row as StoredItem])));
}

/** In which files of a release some questions stand; those it lacks are left out. */
export async function findItemPlaces(
	db: Database,
	releaseId: string,
	ids: readonly string[]
): Promise<Pick<StoredItem, 'id' | 'path'>[]> {
	return db
		.select({ id: questions.id, path: questions.path })
		.from(questions)
		.where(and(eq(questions.releaseId, releaseId), inArray(questions.id, [...ids])));
}

/** Questions of a test, ready to be shown, with the state that the instruments they cite have today. */
export async function findTestQuestions(
	db: Database,
	releaseId: string,
	items: readonly Pick<StoredItem, 'id' | 'path'>[]
): Promise<Map<string, TestQuestion>> {
	const [release, { regulations }] = await Promise.all([
		readRelease(db, releaseId),
		findRegistries(db)
	]);
	if (!release) return new Map();
	const paths = [...new Set(items.map(({ path }) => path))];
	const files = await renderedFiles(db, releaseId, release.references, paths);
	const stateOf = stateIn(regulations);
	const join = (html: string) => joinRegulations(html, stateOf);
	return new Map(
		items.flatMap(({ id, path }) => {
			const found = files.get(path)?.get(id);
			return found ? [[id, joined(found, join)]] : [];
		})
	);
}

function joined({ question, scenario, told }: TestQuestion, join: (html: string) => string) {
	return {
		question: withHtml(question, join),
		scenario: scenario && { ...scenario, html: join(scenario.html) },
		told: {
			options: Object.fromEntries(
				Object.entries(told.options).map(([option, html]) => [option, join(html)])
			),
			whole: told.whole === null ? null : join(told.whole)
		}
	};
}

async function renderedFiles(
	db: Database,
	releaseId: string,
	references: References,
	paths: readonly string[]
): Promise<Map<string, RenderedFile>> {
	const files = new Map<string, RenderedFile>();
	for (const path of paths) {
		const known = keptFiles.get(`${releaseId}/${path}`);
		if (known) files.set(path, known);
	}
	const missing = paths.filter((path) => !files.has(path));
	if (missing.length === 0) return files;
	for (const [path, { body }] of await readSources(db, releaseId, missing)) {
		const rendered = renderItems(body, path, references);
		files.set(path, keptFiles.set(`${releaseId}/${path}`, rendered));
	}
	return files;
}

/** Every question of a quiz, test or bank file; what stands between them is for authors. */
function renderItems(body: string, file: string, references: References): RenderedFile {
	const document = parseMarkdown(body);
	const { questions: asked, scenarios } = readQuestions(document, {
		file,
		place: { kind: 'bank' },
		pool: 'ujian',
		idPrefix: withoutNumber(file.replaceAll('/', '-')),
		body,
		bodyLine: 1
	});
	// In a test a term opens nothing: to look it up would leave the page.
	const plain = contextFor(references, file, new Set(), null);
	const told = rationalesOf(
		asked,
		contextFor(references, file, new Set(), glossaryOf(references.courseId))
	);
	const cases = new Map(
		scenarios.map(({ id, title, text }) => [
			id,
			{ id, title, html: renderTokens(text.tokens, plain) }
		])
	);
	return new Map(
		asked.map((question) => [
			question.id,
			{
				question: publicQuestion(question, plain, plain),
				scenario: question.scenario === null ? null : (cases.get(question.scenario) ?? null),
				told: told[question.id] ?? { options: {}, whole: null }
			}
		])
	);
}
