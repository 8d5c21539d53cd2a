import { sql } from 'drizzle-orm';
import type { TitledName } from '../../format/names.ts';
import { demand, type Actor } from '../access/policy.ts';
import type { Database } from '../db/connect.ts';
import type { EmployeeKind } from '../identity/people.ts';
import { employmentsOf, type HeldNumber } from './employments.ts';
import { periodsOf, type Contract, type Period } from './periods.ts';
import { positionAt, standingOf, type Position, type Standing } from './position.ts';
import { listRules } from './rule-book.ts';
import type { HourRule } from './rules.ts';
import { hourEntries } from './tables.ts';
import { currentPeriod } from './years.ts';

/** Somebody within an officer's places, and where they stand in the year that holds a day. */
export interface RosterEntry {
	personId: string;
	/** Null where it was erased. */
	name: TitledName | null;
	employeeKind: EmployeeKind;
	agencyId: string;
	unitId: string | null;
	postTitle: string;
	period: Period;
	position: Position;
	standing: Standing;
}

/** A row of `hour_roster` (drizzle/0036_hour_roster.sql). */
interface Posted extends Record<string, unknown> {
	personId: string;
	employeeKind: EmployeeKind;
	name: string | null;
	titleBefore: string;
	titleAfter: string;
	agencyId: string;
	unitId: string | null;
	postTitle: string;
	placedOn: string;
	numbers: HeldNumber[] | null;
	agreements: Contract[] | null;
}

/**
 * Where everybody stands who is posted within the officer's agencies and units now and was by `day`: two statements,
 * however many they are. `unitIds` narrows it to posts in these units. Who is posted twice is counted where they came
 * last; closed accounts are left out.
 */
export async function listPositions(
	db: Database,
	officer: Actor,
	{ day, unitIds }: { day: string; unitIds: readonly string[] | null }
): Promise<RosterEntry[]> {
	demand(officer, 'hours:confirm');
	const [rules, posted] = await Promise.all([listRules(db), listPosted(db, unitIds)]);
	const periodOf = periodsOn(rules, day);
	const people = posted
		.filter(({ placedOn }) => placedOn <= day)
		.map((person) => ({ person, period: periodOf(person) }));
	const sums = await sumUp(
		db,
		people.map(({ person: { personId }, period: { startsOn, endsOn } }) => ({
			...{ personId, startsOn, endsOn }
		}))
	);
	return people.map(({ person, period }) => {
		const { personId, employeeKind, agencyId, unitId, postTitle } = person;
		const { name, titleBefore, titleAfter } = person;
		const position = positionAt(sums.get(personId) ?? 0, period);
		return {
			...{ personId, employeeKind, agencyId, unitId, postTitle },
			name: name === null ? null : { name, titleBefore, titleAfter },
			period,
			position,
			standing: standingOf(position)
		};
	});
}

function listPosted(db: Database, unitIds: readonly string[] | null): Promise<Posted[]> {
	return db.execute<Posted>(sql`
		select person_id as "personId", employee_kind as "employeeKind", name, title_before as "titleBefore",
			title_after as "titleAfter", agency_id as "agencyId", unit_id as "unitId", post_title as "postTitle",
			placed_on as "placedOn", numbers, agreements
		from hour_roster(${sql.param(unitIds)}::uuid[])`);
}

/**
 * The year of anybody that holds the day, by what they were then: the one their own page shows. Most of an agency have
 * the same, so what was worked out is kept.
 */
function periodsOn(rules: readonly HourRule[], day: string): (of: Posted) => Period {
	const known = new Map<string, Period>();
	return ({ employeeKind, numbers, agreements, placedOn }) => {
		const key = JSON.stringify([employeeKind, numbers, agreements, placedOn]);
		let period = known.get(key);
		if (!period) {
			const employments = employmentsOf(employeeKind, numbers ?? []);
			const person = { employments, contracts: agreements ?? [], placedOn };
			period = currentPeriod(periodsOf(person, rules, { first: day, today: day }), day);
			known.set(key, period);
		}
		return period;
	};
}

/** JP of each person within their own days; who has none is left out. */
async function sumUp(
	db: Database,
	periods: readonly { personId: string; startsOn: string; endsOn: string }[]
): Promise<Map<string, number>> {
	const rows = await db.execute<{ personId: string; jp: string }>(sql`
		select e.person_id as "personId", sum(e.jp) as jp
		from jsonb_to_recordset(${JSON.stringify(periods)}::jsonb)
			as p("personId" uuid, "startsOn" date, "endsOn" date)
		join ${hourEntries} e on e.person_id = p."personId" and e.earned_on between p."startsOn" and p."endsOn"
		group by e.person_id`);
	return new Map(rows.map(({ personId, jp }) => [personId, Number(jp)]));
}
