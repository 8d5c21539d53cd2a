const MINUTE = 60_000;

/** Signs of life further apart than this (ms) do not count as time spent: the line was down, or nobody was there. */
const longestGap = 1.5 * MINUTE;

/** The time an attempt has taken so far, and when a sign of life last came. */
export interface Clock {
	/** Milliseconds. */
	spent: number;
	beatAt: Date;
}

/**
 * The clock after another sign of life at `now`, which is the server's time. What lies between two of them counts when
 * they are at most a minute and a half apart (a browser lets a page that nobody looks at speak once a minute), so that a
 * lost connection pauses the test, and a page without JavaScript, which is heard of only when it is loaded or saved, is
 * never cut short. Null: the first one.
 */
export function tick(clock: Clock | null, now: Date): Clock {
	if (!clock) return { spent: 0, beatAt: now };
	const gap = now.getTime() - clock.beatAt.getTime();
	if (gap <= 0) return clock;
	return { spent: clock.spent + (gap <= longestGap ? gap : 0), beatAt: now };
}

/** Milliseconds an attempt took, by its signs of life in the order they came. */
export function spentTime(beats: readonly Date[]): number {
	return beats.reduce<Clock | null>((clock, beat) => tick(clock, beat), null)?.spent ?? 0;
}

/** Milliseconds that are left of a limit (minutes), lengthened by a factor; 0 once it is over. */
export function timeLeft(limit: number, factor: number, spent: number): number {
	return Math.max(0, Math.round(limit * factor * MINUTE) - spent);
}
