/** A band of results: it begins above `above`, of 100. */
interface Band {
	above: number;
	name: string;
}

/**
 * The *Kualifikasi* of results, best first. Names and marks are those that training bodies in the manner of LAN use,
 * noted from memory and differing between programmes; "dapat diubah" (domain.md §3.9). There is no band for a failure:
 * a certificate is given for a pass.
 */
export const BANDS: readonly Band[] = [
	{ above: 90, name: 'Sangat Memuaskan' },
	{ above: 80, name: 'Memuaskan' },
	{ above: 70, name: 'Baik' },
	{ above: 60, name: 'Cukup' }
];

/**
 * The band of a score of 0–100 in a test with this pass mark. One that just passed is in the lowest band that a pass
 * can be in; below the mark there is none, nor without a score.
 */
export function qualificationOf(
	score: number | null,
	passMark: number | null,
	bands: readonly Band[] = BANDS
): string | null {
	if (score === null || (passMark !== null && score < passMark)) return null;
	const band = bands.find(({ above }) => score > above);
	if (band) return band.name;
	return passMark === null ? null : (bands.at(-1)?.name ?? null);
}
