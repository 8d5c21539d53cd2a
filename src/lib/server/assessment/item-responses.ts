import { sql } from 'drizzle-orm';
import type { Database } from '../db/connect.ts';
import type { ItemSums } from './statistics.ts';

/** How people answered one item in one test. */
export interface ItemResponses {
	testId: string;
	questionId: string;
	people: number;
	/** Null while too few answered. */
	sums: ItemSums | null;
	/** How many chose what, by option. */
	chosen: Record<string, number>;
}

/**
 * How the questions of a release were answered, in it and in earlier releases that ask the same: of each person the
 * first attempt they sent of each test. Sums alone leave the database; in the system's scope.
 */
export async function listItemResponses(
	db: Database,
	{ courseId, releaseId }: { courseId: string; releaseId: string }
): Promise<ItemResponses[]> {
	const rows = await db.execute<
		{
			testId: string;
			questionId: string;
			people: number;
			choices: Record<string, number> | null;
		} & Record<Exclude<keyof ItemSums, 'people'>, number | null>
	>(sql`
		select test_id as "testId", question_id as "questionId", people, points, points_squared as "pointsSquared", rest,
			rest_squared as "restSquared", points_rest as "pointsRest", choices
		from item_responses(${courseId}, ${releaseId}) order by test_id, question_id`);
	return rows.map(({ testId, questionId, people, choices, ...sums }) => ({
		...{ testId, questionId, people },
		sums: sums.points === null ? null : ({ people, ...sums } as ItemSums),
		chosen: choices ?? {}
	}));
}
