import type { AnswerKey } from '../catalog/keys.ts';
import type { StoredItem } from '../catalog/test-items.ts';
import { complaintOf, judge, type Answerable, type Given } from './grading.ts';
import { answerableOf } from './stock.ts';
import type { Criteria, ItemResult } from './tables.ts';

/** The result of an attempt; every question weighs the same. */
export interface Result {
	items: ItemResult[];
	/** 0–100 with two decimals; null while a question waits for a person. */
	score: number | null;
	/** Null while the score is, and where no mark must be reached. */
	passed: boolean | null;
}

/**
 * What an answer earns: 1 for what the key asks for, 0 for anything else, nothing at all included; of a situational
 * question the share of its best option. Null for an essay that was written: a person marks it.
 */
export function pointsFor(question: Answerable, key: AnswerKey, given: Given): number | null {
	// What would be refused in a lesson earns nothing in a test.
	if (complaintOf(question, given)) return 0;
	if (question.kind === 'essay') return null;
	const judged = judge(question, key, given);
	if (key.detail?.kind !== 'situational') return judged.correct ? 1 : 0;
	const best = Math.max(...Object.values(key.detail.worth));
	return best > 0 ? (key.detail.worth[judged.choice[0] ?? ''] ?? 0) / best : 0;
}

/** Sums up what the questions earned. `passMark` 0–100, null where none must be reached. */
export function resultOf(items: readonly ItemResult[], passMark: number | null): Result {
	const points = items.map((item) => item.points);
	if (items.length === 0 || points.includes(null))
		return { items: [...items], score: null, passed: null };
	const sum = points.reduce<number>((total, earned) => total + (earned ?? 0), 0);
	// Rounded once, from the sum, so that what is shown is what the mark is compared with.
	const score = Math.round((sum / items.length) * 10_000) / 100;
	return { items: [...items], score, passed: passMark === null ? null : score >= passMark };
}

/** How each objective did, in the order in which the items first name it. */
export function byObjective(
	items: readonly ItemResult[]
): { objective: string; earned: number; possible: number; pending: number }[] {
	const groups = Map.groupBy(
		items.filter(({ objective }) => objective !== null),
		({ objective }) => objective!
	);
	return [...groups].map(([objective, same]) => ({
		objective,
		earned: same.reduce((sum, { points }) => sum + (points ?? 0), 0),
		possible: same.length,
		/** How many of them wait for a person. */
		pending: same.filter(({ points }) => points === null).length
	}));
}

/** The code of why the answer to a question of a paper could not be judged, or null: it is missing, unfinished or no number. */
export function complaintAbout(
	questionId: string,
	stored: ReadonlyMap<string, StoredItem>,
	given: ReadonlyMap<string, Given>
): string | null {
	const item = stored.get(questionId);
	return item ? complaintOf(answerableOf(item), given.get(questionId) ?? { choice: [] }) : null;
}

/** What a question is judged by; `keyOf` is the release it comes from where that is not the attempt's own. */
export type JudgingKey = AnswerKey & { keyOf?: string };

/** Judges every question of a paper (`asked`, by id) by its key. */
export function gradePaper(
	asked: readonly string[],
	criteria: Pick<Criteria, 'passMark'>,
	given: ReadonlyMap<string, Given>,
	stored: ReadonlyMap<string, StoredItem>,
	keys: ReadonlyMap<string, JudgingKey>
): Result {
	const items = asked.map((questionId) => {
		const item = stored.get(questionId);
		const key = keys.get(questionId);
		if (!item || !key) throw new Error(`${questionId} has no key in its release`);
		const answer = given.get(questionId) ?? { choice: [] };
		return {
			questionId,
			objective: item.objective,
			points: pointsFor(answerableOf(item), key, answer),
			...(key.keyOf !== undefined && { keyOf: key.keyOf })
		};
	});
	return resultOf(items, criteria.passMark);
}
