import type { EmployeeKind } from '../identity/people.ts';

/** What somebody of one kind owes or may use, and the year it is counted in. Days are `YYYY-MM-DD`. */
export interface HourRule {
	employeeKind: EmployeeKind;
	/** JP to be reached; null: no lower bound. */
	minimum: number | null;
	/** JP not to be exceeded, which only warns; null: no upper bound. */
	maximum: number | null;
	basis: 'calendar-year' | 'contract-year';
	/** Holds from this day until the next rule of the kind begins. */
	fromOn: string;
	/** What it rests on. */
	source: string;
}

/** The first day on which anybody could be PPPK paruh waktu (KepmenPANRB 16/2025; from memory, day not checked). */
export const PART_TIME_SINCE = '2025-01-01';

/**
 * The law as it stands; what an installation sets itself (`hour_rules`) comes beside it. Code and not rows, because a
 * restored backup must find its tables empty, and because nobody decides these but the law.
 */
export const STATUTORY_RULES: readonly HourRule[] = [
	...(['pns', 'cpns'] as const).map((employeeKind) => ({
		employeeKind,
		minimum: 20,
		maximum: null,
		basis: 'calendar-year' as const,
		fromOn: '2017-04-07',
		source: 'PP 11/2017 jo. PP 17/2020 Pasal 203; PerLAN 10/2018'
	})),
	{
		employeeKind: 'pppk',
		minimum: null,
		maximum: 24,
		basis: 'contract-year',
		fromOn: '2018-11-28',
		source: 'PP 49/2018; PerLAN 15/2020'
	},
	// Their agency decides how much (KepmenPANRB 16/2025), so nothing is asked before it did.
	{
		employeeKind: 'pppk-paruh-waktu',
		minimum: null,
		maximum: null,
		basis: 'contract-year',
		fromOn: PART_TIME_SINCE,
		source: 'KepmenPANRB 16/2025'
	}
];

/** The rule that holds for a kind on a day, or null. Of rules from the same day the later in the list counts. */
export function ruleOn(
	rules: readonly HourRule[],
	employeeKind: EmployeeKind,
	day: string
): HourRule | null {
	let found: HourRule | null = null;
	for (const rule of rules) {
		if (rule.employeeKind !== employeeKind || rule.fromOn > day) continue;
		if (!found || rule.fromOn >= found.fromOn) found = rule;
	}
	return found;
}

/** The last day on which a rule holds, the day before the next one of its kind; null while there is none. */
export function lastDayOf(rules: readonly HourRule[], rule: HourRule): string | null {
	const next = rules
		.filter((other) => other.employeeKind === rule.employeeKind && other.fromOn > rule.fromOn)
		.map(({ fromOn }) => fromOn)
		.sort()[0];
	return next ? dayBefore(next) : null;
}

/** The day before `YYYY-MM-DD`. */
export const dayBefore = (day: string): string => daysLater(day, -1);

/** The day after `YYYY-MM-DD`. */
export const dayAfter = (day: string): string => daysLater(day, 1);

function daysLater(day: string, days: number): string {
	return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
