import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { record } from '../audit/entries.ts';
import type { Database } from '../db/connect.ts';
import { isId } from '../db/ids.ts';
import { Refusal } from '../refusal.ts';
import { can, demand, placeProblem, type Actor, type Grant, type Role } from './policy.ts';
import { roleGrants, roleWithdrawals } from './tables.ts';

/** A role to be given: to whom, where, and until which day (`YYYY-MM-DD`, inclusive). */
export interface NewGrant extends Grant {
	personId: string;
}

/** A grant as it stands in a person's record. */
export interface HeldGrant extends Grant {
	id: string;
	grantedBy: string | null;
	grantedAt: Date;
	withdrawnBy: string | null;
	withdrawnAt: Date | null;
	inForce: boolean;
}

/** One lock for all that gives or takes the platform's administration, so that two cannot each take the other's. */
const ADMINISTRATION_LOCK = sql`hashtextextended('platform-admin', 0)`;

/**
 * Gives a role and returns the grant's id. The same grant again changes nothing; the same role and place with another
 * end is refused (`conflict`, `grant-already-held`): withdraw the old one first. `today` is `YYYY-MM-DD`.
 */
export async function grantRole(
	db: Database,
	officer: Actor,
	grant: NewGrant,
	today: string
): Promise<string> {
	demandGranting(officer, grant);
	const problem = placeProblem(grant.role, grant);
	if (problem) throw new Refusal('invalid', problem, { role: grant.role });
	if (!(await isPlace(db, grant))) throw new Refusal('invalid', 'grant-unit-elsewhere');
	if (grant.endsOn && grant.endsOn < today) throw new Refusal('invalid', 'grant-ends-in-past');
	return giveRole(db, officer.personId, grant);
}

/** Gives a role on behalf of the system (first administrator, trial); rules on who may are the caller's. */
export async function giveRole(
	db: Database,
	grantedBy: string | null,
	grant: NewGrant
): Promise<string> {
	await db.execute(
		sql`select pg_advisory_xact_lock(hashtextextended(${`grants ${grant.personId}`}, 0))`
	);
	const held = await findSame(db, grant);
	if (held && held.endsOn === grant.endsOn) return held.id;
	if (held) throw new Refusal('conflict', 'grant-already-held');
	const id = crypto.randomUUID();
	const { personId, role, agencyId, unitId, endsOn } = grant;
	await db.insert(roleGrants).values({ id, personId, role, agencyId, unitId, endsOn, grantedBy });
	await record(db, grantedBy, {
		act: 'role-granted',
		subjectId: personId,
		detail: { grantId: id, role, agencyId, unitId, endsOn }
	});
	return id;
}

/**
 * Takes a grant back before its end. Once more changes nothing. The last administrator of the platform cannot be
 * withdrawn (`conflict`, `last-platform-admin`); a grant the officer cannot see is `not-found`.
 */
export async function withdrawRole(db: Database, officer: Actor, grantId: string): Promise<void> {
	const [grant] = isId(grantId)
		? await db.select().from(roleGrants).where(eq(roleGrants.id, grantId))
		: [];
	if (!grant) throw new Refusal('not-found', 'grant-unknown');
	demandGranting(officer, grant);
	if (grant.role === 'platform-admin') await demandAnotherAdministrator(db, grant.personId);
	const withdrawn = await db
		.insert(roleWithdrawals)
		.values({ grantId, withdrawnBy: officer.personId })
		.onConflictDoNothing()
		.returning();
	if (withdrawn.length === 0) return;
	const { personId, role, agencyId, unitId, endsOn } = grant;
	await record(db, officer.personId, {
		act: 'role-withdrawn',
		subjectId: personId,
		detail: { grantId, role, agencyId, unitId, endsOn }
	});
}

/** Throws (`conflict`, `last-platform-admin`) unless someone else with an open account administers the platform too. */
export async function demandAnotherAdministrator(db: Database, personId: string): Promise<void> {
	await db.execute(sql`select pg_advisory_xact_lock(${ADMINISTRATION_LOCK})`);
	const [others] = await db.execute<{ count: string }>(sql`
		select count(*) from ${roleGrants} g
		where g.role = 'platform-admin' and g.person_id <> ${personId}
			and exists (select from grants_in_force(g.person_id) f where f.id = g.id)`);
	if (Number(others?.count) === 0) throw new Refusal('conflict', 'last-platform-admin');
}

/** All grants of a person that the reader may see, in force or not, newest first. */
export async function listGrants(db: Database, personId: string): Promise<HeldGrant[]> {
	const rows = await db
		.select({
			grant: roleGrants,
			withdrawal: roleWithdrawals,
			inForce: sql<boolean>`exists (select from grants_in_force(${roleGrants.personId}) f where f.id = ${roleGrants.id})`
		})
		.from(roleGrants)
		.leftJoin(roleWithdrawals, eq(roleWithdrawals.grantId, roleGrants.id))
		.where(eq(roleGrants.personId, personId))
		.orderBy(desc(roleGrants.grantedAt), roleGrants.id);
	return rows.map(({ grant, withdrawal, inForce }) => ({
		...grant,
		withdrawnBy: withdrawal?.withdrawnBy ?? null,
		withdrawnAt: withdrawal?.withdrawnAt ?? null,
		inForce
	}));
}

/** Every grant in force of a person, seen or not: for rules that protect the powerful, never for display. */
export async function grantsInForce(db: Database, personId: string): Promise<Grant[]> {
	return [
		...(await db.execute<{
			role: Role;
			agencyId: string | null;
			unitId: string | null;
			endsOn: string | null;
		}>(sql`
		select role, agency_id as "agencyId", unit_id as "unitId", ends_on as "endsOn" from grants_in_force(${personId})`))
	];
}

/** Administering the platform is given and taken only by those who do; the rest where the officer administers. */
function demandGranting(officer: Actor, grant: Grant): void {
	if (grant.agencyId === null || grant.role === 'platform-admin') {
		demand(officer, 'platform:administer');
	} else if (!can(officer, 'platform:administer')) {
		demand(officer, 'role:grant', { agencyId: grant.agencyId, unitIds: [] });
	}
}

async function isPlace(db: Database, { agencyId, unitId }: Grant): Promise<boolean> {
	if (!agencyId) return true;
	const found = await db.execute(sql`
		select from agencies a where a.id = ${agencyId}
			and (${unitId}::uuid is null or exists (select from units u where u.id = ${unitId} and u.agency_id = a.id))`);
	return found.length > 0;
}

async function findSame(
	db: Database,
	{ personId, role, agencyId, unitId }: NewGrant
): Promise<{ id: string; endsOn: string | null } | undefined> {
	const [same] = await db
		.select({ id: roleGrants.id, endsOn: roleGrants.endsOn })
		.from(roleGrants)
		.where(
			and(
				eq(roleGrants.personId, personId),
				eq(roleGrants.role, role),
				agencyId ? eq(roleGrants.agencyId, agencyId) : isNull(roleGrants.agencyId),
				unitId ? eq(roleGrants.unitId, unitId) : isNull(roleGrants.unitId),
				sql`exists (select from grants_in_force(${roleGrants.personId}) f where f.id = ${roleGrants.id})`
			)
		);
	return same;
}
