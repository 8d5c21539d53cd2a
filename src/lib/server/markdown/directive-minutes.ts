/** The most minutes a directive may state. */
export const mostMinutes = 600;

/** Whole minutes that a directive states (1–600); null when it states none, or something else. */
export function minutesIn(values: Readonly<Record<string, string>>): number | null {
	const stated = values['minutes'] ?? '';
	const minutes = /^\d{1,3}$/.test(stated) ? Number(stated) : 0;
	return minutes >= 1 && minutes <= mostMinutes ? minutes : null;
}
