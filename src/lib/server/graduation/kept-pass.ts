/** An attempt that was judged again: from which score to which. */
interface JudgedAgain {
	from: number | null;
	to: number | null;
}

/**
 * The score that a pass rests on where a mended key took it below the mark since; null where the score that counts
 * carries it, or there is no pass. Scores and mark 0–100; `judged` the first one first.
 */
export function keptPass(
	{ passed, score }: { passed: boolean | null; score: number | null },
	mark: number | null,
	judged: readonly JudgedAgain[]
): number | null {
	if (!passed || mark === null || score === null || score >= mark) return null;
	return judged.findLast(({ from }) => from !== null && from >= mark)?.from ?? null;
}
