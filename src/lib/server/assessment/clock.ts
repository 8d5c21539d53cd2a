const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * Signs of life further apart than this (ms) are a pause: the line was down, or nobody was there. A browser lets a page
 * that nobody looks at speak once a minute.
 */
const longestGap = 1.5 * MINUTE;

/** The time an attempt has taken so far, and when a sign of life last came. */
export interface Clock {
	/** Milliseconds. */
	spent: number;
	beatAt: Date;
}

/** What an attempt's clock runs by. */
export interface Limits {
	startedAt: Date;
	/** Milliseconds there are, and as many in which the attempt may pause. */
	limit: number;
}

/** A limit (minutes) as milliseconds, lengthened by a factor. */
export function lengthOf(minutes: number, factor: number): number {
	return Math.round(minutes * factor * MINUTE);
}

/**
 * The clock after another sign of life at `now`, which is the server's time. What lies between two of them counts; where
 * they are further apart than a page that is open and connected ever lets them be, the attempt pauses and it does not, but
 * all pauses together are no longer than the limit itself. So a lost connection takes no time from anybody, a page without
 * JavaScript, which is heard of only when it is loaded or saved, has at least as much as any other, and no attempt lasts
 * longer than twice its time. Null: the first sign, before which no page was seen.
 */
export function tick(clock: Clock | null, now: Date, { startedAt, limit }: Limits): Clock {
	const { spent, beatAt } = clock ?? { spent: 0, beatAt: startedAt };
	const gap = now.getTime() - beatAt.getTime();
	if (gap <= 0) return { spent, beatAt };
	const paused = Math.max(0, beatAt.getTime() - startedAt.getTime() - spent);
	const connected = clock !== null && gap <= longestGap;
	const pause = connected ? 0 : Math.min(gap, Math.max(0, limit - paused));
	// What is over stays over; a paper come back to after years is not counted further.
	return { spent: Math.min(spent + gap - pause, limit + DAY), beatAt: now };
}

/** Milliseconds that are left of a limit; 0 once it is over. */
export function timeLeft(limit: number, spent: number): number {
	return Math.max(0, limit - spent);
}

/** Whether what comes now was given after the end: later than a page that is open and connected can be with it. */
export function isLate(limit: number, spent: number): boolean {
	return spent > limit + longestGap;
}

/** When an attempt is over at the latest, however long its line was down. */
export function latestEnd({ startedAt, limit }: Limits): Date {
	return new Date(startedAt.getTime() + 2 * limit);
}
