import { readRelease } from '../catalog/release-texts.ts';
import { findStock } from '../catalog/test-items.ts';
import type { Database } from '../db/connect.ts';
import { Refusal } from '../refusal.ts';
import { criteriaOf } from './stock.ts';

/** A quiz or test of a release, with what it is drawn from and judged by. Refuses with `test-unknown`. */
export async function findTest(db: Database, releaseId: string, testId: string) {
	const release = await readRelease(db, releaseId);
	const test = release?.stored.tests?.find(({ id }) => id === testId);
	if (!release || !test) throw new Refusal('not-found', 'test-unknown');
	const stored = await findStock(db, releaseId, test.pool);
	return {
		test,
		stored,
		ref: {
			releaseId,
			testId,
			courseId: release.courseId,
			criteria: criteriaOf(test, release.rules)
		}
	};
}
