import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { attemptAnswers, attempts, gradings } from '#lib/server/assessment/tables.ts';
import { readKeyedItems } from '#lib/server/catalog/keyed-items.ts';
import type { Database } from '#lib/server/db/connect.ts';
import { insertRows } from '#lib/server/db/rows.ts';
import { aStream, simulate, type SimulatedAnswers, type SimulatedItem } from './responses.ts';

/**
 * Attempts at a test of questions with four options, as they would stand had so many people sent one; the second
 * attempts of half of them are all wrong. In the system's scope.
 */
export async function sentByMany(
	db: Database,
	{
		courseId,
		releaseId,
		testId,
		ids
	}: { courseId: string; releaseId: string; testId: string; ids: readonly string[] },
	people: number,
	{
		model = ids.map((_, at) => ({ a: 1.2, b: at / 2 - 0.5 })),
		day = 1,
		sentDay = day,
		score = 50
	}: {
		model?: readonly SimulatedItem[];
		/** Of November, on which the first attempts were judged, and sent. */
		day?: number;
		sentDay?: number;
		/** Null: something waits for a person. */
		score?: number | null;
	} = {}
): Promise<SimulatedAnswers> {
	const stored = (await readKeyedItems(db, [releaseId])).get(releaseId)!;
	const answers = simulate(model, people, aStream(people));
	const rows = answers.chosen.flatMap((chosen, who) => {
		const personId = randomUUID();
		const first = { personId, number: 1, chosen, points: answers.points[who]! };
		const again = { personId, number: 2, chosen: ids.map(() => 3), points: ids.map(() => 0) };
		return who % 2 === 0 ? [first, again] : [first];
	});
	const optionOf = (questionId: string, chosen: number) => {
		const { key, options } = stored.get(questionId)!;
		const wrong = options.filter((option) => !key.correct.includes(option.id));
		return chosen === 0 ? key.correct[0]! : wrong[chosen - 1]!.id;
	};
	for (const number of [1, 2]) {
		const at = new Date(Date.UTC(2026, 10, sentDay + number - 1));
		const gradedAt = new Date(Date.UTC(2026, 10, day + number - 1));
		const round = rows
			.filter((row) => row.number === number)
			.map((row) => ({ ...row, attemptId: randomUUID() }));
		await insertRows(
			db,
			attempts,
			round.map(({ personId, attemptId }) => ({
				...{ personId, id: attemptId, number, releaseId, courseId, testId },
				paper: ids.map((questionId) => ({ questionId, order: [] })),
				criteria: { passMark: null, attempts: null, waitHours: 0 },
				startedAt: at
			}))
		);
		await insertRows(
			db,
			attemptAnswers,
			round.flatMap(({ personId, attemptId, chosen }) =>
				ids.map((questionId, item) => ({
					...{ personId, attemptId, questionId, savedAt: at },
					choice: [optionOf(questionId, chosen[item]!)]
				}))
			)
		);
		await db.execute(
			sql`update attempts set submitted_at = started_at where course_id = ${courseId} and submitted_at is null`
		);
		await insertRows(
			db,
			gradings,
			round.map(({ personId, attemptId, points }) => ({
				...{ personId, attemptId, ordinal: 1, cause: 'sent' as const, gradedAt },
				items: ids.map((questionId, item) => ({
					...{ questionId, objective: null, points: points[item]! }
				})),
				...{ score, passed: null }
			}))
		);
	}
	return answers;
}
