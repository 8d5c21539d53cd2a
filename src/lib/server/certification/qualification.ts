/**
 * Kualifikasi of a result, best first: each band begins above its mark. Names and marks are those that training bodies
 * in the manner of LAN use, noted from memory and differing between programmes; "dapat diubah" (domain.md §3.9).
 */
const QUALIFICATIONS: readonly { above: number; name: string }[] = [
	{ above: 90, name: 'Sangat Memuaskan' },
	{ above: 80, name: 'Memuaskan' },
	{ above: 70, name: 'Baik' },
	{ above: 60, name: 'Kurang' }
];

/** The band of a score of 0–100; null where the score is in none, or there is no score. */
export function qualificationOf(score: number | null): string | null {
	if (score === null) return null;
	return QUALIFICATIONS.find(({ above }) => score > above)?.name ?? null;
}
