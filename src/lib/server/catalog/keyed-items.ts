import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Database } from '../db/connect.ts';
import type { QuestionKind } from './course.ts';
import type { AnswerKey } from './keys.ts';
import { questionKeys, questions, releases, type StoredChoice } from './tables.ts';

/** A question of one release, with what tells whether it means the same in another. */
export interface KeyedItem {
	kind: QuestionKind;
	prompt: string;
	/** What the case says that it is about; null where it has none, or its release did not keep it. */
	scenarioText: string | null;
	options: readonly StoredChoice[];
	key: AnswerKey;
}

/** The same with where its author finds it. */
export interface SourcedItem extends KeyedItem {
	objective: string | null;
	path: string;
	line: number;
}

/** One release of a course, among the others. */
export interface Edition {
	releaseId: string;
	/** The human number, e.g. `2026.1`. */
	number: string;
	/** Order of publication, from 1. */
	ordinal: number;
}

/** Every release of a course, the first one first. */
export async function listEditions(db: Database, courseId: string): Promise<Edition[]> {
	return db
		.select({ releaseId: releases.id, number: releases.number, ordinal: releases.ordinal })
		.from(releases)
		.where(eq(releases.courseId, courseId))
		.orderBy(asc(releases.ordinal));
}

/**
 * The questions of quizzes, tests and banks of some releases, with their keys; by release, then by id. All of them, or
 * those of some ids.
 */
export async function readKeyedItems(
	db: Database,
	releaseIds: readonly string[],
	questionIds?: readonly string[]
): Promise<Map<string, Map<string, SourcedItem>>> {
	const items = new Map(releaseIds.map((id) => [id, new Map<string, SourcedItem>()]));
	if (releaseIds.length === 0) return items;
	const rows = await db
		.select({
			releaseId: questions.releaseId,
			id: questions.id,
			kind: questions.kind,
			prompt: questions.prompt,
			scenarioText: questions.scenarioText,
			options: questions.options,
			objective: questions.objective,
			path: questions.path,
			line: questions.line,
			correct: questionKeys.correct,
			detail: questionKeys.detail
		})
		.from(questions)
		.innerJoin(
			questionKeys,
			and(
				eq(questionKeys.releaseId, questions.releaseId),
				eq(questionKeys.questionId, questions.id)
			)
		)
		.where(
			and(
				inArray(questions.releaseId, [...releaseIds]),
				isNull(questions.lessonId),
				questionIds === undefined ? undefined : inArray(questions.id, [...questionIds])
			)
		);
	for (const { releaseId, id, kind, correct, detail, ...rest } of rows)
		items
			.get(releaseId)
			?.set(id, { ...rest, kind: kind as QuestionKind, key: { correct, detail } });
	return items;
}
