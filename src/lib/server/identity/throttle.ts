/** How many failures are allowed, and for how long the door then stays closed. */
export interface Allowance {
	failures: number;
	/** Milliseconds. */
	window: number;
}

const QUARTER_OF_AN_HOUR = 15 * 60_000;

/** One account: five failures, then fifteen minutes. */
export const ACCOUNT_ALLOWANCE: Allowance = { failures: 5, window: QUARTER_OF_AN_HOUR };
/** One network address: an office of hundreds may share it. */
export const ADDRESS_ALLOWANCE: Allowance = { failures: 100, window: QUARTER_OF_AN_HOUR };
/** Recovery letters to one account. */
export const LETTER_ALLOWANCE: Allowance = { failures: 3, window: QUARTER_OF_AN_HOUR };

/**
 * Until when the door stays closed, given the times of failures, newest first; null while it is open. It closes when
 * the allowance is used up within the window, for one window from the newest failure; tries at a closed door do not
 * count, so nobody can keep it closed by knocking.
 */
export function closedUntil(
	newestFirst: readonly Date[],
	{ failures, window }: Allowance,
	now: Date
): Date | null {
	const newest = newestFirst[0];
	const oldest = newestFirst[failures - 1];
	if (!newest || !oldest || newest.getTime() - oldest.getTime() > window) return null;
	const until = new Date(newest.getTime() + window);
	return until > now ? until : null;
}

/** The network an address belongs to: an IPv4 address itself, of IPv6 the first 64 bits (one customer has them all). */
export function networkOf(address: string): string {
	const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
	if (mapped?.[1]) return mapped[1];
	if (!address.includes(':')) return address;
	const [head = '', tail] = address.toLowerCase().split('::');
	const before = head.split(':').filter(Boolean);
	const after = tail?.split(':').filter(Boolean) ?? [];
	const gap = tail === undefined ? 0 : 8 - before.length - after.length;
	const groups = [...before, ...Array<string>(Math.max(gap, 0)).fill('0'), ...after];
	return groups
		.slice(0, 4)
		.map((group) => group.replace(/^0+(?=.)/, ''))
		.join(':');
}
