import { afterWorkingDays } from './working-days.ts';

/** A request that nobody answers is granted after this many working days (product.md §3.2). */
const workingDays = 5;

/** A request for a further chance, and what became of it. */
export interface ChanceRequest {
	id: string;
	requestedAt: Date;
	decision: { granted: boolean; reason: string | null } | null;
}

/** When a request that nobody answered counts as granted: at the end of the fifth working day after the day it was made. */
export function grantedBySilenceAt(requestedAt: Date): Date {
	return afterWorkingDays(requestedAt, workingDays);
}

/** Where a request stands at `now`. */
export function stateOf(
	{ requestedAt, decision }: Pick<ChanceRequest, 'requestedAt' | 'decision'>,
	now: Date
): 'waiting' | 'granted' | 'refused' {
	if (decision) return decision.granted ? 'granted' : 'refused';
	return now >= grantedBySilenceAt(requestedAt) ? 'granted' : 'waiting';
}

/** How many attempts requests add to those that the criteria give. */
export function extraAttempts(requests: readonly ChanceRequest[], now: Date): number {
	return requests.filter((request) => stateOf(request, now) === 'granted').length;
}
