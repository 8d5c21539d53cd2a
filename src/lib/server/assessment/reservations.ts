import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Database } from '../db/connect.ts';
import { Refusal } from '../refusal.ts';
import { workReservations } from './tables.ts';

/** How long a marker holds a work who does nothing more (hours); the database keeps to it as well. */
const HOLD_HOURS = 2;

/** That somebody reads a work just now. */
export interface Hold {
	/** When it lapses. */
	until: Date;
	/** Whether the acting person does. */
	mine: boolean;
}

/** From here on the transaction alone acts on the work. */
export async function lockWork(db: Database, workId: string): Promise<void> {
	await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`work:${workId}`}, 0))`);
}

/** Who reads a work of the acting person's courses now; null where nobody does. */
async function findHold(db: Database, workId: string): Promise<Hold | null> {
	const [row] = await db.execute<{ until: string; mine: boolean }>(
		sql`select held_until as until, mine from works_held() where work_id = ${workId}`
	);
	return row ? { until: new Date(row.until), mine: row.mine } : null;
}

/** Refuses with `work-held` while somebody else reads the work. Call it once the work is locked. */
export async function demandUnheld(db: Database, workId: string): Promise<Hold | null> {
	const hold = await findHold(db, workId);
	if (hold && !hold.mine) throw new Refusal('conflict', 'work-held');
	return hold;
}

/**
 * Holds a work for two hours, so that colleagues leave it alone; once more changes nothing. Refuses with `work-held` while
 * somebody else does. Call it once the work is locked; that it is theirs to mark is the caller's question.
 */
export async function reserve(
	db: Database,
	markerId: string,
	workId: string,
	now: Date
): Promise<void> {
	if (await demandUnheld(db, workId)) return;
	const heldUntil = new Date(now.getTime() + HOLD_HOURS * 3_600_000);
	await db.insert(workReservations).values({ workId, markerId, reservedAt: now, heldUntil });
}

/** Gives a work up, or is done with it; changes nothing where the person does not hold it. */
export async function endReservation(
	db: Database,
	markerId: string,
	workId: string,
	now: Date
): Promise<void> {
	await db
		.update(workReservations)
		.set({ endedAt: now })
		.where(
			and(
				eq(workReservations.workId, workId),
				eq(workReservations.markerId, markerId),
				isNull(workReservations.endedAt)
			)
		);
}
