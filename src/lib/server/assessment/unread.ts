import { eq, sql } from 'drizzle-orm';
import type { Database } from '../db/connect.ts';
import { settledUnreadAt, type Reading } from './marking.ts';
import { works, workSettlements } from './tables.ts';

/** A work that waits for a reading which nobody can give. */
export interface UnreadWork {
	id: string;
	courseId: string;
	awaits: Reading;
	/** Since when there is nobody. */
	since: Date;
	/** When it is settled on the readings there are; null where there are none. */
	settledAt: Date | null;
}

/** Works that nobody can read any further: all in `system` scope, else those of the courses that the acting person runs. */
export async function listUnread(db: Database): Promise<UnreadWork[]> {
	const rows = await db.execute<{ id: string; courseId: string; awaits: Reading; since: string }>(
		sql`select work_id as id, course_id as "courseId", awaits, since from works_unread() order by since, work_id`
	);
	return rows.map(({ since, ...row }) => ({
		...{ ...row, since: new Date(since) },
		settledAt: row.awaits === 'first' ? null : settledUnreadAt(new Date(since))
	}));
}

/** What who runs a course is told of its works that nobody can read any further. */
export interface Unread {
	/** Works that nobody has read yet: these wait until somebody can. */
	unmarked: number;
	/** Works that wait for a further reading. */
	further: number;
	/** When the first of those is settled on the readings there are. */
	settledAt: Date | null;
}

/** Unread works by course. */
export function countUnread(all: readonly UnreadWork[]): Map<string, Unread> {
	const courses = Map.groupBy(all, ({ courseId }) => courseId);
	return new Map(
		[...courses].map(([courseId, of]) => {
			const dates = of.flatMap(({ settledAt }) => settledAt?.getTime() ?? []);
			const settledAt = dates.length > 0 ? new Date(Math.min(...dates)) : null;
			const further = dates.length;
			return [courseId, { unmarked: of.length - further, further, settledAt }];
		})
	);
}

/** On how many readings a work was settled without the one it awaited; null where it was not. In `system` scope or the learner's. */
export async function findSettledOn(db: Database, workId: string): Promise<number | null> {
	const [row] = await db
		.select({ readings: workSettlements.readings })
		.from(workSettlements)
		.where(eq(workSettlements.workId, workId));
	return row?.readings ?? null;
}

/**
 * Writes down that a work is settled on the readings there are, and tells how many. In `system` scope, once the work is
 * locked.
 */
export async function recordSettlement(
	db: Database,
	{ id, awaits, since }: UnreadWork,
	now: Date
): Promise<number> {
	if (awaits === 'first') throw new Error(`work ${id} has no reading it could be settled on`);
	const readings = awaits === 'second' ? 1 : 2;
	await db
		.insert(workSettlements)
		.values({ workId: id, settledAt: now, unreadSince: since, awaited: awaits, readings });
	return readings;
}

/** On how many readings the essays of an attempt were settled, by question, where one was lacking. In the learner's scope. */
export async function listSettledOn(db: Database, attemptId: string): Promise<Map<string, number>> {
	const rows = await db
		.select({ questionId: works.questionId, readings: workSettlements.readings })
		.from(works)
		.innerJoin(workSettlements, eq(workSettlements.workId, works.id))
		.where(eq(works.attemptId, attemptId));
	return new Map(rows.map(({ questionId, readings }) => [questionId!, readings]));
}
