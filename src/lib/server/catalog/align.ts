/** A block of a course as it is matched with those of the release before. */
export interface AlignableBlock {
	/** The lesson or introduction it stands in. */
	place: string;
	/** A `question` is known by its authored id alone. */
	kind: string;
	/** The id its author wrote; two blocks with different ones are never the same. */
	authored: string | null;
	fingerprint: string;
	/** Without markup. */
	text: string;
}

export interface IdentifiedBlock extends AlignableBlock {
	id: string;
}

/**
 * The least share of words two texts have in common to be the same block, edited (Dice's coefficient over their words
 * with repeats, 0–1). Half: more of the words have stayed than have not. Two different blocks of a course share 0.06
 * on average, 99 of 100 pairs less than 0.25 and 999 of 1,000 less than 0.42 (15,223 pairs of spbe-101; the six above
 * a half say the same in two lessons), while one new sentence in a paragraph of three leaves about 0.7.
 */
const leastSimilarity = 0.5;

/** Texts of one place that are compared each with each; of more, each is compared with its neighbours in order. */
const comparedFully = 200;
const neighbours = 100;

/** Pairs of a previous block and a next block that are the same one. */
interface Matching {
	/** By the next block's index, the previous block's. */
	readonly before: (number | null)[];
	readonly previous: readonly AlignableBlock[];
	readonly next: readonly AlignableBlock[];
	/** Whether a previous block has found its successor. */
	readonly settled: boolean[];
}

/**
 * Gives every block of a release its id: that of the block it was in the release before, or a new one, made of its
 * fingerprint. Depends on nothing but the two lists, both in the order of reading. Matched are, in this order:
 * the same authored id; then, also where one of the two has none: the same text within its place; the same text anywhere; similar texts within a place, in
 * order and as much alike in all as can be.
 */
export function alignBlocks(
	previous: readonly IdentifiedBlock[],
	next: readonly AlignableBlock[]
): string[] {
	const before = next.map(() => null);
	const matching: Matching = { before, previous, next, settled: previous.map(() => false) };
	matchAuthored(matching);
	const places = placesOf(matching);
	for (const place of places) matchSame(matching, place);
	matchMoved(matching, open(matching));
	for (const place of places) matchSimilar(matching, place);
	return named(matching.before, previous, next);
}

/** Indices of blocks not yet matched, in order. */
interface Open {
	previous: number[];
	next: number[];
}

function settle({ before, settled }: Matching, previousAt: number, nextAt: number): void {
	before[nextAt] = previousAt;
	settled[previousAt] = true;
}

function matchAuthored(matching: Matching): void {
	const known = new Map<string, number>();
	matching.previous.forEach(({ authored }, at) => {
		if (authored !== null && !known.has(authored)) known.set(authored, at);
	});
	matching.next.forEach(({ authored }, at) => {
		const match = authored === null ? undefined : known.get(authored);
		if (match === undefined) return;
		settle(matching, match, at);
		known.delete(authored!);
	});
}

/** What is open and matched by content. */
function open({ before, settled, previous, next }: Matching): Open {
	const indices = (blocks: readonly AlignableBlock[], done: (at: number) => boolean) =>
		blocks.flatMap(({ kind }, at) => (kind !== 'question' && !done(at) ? [at] : []));
	return {
		previous: indices(previous, (at) => settled[at]!),
		next: indices(next, (at) => before[at] !== null)
	};
}

/** Whether their names, if any, allow two blocks to be the same one: a name may be given or taken away, not changed. */
function reconcilable({ previous, next }: Matching, previousAt: number, nextAt: number): boolean {
	return previous[previousAt]!.authored === null || next[nextAt]!.authored === null;
}

function placesOf(matching: Matching): Open[] {
	const all = open(matching);
	const previous = Map.groupBy(all.previous, (at) => matching.previous[at]!.place);
	const next = Map.groupBy(all.next, (at) => matching.next[at]!.place);
	return [...next].flatMap(([place, indices]) => {
		const others = previous.get(place);
		return others ? [{ previous: others, next: indices }] : [];
	});
}

function stillOpen({ before, settled }: Matching, place: Open): Open {
	return {
		previous: place.previous.filter((at) => !settled[at]),
		next: place.next.filter((at) => before[at] === null)
	};
}

/**
 * The same text within a place. Texts that occur once on either side hold the order; between them, repeated texts are
 * matched from both ends, so that one more "Langkah di tempat kerja" does not take the id of its neighbour.
 */
function matchSame(matching: Matching, place: Open): void {
	const inner = matchEnds(matching, place);
	if (inner.previous.length === 0 || inner.next.length === 0) return;
	let [previousFrom, nextFrom] = [0, 0];
	for (const anchor of [...anchorsOf(matching, inner), null]) {
		const [previousTo, nextTo] = anchor ?? [inner.previous.length, inner.next.length];
		const gap = {
			previous: inner.previous.slice(previousFrom, previousTo),
			next: inner.next.slice(nextFrom, nextTo)
		};
		matchEnds(matching, gap);
		if (anchor) settle(matching, inner.previous[previousTo]!, inner.next[nextTo]!);
		[previousFrom, nextFrom] = [previousTo + 1, nextTo + 1];
	}
	matchMoved(matching, stillOpen(matching, inner));
}

/** Matches equal texts from the front and from the back; what lies between is returned. */
function matchEnds(matching: Matching, { previous, next }: Open): Open {
	const same = (a: number, b: number) =>
		matching.previous[previous[a]!]!.fingerprint === matching.next[next[b]!]!.fingerprint &&
		reconcilable(matching, previous[a]!, next[b]!);
	let from = 0;
	while (from < previous.length && from < next.length && same(from, from)) {
		settle(matching, previous[from]!, next[from]!);
		from++;
	}
	let [previousTo, nextTo] = [previous.length, next.length];
	while (previousTo > from && nextTo > from && same(previousTo - 1, nextTo - 1))
		settle(matching, previous[--previousTo]!, next[--nextTo]!);
	return { previous: previous.slice(from, previousTo), next: next.slice(from, nextTo) };
}

/** Positions in both lists of texts that occur once in each, as many as keep their order. */
function anchorsOf(matching: Matching, { previous, next }: Open): [number, number][] {
	const once = (indices: readonly number[], blocks: readonly AlignableBlock[]) => {
		const at = new Map<string, number | null>();
		indices.forEach((index, position) => {
			const { fingerprint } = blocks[index]!;
			at.set(fingerprint, at.has(fingerprint) ? null : position);
		});
		return at;
	};
	const inPrevious = once(previous, matching.previous);
	const pairs = [...once(next, matching.next)].flatMap(([fingerprint, nextAt]) => {
		const previousAt = inPrevious.get(fingerprint) ?? null;
		if (previousAt === null || nextAt === null) return [];
		if (!reconcilable(matching, previous[previousAt]!, next[nextAt]!)) return [];
		return [[previousAt, nextAt] as [number, number]];
	});
	return longestRising(pairs);
}

/** The longest run of pairs, taken in order, whose first numbers rise (patience sorting, n log n). */
function longestRising(pairs: readonly [number, number][]): [number, number][] {
	const piles: number[] = [];
	const below = pairs.map(() => -1);
	pairs.forEach(([value], at) => {
		let [low, high] = [0, piles.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if (pairs[piles[middle]!]![0] < value) low = middle + 1;
			else high = middle;
		}
		below[at] = low === 0 ? -1 : piles[low - 1]!;
		piles[low] = at;
	});
	const run: [number, number][] = [];
	for (let at = piles.at(-1) ?? -1; at !== -1; at = below[at]!) run.push(pairs[at]!);
	return run.reverse();
}

/** The same text wherever it went: the first with the first, the second with the second. */
function matchMoved(matching: Matching, { previous, next }: Open): void {
	const isNamed = (at: number) => matching.previous[at]!.authored !== null;
	// Last come stands last, so that the first is taken without moving the others.
	const waiting = Map.groupBy(
		previous.toReversed(),
		(at) => `${isNamed(at) ? 'named' : 'plain'} ${matching.previous[at]!.fingerprint}`
	);
	for (const at of next) {
		const { fingerprint, authored } = matching.next[at]!;
		const plain = waiting.get(`plain ${fingerprint}`) ?? [];
		const named = authored === null ? (waiting.get(`named ${fingerprint}`) ?? []) : [];
		const from = (named.at(-1) ?? Infinity) < (plain.at(-1) ?? Infinity) ? named : plain;
		const match = from.pop();
		if (match !== undefined) settle(matching, match, at);
	}
}

/** Edited texts of a place: of all ways to pair them in order, the one most alike in all. */
function matchSimilar(matching: Matching, place: Open): void {
	const { previous, next } = stillOpen(matching, place);
	if (previous.length === 0 || next.length === 0) return;
	const vocabulary = new Map<string, number>();
	const older = previous.map((at) => wordsOf(matching.previous[at]!.text, vocabulary));
	const newer = next.map((at) => wordsOf(matching.next[at]!.text, vocabulary));
	const reach =
		previous.length * next.length <= comparedFully * comparedFully ? Infinity : neighbours;
	const alike = (a: number, b: number) =>
		reconcilable(matching, previous[a]!, next[b]!) ? similarity(older[a]!, newer[b]!) : 0;
	for (const [a, b] of mostAlike(older.length, newer.length, reach, alike))
		settle(matching, previous[a]!, next[b]!);
}

/** Words as sorted numbers of a vocabulary. */
function wordsOf(text: string, vocabulary: Map<string, number>): Uint32Array {
	const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
	return Uint32Array.from(words, (word) => {
		const number = vocabulary.get(word) ?? vocabulary.size;
		vocabulary.set(word, number);
		return number;
	}).sort();
}

/** Dice's coefficient of two sorted lists of words, repeats counted: 0–1. */
function similarity(a: Uint32Array, b: Uint32Array): number {
	// Lists too different in length cannot reach the threshold, whatever they hold.
	const most = (2 * Math.min(a.length, b.length)) / (a.length + b.length);
	if (!(most >= leastSimilarity)) return 0;
	let [i, j, common] = [0, 0, 0];
	while (i < a.length && j < b.length) {
		const difference = a[i]! - b[j]!;
		if (difference === 0) common++;
		if (difference <= 0) i++;
		if (difference >= 0) j++;
	}
	return (2 * common) / (a.length + b.length);
}

/** What makes a total the most: leave the older text, leave the newer one, or pair the two. */
const step = { skipOlder: 0, skipNewer: 1, pair: 2 } as const;

/**
 * Pairs of positions, rising in both lists, whose similarities add up to the most. Only positions at most `reach`
 * from the diagonal are compared, so that time and memory stay linear where the lists are long.
 */
function mostAlike(
	olderCount: number,
	newerCount: number,
	reach: number,
	alike: (older: number, newer: number) => number
): [number, number][] {
	const slope = newerCount / olderCount;
	// totals[c]: the most that the rows so far and the columns before from + c add up to; beyond the end it stays.
	let before = { from: 0, totals: new Float64Array(1) };
	const rows = Array.from({ length: olderCount }, (_, row) => {
		const from = Math.max(0, Math.floor(row * slope - reach));
		const to = Math.min(newerCount, Math.ceil((row + 1) * slope + reach));
		const totals = new Float64Array(to - from + 1);
		const steps = new Uint8Array(to - from + 1);
		const above = ({ from: start, totals: known }: typeof before, column: number) =>
			known[Math.min(column - start, known.length - 1)]!;
		totals[0] = above(before, from);
		for (let column = from; column < to; column++) {
			const at = column - from + 1;
			const skipOlder = above(before, column + 1);
			const skipNewer = totals[at - 1]!;
			const likeness = alike(row, column);
			const pair = likeness >= leastSimilarity ? above(before, column) + likeness : -1;
			totals[at] = Math.max(skipOlder, skipNewer, pair);
			steps[at] =
				pair === totals[at]
					? step.pair
					: skipOlder === totals[at]
						? step.skipOlder
						: step.skipNewer;
		}
		before = { from, totals };
		return { from, steps };
	});
	const pairs: [number, number][] = [];
	let column = newerCount;
	for (let row = olderCount - 1; row >= 0; row--) {
		const { from, steps } = rows[row]!;
		column = Math.min(column, from + steps.length - 1);
		while (column > from && steps[column - from] === step.skipNewer) column--;
		if (column > from && steps[column - from] === step.pair) pairs.push([row, --column]);
	}
	return pairs.reverse();
}

function named(
	before: Matching['before'],
	previous: readonly IdentifiedBlock[],
	next: readonly AlignableBlock[]
): string[] {
	const taken = new Set(previous.map(({ id }) => id));
	const turns = new Map<string, number>();
	return next.map(({ authored, fingerprint }, at) => {
		const match = before[at] ?? null;
		if (match !== null) return previous[match]!.id;
		const stem = authored ?? fingerprint.slice(0, 16);
		for (let turn = (turns.get(stem) ?? 0) + 1; ; turn++) {
			const id = turn === 1 ? stem : `${stem}-${turn}`;
			if (taken.has(id)) continue;
			taken.add(id);
			turns.set(stem, turn);
			return id;
		}
	});
}
