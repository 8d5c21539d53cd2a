import type { Database } from '../db/connect.ts';
import { Refusal } from '../refusal.ts';
import { recordSilentGrants } from './chance-requests.ts';
import { extraAttempts } from './chances.ts';
import { admission } from './criteria.ts';
import type { Sitting } from './sittings.ts';
import { attempts, type PaperItem } from './tables.ts';

/**
 * Begins an attempt with a paper that `draw` makes. An attempt that is open already, or the same form sent again, is
 * gone on with. Under `takeSeat`. Refuses `attempt-waiting`, `attempt-marking`,
 * `attempts-used-up` and `test-passed`, and what `draw` refuses.
 */
export async function beginAttempt(
	db: Database,
	{ candidate, test, attempts: past, chances, since }: Sitting,
	id: string,
	draw: () => PaperItem[],
	now = new Date()
): Promise<void> {
	if (past.some((attempt) => attempt.id === id)) return;
	const admitted = admission(test.criteria, past, now, extraAttempts(chances, now), since);
	if (admitted.state === 'open') return;
	if (admitted.state !== 'ready') throw new Refusal('conflict', unready[admitted.state]);
	await recordSilentGrants(db, chances, now);
	const { releaseId, courseId, testId, criteria } = test;
	const begun = await db
		.insert(attempts)
		.values({
			...{ ...candidate, id, releaseId, courseId, testId, criteria },
			number: past.length + 1,
			paper: draw(),
			startedAt: now
		})
		.onConflictDoNothing()
		.returning({ id: attempts.id });
	// The id is taken by an attempt of theirs at another test: no form of ours sends that.
	if (begun.length === 0) throw new Refusal('invalid', 'event-malformed');
}

const unready = {
	waiting: 'attempt-waiting',
	marking: 'attempt-marking',
	passed: 'test-passed',
	'used-up': 'attempts-used-up'
};
