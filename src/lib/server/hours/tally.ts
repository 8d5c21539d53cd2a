import { unitsAbove, type UnitInTree } from '../organisation/unit-tree.ts';
import { STANDINGS, type Standing } from './position.ts';
import type { RosterEntry } from './roster.ts';

/** How many people stand where. */
export interface Tally {
	people: number;
	standings: Record<Standing, number>;
}

/** The people of a unit and everything below it; `unit` null: those of the unit asked about itself. */
export interface UnitTally extends Tally {
	unit: UnitInTree | null;
}

/** Counts people by standing. */
export function tally(entries: readonly Pick<RosterEntry, 'standing'>[]): Tally {
	const standings = Object.fromEntries(STANDINGS.map((one) => [one, 0])) as Tally['standings'];
	for (const { standing } of entries) standings[standing]++;
	return { people: entries.length, standings };
}

/**
 * Counts people by the units directly below `rootId` (null: by the topmost units of the list), each with everything
 * below it, in the order of the list; last, if there are any, those of the root itself. Units without people are left
 * out. The parts add up to the whole.
 */
export function tallyByUnit(
	entries: readonly Pick<RosterEntry, 'standing' | 'unitId'>[],
	units: readonly UnitInTree[],
	rootId: string | null
): UnitTally[] {
	const byId = new Map(units.map((unit) => [unit.id, unit]));
	const parts = Map.groupBy(entries, ({ unitId }) => partOf(byId, unitId, rootId));
	const within = units.flatMap((unit) => {
		const part = parts.get(unit.id);
		return part ? [{ unit, ...tally(part) }] : [];
	});
	const directly = parts.get(null);
	return directly ? [...within, { unit: null, ...tally(directly) }] : within;
}

/** The unit below the root under which a unit stands; null: it is the root, or stands in no unit of the list. */
function partOf(
	units: ReadonlyMap<string, UnitInTree>,
	unitId: string | null,
	rootId: string | null
): string | null {
	const path = unitsAbove(units, unitId).filter((id) => units.has(id));
	const below = rootId === null ? path : path.slice(0, Math.max(0, path.indexOf(rootId)));
	return below.at(-1) ?? null;
}
