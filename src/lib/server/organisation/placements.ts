import { and, desc, eq, sql } from 'drizzle-orm';
import type { Place } from '../access/policy.ts';
import type { Database } from '../db/connect.ts';
import { isId } from '../db/ids.ts';
import type { Subject } from '../identity/people.ts';
import { people } from '../identity/tables.ts';
import { Refusal } from '../refusal.ts';
import { agencies, currentPlacements, placements, units } from './tables.ts';

/** A post held for a period; days are `YYYY-MM-DD`. */
export interface Post {
	agencyId: string;
	agency: string;
	unit: string | null;
	postTitle: string;
	fromOn: string;
	untilOn: string | null;
}

/** Records that a person holds a post. In `system` scope. */
export async function placePerson(
	db: Database,
	placement: {
		personId: string;
		agencyId: string;
		unitId: string | null;
		postTitle: string;
		fromOn: string;
	}
): Promise<void> {
	await db.insert(placements).values(placement);
}

/** The post held on a day, of posts sorted newest first; one that begins later is none yet. */
export function postOn<Held extends Pick<Post, 'fromOn' | 'untilOn'>>(
	posts: readonly Held[],
	day: string
): Held | null {
	return posts.find(({ fromOn, untilOn }) => fromOn <= day && (!untilOn || untilOn >= day)) ?? null;
}

/** Posts of a person that the reader may see, newest first. */
export function listPosts(db: Database, personId: string): Promise<Post[]> {
	return db
		.select({
			agencyId: placements.agencyId,
			agency: agencies.name,
			unit: units.name,
			postTitle: placements.postTitle,
			fromOn: placements.fromOn,
			untilOn: placements.untilOn
		})
		.from(placements)
		.innerJoin(agencies, eq(agencies.id, placements.agencyId))
		.leftJoin(units, eq(units.id, placements.unitId))
		.where(eq(placements.personId, personId))
		.orderBy(desc(placements.fromOn), placements.id);
}

/**
 * The person an act is about and where they have posts now, as far as the reader may see; for a person the reader may
 * not see, and for whom does not exist, alike `not-found` (`person-unknown`).
 */
export async function findSubject(db: Database, personId: string): Promise<Subject> {
	const [person] = isId(personId)
		? await db.select({ id: people.id }).from(people).where(eq(people.id, personId))
		: [];
	if (!person) throw new Refusal('not-found', 'person-unknown');
	return { personId, places: await listPlaces(db, personId) };
}

/** Where a person has a post now, as acts are stamped with; of several posts the newest, as at sign-in. */
export async function findPlacement(
	db: Database,
	personId: string
): Promise<{ agencyId: string | null; unitId: string | null }> {
	const [place] = await db
		.select({ agencyId: currentPlacements.agencyId, unitId: currentPlacements.unitId })
		.from(currentPlacements)
		.where(eq(currentPlacements.personId, personId))
		.orderBy(desc(currentPlacements.fromOn), desc(currentPlacements.recordedAt))
		.limit(1);
	return place ?? { agencyId: null, unitId: null };
}

/** Whether a person is posted within the acting officer's agencies and units now. */
export async function isPostedHere(db: Database, personId: string): Promise<boolean> {
	const here = sql`(${currentPlacements.agencyId} = any ((select acting_agencies())::uuid[])
		or ${currentPlacements.unitId} = any ((select acting_units())::uuid[]))`;
	return (
		(await db.$count(currentPlacements, and(eq(currentPlacements.personId, personId), here))) > 0
	);
}

/** Where a fact was stamped, with the units above it, as permission is asked there; none where it has no stamp. */
export async function findPlaces(
	db: Database,
	{ agencyId, unitId }: { agencyId: string | null; unitId: string | null }
): Promise<Place[]> {
	if (!agencyId) return [];
	const rows = await db.execute<{ id: string }>(sql`
		with recursive upwards as (
			select ${unitId}::uuid as id
			union all
			select u.parent_id from ${units} u join upwards w on u.id = w.id where u.parent_id is not null
		) select id from upwards where id is not null`);
	return [{ agencyId, unitIds: rows.map(({ id }) => id) }];
}

async function listPlaces(db: Database, personId: string): Promise<Place[]> {
	const above = sql<string[]>`array(
		with recursive upwards as (
			select ${currentPlacements.unitId} as id
			union all
			select u.parent_id from ${units} u join upwards w on u.id = w.id where u.parent_id is not null
		) select id from upwards where id is not null)`;
	return db
		.select({ agencyId: currentPlacements.agencyId, unitIds: above })
		.from(currentPlacements)
		.where(eq(currentPlacements.personId, personId));
}
