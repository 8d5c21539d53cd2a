/** Characters of a word that are compared. */
const longest = 40;

/** Suggestions in one run; whoever has more misspelt words than these reads the list of names instead. */
const mostWords = 50;
const mostCandidates = 2000;

/** `nearest` among the same candidates, again and again; silent when it would cost more than it helps. */
export function nearestAmong(candidates: readonly string[]): (word: string) => string | null {
	const among = candidates.slice(0, mostCandidates);
	let asked = 0;
	return (word) => (asked++ < mostWords ? nearest(word, among) : null);
}

/** The candidate most like a misspelt word, or null when none is close enough to be worth suggesting. */
export function nearest(word: string, candidates: readonly string[]): string | null {
	let best: string | null = null;
	let least = Math.max(1, Math.floor(word.length / 3)) + 1;
	const sought = word.toLowerCase().slice(0, longest);
	for (const candidate of candidates) {
		// A difference in length is the least the distance can be; most of a long list ends here.
		if (Math.abs(candidate.length - sought.length) >= least) continue;
		const distance = editDistance(sought, candidate.toLowerCase());
		if (distance < least) {
			least = distance;
			best = candidate;
		}
	}
	return best;
}

/** Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours each cost 1. */
function editDistance(one: string, other: string): number {
	// What both begin and end with costs nothing; names that look alike share most of it.
	let start = 0;
	let [oneEnd, otherEnd] = [one.length, other.length];
	while (start < oneEnd && one[start] === other[start]) start++;
	while (oneEnd > start && otherEnd > start && one[oneEnd - 1] === other[otherEnd - 1]) {
		oneEnd--;
		otherEnd--;
	}
	const [a, b] = [one.slice(start, oneEnd), other.slice(start, otherEnd)];
	let before: number[] = [];
	let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i++) {
		const current = [i];
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1] ? 0 : 1;
			let cost = Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + same);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
				cost = Math.min(cost, before[j - 2]! + 1);
			}
			current.push(cost);
		}
		before = previous;
		previous = current;
	}
	return previous[b.length]!;
}
