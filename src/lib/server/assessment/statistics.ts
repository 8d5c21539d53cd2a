import type { QuestionKind } from '../catalog/course.ts';

/** Fewest people before any figure of an item is shown (product.md §3.3); the database keeps to it as well. */
export const LEAST_PEOPLE = 30;
/** Fewest people behind a share, and behind what it leaves: fewer could be guessed at. */
const LEAST_SHARE = 5;
/** A share that is taken for everybody or nobody. */
const [EASY, HARD] = [0.95, 0.15];
/** From here on few people go wrong at all, so that a wrong option nobody chose says nothing. */
const DISTRACTING = 0.9;
/** Discrimination that is commonly asked for (Ebel and Frisbie 1991, ch. 13). */
const WANTED = 0.2;

/** How the first attempts of `people` went at one item, in sums. */
export interface ItemSums {
	people: number;
	/** Of what the item earned, 0–1, and of its square. */
	points: number;
	pointsSquared: number;
	/** Of the mean of all other items of the same paper, 0–1, of its square, and of its product with the points. */
	rest: number;
	restSquared: number;
	pointsRest: number;
}

/**
 * Difficulty: the mean of what an item earned, 0–1; of an item that is right or wrong, the share of people who had it
 * right (Crocker and Algina 1986, Introduction to Classical and Modern Test Theory, ch. 5 and 14). High is easy.
 */
export function difficulty({ people, points }: ItemSums): number {
	return points / people;
}

/**
 * Discrimination: the correlation of what an item earned with what the rest of the paper did, −1 to 1; of an item that
 * is right or wrong, the point-biserial correlation corrected for the item's own part in the total (Henrysson 1963,
 * Psychometrika 28, 211–218; Crocker and Algina 1986, ch. 14). Null where one of them is the same for everybody.
 */
export function discrimination(sums: ItemSums): number | null {
	const { people, points, pointsSquared, rest, restSquared, pointsRest } = sums;
	const spread = pointsSquared - points ** 2 / people;
	const restSpread = restSquared - rest ** 2 / people;
	// Sums of fractions: what remains of nothing is not quite nothing.
	if (spread < 1e-9 * people || restSpread < 1e-9 * people) return null;
	const together = pointsRest - (points * rest) / people;
	return Math.max(-1, Math.min(1, together / Math.sqrt(spread * restSpread)));
}

/** The highest value that a correlation over so many people may well have (95 %, by Fisher's z). */
function upperBound(correlation: number, people: number): number {
	return Math.tanh(Math.atanh(Math.min(correlation, 0.999_999)) + 1.96 / Math.sqrt(people - 3));
}

/** One option as people chose it. */
export interface Share {
	option: string;
	right: boolean;
	/** 0–1; null where it, or what it leaves, is fewer people than may be told. */
	share: number | null;
}

/** So few that they could be guessed at. */
const few = (count: number) => count > 0 && count < LEAST_SHARE;

/**
 * Which share of the people chose each option. Withheld are shares of 1 to 4 people, and of options that are chosen one by
 * one those that leave so few. Where one chooses a single option the shares add up, with those who chose nothing, whose
 * share is never shown: if any of them is so small, everything below 5 people is withheld, with the smallest other if that
 * is one option alone. So no single one can be found out from what is shown.
 */
export function sharesOf(
	kind: QuestionKind,
	options: readonly string[],
	right: ReadonlySet<string>,
	chosen: Readonly<Record<string, number>>,
	people: number
): Share[] {
	const counts = options.map((option) => ({ option, count: chosen[option] ?? 0 }));
	const withheld =
		kind === 'multiple'
			? counts.filter(({ count }) => few(count) || few(people - count))
			: untoldOf(counts, people);
	return counts.map(({ option, count }) => ({
		option,
		right: right.has(option),
		share: withheld.some((other) => other.option === option) ? null : count / people
	}));
}

function untoldOf<Counted extends { count: number }>(
	counts: readonly Counted[],
	people: number
): Counted[] {
	const nothing = people - counts.reduce((sum, { count }) => sum + count, 0);
	if (!few(nothing) && !counts.some(({ count }) => few(count))) return [];
	const smallest = counts.toSorted((a, b) => a.count - b.count);
	const below = smallest.filter(({ count }) => count < LEAST_SHARE).length;
	return smallest.slice(0, Math.max(2, below));
}

/** What an author should look at. */
export type Hint =
	| 'negative'
	/** A wrong option was chosen clearly more often than the right one. */
	| 'outdone'
	| 'low'
	| 'easy'
	| 'hard'
	/** A wrong option that nobody chose. */
	| 'unchosen';

/** The figures of an item as they may be shown. */
export interface ItemFigures {
	/** 0–1; high is easy. Null where it would tell what shares withhold, or that few people had it right or wrong. */
	difficulty: number | null;
	/** −1 to 1; null without a difficulty, and where it is not defined. */
	discrimination: number | null;
	/** Empty where nothing is chosen from a list. */
	shares: Share[];
	hints: Hint[];
}

/** Kinds whose answer is one or several options of a list. */
const LISTED: readonly QuestionKind[] = ['single', 'multiple', 'true-false', 'situational'];

/** The figures of an item and what they hint at; null while fewer than `LEAST_PEOPLE` answered. */
export function figuresOf(
	{ kind, options }: { kind: QuestionKind; options: readonly { id: string }[] },
	right: readonly string[],
	sums: ItemSums | null,
	chosen: Readonly<Record<string, number>>
): ItemFigures | null {
	if (!sums || sums.people < LEAST_PEOPLE) return null;
	const listed = LISTED.includes(kind) ? options.map(({ id }) => id) : [];
	const shares = sharesOf(kind, listed, new Set(right), chosen, sums.people);
	const told = !tellsTooMuch(kind, shares, sums);
	const correlation = discrimination(sums);
	// Of options that are worth different points a bound on their mean would tell what is withheld.
	const mean = told || kind !== 'situational' ? difficulty(sums) : null;
	return {
		difficulty: told ? difficulty(sums) : null,
		discrimination: told ? correlation : null,
		shares,
		hints: hintsOf(kind, shares, { mean, correlation, people: sums.people })
	};
}

/** Whether the difficulty says more than the shares beside it may. */
function tellsTooMuch(
	kind: QuestionKind,
	shares: readonly Share[],
	{ people, points }: ItemSums
): boolean {
	// Of one option that is right it is that one's share.
	if (kind === 'single' || kind === 'true-false')
		return shares.some(({ right, share }) => right && share === null);
	// Of options that are worth different points it is one more sum of their shares.
	if (kind === 'situational') return shares.some(({ share }) => share === null);
	return few(points) || few(people - points);
}

/** Whether one share is above another by more than chance (95 %), both being parts of one whole. */
function outdoes(share: number, key: number, people: number): boolean {
	const ahead = share - key;
	return ahead > 1.96 * Math.sqrt((share + key - ahead ** 2) / people);
}

/** What is hinted at may rest on figures that are not shown: it says no more than how they lie to a bound. */
function hintsOf(
	kind: QuestionKind,
	shares: readonly Share[],
	{ mean, correlation, people }: { mean: number | null; correlation: number | null; people: number }
): Hint[] {
	const wrong = shares.filter(({ right }) => !right);
	const key = shares.find(({ right }) => right)?.share ?? null;
	const outdone =
		kind !== 'multiple' &&
		key !== null &&
		wrong.some(({ share }) => share !== null && outdoes(share, key, people));
	const hints: [Hint, boolean][] = [
		['negative', correlation !== null && correlation < 0],
		['outdone', outdone],
		['low', correlation !== null && correlation >= 0 && upperBound(correlation, people) < WANTED],
		['easy', mean !== null && mean > EASY],
		['hard', mean !== null && mean < HARD],
		['unchosen', (mean ?? 0) <= DISTRACTING && wrong.some(({ share }) => share === 0)]
	];
	return hints.filter(([, holds]) => holds).map(([hint]) => hint);
}
