import { and, desc, eq } from 'drizzle-orm';
import type { Database } from '../db/connect.ts';
import type { Candidate } from './attempts.ts';
import { resultOf, type Result } from './scoring.ts';
import { requireAttempt, type Sitting } from './sittings.ts';
import { attempts, gradings, type ItemResult } from './tables.ts';
import { fileWorks, listWorkPoints } from './works.ts';

/**
 * Sends an attempt in, judged. Sent again it stays as it was judged: one sending, one judgement. Under `takeSeat`. What it
 * writes is on its way before it first waits: whoever asks something of the same transaction after calling it, sees it.
 * Refuses with `attempt-unknown` what is not the person's.
 */
export async function submitAttempt(
	db: Database,
	sitting: Sitting,
	result: Result,
	now = new Date()
): Promise<void> {
	const attempt = requireAttempt(sitting);
	if (attempt.submittedAt) return;
	const { candidate, test } = sitting;
	const { personId } = candidate;
	await Promise.all([
		db
			.update(attempts)
			.set({ submittedAt: now })
			.where(and(eq(attempts.personId, personId), eq(attempts.id, attempt.id)))
			.execute(),
		db
			.insert(gradings)
			.values({
				...{ personId, attemptId: attempt.id, ordinal: 1, cause: 'sent', gradedAt: now },
				...result
			})
			.execute(),
		fileWorks(db, candidate, test, attempt, result.items, now)
	]);
}

/**
 * Judges an attempt again once all its essays are settled, from what the last judgement says of the other questions; adds
 * nothing when a work still waits or no question earned anything else. A pass once given stays. In `system` scope, under `lockTest`.
 */
export async function gradeMarked(
	db: Database,
	candidate: Pick<Candidate, 'personId'>,
	{ id: attemptId, passMark }: { id: string; passMark: number | null },
	now = new Date()
): Promise<void> {
	const points = await listWorkPoints(db, candidate, attemptId);
	const [last] = await db
		.select()
		.from(gradings)
		.where(and(eq(gradings.personId, candidate.personId), eq(gradings.attemptId, attemptId)))
		.orderBy(desc(gradings.ordinal))
		.limit(1);
	if (!last || [...points.values()].includes(null)) return;
	const items = last.items.map((item): ItemResult => ({
		...item,
		points: points.get(item.questionId) ?? item.points
	}));
	const result = resultOf(items, passMark);
	if (items.every(({ points: earned }, at) => earned === last.items[at]?.points)) return;
	await db.insert(gradings).values({
		...{ personId: candidate.personId, attemptId, ordinal: last.ordinal + 1 },
		...{ cause: 'marked', gradedAt: now },
		...result,
		passed: last.passed === true ? true : result.passed
	});
}
