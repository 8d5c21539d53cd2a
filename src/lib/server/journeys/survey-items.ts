import { demand, type Actor } from '../access/policy.ts';
import { listItemResponses } from '../assessment/item-responses.ts';
import { figuresOf, LEAST_PEOPLE, type ItemFigures } from '../assessment/statistics.ts';
import type { QuestionKind } from '../catalog/course.ts';
import { readKeyedItems, type SourcedItem } from '../catalog/keyed-items.ts';
import { findCourse, homesOf, type Outline } from '../catalog/releases.ts';
import type { Pool } from '../db/connect.ts';
import { SYSTEM, withScope } from '../db/scope.ts';
import { listPlacesNamed } from '../organisation/agencies.ts';
import { Refusal } from '../refusal.ts';

/** An item of the newest edition, and how it did in one test. */
export interface SurveyedItem {
	questionId: string;
	/** File and line of the source. */
	path: string;
	line: number;
	prompt: string;
	kind: QuestionKind;
	objective: string | null;
	/** What there is to choose from, in words, by id. */
	options: Record<string, string>;
	/** Null where nobody has been asked it. */
	testId: string | null;
	/** How many people were asked it. */
	people: number;
	/** Null while too few were. */
	figures: ItemFigures | null;
}

/** How the items of a course do. */
export interface ItemSurvey {
	outline: Outline;
	/** By file and line. */
	items: SurveyedItem[];
	/** Fewest people before figures are shown. */
	least: number;
	/** Most people that any item was asked of. */
	most: number;
}

/** How the items of the newest edition of a course do; `reviewer` null for a command. Refuses with `course-unknown`. */
export async function surveyItems(
	pool: Pool,
	reviewer: Actor | null,
	courseId: string
): Promise<ItemSurvey> {
	if (reviewer) demand(reviewer, 'items:review');
	return withScope(pool, SYSTEM, async (db) => {
		const outline = await findCourse(db, courseId);
		if (!outline) throw new Refusal('not-found', 'course-unknown');
		if (reviewer) demand(reviewer, 'items:review', await listPlacesNamed(db, homesOf(outline)));
		const { releaseId } = outline;
		const sources = (await readKeyedItems(db, [releaseId])).get(releaseId)!;
		const responses = await listItemResponses(db, { courseId, releaseId });
		const byItem = Map.groupBy(responses, ({ questionId }) => questionId);
		const items = [...sources]
			.flatMap(([questionId, source]) => {
				const met = byItem.get(questionId) ?? [{ testId: null, people: 0, sums: null, chosen: {} }];
				return met.map(({ testId, people, sums, chosen }) => ({
					...shown(questionId, source),
					...{ testId, people },
					figures: figuresOf(source, source.key.correct, sums, chosen)
				}));
			})
			.sort((a, b) => a.path.localeCompare(b.path) || a.line - b.line);
		const most = Math.max(0, ...responses.map(({ people }) => people));
		return { outline, items, least: LEAST_PEOPLE, most };
	});
}

function shown(questionId: string, { path, line, prompt, kind, objective, options }: SourcedItem) {
	const words = Object.fromEntries(options.map(({ id, text }) => [id, text]));
	return { questionId, path, line, prompt, kind, objective, options: words };
}
