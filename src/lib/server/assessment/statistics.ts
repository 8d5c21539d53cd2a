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

/**
 * Which share of the people chose each option. Withheld are shares of 1 to 4 people and those that leave so few; where
 * one chooses a single option the shares add up, so one that is withheld alone takes the smallest other with it (the
 * right one apart, whose share the difficulty tells).
 */
export function sharesOf(
	kind: QuestionKind,
	options: readonly string[],
	right: ReadonlySet<string>,
	chosen: Readonly<Record<string, number>>,
	people: number
): Share[] {
	const counts = options.map((option) => ({ option, count: chosen[option] ?? 0 }));
	const few = (count: number) => count > 0 && count < LEAST_SHARE;
	const withheld = new Set(
		counts.flatMap(({ option, count }) =>
			few(count) || (kind === 'multiple' && few(people - count)) ? [option] : []
		)
	);
	if (kind !== 'multiple') {
		// Whoever chose nothing is a share that is not shown, and keeps a single one from being found out.
		const nothing = people - counts.reduce((sum, { count }) => sum + count, 0);
		const others = counts
			.filter(({ option }) => !withheld.has(option) && !right.has(option))
			.sort((a, b) => a.count - b.count);
		if (withheld.size === 1 && nothing < LEAST_SHARE && others[0]) withheld.add(others[0].option);
		if (withheld.size === 0 && few(nothing) && others[0]) withheld.add(others[0].option);
	}
	return counts.map(({ option, count }) => ({
		option,
		right: right.has(option),
		share: withheld.has(option) ? null : count / people
	}));
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
	/** 0–1; high is easy. */
	difficulty: number;
	/** −1 to 1. */
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
	const figures = {
		difficulty: difficulty(sums),
		discrimination: discrimination(sums),
		shares: sharesOf(kind, listed, new Set(right), chosen, sums.people)
	};
	return { ...figures, hints: hintsOf(kind, figures, sums.people) };
}

/** Whether one share is above another by more than chance (95 %), both being parts of one whole. */
function outdoes(share: number, key: number, people: number): boolean {
	const ahead = share - key;
	return ahead > 1.96 * Math.sqrt((share + key - ahead ** 2) / people);
}

function hintsOf(
	kind: QuestionKind,
	{ difficulty: mean, discrimination: correlation, shares }: Omit<ItemFigures, 'hints'>,
	people: number
): Hint[] {
	const wrong = shares.filter(({ right }) => !right);
	const key = shares.find(({ right }) => right)?.share ?? 0;
	const outdone =
		kind !== 'multiple' && wrong.some(({ share }) => share !== null && outdoes(share, key, people));
	const hints: [Hint, boolean][] = [
		['negative', correlation !== null && correlation < 0],
		['outdone', outdone],
		['low', correlation !== null && correlation >= 0 && upperBound(correlation, people) < WANTED],
		['easy', mean > EASY],
		['hard', mean < HARD],
		['unchosen', mean <= DISTRACTING && wrong.some(({ share }) => share === 0)]
	];
	return hints.filter(([, holds]) => holds).map(([hint]) => hint);
}
