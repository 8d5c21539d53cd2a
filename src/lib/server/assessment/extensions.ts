import { and, eq, isNull, sql } from 'drizzle-orm';
import type { TitledName } from '../../format/names.ts';
import { demand, type Actor } from '../access/policy.ts';
import { record } from '../audit/entries.ts';
import type { Database } from '../db/connect.ts';
import { isId } from '../db/ids.ts';
import { Refusal } from '../refusal.ts';
import { timeExtensions } from './tables.ts';

/** By how much time may be multiplied. */
export const FACTORS = [1.25, 1.5, 2, 3] as const;

/** Why somebody gets more time: a class, never a diagnosis. */
export const REASONS = ['disability', 'health', 'equipment', 'other'] as const;

/** More time as the organisers of its course see it. */
export interface HeldExtension {
	id: string;
	factor: number;
	reason: (typeof REASONS)[number];
	grantedAt: Date;
	person: TitledName;
}

/** Who has more time in the tests of a course; empty for those who do not organise it. */
export async function listExtensions(db: Database, courseId: string): Promise<HeldExtension[]> {
	const rows = await db.execute<{
		id: string;
		factor: string;
		reason: HeldExtension['reason'];
		grantedAt: string;
		name: string;
		titleBefore: string;
		titleAfter: string;
	}>(sql`
		select id, factor, reason, granted_at as "grantedAt", name, title_before as "titleBefore", title_after as "titleAfter"
		from extension_holders(${courseId}) order by name, id`);
	return rows.map(({ id, factor, reason, grantedAt, ...person }) => ({
		...{ id, reason, person },
		factor: Number(factor),
		grantedAt: new Date(grantedAt)
	}));
}

/**
 * Gives a learner, known by their office address, more time in every test of a course, from the next sign of life of an
 * open attempt on. The same again changes nothing. Refuses `extension-person-unknown` (nobody of this address takes the
 * course, or the actor does not organise it) and `extension-held` where another factor or reason holds.
 */
export async function extendTime(
	db: Database,
	actor: Actor,
	courseId: string,
	{ email, factor, reason }: { email: string } & Pick<HeldExtension, 'factor' | 'reason'>
): Promise<void> {
	demand(actor, 'time:extend');
	const [found] = await db.execute<{ personId: string | null }>(
		sql`select find_course_learner(${courseId}, ${email.trim()}) as "personId"`
	);
	if (!found?.personId) throw new Refusal('invalid', 'extension-person-unknown');
	const { personId } = found;
	const [given] = await db
		.insert(timeExtensions)
		.values({ personId, courseId, factor, reason, grantedBy: actor.personId })
		.onConflictDoNothing()
		.returning({ id: timeExtensions.id });
	if (given) {
		const detail = { extensionId: given.id, course: courseId, factor };
		await record(db, actor.personId, { act: 'time-extended', subjectId: personId, detail });
		return;
	}
	const [held] = await db
		.select({ factor: timeExtensions.factor, reason: timeExtensions.reason })
		.from(timeExtensions)
		.where(
			and(
				eq(timeExtensions.personId, personId),
				eq(timeExtensions.courseId, courseId),
				isNull(timeExtensions.endedAt)
			)
		);
	if (held?.factor !== factor || held.reason !== reason)
		throw new Refusal('conflict', 'extension-held');
}

/** Ends more time, for attempts that begin from now on; once more changes nothing. Refuses with `extension-unknown` one of a course the actor does not organise. */
export async function endExtension(db: Database, actor: Actor, id: string): Promise<void> {
	demand(actor, 'time:extend');
	const [extension] = isId(id)
		? await db.select().from(timeExtensions).where(eq(timeExtensions.id, id))
		: [];
	if (!extension) throw new Refusal('not-found', 'extension-unknown');
	const ended = await db
		.update(timeExtensions)
		.set({ endedBy: actor.personId, endedAt: new Date() })
		.where(and(eq(timeExtensions.id, id), isNull(timeExtensions.endedAt)))
		.returning({ id: timeExtensions.id });
	if (ended.length === 0) return;
	const { personId, courseId, factor } = extension;
	const detail = { extensionId: id, course: courseId, factor };
	await record(db, actor.personId, { act: 'time-extension-ended', subjectId: personId, detail });
}
