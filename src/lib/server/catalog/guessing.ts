import type { Course, Question, Test } from './course.ts';
import { keyOf } from './keys.ts';

/** Most that may come through by guessing alone (product.md §3.9: integrity without surveillance). */
export const MOST_GUESSED = 0.01;
/** What an answer that is typed is guessed with: it cannot be picked from a list, and some numbers are likelier than others. */
const TYPED = 0.01;
/** Attempts that are looked at where nobody counts them. */
const UNCOUNTED = 100;

/** The chance that a blind guess earns at least half a point, and a whole one. */
export type Chance = readonly [half: number, whole: number];

/** A question as far as guessing goes. */
export interface Guessable {
	objective: string | null;
	level: string | null;
	chance: Chance;
}

/** What is guessed at: what every paper holds, what is drawn besides, and from what. */
export interface GuessedTest {
	fixed: readonly Guessable[];
	bank: readonly Guessable[];
	blueprint: readonly Row[];
}

interface Row {
	objective: string;
	level: string | null;
	count: number;
}

/** What a test is judged by; `passMark` 0–100, `attempts` null where nobody counts. */
export interface GuessedCriteria {
	passMark: number;
	attempts: number | null;
}

/**
 * The chance of a blind guess at one question. Whoever guesses is taken to know how many options are right and to use
 * each right-hand side once, so that no cleverness about the form does better.
 */
export function chanceOf({ answer }: Pick<Question, 'answer'>): Chance {
	const both = (chance: number): Chance => [chance, chance];
	switch (answer.kind) {
		case 'single':
		case 'true-false':
			return both(1 / Math.max(1, answer.options.length));
		case 'multiple': {
			const right = answer.options.filter(({ correct }) => correct).length;
			return both(1 / choose(answer.options.length, right));
		}
		case 'situational': {
			const share = (least: number) =>
				answer.options.filter(({ worth }) => (worth ?? 0) >= least).length /
				Math.max(1, answer.options.length);
			return [share(1), share(2)];
		}
		case 'match': {
			const { correct } = keyOf({ answer });
			const lefts = correct.length;
			const rights = new Set(
				[...answer.pairs.map(({ right }) => right), ...answer.spare].map(({ id }) => id)
			).size;
			const ways = rights >= lefts ? falling(rights, lefts) : rights ** lefts;
			return both(1 / Math.max(1, ways));
		}
		case 'order':
			return both(1 / falling(answer.steps.length, answer.steps.length));
		case 'numeric':
		case 'short':
			return both(TYPED);
		case 'essay':
			return both(0);
	}
}

/** n · (n − 1) · … of k factors. */
function falling(n: number, k: number): number {
	return Array.from({ length: k }, (_, at) => n - at).reduce(
		(product, factor) => product * factor,
		1
	);
}

function choose(n: number, k: number): number {
	return Math.max(1, falling(n, k) / falling(k, k));
}

/**
 * An upper bound of the chance that somebody who knows nothing passes a test within its attempts: the sum, over all
 * attempts, of the chance of each (union bound), each by the exact distribution of a sum of independent questions
 * (Poisson binomial). A question met before is guessed with as many tries as it was met: whoever guesses is taken to
 * have learned from each result which of their answers were right. Of a bank that holds likelier and less likely
 * questions the likelier ones are taken. `before` are rows of a test from the same bank that was taken earlier.
 */
export function guessingBound(
	{ fixed, bank, blueprint }: GuessedTest,
	{ passMark, attempts }: GuessedCriteria,
	before: readonly Row[] = []
): number {
	let bound = 0;
	for (let earlier = 0; earlier < (attempts ?? UNCOUNTED) && bound < 1; earlier++) {
		const drawn = blueprint.flatMap((row) => likeliest(row, bank, blueprint, before, earlier));
		bound += passing([...fixed.map(({ chance }) => tried(chance, earlier)), ...drawn], passMark);
	}
	return Math.min(1, bound);
}

/** The chance when a question was met `times` before and what was wrong then is left out. */
const tried = ([half, whole]: Chance, times: number): Chance => [
	Math.min(1, half * (times + 1)),
	Math.min(1, whole * (times + 1))
];

/** What a row draws in the attempt after `earlier` others, no less likely than whatever it really draws. */
function likeliest(
	row: Row,
	bank: readonly Guessable[],
	blueprint: readonly Row[],
	before: readonly Row[],
	earlier: number
): Chance[] {
	const { objective, level, count } = row;
	const candidates = bank
		.filter((item) => item.objective === objective && (level === null || item.level === level))
		.map(({ chance }) => chance)
		.sort((a, b) => b[1] - a[1] || b[0] - a[0]);
	if (candidates.length === 0) return [];
	const asked = (rows: readonly Row[]) =>
		rows.filter((other) => other.objective === objective).reduce((sum, one) => sum + one.count, 0);
	const drawnBefore = asked(before) + earlier * asked(blueprint);
	// Those met least come first: all have been met `often` times, and so many once more.
	const often = Math.floor(drawnBefore / candidates.length);
	const fresh = candidates.length - (drawnBefore % candidates.length);
	const alike = candidates.every(
		([half, whole]) => half === candidates[0]![0] && whole === candidates[0]![1]
	);
	const ordered = candidates.every(([half], at) => at === 0 || half <= candidates[at - 1]![0]);
	return Array.from({ length: count }, (_, at) => {
		const chance = candidates[ordered ? Math.min(at, candidates.length - 1) : 0]!;
		const least: Chance = ordered
			? chance
			: [Math.max(...candidates.map(([half]) => half)), chance[1]];
		return tried(least, often + Number(alike ? at >= fresh : count > fresh));
	});
}

/** The chance that independent questions together reach the mark, as a paper is scored. */
function passing(chances: readonly Chance[], passMark: number): number {
	// By half points.
	let sums = [1];
	for (const [half, whole] of chances) {
		const next = Array<number>(sums.length + 2).fill(0);
		sums.forEach((chance, earned) => {
			next[earned]! += chance * (1 - half);
			next[earned + 1]! += chance * (half - whole);
			next[earned + 2]! += chance * whole;
		});
		sums = next;
	}
	return sums.reduce((total, chance, earned) => {
		const score = Math.round((earned / 2 / chances.length) * 10_000) / 100;
		return chances.length > 0 && score >= passMark ? total + chance : total;
	}, 0);
}

/** How likely each quiz and test of a course is passed by guessing; those without a mark are left out. */
export function guessedTests(course: Course): { test: Test; bound: number }[] {
	const { pass, attempts = null } = course.fields;
	const pretest = course.tests.find(({ kind }) => kind === 'pretest');
	return course.tests.flatMap((test) => {
		const passMark = test.kind === 'pretest' ? undefined : pass?.[test.kind];
		if (passMark === undefined) return [];
		const before = pretest && pretest.pool === test.pool ? rowsOf(pretest) : [];
		return [{ test, bound: guessingBound(guessed(course, test), { passMark, attempts }, before) }];
	});
}

function guessed(course: Course, test: Test): GuessedTest {
	const of = (question: Question): Guessable => ({
		objective: question.objective,
		level: question.level,
		chance: chanceOf(question)
	});
	const inBank = course.questions.filter(
		({ place, pool }) => place.kind === 'bank' && pool === test.pool
	);
	return { fixed: test.questions.map(of), bank: inBank.map(of), blueprint: rowsOf(test) };
}

const rowsOf = ({ fields }: Test): Row[] =>
	fields.items.map(({ objective, level = null, count }) => ({ objective, level, count }));
