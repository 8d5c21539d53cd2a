import { demand, type Actor } from '../access/policy.ts';
import { record, recordAll } from '../audit/entries.ts';
import type { Database } from '../db/connect.ts';
import type { Standing } from '../hours/position.ts';
import { listPositions, type RosterEntry } from '../hours/roster.ts';
import { tally, tallyByUnit, type Tally, type UnitTally } from '../hours/tally.ts';
import { listOwnUnits } from '../organisation/agencies.ts';
import { unitsBelow, type UnitInTree } from '../organisation/unit-tree.ts';
import { Refusal } from '../refusal.ts';
import { findPeople } from './people.ts';

/** What the list of people is narrowed to and how it is sorted. */
export interface PositionFilter {
	/** With everything below it; null: everywhere. */
	unitId: string | null;
	/** Only who is posted in the unit itself, or in none. */
	direct: boolean;
	standing: Standing | null;
	order: 'name' | 'jp' | 'short';
	/** The day whose year counts, `YYYY-MM-DD`. */
	day: string;
}

/** People with their positions, and what they add up to. */
export interface Positions {
	/** Those who match, sorted. */
	entries: RosterEntry[];
	/** Of the unit, whatever the standing. */
	all: Tally;
	byUnit: UnitTally[];
	units: UnitInTree[];
}

/** Where an officer's people stand. Refuses a unit that is none of the officer's (`not-found`, `unit-unknown`). */
export async function readPositions(
	db: Database,
	officer: Actor,
	{ unitId, direct, standing, order, day }: PositionFilter
): Promise<Positions> {
	demand(officer, 'hours:confirm');
	const units = await listOwnUnits(db);
	if (unitId && !units.some(({ id }) => id === unitId))
		throw new Refusal('not-found', 'unit-unknown');
	const unitIds = unitId ? unitsBelow(units, unitId) : null;
	const people = await listPositions(db, officer, { day, unitIds });
	const entries = people.filter(
		(person) => (!standing || person.standing === standing) && (!direct || person.unitId === unitId)
	);
	return {
		entries: sorted(entries, order),
		all: tally(people),
		byUnit: tallyByUnit(people, units, unitId),
		units
	};
}

/** A page of `readPositions`; the audit trail keeps who was shown. */
export async function listPositionPage(
	db: Database,
	officer: Actor,
	filter: PositionFilter,
	{ limit, offset }: { limit: number; offset: number }
): Promise<Positions & { shown: RosterEntry[] }> {
	const positions = await readPositions(db, officer, filter);
	const shown = positions.entries.slice(offset, offset + limit);
	await record(db, officer.personId, {
		act: 'positions-listed',
		detail: { count: shown.length, people: shown.map(({ personId }) => personId) }
	});
	return { ...positions, shown };
}

/** The same for a file that leaves the house: everybody in it can see that they were. */
export async function exportPositions(
	db: Database,
	officer: Actor,
	filter: PositionFilter
): Promise<Positions> {
	const positions = await readPositions(db, officer, filter);
	const others = positions.entries.filter(({ personId }) => personId !== officer.personId);
	await recordAll(
		db,
		officer.personId,
		others.map(({ personId }) => ({ act: 'position-exported', subjectId: personId }))
	);
	return positions;
}

/** Positions of those whom a search by name, e-mail address or number finds among the officer's people. */
export async function searchPositions(
	db: Database,
	officer: Actor,
	query: string,
	day: string
): Promise<RosterEntry[]> {
	demand(officer, 'hours:confirm');
	const found = new Set((await findPeople(db, officer, query)).map(({ id }) => id));
	const people = await listPositions(db, officer, { day, unitIds: null });
	return sorted(
		people.filter(({ personId }) => found.has(personId)),
		'name'
	);
}

function sorted(entries: RosterEntry[], order: PositionFilter['order']): RosterEntry[] {
	// Compared as they are: a collator takes ten times as long, and Indonesian names carry no accents.
	const keyed = entries.map((entry) => ({ entry, key: (entry.name?.name ?? '').toLowerCase() }));
	keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
	const byName = keyed.map(({ entry }) => entry);
	if (order === 'name') return byName;
	return byName.sort((a, b) => b.position[order] - a.position[order]);
}
