import type { EmployeeKind } from '../identity/people.ts';
import { dayAfter, dayBefore, PART_TIME_SINCE, ruleOn, type HourRule } from './rules.ts';

/**
 * Why the kind of a stretch is not certain. `part-time`: the number held does not tell PPPK from PPPK paruh waktu;
 * `before-number`: it lies before the first number on record; `present-kind`: only what they are now is on record.
 */
export type Doubt = 'part-time' | 'before-number' | 'present-kind';

/** A stretch in which somebody was of one kind; null: from the beginning, or still. Days are `YYYY-MM-DD`. */
export interface Employment {
	kind: EmployeeKind;
	fromOn: string | null;
	untilOn: string | null;
	/** Left out where the kind is on record. */
	doubt?: Doubt;
}

/** A work agreement; its last day may be unknown. */
export interface Contract {
	startsOn: string;
	endsOn: string | null;
}

/** What the years of a person follow from, each list from the oldest. */
export interface YearsOf {
	employments: readonly Employment[];
	contracts: readonly Contract[];
	/** First day of the first post that is known: stands in where no contract is. */
	placedOn: string | null;
}

/** Why a contract year may begin on another day than the agreement says. */
export type Assumption = 'from-post' | 'from-january' | 'contract-ended';

/** One year that JP are counted in, both days included. */
export interface Period {
	/** `2026`, or the first day of a contract year: as the address names it. */
	key: string;
	basis: HourRule['basis'];
	startsOn: string;
	endsOn: string;
	kind: EmployeeKind;
	/** First day of this kind, where it lies within the period. */
	kindSince: string | null;
	/** The one with which the year began; null where none did, or where it is not certain which kind held. */
	rule: HourRule | null;
	doubt: Doubt | null;
	assumed: Assumption | null;
}

/**
 * The years of a person from the one that holds `first` to the one that holds `today`, newest first. A calendar year
 * is always whole: who became PNS in July has the whole year's JP counted. A contract year ends where the agreement,
 * the next agreement, the kind of employment or the rule to count by contract years does. A rule holds for the years
 * that begin under it, so that no year is judged by what nobody knew when it began.
 */
export function periodsOf(
	person: YearsOf,
	rules: readonly HourRule[],
	{ first, today }: { first: string; today: string }
): Period[] {
	const byKey = new Map<string, Period>();
	for (const employment of person.employments) {
		const { kind, fromOn } = employment;
		for (const stretch of stretchesOf(employment, rules)) {
			const from = latest(stretch.fromOn, first);
			const until = earliest(stretch.untilOn, today);
			if (from > until) continue;
			const years =
				stretch.basis === 'contract-year'
					? contractYears(person, { ...employment, untilOn: stretch.untilOn }, { from, until })
					: calendarYears(from, until);
			for (const year of years) {
				const doubt = doubtOf(employment, year, today);
				const judged = doubt === null || doubt === 'present-kind';
				byKey.set(year.key, {
					...year,
					...{ kind, doubt },
					kindSince: fromOn && fromOn > year.startsOn ? fromOn : null,
					rule: judged ? ruleOn(rules, kind, latest(stretch.basisFrom, year.startsOn)) : null
				});
			}
		}
	}
	return [...byKey.values()].sort((a, b) => (a.startsOn < b.startsOn ? 1 : -1));
}

/** A number is that of a full PPPK before there were others; what somebody is now is certain for the year that runs. */
function doubtOf({ doubt }: Employment, { endsOn }: Year, today: string): Doubt | null {
	if (doubt === undefined || doubt === 'before-number') return doubt ?? null;
	if (endsOn < PART_TIME_SINCE) return null;
	return doubt === 'present-kind' && endsOn >= today ? null : doubt;
}

/** A part of an employment in which years are counted in one way. */
interface Stretch extends Pick<Employment, 'fromOn' | 'untilOn'> {
	basis: HourRule['basis'];
	/** Since when they are, where they were counted otherwise before. */
	basisFrom: string | null;
}

/** What is counted by one rule before a first rule of a kind is counted as by that. */
function stretchesOf({ kind, fromOn, untilOn }: Employment, rules: readonly HourRule[]): Stretch[] {
	const days = [
		...new Set(rules.flatMap((rule) => (rule.employeeKind === kind ? rule.fromOn : [])))
	];
	const [first, ...later] = days.sort();
	const basisOn = (day: string) => ruleOn(rules, kind, day)?.basis ?? 'calendar-year';
	const begins = latest(fromOn, first ?? '');
	const stretches: Stretch[] = [{ fromOn, untilOn, basis: basisOn(begins), basisFrom: null }];
	for (const day of later) {
		const last = stretches.at(-1)!;
		if (day <= begins || (untilOn && day > untilOn) || basisOn(day) === last.basis) continue;
		last.untilOn = dayBefore(day);
		stretches.push({ fromOn: day, untilOn, basis: basisOn(day), basisFrom: day });
	}
	return stretches;
}

type Year = Pick<Period, 'key' | 'basis' | 'startsOn' | 'endsOn' | 'assumed'>;

function calendarYears(from: string, until: string): Year[] {
	const years: Year[] = [];
	for (let year = Number(from.slice(0, 4)); year <= Number(until.slice(0, 4)); year++) {
		const days = { startsOn: `${year}-01-01`, endsOn: `${year}-12-31` };
		years.push({ key: String(year), basis: 'calendar-year', ...days, assumed: null });
	}
	return years;
}

/** A day from which years are counted, and the last day it is good for. */
interface Start {
	on: string;
	until: string | null;
	assumed: Assumption | null;
}

/** Years from each start, each cut where the start's time is over; those that touch the days asked about. */
function contractYears(
	person: YearsOf,
	employment: Employment,
	{ from, until }: { from: string; until: string }
): Year[] {
	return startsOf(person, employment, from).flatMap((start) => {
		const last = [start.until, employment.untilOn].filter((day) => day !== null).sort()[0] ?? null;
		const years: Year[] = [];
		for (let turn = 0; ; turn++) {
			const startsOn = yearsLater(start.on, turn);
			if (startsOn > until || (last && startsOn > last)) return years;
			const endsOn = earliest(last, dayBefore(yearsLater(start.on, turn + 1)));
			if (endsOn < from) continue;
			const { assumed } = start;
			years.push({ key: startsOn, basis: 'contract-year', startsOn, endsOn, assumed });
		}
	});
}

/**
 * From which days a person's contract years count. Before the first agreement known: from the first post, and before
 * that from 1 January. After an agreement that ran out: from the day after it.
 */
function startsOf(
	{ contracts, placedOn }: YearsOf,
	{ fromOn, untilOn }: Employment,
	from: string
): Start[] {
	const own = contracts.filter(
		({ startsOn, endsOn }) =>
			(!untilOn || startsOn <= untilOn) && (!fromOn || !endsOn || endsOn >= fromOn)
	);
	const starts: Start[] = [];
	const before = own[0] ? dayBefore(own[0].startsOn) : null;
	const placed = placedOn && latest(fromOn, placedOn);
	const guessed = placed && (!before || placed <= before) ? placed : null;
	if (!guessed || from < guessed) {
		const on = latest(fromOn, `${from.slice(0, 4)}-01-01`);
		starts.push({ on, until: guessed ? dayBefore(guessed) : before, assumed: 'from-january' });
	}
	if (guessed) starts.push({ on: guessed, until: before, assumed: 'from-post' });
	for (const [at, { startsOn, endsOn }] of own.entries()) {
		const next = own[at + 1];
		const beforeNext = next ? dayBefore(next.startsOn) : null;
		const until = endsOn ? earliest(beforeNext, endsOn) : beforeNext;
		starts.push({ on: startsOn, until, assumed: null });
		if (endsOn && (!next || dayAfter(endsOn) < next.startsOn))
			starts.push({ on: dayAfter(endsOn), until: beforeNext, assumed: 'contract-ended' });
	}
	return starts.filter(({ on, until }) => !until || on <= until);
}

/** The same day some years later; 29 February becomes 1 March where there is none. */
function yearsLater(day: string, years: number): string {
	const [year, month, date] = day.split('-').map(Number) as [number, number, number];
	return new Date(Date.UTC(year + years, month - 1, date)).toISOString().slice(0, 10);
}

const latest = (day: string | null, other: string) => (day !== null && day > other ? day : other);
const earliest = (day: string | null, other: string) => (day !== null && day < other ? day : other);
