import { and, eq } from 'drizzle-orm';
import type { Database } from '../db/connect.ts';
import { listAnswers } from './attempt-answers.ts';
import {
	lockTest,
	requireAttempt,
	type Attempt,
	type Candidate,
	type TestRef
} from './attempts.ts';
import type { Given } from './grading.ts';
import type { Result } from './scoring.ts';
import { attempts, gradings } from './tables.ts';

/**
 * Sends an attempt in and judges it by what `grade` makes of its answers; null leaves it open. Sent again it stays as it
 * was judged: one sending, one judgement. Returns whether it was sent, now or before. Refuses with `attempt-unknown`
 * what is not the person's.
 */
export async function submitAttempt(
	db: Database,
	candidate: Candidate,
	test: TestRef,
	attemptId: string,
	grade: (attempt: Attempt, answers: ReadonlyMap<string, Given>) => Promise<Result | null>,
	now = new Date()
): Promise<boolean> {
	return db.transaction(async (tx) => {
		await lockTest(tx, candidate, test);
		const attempt = await requireAttempt(tx, candidate, test, attemptId);
		if (attempt.submittedAt) return true;
		const result = await grade(attempt, await listAnswers(tx, candidate, attemptId));
		if (!result) return false;
		await tx
			.update(attempts)
			.set({ submittedAt: now })
			.where(and(eq(attempts.personId, candidate.personId), eq(attempts.id, attemptId)));
		await tx.insert(gradings).values({
			...{ personId: candidate.personId, attemptId, ordinal: 1, cause: 'sent', gradedAt: now },
			...result
		});
		return true;
	});
}
