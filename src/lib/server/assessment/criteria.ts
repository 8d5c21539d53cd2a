import type { Criteria } from './tables.ts';

const HOUR = 3_600_000;

/** An attempt as far as the next one depends on it. */
export interface PastAttempt {
	submittedAt: Date | null;
	/** Whether a part of it waits for a person to mark it. */
	pending: boolean;
	passed: boolean | null;
}

/** Whether a test can be begun now, and if not, why. */
export type Admission =
	| { state: 'open' }
	| { state: 'ready'; left: number | null }
	| { state: 'waiting'; until: Date; left: number | null }
	/** Work of an earlier attempt waits for a person. */
	| { state: 'marking' }
	| { state: 'passed' }
	| { state: 'used-up' };

/**
 * Whether another attempt may begin at `now` (product.md §3.2): one at a time, none after a pass, no more than the
 * criteria and `extra` chances give, and not before the waiting time after the last one is over. What was passed stays
 * passed; where what it earned is renewed, attempts sent before `since` count no longer.
 */
export function admission(
	{ attempts, waitHours }: Criteria,
	all: readonly PastAttempt[],
	now: Date,
	extra = 0,
	since: Date | null = null
): Admission {
	const past = all.filter(({ submittedAt }) => !since || !submittedAt || submittedAt >= since);
	if (past.some(({ passed }) => passed)) return { state: 'passed' };
	if (past.some(({ submittedAt }) => submittedAt === null)) return { state: 'open' };
	if (past.some(({ pending }) => pending)) return { state: 'marking' };
	const left = attempts === null ? null : Math.max(0, attempts + extra - past.length);
	if (left === 0) return { state: 'used-up' };
	const last = Math.max(0, ...past.map(({ submittedAt }) => submittedAt!.getTime()));
	const until = new Date(last + waitHours * HOUR);
	if (past.length > 0 && until > now) return { state: 'waiting', until, left };
	return { state: 'ready', left };
}
