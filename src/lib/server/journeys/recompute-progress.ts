import type { Database, Pool } from '../db/connect.ts';
import { SYSTEM, withScope } from '../db/scope.ts';
import { checksOf } from '../learning/lesson-checks.ts';
import { listLearners, rebuildStates } from '../learning/rebuild.ts';

export interface Recomputed {
	people: number;
	lessons: number;
	/** People whose states differed from their events. */
	mended: number;
}

/** Computes everybody's learning states again from the events, one person and one transaction at a time. */
export async function recomputeProgress(pool: Pool): Promise<Recomputed> {
	const total: Recomputed = { people: 0, lessons: 0, mended: 0 };
	const inSystem = <T>(story: (db: Database) => Promise<T>) => withScope(pool, SYSTEM, story);
	let last: string | null = null;
	for (;;) {
		const previous: string | null = last;
		const people: string[] = await inSystem((db) => listLearners(db, previous));
		for (const personId of people) {
			const { lessons, mended } = await inSystem((db) =>
				rebuildStates(db, personId, async (releaseId, lessonId) =>
					(await checksOf(db, releaseId, lessonId)).checks.map(({ id }) => id)
				)
			);
			total.people += 1;
			total.lessons += lessons;
			total.mended += mended ? 1 : 0;
		}
		last = people.at(-1) ?? null;
		if (last === null) return total;
	}
}
