/** Who signs an organiser's certificates by office, and where they are issued. */
export interface Signatory {
	post: string;
	/** Null: the post alone. */
	name: string | null;
	/** Town; null: none is told. */
	place: string | null;
}

/** What holds on a day (`YYYY-MM-DD`), of entries in the order in which they were set; null where none holds yet. */
export function signatoryOn<Entry extends { fromOn: string }>(
	entries: readonly Entry[],
	day: string
): Entry | null {
	return entries.reduce<Entry | null>(
		(found, entry) =>
			entry.fromOn <= day && (!found || entry.fromOn >= found.fromOn) ? entry : found,
		null
	);
}
