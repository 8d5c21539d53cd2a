import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { aLearnerOfAll, COMPLETE, doing } from '../../../../tests/support/completing.ts';
import { actAs, test } from '../../../../tests/support/database.ts';
import { listAwards } from '../certification/awards.ts';
import type { Database } from '../db/connect.ts';
import { SYSTEM, withScope } from '../db/scope.ts';
import { listEntries } from '../hours/ledger.ts';
import { countCertificates } from '../reporting/touched.ts';

const all = ['pretest', 'lesson', 'quiz', 'posttest', 'survey'] as const;

async function factsOf(db: Database, code: string) {
	await actAs(db, SYSTEM);
	const [row] = await db.execute<{ facts: Record<string, unknown> }>(
		sql`select facts from awards where code = ${code}`
	);
	return row!.facts;
}

describe('a course that is completed', () => {
	test('earns a certificate with what was learned, for its holder to confirm', async ({ db }) => {
		const learner = await aLearnerOfAll(db);
		for (const part of all) await doing[part](db, learner);
		expect(await listEntries(db, learner.personId)).toMatchObject([
			{
				kind: 'module',
				moduleId: 'dasar',
				title: 'DATA-1 Data terpadu: Dasar',
				jp: 1,
				organiser: 'Contoh'
			}
		]);
		const awards = await listAwards(db, learner, '2026-11-22');
		expect(awards).toMatchObject([{ state: 'awaiting-confirmation' }]);
		expect(await factsOf(db, awards[0]!.code)).toMatchObject({
			course: { id: COMPLETE, code: 'DATA-1', edition: '2026.1', releaseId: learner.releaseId },
			modules: [{ title: 'Dasar', jp: 1, objectives: [{ id: 'm1-1', met: true }] }],
			...{ jp: 1, score: 100, organiser: { code: 'C', name: 'Contoh' }, validUntil: null }
		});
		const standing = (article: string) =>
			countCertificates(db, { regulation: 'uu-1-2020', article });
		expect(await standing('pasal-4')).toMatchObject([{ courseId: COMPLETE, certificates: 1 }]);
		expect(await standing('pasal-9')).toEqual([]);
	});

	test('earns it once, however many times and from wherever it is completed', async ({ pool }) => {
		const learner = await withScope(pool, SYSTEM, aLearnerOfAll);
		const as = <T>(story: (db: Database) => Promise<T>) =>
			withScope(pool, { as: 'person', personId: learner.personId }, story);
		await as((db) => doing.posttest(db, learner));
		await as((db) => doing.quiz(db, learner));
		await Promise.all([
			...Array.from({ length: 6 }, () => as((db) => doing.survey(db, learner))),
			...Array.from({ length: 6 }, () => as((db) => doing.lesson(db, learner)))
		]);
		expect(await as((db) => listAwards(db, learner, '2026-11-22'))).toHaveLength(1);
		expect(await as((db) => listEntries(db, learner.personId))).toHaveLength(1);
	});
});
