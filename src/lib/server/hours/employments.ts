import type { NumberKind } from '../identity/numbers.ts';
import type { EmployeeKind } from '../identity/people.ts';
import type { Doubt, Employment } from './periods.ts';
import { dayAfter, dayBefore, PART_TIME_SINCE } from './rules.ts';

/** A number somebody had or has; days are `YYYY-MM-DD`, null where they are not known. */
export interface HeldNumber {
	kind: NumberKind;
	fromOn: string | null;
	/** Null: still in use. */
	untilOn: string | null;
}

/**
 * What somebody was and is, oldest first: a person has one kind now, and the numbers held before tell what came
 * before it (a PPPK who becomes PNS gets a NIP). Numbers whose end nobody knows tell nothing. Where numbers do not tell
 * the kind, that is said (`Doubt`), and nobody is judged by a guess.
 */
export function employmentsOf(now: EmployeeKind, numbers: readonly HeldNumber[]): Employment[] {
	const former = numbers
		.filter((held): held is HeldNumber & { untilOn: string } => held.untilOn !== null)
		.sort((a, b) => (a.untilOn < b.untilOn ? -1 : 1));
	const current = numbers.find(({ untilOn }) => untilOn === null);
	const employments: Employment[] = [];
	for (const held of former) {
		const was = held.kind === 'ni-pppk' ? 'pppk' : 'pns';
		const doubt = mayBePartTime(held) ? 'part-time' : undefined;
		const [fromOn, { untilOn }] = [nextDayOf(employments), held];
		const last = employments.at(-1);
		if (last?.kind === was && last.doubt === doubt) last.untilOn = untilOn;
		else employments.push({ kind: was, fromOn, untilOn, ...(doubt && { doubt }) });
	}
	const last = employments.at(-1);
	if (last?.kind === now && !last.doubt) last.untilOn = null;
	else {
		const fromOn = last ? (current?.fromOn ?? nextDayOf(employments)) : null;
		if (last && fromOn) last.untilOn = dayBefore(fromOn);
		const doubt = now === 'pppk' && !last && mayBePartTime(current) ? 'present-kind' : undefined;
		employments.push({ kind: now, fromOn, untilOn: null, ...(doubt && { doubt }) });
	}
	const [first] = [...former, current];
	return first?.fromOn ? afterUnknown(employments, first.fromOn) : employments;
}

/** A number from before there were any cannot have been that of a PPPK paruh waktu; nor one that ended by then. */
function mayBePartTime(held: HeldNumber | undefined): boolean {
	if (held && held.kind !== 'ni-pppk') return false;
	const [from, until] = [held?.fromOn ?? null, held?.untilOn ?? null];
	return !(from && from < PART_TIME_SINCE) && !(until && until < PART_TIME_SINCE);
}

/** Of the time before the first number nothing is on record. */
function afterUnknown([first, ...rest]: Employment[], since: string): Employment[] {
	if (!first) return rest;
	const doubt: Doubt = 'before-number';
	const before = { kind: first.kind, fromOn: null, untilOn: dayBefore(since), doubt };
	return [before, { ...first, fromOn: since }, ...rest];
}

function nextDayOf(employments: readonly Employment[]): string | null {
	const last = employments.at(-1)?.untilOn;
	return last ? dayAfter(last) : null;
}
