import { eq } from 'drizzle-orm';
import type { Database } from '../db/connect.ts';
import { deriveLesson } from './completion.ts';
import { listFacts } from './events.ts';
import { writeState } from './states.ts';
import { checkStates, learningEvents, lessonStates } from './tables.ts';

/** Names the required checks of a lesson of a release. */
export type RequiredChecks = (releaseId: string, lessonId: string) => Promise<string[]>;

/**
 * Throws away one person's derived states and computes them again from the events. Returns how many lessons
 * were written. The result is what stood there before, unless the derived tables were damaged.
 */
export async function rebuildStates(
	db: Database,
	personId: string,
	requiredChecks: RequiredChecks
): Promise<number> {
	return db.transaction(async (tx) => {
		await tx.delete(lessonStates).where(eq(lessonStates.personId, personId));
		await tx.delete(checkStates).where(eq(checkStates.personId, personId));
		const lessons = await tx
			.selectDistinctOn([learningEvents.releaseId, learningEvents.lessonId], {
				releaseId: learningEvents.releaseId,
				lessonId: learningEvents.lessonId,
				agencyId: learningEvents.agencyId,
				unitId: learningEvents.unitId
			})
			.from(learningEvents)
			.where(eq(learningEvents.personId, personId))
			.orderBy(
				learningEvents.releaseId,
				learningEvents.lessonId,
				learningEvents.receivedAt,
				learningEvents.id
			);
		for (const { agencyId, unitId, ...lesson } of lessons) {
			const required = await requiredChecks(lesson.releaseId, lesson.lessonId);
			const state = deriveLesson(await listFacts(tx, personId, lesson), required);
			if (state) await writeState(tx, { personId, agencyId, unitId }, lesson, state);
		}
		return lessons.length;
	});
}
