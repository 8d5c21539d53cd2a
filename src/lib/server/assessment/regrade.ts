import { isDeepStrictEqual } from 'node:util';
import { comparable } from '../catalog/answers.ts';
import type { KeyedItem } from '../catalog/keyed-items.ts';
import type { AnswerKey } from '../catalog/keys.ts';
import type { StoredKeyDetail } from '../catalog/tables.ts';
import { resultOf, type Result } from './scoring.ts';
import type { ItemResult } from './tables.ts';

/** What became of the keys of one release in a later one. */
export interface KeyChanges {
	/** Questions that mean the same and are judged otherwise: what was answered can be judged again. */
	mended: string[];
	/** Questions that are judged otherwise and ask something else: what was answered cannot be held against the new key. */
	reworded: string[];
}

/** Which questions, by id, are judged otherwise in a later release. Essays have no key: a person marks them. */
export function keyChanges(
	before: ReadonlyMap<string, KeyedItem>,
	after: ReadonlyMap<string, KeyedItem>
): KeyChanges {
	const changes: KeyChanges = { mended: [], reworded: [] };
	for (const [id, was] of before) {
		const is = after.get(id);
		if (!is || is.kind === 'essay' || was.kind === 'essay' || sameKey(was.key, is.key)) continue;
		changes[meansSame(was, is) ? 'mended' : 'reworded'].push(id);
	}
	return changes;
}

/** Whether an answer to one question is an answer to the other: same kind, same words and case, same things to choose from. */
export function meansSame(one: KeyedItem, other: KeyedItem): boolean {
	const offered = ({ options }: KeyedItem) =>
		options.map(({ id, side = '' }) => `${side}:${id}`).sort();
	return (
		one.kind === other.kind &&
		comparable(one.prompt) === comparable(other.prompt) &&
		comparable(one.scenarioText ?? '') === comparable(other.scenarioText ?? '') &&
		isDeepStrictEqual(offered(one), offered(other))
	);
}

/** Whether two keys judge every answer alike; in which order they name what is right makes no difference. */
export function sameKey(one: AnswerKey, other: AnswerKey): boolean {
	const right = ({ correct }: AnswerKey) => [...correct].sort();
	return (
		isDeepStrictEqual(right(one), right(other)) &&
		isDeepStrictEqual(orderless(one.detail), orderless(other.detail))
	);
}

function orderless(detail: StoredKeyDetail | null): StoredKeyDetail | null {
	return detail?.kind === 'short' ? { ...detail, accepted: detail.accepted.toSorted() } : detail;
}

/** That a question of a release is judged by the key of a later one. */
export interface Ruling {
	releaseId: string;
	questionId: string;
	/** The release whose key counts. */
	keyOf: string;
	/** Where that release stands among those of the course, from 1. */
	ordinal: number;
}

/**
 * By which release's key each question of each release is judged: the newest that a standing decision names, in
 * whatever order they were decided; its own where none does.
 */
export function keyReleases(
	rulings: readonly Ruling[]
): (releaseId: string, questionId: string) => string {
	const newest = new Map<string, Ruling>();
	for (const ruling of rulings) {
		const name = `${ruling.releaseId}/${ruling.questionId}`;
		const known = newest.get(name);
		if (!known || known.ordinal < ruling.ordinal) newest.set(name, ruling);
	}
	return (releaseId, questionId) => newest.get(`${releaseId}/${questionId}`)?.keyOf ?? releaseId;
}

/** An attempt that was judged, as far as judging it again goes. */
export interface JudgedAttempt {
	releaseId: string;
	/** 0–100; null where none must be reached. */
	passMark: number | null;
	/** Its judgements, the first one first; the last counts. */
	history: readonly Result[];
}

/**
 * Judges an attempt by the keys that count now; null when its last judgement did. Only questions whose key is another
 * are judged anew: whatever else was earned, marks of a person among it, stays. What the same key gave before it gives
 * again, so that taking a decision back restores every score. `points` judges an answer by the key of a release, or says
 * null where the answer is gone: then it keeps what it had. A pass once given stays, whatever the score (product.md §3.1).
 */
export function regrade(
	{ releaseId, passMark, history }: JudgedAttempt,
	keyOf: (releaseId: string, questionId: string) => string,
	keys: (releaseId: string, questionId: string) => AnswerKey,
	points: (questionId: string, keyOf: string) => number | null
): Result | null {
	const last = history.at(-1);
	if (!last) return null;
	const judgedBy = (item: ItemResult) => item.keyOf ?? releaseId;
	const items = last.items.map((item) => {
		const { questionId } = item;
		const counts = keyOf(releaseId, questionId);
		const did = judgedBy(item);
		if (counts === did || sameKey(keys(counts, questionId), keys(did, questionId))) return item;
		const before = history
			.flatMap((result) => result.items)
			.find((earlier) => earlier.questionId === questionId && judgedBy(earlier) === counts);
		const earned = before ? before.points : (points(questionId, counts) ?? item.points);
		const { keyOf: _, ...rest } = item;
		return { ...rest, points: earned, ...(counts !== releaseId && { keyOf: counts }) };
	});
	if (items.every((item, at) => item === last.items[at])) return null;
	const result = resultOf(items, passMark);
	const keeps = last.passed === true && result.score !== null;
	return keeps ? { ...result, passed: true } : result;
}

/** What judging again does to one attempt. */
export type Effect =
	/** It becomes a pass. */
	| 'passes'
	/** It fell below the mark and stays a pass. */
	| 'keeps'
	| 'none';

/** The effect on an attempt that is judged again. */
export function effectOf(passMark: number | null, before: Result, after: Result): Effect {
	if (after.passed && !before.passed) return 'passes';
	const below = passMark !== null && after.score !== null && after.score < passMark;
	return after.passed && below ? 'keeps' : 'none';
}

/** Fewest people behind a change of scores that is told of; fewer could be guessed at. */
const LEAST_PEOPLE = 5;

/** Attempts that judging again takes from one score to another, counted. */
export interface Shift {
	testId: string;
	/** 0–100; null while a question waits for a person. */
	from: number | null;
	to: number | null;
	effect: Effect;
	attempts: number;
	/** Several changes of few people each, together: `from` and `to` are not told. */
	few: boolean;
}

/** What happens to one person's attempt. */
export type OneShift = Omit<Shift, 'attempts' | 'few'> & { personId: string };

/**
 * Counts what happens to attempts: by test, from the lowest score. Names nobody; unless `each` may be told, changes of
 * fewer than 5 people stand together.
 */
export function countShifts(shifts: Iterable<OneShift>, { each = false } = {}): Shift[] {
	const alike = Map.groupBy(shifts, ({ testId, from, to, effect }) =>
		[testId, from, to, effect].join('/')
	);
	const counted = [...alike.values()].map((group) => {
		const { personId: _, ...shift } = group[0]!;
		const people = new Set(group.map(({ personId }) => personId)).size;
		return { ...shift, attempts: group.length, few: !each && people < LEAST_PEOPLE };
	});
	const small = Map.groupBy(
		counted.filter(({ few }) => few),
		({ testId, effect }) => `${testId}/${effect}`
	);
	const together = [...small.values()].map((group) => {
		const { testId, effect } = group[0]!;
		const attempts = group.reduce((sum, shift) => sum + shift.attempts, 0);
		return { testId, from: null, to: null, effect, attempts, few: true };
	});
	return [...counted.filter(({ few }) => !few), ...together].sort(
		(a, b) =>
			a.testId.localeCompare(b.testId) ||
			Number(a.few) - Number(b.few) ||
			(a.from ?? -1) - (b.from ?? -1) ||
			(a.to ?? -1) - (b.to ?? -1)
	);
}
