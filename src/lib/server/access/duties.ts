import { and, eq, isNull, sql } from 'drizzle-orm';
import type { TitledName } from '../../format/names.ts';
import { record } from '../audit/entries.ts';
import type { Database } from '../db/connect.ts';
import { isId } from '../db/ids.ts';
import { Refusal } from '../refusal.ts';
import { can, demand, type Actor } from './policy.ts';
import { courseDuties } from './tables.ts';

export type Duty = 'organiser' | 'marker';

/** Somebody's duty for a course, as its organisers see it. */
export interface HeldDuty {
	id: string;
	duty: Duty;
	givenAt: Date;
	person: TitledName;
	agency: string | null;
	/** No role of theirs is in force with which it could be done. */
	rests: boolean;
}

/** The courses for which the acting person does this now. */
export async function listOwnDuties(db: Database, duty: Duty): Promise<string[]> {
	const [row] = await db.execute<{ courses: string[] }>(
		sql`select acting_duties(${duty}) as courses`
	);
	return row?.courses ?? [];
}

/**
 * Gives somebody, known by their office address, a duty for a course; once more changes nothing. Organisers are named
 * by the platform's administrator, markers also by the course's organisers. Refuses `ability-missing`, and
 * `duty-person-unknown` when nobody with a fitting role has this address.
 */
export async function giveDuty(
	db: Database,
	actor: Actor,
	{ courseId, duty, email }: { courseId: string; duty: Duty; email: string }
): Promise<void> {
	await demandGiving(db, actor, courseId, duty);
	const [found] = await db.execute<{ personId: string | null }>(
		sql`select find_for_duty(${email.trim()}, ${duty}) as "personId"`
	);
	if (!found?.personId) throw new Refusal('invalid', 'duty-person-unknown');
	await assignDuty(db, actor.personId, { courseId, duty, personId: found.personId });
}

/** Gives a duty on behalf of the system (trial); rules on who may are the caller's. */
export async function assignDuty(
	db: Database,
	givenBy: string | null,
	{ courseId, duty, personId }: { courseId: string; duty: Duty; personId: string }
): Promise<void> {
	const [given] = await db
		.insert(courseDuties)
		.values({ courseId, duty, personId, givenBy })
		.onConflictDoNothing()
		.returning({ id: courseDuties.id });
	if (!given) return;
	const detail = { dutyId: given.id, course: courseId, duty };
	await record(db, givenBy, { act: 'duty-given', subjectId: personId, detail });
}

/** Ends a duty; once more changes nothing. Refuses with `duty-unknown` one that the actor cannot end. */
export async function endDuty(db: Database, actor: Actor, id: string): Promise<void> {
	const [duty] = isId(id)
		? await db.select().from(courseDuties).where(eq(courseDuties.id, id))
		: [];
	if (!duty) throw new Refusal('not-found', 'duty-unknown');
	await demandGiving(db, actor, duty.courseId, duty.duty);
	const ended = await db
		.update(courseDuties)
		.set({ endedBy: actor.personId, endedAt: new Date() })
		.where(and(eq(courseDuties.id, id), isNull(courseDuties.endedAt)))
		.returning({ id: courseDuties.id });
	if (ended.length === 0) return;
	const detail = { dutyId: id, course: duty.courseId, duty: duty.duty };
	await record(db, actor.personId, { act: 'duty-ended', subjectId: duty.personId, detail });
}

/** Who does what for a course; empty for those who neither organise it nor administer the platform. */
export async function listDuties(db: Database, courseId: string): Promise<HeldDuty[]> {
	const rows = await db.execute<{
		id: string;
		duty: Duty;
		givenAt: string;
		name: string;
		titleBefore: string;
		titleAfter: string;
		agency: string | null;
		rests: boolean;
	}>(sql`
		select id, duty, given_at as "givenAt", name, title_before as "titleBefore", title_after as "titleAfter", agency, rests
		from duty_holders(${courseId}) order by duty desc, name, id`);
	return rows.map(({ id, duty, givenAt, agency, rests, ...person }) => ({
		...{ id, duty, agency, rests, person },
		givenAt: new Date(givenAt)
	}));
}

async function demandGiving(
	db: Database,
	actor: Actor,
	courseId: string,
	duty: Duty
): Promise<void> {
	demand(actor, 'duty:give');
	if (can(actor, 'platform:administer')) return;
	const organised = await listOwnDuties(db, 'organiser');
	if (duty === 'organiser' || !organised.includes(courseId))
		throw new Refusal('forbidden', 'ability-missing', { ability: 'duty:give' });
}
