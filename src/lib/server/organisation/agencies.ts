import { and, eq, isNull } from 'drizzle-orm';
import type { Database } from '../db/connect.ts';
import { agencies, units } from './tables.ts';

export type NewAgency = Omit<typeof agencies.$inferInsert, 'id' | 'createdAt'>;

/** An agency or a unit as lists and forms need it. */
export interface AgencyEntry {
	id: string;
	name: string;
}

export interface UnitEntry extends AgencyEntry {
	agencyId: string;
	parentId: string | null;
}

/** Adds an agency and returns its id; the id of the one there is when the code is known already. */
export async function createAgency(db: Database, agency: NewAgency): Promise<string> {
	await db.insert(agencies).values(agency).onConflictDoNothing();
	const [row] = await db
		.select({ id: agencies.id })
		.from(agencies)
		.where(eq(agencies.code, agency.code));
	return row!.id;
}

/** Adds a unit below `parentId` (null: directly in the agency) and returns its id; the one there is, if there is one. */
export async function createUnit(
	db: Database,
	unit: { agencyId: string; parentId: string | null; name: string }
): Promise<string> {
	await db.insert(units).values(unit).onConflictDoNothing();
	const { agencyId, parentId, name } = unit;
	const [row] = await db
		.select({ id: units.id })
		.from(units)
		.where(
			and(
				eq(units.agencyId, agencyId),
				parentId ? eq(units.parentId, parentId) : isNull(units.parentId),
				eq(units.name, name)
			)
		);
	return row!.id;
}

/** All agencies by name. */
export function listAgencies(db: Database): Promise<AgencyEntry[]> {
	return db.select({ id: agencies.id, name: agencies.name }).from(agencies).orderBy(agencies.name);
}

/** All units by name; of one agency when named. */
export function listUnits(db: Database, agencyId?: string): Promise<UnitEntry[]> {
	return db
		.select({
			id: units.id,
			name: units.name,
			agencyId: units.agencyId,
			parentId: units.parentId
		})
		.from(units)
		.where(agencyId ? eq(units.agencyId, agencyId) : undefined)
		.orderBy(units.name);
}
