import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { actAs, test } from '../../../../tests/support/database.ts';
import type { Database } from '../db/connect.ts';
import { PUBLIC, SYSTEM, withScope } from '../db/scope.ts';
import { people } from '../identity/tables.ts';
import { enrol, type Learner } from './enrolments.ts';
import {
	declareDone,
	recordAnswer,
	recordOpening,
	recordPlace,
	type LessonChecks,
	type Submission
} from './events.ts';
import { rebuildStates } from './rebuild.ts';
import { findStandingInLesson, listLessonProgress } from './states.ts';
import { enrolments, learningEvents, lessonStates, typedAnswers } from './tables.ts';

function aCheck(
	id: string,
	kind: 'single' | 'multiple',
	options: string[],
	correct: string[]
): LessonChecks['checks'][number] {
	const question = { kind, options: options.map((option) => ({ id: option })) };
	return { id, question, key: { correct, detail: null } };
}

const lesson: LessonChecks = {
	releaseId: 'edisi-1',
	lessonId: 'gejala-silo',
	places: ['bagian-1', 'bagian-2'],
	checks: [
		aCheck('silo-1', 'single', ['a', 'b', 'c'], ['b']),
		aCheck('silo-2', 'multiple', ['d', 'e', 'f'], ['d', 'f'])
	]
};
const plain: LessonChecks = { releaseId: 'edisi-1', lessonId: 'pengantar', checks: [], places: [] };
const minute = (n: number) => new Date(Date.UTC(2026, 10, 21, 8, n));
const late = minute(59);

async function aLearner(db: Database): Promise<Learner> {
	await actAs(db, SYSTEM);
	const [person] = await db.insert(people).values({ employeeKind: 'pns' }).returning();
	const learner = { personId: person!.id, agencyId: null, unitId: null };
	await actAs(db, learner.personId);
	await enrol(db, learner, { id: 'edisi-1', courseId: 'spbe-101' });
	await actAs(db, SYSTEM);
	await db
		.update(enrolments)
		.set({ enrolledAt: minute(0) })
		.where(eq(enrolments.personId, learner.personId));
	await actAs(db, learner.personId);
	return learner;
}

const submission = (n: number): Submission => ({ id: randomUUID(), claimedAt: minute(n) });

describe('answers that are typed', () => {
	const typing: LessonChecks = {
		...plain,
		checks: [
			{
				id: 'hitung-1',
				question: { kind: 'numeric' },
				key: { correct: [], detail: { kind: 'numeric', value: 2.5, tolerance: 0.1 } }
			}
		]
	};
	const typed = (n: number, text: string) => ({
		...submission(n),
		questionId: 'hitung-1',
		choice: [],
		typed: text
	});

	test('leave only an id in the log; the words stand apart and with the last answer', async ({
		db
	}) => {
		const learner = await aLearner(db);
		await recordAnswer(db, learner, typing, typed(1, '3'));
		await recordAnswer(db, learner, typing, typed(2, '2,55 jam'));
		const events = await db
			.select({ choice: learningEvents.choice, correct: learningEvents.correct })
			.from(learningEvents)
			.orderBy(learningEvents.claimedAt);
		expect(events).toEqual([
			{ choice: ['lain'], correct: false },
			{ choice: ['tepat'], correct: true }
		]);
		const standing = await findStandingInLesson(db, learner, 'spbe-101', 'pengantar');
		expect(standing?.checks).toMatchObject([
			{ lastTyped: '2,55 jam', lastCorrect: true, tries: 2 }
		]);
		expect(await db.select({ answer: typedAnswers.answer }).from(typedAnswers)).toHaveLength(2);
	});

	test('sent again count once, and other words under the same id are refused', async ({ db }) => {
		const learner = await aLearner(db);
		const first = typed(1, '2,5');
		await recordAnswer(db, learner, typing, first);
		await recordAnswer(db, learner, typing, first);
		await expect(
			recordAnswer(db, learner, typing, { ...first, typed: '2,51' })
		).rejects.toMatchObject({ code: 'event-reused' });
		expect(await db.select().from(typedAnswers)).toHaveLength(1);
	});

	test('are rebuilt as they stood, and without the words once these are erased', async ({ db }) => {
		const learner = await aLearner(db);
		await recordAnswer(db, learner, typing, typed(1, '2,5'));
		const required = () => Promise.resolve(['hitung-1']);
		expect(await rebuildStates(db, learner.personId, required)).toMatchObject({ mended: false });
		await db.delete(typedAnswers);
		expect(
			(await findStandingInLesson(db, learner, 'spbe-101', 'pengantar'))?.checks
		).toMatchObject([{ lastTyped: null, lastCorrect: true, tries: 1 }]);
		await rebuildStates(db, learner.personId, required);
		const standing = await findStandingInLesson(db, learner, 'spbe-101', 'pengantar');
		expect(standing?.checks).toMatchObject([{ lastTyped: null, lastCorrect: true }]);
	});
});

describe('answers', () => {
	test('complete a lesson once every check was right', async ({ db }) => {
		const learner = await aLearner(db);
		await recordAnswer(db, learner, lesson, {
			...submission(1),
			questionId: 'silo-1',
			choice: ['a']
		});
		await recordAnswer(db, learner, lesson, {
			...submission(2),
			questionId: 'silo-1',
			choice: ['b']
		});
		expect(await listLessonProgress(db, learner, 'edisi-1')).toMatchObject([{ completedAt: null }]);
		await recordAnswer(db, learner, lesson, {
			...submission(3),
			questionId: 'silo-2',
			choice: ['f', 'd']
		});
		expect(await listLessonProgress(db, learner, 'edisi-1')).toMatchObject([
			{ lessonId: 'gejala-silo', completedAt: minute(3), place: 'silo-2' }
		]);
		expect(await checksOf(db, learner)).toMatchObject([
			{ questionId: 'silo-1', tries: 2, lastCorrect: true },
			{ questionId: 'silo-2', tries: 1, lastChoice: ['d', 'f'] }
		]);
	});

	test('sent twice count once', async ({ db }) => {
		const learner = await aLearner(db);
		const answer = { ...submission(1), questionId: 'silo-1', choice: ['a'] };
		await recordAnswer(db, learner, lesson, answer);
		await recordAnswer(db, learner, lesson, { ...answer, claimedAt: minute(2) });
		expect(await checksOf(db, learner)).toMatchObject([{ tries: 1, lastCorrect: false }]);
	});

	test.for([
		['another choice', { choice: ['b'] }, lesson],
		['an answer to another question', { questionId: 'silo-2', choice: ['d'] }, lesson],
		['an answer in another lesson', {}, { ...lesson, lessonId: 'gejala-lain' }]
	] as const)(
		'under the id of an earlier one are refused: %s',
		async ([, change, place], { db }) => {
			const learner = await aLearner(db);
			const answer = { ...submission(1), questionId: 'silo-1', choice: ['a'] };
			await recordAnswer(db, learner, lesson, answer);
			const other = { ...answer, ...change } as typeof answer;
			await expect(recordAnswer(db, learner, place, other)).rejects.toMatchObject({
				reason: 'conflict',
				code: 'event-reused'
			});
			expect(await checksOf(db, learner)).toMatchObject([{ tries: 1, lastChoice: ['a'] }]);
		}
	);

	test('in any order of their options are the same submission', async ({ db }) => {
		const learner = await aLearner(db);
		const answer = { ...submission(1), questionId: 'silo-2', choice: ['f', 'd'] };
		await recordAnswer(db, learner, lesson, answer);
		await recordAnswer(db, learner, lesson, { ...answer, choice: ['d', 'f', 'd'] });
		expect(await checksOf(db, learner)).toMatchObject([{ tries: 1 }]);
	});

	test.for([
		['an unknown check', { questionId: 'silo-9', choice: ['a'] }, 'check-unknown'],
		['no choice', { questionId: 'silo-1', choice: [] }, 'choice-missing'],
		['an option of another question', { questionId: 'silo-1', choice: ['d'] }, 'choice-unknown']
	] as const)('with %s are refused and leave nothing behind', async ([, wrong, code], { db }) => {
		const learner = await aLearner(db);
		const answer = { ...submission(1), ...wrong, choice: [...wrong.choice] };
		await expect(recordAnswer(db, learner, lesson, answer)).rejects.toMatchObject({ code });
		expect(await db.$count(learningEvents)).toBe(0);
	});

	test('without enrolment are refused', async ({ db }) => {
		const learner = await aLearner(db);
		const elsewhere = { ...lesson, releaseId: 'edisi-2' };
		await expect(
			recordAnswer(db, learner, elsewhere, {
				...submission(1),
				questionId: 'silo-1',
				choice: ['b']
			})
		).rejects.toMatchObject({ code: 'not-enrolled' });
	});

	test('cannot be written for somebody else', async ({ db }) => {
		const victim = await aLearner(db);
		const forger = await aLearner(db);
		await actAs(db, forger.personId);
		await expect(
			recordAnswer(db, victim, lesson, { ...submission(1), questionId: 'silo-1', choice: ['b'] })
		).rejects.toMatchObject({ code: 'not-enrolled' });
	});
});

test('a lesson without checks is done when the learner says so, one with checks is not', async ({
	db
}) => {
	const learner = await aLearner(db);
	await declareDone(db, learner, plain, submission(4));
	expect(await listLessonProgress(db, learner, 'edisi-1')).toMatchObject([
		{ completedAt: minute(4) }
	]);
	await expect(declareDone(db, learner, lesson, submission(5))).rejects.toMatchObject({
		code: 'checks-remain'
	});
});

test('a place or a declaration under the id of another fact is refused, the same one again is not', async ({
	db
}) => {
	const learner = await aLearner(db);
	const sent = submission(1);
	const place = { ...sent, place: 'bagian-1' };
	await recordPlace(db, learner, lesson, place);
	await recordPlace(db, learner, lesson, place);
	const reused = { reason: 'conflict', code: 'event-reused' };
	await expect(
		recordPlace(db, learner, lesson, { ...place, place: 'bagian-2' })
	).rejects.toMatchObject(reused);
	await expect(declareDone(db, learner, plain, sent)).rejects.toMatchObject(reused);
	expect(await db.$count(learningEvents)).toBe(1);
});

test('events refuse to be changed or deleted, even by the system', async ({ db }) => {
	const learner = await aLearner(db);
	await recordOpening(db, learner, lesson, submission(1));
	await actAs(db, SYSTEM);
	await expect(
		db.transaction((tx) => tx.update(learningEvents).set({ place: 'x' }))
	).rejects.toThrow();
	await expect(db.transaction((tx) => tx.delete(learningEvents))).rejects.toThrow();
	expect(await db.$count(learningEvents)).toBe(1);
});

/** One delivery of a story of events to the database, by name of the act. */
type Delivery = (db: Database, learner: Learner) => Promise<unknown>;

const story: Delivery[] = [
	(id: string): Delivery =>
		(db, learner) =>
			recordOpening(db, learner, lesson, { id, claimedAt: minute(1) }, late),
	(id: string): Delivery =>
		(db, learner) =>
			recordAnswer(
				db,
				learner,
				lesson,
				{ id, claimedAt: minute(2), questionId: 'silo-1', choice: ['a'] },
				late
			),
	(id: string): Delivery =>
		(db, learner) =>
			recordPlace(db, learner, lesson, { id, claimedAt: minute(3), place: 'bagian-2' }, late),
	(id: string): Delivery =>
		(db, learner) =>
			recordAnswer(
				db,
				learner,
				lesson,
				{ id, claimedAt: minute(4), questionId: 'silo-1', choice: ['b'] },
				late
			),
	(id: string): Delivery =>
		(db, learner) =>
			recordAnswer(
				db,
				learner,
				lesson,
				{ id, claimedAt: minute(5), questionId: 'silo-2', choice: ['d', 'f'] },
				late
			)
].map((event) => event(randomUUID()));

const checksOf = async (db: Database, learner: Learner) =>
	(await findStandingInLesson(db, learner, 'spbe-101', lesson.lessonId))?.checks ?? [];

async function standing(db: Database, learner: Learner) {
	return {
		lessons: await listLessonProgress(db, learner, lesson.releaseId),
		asShown: await findStandingInLesson(db, learner, 'spbe-101', lesson.lessonId).then(
			(shown) => shown?.progress
		),
		checks: (await checksOf(db, learner)).sort((a, b) => a.questionId.localeCompare(b.questionId))
	};
}

test('any order and repetition of deliveries leads to one standing, and rebuilding gives it again', async ({
	db
}) => {
	const reference = await aLearner(db);
	for (const deliver of story) await deliver(db, reference);
	const expected = await standing(db, reference);
	expect(expected.lessons[0]?.completedAt).toEqual(minute(5));
	await fc.assert(
		fc.asyncProperty(
			fc.shuffledSubarray([...story, ...story], { minLength: story.length * 2 }),
			async (deliveries) => {
				const learner = await aLearner(db);
				for (const deliver of deliveries) await deliver(db, learner);
				expect(await standing(db, learner)).toEqual(expected);
				await rebuildStates(db, learner.personId, () => Promise.resolve(['silo-1', 'silo-2']));
				expect(await standing(db, learner)).toEqual(expected);
			}
		),
		{ numRuns: 15 }
	);
});

test('damaged states are mended from the events', async ({ db }) => {
	const learner = await aLearner(db);
	for (const deliver of story) await deliver(db, learner);
	const before = await standing(db, learner);
	const required = () => Promise.resolve(['silo-1', 'silo-2']);
	expect(await rebuildStates(db, learner.personId, required)).toEqual({
		lessons: 1,
		mended: false
	});
	await db.update(lessonStates).set({ completedAt: null, place: 'rusak' });
	expect(await rebuildStates(db, learner.personId, required)).toEqual({ lessons: 1, mended: true });
	expect(await standing(db, learner)).toEqual(before);
});

test('two devices at the same moment lose nothing', async ({ pool }) => {
	const learner = await withScope(pool, SYSTEM, aLearner);
	const as = { as: 'person', personId: learner.personId } as const;
	const onADevice = (deliver: Delivery) => withScope(pool, as, (db) => deliver(db, learner));
	await Promise.all([...story, ...story].map(onADevice));
	const result = await withScope(pool, as, (db) => standing(db, learner));
	expect(result.lessons).toMatchObject([{ completedAt: minute(5) }]);
	expect(result.checks).toMatchObject([{ tries: 2 }, { tries: 1 }]);
});

test('the standing is asked without a transaction around it, and is the learner’s own all the same', async ({
	pool
}) => {
	const learner = await withScope(pool, SYSTEM, aLearner);
	const stranger = await withScope(pool, SYSTEM, aLearner);
	const as = { as: 'person', personId: learner.personId } as const;
	await withScope(pool, as, (db) => story[0]!(db, learner));
	const alone = await findStandingInLesson(pool, learner, 'spbe-101', lesson.lessonId);
	expect(alone).toEqual(
		await withScope(pool, as, (db) =>
			findStandingInLesson(db, learner, 'spbe-101', lesson.lessonId)
		)
	);
	expect(alone?.progress).toHaveLength(1);
	// Nothing of the scope it entered stays with a connection.
	for (let time = 0; time < 10; time++)
		expect(await pool.select().from(lessonStates)).toHaveLength(0);
	for (const scope of [SYSTEM, PUBLIC, { as: 'person', personId: stranger.personId } as const]) {
		const asked = withScope(pool, scope, (db) =>
			findStandingInLesson(db, learner, 'spbe-101', lesson.lessonId)
		);
		await expect(asked).rejects.toMatchObject({ cause: { code: '55000' } });
	}
});
