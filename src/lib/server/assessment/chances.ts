import { isoDay, type OfficeZone } from '../../format/dates.ts';

/** A request that nobody answers is granted after this many working days (product.md §3.2). */
const workingDays = 5;

/** Where days begin, whoever asks: one rule for everybody in a course. */
const zone: OfficeZone = 'Asia/Jakarta';

/** A request for a further chance, and what became of it. */
export interface ChanceRequest {
	id: string;
	requestedAt: Date;
	decision: { granted: boolean; reason: string | null } | null;
}

/**
 * When a request that nobody answered counts as granted: at the end of the fifth working day after the day it was made,
 * by the clock of Jakarta. Working days are Monday to Friday; public holidays and joint leave are unknown here and count
 * as working days, so that a learner never waits longer than the rule says.
 */
export function grantedBySilenceAt(requestedAt: Date): Date {
	const day = new Date(`${isoDay(requestedAt, zone)}T00:00:00Z`);
	for (let left = workingDays; left > 0;) {
		day.setUTCDate(day.getUTCDate() + 1);
		if (day.getUTCDay() % 6 !== 0) left -= 1;
	}
	day.setUTCDate(day.getUTCDate() + 1);
	return new Date(`${day.toISOString().slice(0, 10)}T00:00:00+07:00`);
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
