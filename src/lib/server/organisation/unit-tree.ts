/** A unit and the one it belongs to; null: directly in its agency. */
export interface UnitInTree {
	id: string;
	parentId: string | null;
	name: string;
	agencyId: string;
}

/** A unit's id with those of everything below it. */
export function unitsBelow(units: readonly UnitInTree[], id: string): string[] {
	const children = Map.groupBy(units, ({ parentId }) => parentId);
	const found = [id];
	for (const next of found)
		found.push(...(children.get(next) ?? []).map((child) => child.id).filter(isNewTo(found)));
	return found;
}

/** A unit's id followed by those of the units above it, as far as the list goes. */
export function unitsAbove(units: ReadonlyMap<string, UnitInTree>, id: string | null): string[] {
	const found: string[] = [];
	for (let at = id; at !== null && isNewTo(found)(at); at = units.get(at)?.parentId ?? null)
		found.push(at);
	return found;
}

/** A tree that bites its tail is read once around. */
const isNewTo = (found: readonly string[]) => (id: string) => !found.includes(id);
