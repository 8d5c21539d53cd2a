import { orderByNames } from '../catalog/rubric-order.ts';
import type { Rubric } from './tables.ts';
import { afterWorkingDays } from './working-days.ts';

/** A work that nobody can read any further is settled after this many working days. */
const patience = 10;

/** Two readings further apart than this (of 100) need a third. */
const widest = 20;

/** Which reading a work waits for. */
export type Reading = 'first' | 'second' | 'third';
/** One that a work can be settled without. */
export type FurtherReading = Exclude<Reading, 'first'>;

/** A mark as far as the outcome depends on it. */
export interface Marked {
	id: string;
	/** 0–100. */
	score: number;
	replaces: string | null;
}

/**
 * What each level of a rubric is worth, 0–1, evenly spread over its columns in the order that it states. In rubrics from
 * before it was stated the names tell, and where they do not, the first is the best.
 */
export function worthOf({ levels, order }: Pick<Rubric, 'levels' | 'order'>): number[] {
	const steps = levels.length - 1;
	const rising = (order ?? orderByNames(levels)) === 'naik';
	return levels.map((_, at) => (steps === 0 ? 1 : (rising ? at : steps - at) / steps));
}

/** Share of each criterion, adding up to 1: as weighed, or all the same where any weight is missing. */
export function weightsOf({ criteria }: Rubric): number[] {
	const sum = criteria.reduce((total, { weight }) => total + (weight ?? NaN), 0);
	return criteria.map(({ weight }) => (sum > 0 ? weight! / sum : 1 / criteria.length));
}

/** Whether every criterion got one of the rubric's levels. */
export function isWhole({ criteria, levels }: Rubric, chosen: readonly number[]): boolean {
	return (
		chosen.length === criteria.length &&
		chosen.every((level) => Number.isInteger(level) && level >= 0 && level < levels.length)
	);
}

/** What a work earns by the levels its criteria reached, 0–100 with two decimals. */
export function scoreBy(rubric: Rubric, chosen: readonly number[]): number {
	const worth = worthOf(rubric);
	const weights = weightsOf(rubric);
	const share = chosen.reduce(
		(sum, level, at) => sum + (worth[level] ?? 0) * (weights[at] ?? 0),
		0
	);
	return Math.round(share * 10_000) / 100;
}

/** The marks that nothing took the place of, in the order in which their readings were given. */
export function inForce<Mark extends { id: string; replaces: string | null }>(
	marks: readonly Mark[]
): Mark[] {
	const successors = new Map(marks.map((mark) => [mark.replaces, mark]));
	const last = (mark: Mark): Mark => {
		const next = successors.get(mark.id);
		return next ? last(next) : mark;
	};
	return marks.filter(({ replaces }) => replaces === null).map(last);
}

/**
 * The marks that count, once there are enough; else which reading is needed next. One reading suffices, unless it would
 * fail an attempt that had nothing but this essay, or a project: then a second person reads it, and the mean counts. Where the two
 * are more than 20 points apart, what a third person finds counts alone. `marks` in the order they were given;
 * `passMark` 0–100, null where none must be reached.
 */
export function counting<Mark extends Marked>(
	marks: readonly Mark[],
	passMark: number | null
): { marks: Mark[] } | { awaits: Reading } {
	const [first, second, third] = inForce(marks);
	if (!first) return { awaits: 'first' };
	if (!second) return first.score < (passMark ?? 0) ? { awaits: 'second' } : { marks: [first] };
	if (Math.abs(first.score - second.score) <= widest) return { marks: [first, second] };
	return third ? { marks: [third] } : { awaits: 'third' };
}

/** What became of a work: the reading it waits for, or its score (0–100) by the marks that count. */
export type Outcome<Mark> =
	| { awaits: Reading }
	| {
			awaits: null;
			score: number;
			marks: Mark[];
			/** On how many readings it rests, while one that it was settled without is still possible; else null. */
			readings: number | null;
			lacks: FurtherReading | null;
	  };

/**
 * What became of a work by its marks. One that was settled on `settledOn` readings, because nobody was there for the next,
 * waits for nothing any more: what there was then counts, or what there is with a later reading where that is better for
 * the learner. Of two that are far apart the mean counts until a third person has read it.
 */
export function outcomeOf<Mark extends Marked>(
	marks: readonly Mark[],
	passMark: number | null,
	settledOn: number | null
): Outcome<Mark> {
	const whole = counting(marks, passMark);
	if (settledOn === null)
		return 'awaits' in whole
			? whole
			: { awaits: null, score: meanOf(whole.marks), ...whole, readings: null, lacks: null };
	const all = inForce(marks);
	const best = all
		.slice(settledOn - 1)
		.map((_, later) => {
			const given = all.slice(0, settledOn + later);
			const found = counting(given, passMark);
			return 'marks' in found ? found.marks : given;
		})
		.reduce((best, next) => (meanOf(next) > meanOf(best) ? next : best));
	const lacks = 'awaits' in whole && whole.awaits !== 'first' ? whole.awaits : null;
	const readings = lacks && all.length;
	return { awaits: null, score: meanOf(best), marks: best, readings, lacks };
}

/** When a work is settled on what there is, if nobody has been there to read it any further since `since`. */
export function settledUnreadAt(since: Date): Date {
	return afterWorkingDays(since, patience);
}

/** The mean of marks that count, 0–100 with two decimals. */
export function meanOf(marks: readonly { score: number }[]): number {
	const sum = marks.reduce((total, { score }) => total + score, 0);
	return Math.round((sum / marks.length) * 100) / 100;
}
