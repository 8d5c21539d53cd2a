import type { NumberKind } from '../identity/numbers.ts';
import type { EmployeeKind } from '../identity/people.ts';
import type { Employment } from './periods.ts';
import { dayAfter, dayBefore } from './rules.ts';

/** A number somebody had or has; days are `YYYY-MM-DD`, null where they are not known. */
export interface HeldNumber {
	kind: NumberKind;
	fromOn: string | null;
	/** Null: still in use. */
	untilOn: string | null;
}

/**
 * What somebody was and is, oldest first: a person has one kind now, and the numbers held before tell what came
 * before it (a PPPK who becomes PNS gets a NIP). Numbers whose end nobody knows tell nothing.
 */
export function employmentsOf(now: EmployeeKind, numbers: readonly HeldNumber[]): Employment[] {
	const former = numbers
		.filter((held): held is HeldNumber & { untilOn: string } => held.untilOn !== null)
		.sort((a, b) => (a.untilOn < b.untilOn ? -1 : 1));
	const current = numbers.find(({ untilOn }) => untilOn === null);
	const employments: Employment[] = [];
	for (const { kind, untilOn } of former) {
		const was = kind === 'ni-pppk' ? 'pppk' : 'pns';
		const fromOn = nextDayOf(employments);
		const last = employments.at(-1);
		if (last?.kind === was) last.untilOn = untilOn;
		else employments.push({ kind: was, fromOn, untilOn });
	}
	const last = employments.at(-1);
	if (!last) return [{ kind: now, fromOn: null, untilOn: null }];
	if (last.kind === now) last.untilOn = null;
	else {
		const fromOn = current?.fromOn ?? nextDayOf(employments);
		if (fromOn) last.untilOn = dayBefore(fromOn);
		employments.push({ kind: now, fromOn, untilOn: null });
	}
	return employments;
}

function nextDayOf(employments: readonly Employment[]): string | null {
	const last = employments.at(-1)?.untilOn;
	return last ? dayAfter(last) : null;
}
