import { and, asc, eq, inArray, isNull, like, sql } from 'drizzle-orm';
import type { Place } from '../access/policy.ts';
import type { Database } from '../db/connect.ts';
import { agencies, units } from './tables.ts';
import type { UnitInTree } from './unit-tree.ts';

export type NewAgency = Omit<typeof agencies.$inferInsert, 'id' | 'createdAt'>;

/** An agency with its units, as forms need them. */
export interface AgencyEntry {
	id: string;
	name: string;
	units: { id: string; name: string }[];
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

/** The agency of exactly this name, or null. */
export async function findAgencyNamed(
	db: Database,
	name: string
): Promise<{ code: string; name: string } | null> {
	const [row] = await db
		.select({ code: agencies.code, name: agencies.name })
		.from(agencies)
		.where(eq(agencies.name, name))
		.limit(1);
	return row ?? null;
}

/** The agency with this code, or null. */
export async function findAgencyCoded(
	db: Database,
	code: string
): Promise<{ id: string; name: string } | null> {
	const [row] = await db
		.select({ id: agencies.id, name: agencies.name })
		.from(agencies)
		.where(eq(agencies.code, code));
	return row ?? null;
}

/** Codes and names by name, of all agencies (null) or of those named. */
export function listAgencyCodes(
	db: Database,
	agencyIds: readonly string[] | null
): Promise<{ code: string; name: string }[]> {
	return db
		.select({ code: agencies.code, name: agencies.name })
		.from(agencies)
		.where(agencyIds ? inArray(agencies.id, [...agencyIds]) : undefined)
		.orderBy(agencies.name, agencies.id);
}

/** How the codes of the trial's agencies begin (journeys/seed-trial.ts); no real agency has such a code. */
export const EXAMPLE_CODE = 'CONTOH-';

/** Whether this database is a trial's: whatever is earned in it is an example, wherever it is restored to. */
export async function holdsExamples(db: Database): Promise<boolean> {
	return (await db.$count(agencies, like(agencies.code, `${EXAMPLE_CODE}%`))) > 0;
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

/** Agencies and their units by name, of all agencies (null) or of those named. */
export async function listAgencies(
	db: Database,
	agencyIds: readonly string[] | null
): Promise<AgencyEntry[]> {
	const rows = await db
		.select({ id: agencies.id, name: agencies.name, unitId: units.id, unit: units.name })
		.from(agencies)
		.leftJoin(units, eq(units.agencyId, agencies.id))
		.where(agencyIds ? inArray(agencies.id, [...agencyIds]) : undefined)
		.orderBy(agencies.name, agencies.id, units.name);
	const byId = new Map<string, AgencyEntry>();
	for (const { id, name, unitId, unit } of rows) {
		const entry = byId.get(id) ?? { id, name, units: [] };
		if (unitId && unit) entry.units.push({ id: unitId, name: unit });
		byId.set(id, entry);
	}
	return [...byId.values()];
}

/** The units within the acting officer's agencies and units, by name. */
export function listOwnUnits(db: Database): Promise<UnitInTree[]> {
	return db
		.select({
			id: units.id,
			parentId: units.parentId,
			name: units.name,
			agencyId: units.agencyId
		})
		.from(units)
		.where(
			sql`${units.agencyId} = any ((select acting_agencies())::uuid[]) or ${units.id} = any ((select acting_units())::uuid[])`
		)
		.orderBy(asc(units.name), units.id);
}

/** Agencies of these names as places where a grant may hold, each with all its units; unknown names are left out. */
export async function listPlacesNamed(
	db: Database,
	names: readonly string[]
): Promise<(Place & { name: string })[]> {
	if (names.length === 0) return [];
	const rows = await db
		.select({ id: agencies.id, name: agencies.name, unitId: units.id })
		.from(agencies)
		.leftJoin(units, eq(units.agencyId, agencies.id))
		.where(inArray(agencies.name, [...names]));
	return [...Map.groupBy(rows, ({ id }) => id)].map(([agencyId, of]) => ({
		agencyId,
		name: of[0]!.name,
		unitIds: of.flatMap(({ unitId }) => unitId ?? [])
	}));
}

/** Where each grant holds, in words, by the grant's id; grants for the whole platform are left out. */
export async function describePlaces(
	db: Database,
	grants: readonly { id: string; agencyId: string | null; unitId: string | null }[]
): Promise<Record<string, string>> {
	const ids = (of: 'agencyId' | 'unitId') =>
		grants.map((grant) => grant[of]).filter((id) => id !== null);
	const [agencyNames, unitNames] = await Promise.all([
		namesOf(db, agencies, ids('agencyId')),
		namesOf(db, units, ids('unitId'))
	]);
	return Object.fromEntries(
		grants.flatMap(({ id, agencyId, unitId }) => {
			const place = [agencyNames.get(agencyId ?? ''), unitNames.get(unitId ?? '')].filter(Boolean);
			return place.length > 0 ? [[id, place.join(' › ')]] : [];
		})
	);
}

async function namesOf(
	db: Database,
	table: typeof agencies | typeof units,
	ids: string[]
): Promise<Map<string, string>> {
	if (ids.length === 0) return new Map();
	const rows = await db
		.select({ id: table.id, name: table.name })
		.from(table)
		.where(inArray(table.id, ids));
	return new Map(rows.map(({ id, name }) => [id, name]));
}
