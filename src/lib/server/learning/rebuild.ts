import { asc, eq, gt } from 'drizzle-orm';
import type { Database } from '../db/connect.ts';
import { deriveLesson } from './completion.ts';
import { listFacts } from './events.ts';
import { writeState } from './states.ts';
import { checkStates, enrolments, learningEvents, lessonStates } from './tables.ts';

/** Names the required checks of a lesson of a release. */
export type RequiredChecks = (releaseId: string, lessonId: string) => Promise<string[]>;

/** What a rebuilding found. */
export interface Rebuilt {
	lessons: number;
	/** Whether the states differed from what stood there before. */
	mended: boolean;
}

/**
 * Throws away one person's derived states and computes them again from the events. The result is what stood there
 * before, unless the derived tables were damaged.
 */
export async function rebuildStates(
	db: Database,
	personId: string,
	requiredChecks: RequiredChecks
): Promise<Rebuilt> {
	return db.transaction(async (tx) => {
		// New facts of the same learner wait until the states stand again.
		await tx.select().from(enrolments).where(eq(enrolments.personId, personId)).for('update');
		const before = await readStates(tx, personId);
		await tx.delete(lessonStates).where(eq(lessonStates.personId, personId));
		await tx.delete(checkStates).where(eq(checkStates.personId, personId));
		const lessons = await listTouchedLessons(tx, personId);
		for (const { agencyId, unitId, ...lesson } of lessons) {
			const required = await requiredChecks(lesson.releaseId, lesson.lessonId);
			const state = deriveLesson(await listFacts(tx, personId, lesson), required);
			if (state) await writeState(tx, { personId, agencyId, unitId }, lesson, state);
		}
		return { lessons: lessons.length, mended: before !== (await readStates(tx, personId)) };
	});
}

/** People with events, by id, after `previous`; in portions, so that any number can be gone through. */
export async function listLearners(
	db: Database,
	previous: string | null,
	most = 500
): Promise<string[]> {
	const rows = await db
		.selectDistinct({ personId: learningEvents.personId })
		.from(learningEvents)
		.where(previous === null ? undefined : gt(learningEvents.personId, previous))
		.orderBy(asc(learningEvents.personId))
		.limit(most);
	return rows.map(({ personId }) => personId);
}

/** Each lesson once, with the stamp of the first fact received about it. */
function listTouchedLessons(db: Database, personId: string) {
	return db
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
}

async function readStates(db: Database, personId: string): Promise<string> {
	const lessons = await db
		.select()
		.from(lessonStates)
		.where(eq(lessonStates.personId, personId))
		.orderBy(lessonStates.releaseId, lessonStates.lessonId);
	const checks = await db
		.select()
		.from(checkStates)
		.where(eq(checkStates.personId, personId))
		.orderBy(checkStates.releaseId, checkStates.questionId);
	return JSON.stringify([lessons, checks]);
}
