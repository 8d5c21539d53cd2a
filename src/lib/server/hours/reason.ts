import { Refusal } from '../refusal.ts';

/** Longest reason an officer may give (characters). */
export const LONGEST_REASON = 2000;

/** A reason without spaces around it; refuses (`invalid`) none and one that is too long, which is never cut. */
export function demandReason(typed: string): string {
	const reason = typed.trim();
	if (!reason) throw new Refusal('invalid', 'hours-reason-missing');
	if (reason.length > LONGEST_REASON)
		throw new Refusal('invalid', 'hours-reason-long', { most: LONGEST_REASON });
	return reason;
}
