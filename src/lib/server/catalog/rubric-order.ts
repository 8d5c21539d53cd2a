/** How the levels of a rubric stand: from the weakest to the best (`naik`), or from the best to the weakest. */
export const rubricOrders = ['naik', 'turun'] as const;

export type RubricOrder = (typeof rubricOrders)[number];

/** The order that the names of the levels tell; null where both ends, or neither, have the name of a weak level. */
export function orderByNames(levels: readonly string[]): RubricOrder | null {
	const first = isWeak(levels[0] ?? '');
	const last = isWeak(levels.at(-1) ?? '');
	if (first === last) return null;
	return first ? 'naik' : 'turun';
}

function isWeak(level: string): boolean {
	return /^(?:sangat )?(?:kurang|belum|tidak|perlu|lemah|rendah|buruk|gagal|weak|poor|not|below|needs?|0|1)\b/i.test(
		level.trim()
	);
}
