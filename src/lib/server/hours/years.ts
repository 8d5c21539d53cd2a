import { asc, eq } from 'drizzle-orm';
import type { Database } from '../db/connect.ts';
import { people, personNumbers } from '../identity/tables.ts';
import { placements } from '../organisation/tables.ts';
import { listContracts } from './contracts.ts';
import { employmentsOf } from './employments.ts';
import { listEntries, type HourEntry } from './ledger.ts';
import { periodsOf, type Period } from './periods.ts';
import { listRules } from './rule-book.ts';

/** Somebody's ledger and the years it is counted in, newest first. */
export interface HourYears {
	entries: HourEntry[];
	/** At least the one that holds today. */
	periods: Period[];
}

/**
 * A person's entries and years, as far as the reader may see them: one's own, or an officer's people. `today` is a day
 * in Asia/Jakarta.
 */
export async function readHourYears(
	db: Database,
	personId: string,
	today: string
): Promise<HourYears> {
	const [entries, rules, person, numbers, posts, agreements] = await Promise.all([
		listEntries(db, personId),
		listRules(db),
		db.select({ kind: people.employeeKind }).from(people).where(eq(people.id, personId)),
		db
			.select({
				kind: personNumbers.kind,
				fromOn: personNumbers.fromOn,
				untilOn: personNumbers.untilOn
			})
			.from(personNumbers)
			.where(eq(personNumbers.personId, personId)),
		db
			.select({ fromOn: placements.fromOn })
			.from(placements)
			.where(eq(placements.personId, personId))
			.orderBy(asc(placements.fromOn))
			.limit(1),
		listContracts(db, personId)
	]);
	const days = [today, ...entries.map(({ earnedOn }) => earnedOn)].sort();
	const periods = periodsOf(
		{
			employments: employmentsOf(person[0]?.kind ?? 'non-asn', numbers),
			contracts: agreements,
			placedOn: posts[0]?.fromOn ?? null
		},
		rules,
		{ first: days[0]!, today: days.at(-1)! }
	);
	return { entries, periods };
}

/** The period that holds `today` by what the person is now. */
export function currentPeriod(periods: readonly Period[], today: string): Period {
	const holding = periods.filter(({ startsOn, endsOn }) => startsOn <= today && today <= endsOn);
	return holding.at(0) ?? periods[0]!;
}

/** The period that an address names: one by its key, or all; else the current one. */
export function choosePeriod(
	periods: readonly Period[],
	asked: string | null,
	today: string
): { period: Period; all: boolean } {
	const named = periods.find(({ key }) => key === asked);
	return { period: named ?? currentPeriod(periods, today), all: asked === 'semua' };
}

/** Keys of the entries that were taken back. */
export function reversedKeys(entries: readonly HourEntry[]): Set<string> {
	return new Set(entries.flatMap(({ reverses }) => reverses ?? []));
}
