import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { aCourse, aQuestion, exampleTexts, registry } from '../../../../tests/support/courses.ts';
import { actAs, test } from '../../../../tests/support/database.ts';
import { aPerson } from '../../../../tests/support/people.ts';
import { aPublication, bySystem } from '../../../../tests/support/publications.ts';
import { publish } from '../catalog/publish.ts';
import { findCourse } from '../catalog/releases.ts';
import { publishRegistries } from '../catalog/registry.ts';
import type { Database, Pool } from '../db/connect.ts';
import { SYSTEM, withScope } from '../db/scope.ts';
import { enrol, type Learner } from '../learning/enrolments.ts';
import { readTest } from './read-test.ts';
import { beginTest, saveTest, sendTest } from './sit-test.ts';
import { readOutline } from './read-outline.ts';

const bank = Array.from({ length: 6 }, (_, at) => aQuestion(`bank-${at + 1}`)).join('\n');
const rules = 'jp: 1\npass:\n  quiz: 60\nattempts: 3\nwaitHours: 0';

const withQuiz = {
	'course.md': exampleTexts['course.md']!.replace('jp: 1', rules),
	'01-dasar/01-gejala-silo.md': exampleTexts['01-dasar/01-gejala-silo.md']!.replace(
		'minutes: 45',
		'minutes: 35'
	),
	'01-dasar/kuis.md':
		'---\ntitle: Kuis Dasar\nminutes: 10\nitems:\n  - objective: m1-1\n    count: 2\n---\n',
	'bank/m1-1.md': `---\npool: kuis\n---\n\n${bank}`
};
const quiz = { course: 'kuis-1', quiz: 'dasar' };

/** A learner of a course with a quiz of two questions out of six; acts as that learner from here on. */
async function aCandidate(db: Database): Promise<Learner> {
	await actAs(db, SYSTEM);
	const publication = { ...aPublication(), courseId: quiz.course, files: aCourse(withQuiz) };
	await publishRegistries(db, registry, bySystem);
	const { releaseId, problems } = await publish(db, publication);
	expect(problems).toEqual([]);
	const learner = { personId: await aPerson(db), agencyId: null, unitId: null };
	await actAs(db, learner.personId);
	await enrol(db, learner, { id: releaseId!, courseId: quiz.course });
	return learner;
}

const paperOf = async (db: Database, learner: Learner) =>
	(await readTest(db, learner, quiz))!.paper!;
const asked = (paper: Awaited<ReturnType<typeof paperOf>>) =>
	paper.questions.map(({ question }) => question.id);

/** The answer of this text to every question of the paper. */
const answering = (paper: Awaited<ReturnType<typeof paperOf>>, text: string) =>
	paper.questions.map(({ question }) => ({
		...{ questionId: question.id, base: null },
		choice:
			'options' in question
				? question.options.filter(({ html }) => html.includes(text)).map(({ id }) => id)
				: []
	}));
const right = 'Satu kali';
const wrong = 'Tiga kali';

async function findCourseRelease(db: Database) {
	const course = await findCourse(db, quiz.course);
	return { id: course!.releaseId, courseId: quiz.course };
}

async function began(db: Database, learner: Learner) {
	await beginTest(db, learner, quiz, randomUUID());
	return paperOf(db, learner);
}

describe('a quiz', () => {
	test('is begun, kept while it is answered, sent once and judged', async ({ db }) => {
		const learner = await aCandidate(db);
		expect(await readTest(db, learner, quiz)).toMatchObject({
			admission: { state: 'ready', left: 3 },
			criteria: { passMark: 60, attempts: 3, waitHours: 0 },
			test: { questions: 2 },
			paper: null
		});
		const paper = await began(db, learner);
		expect(new Set(asked(paper)).size).toBe(2);
		await saveTest(db, learner, quiz, paper.attemptId, answering(paper, right).slice(0, 1));
		const kept = await paperOf(db, learner);
		expect(kept.questions.map(({ answer }) => answer?.choice.length ?? 0)).toEqual([1, 0]);
		expect(asked(kept)).toEqual(asked(paper));
		await sendTest(db, learner, quiz, paper.attemptId, answering(paper, right));
		expect(await readTest(db, learner, quiz)).toMatchObject({
			admission: { state: 'passed' },
			paper: null,
			attempts: [{ number: 1, score: 100, passed: true }],
			review: {
				score: 100,
				passed: true,
				objectives: [{ objective: 'm1-1', earned: 2, possible: 2, pending: 0 }]
			}
		});
		const outline = await readOutline(db, learner, quiz.course);
		expect(outline).toMatchObject({ tests: [{ id: 'dasar', state: 'done' }], complete: false });
	});

	test('shows no key, no rationale and no verdict before it was sent', async ({ db }) => {
		const learner = await aCandidate(db);
		const paper = await began(db, learner);
		await saveTest(db, learner, quiz, paper.attemptId, answering(paper, right));
		const page = JSON.stringify(await readTest(db, learner, quiz));
		expect(page).not.toMatch(/Tepat|pengulangan|correct|rationale|points|told/);
		await sendTest(db, learner, quiz, paper.attemptId, answering(paper, wrong));
		const judged = JSON.stringify((await readTest(db, learner, quiz))!.review);
		expect(judged).toContain('pengulangan');
		expect(judged).not.toContain('Tepat');
	});

	test('draws other items for each attempt, and gives no more than there are', async ({ db }) => {
		const learner = await aCandidate(db);
		const met: string[] = [];
		for (const left of [2, 1, null]) {
			const paper = await began(db, learner);
			met.push(...asked(paper));
			await sendTest(db, learner, quiz, paper.attemptId, answering(paper, wrong));
			const { admission } = (await readTest(db, learner, quiz))!;
			expect(admission).toEqual(left === null ? { state: 'used-up' } : { state: 'ready', left });
		}
		expect(new Set(met).size).toBe(6);
		await expect(beginTest(db, learner, quiz, randomUUID())).rejects.toMatchObject({
			code: 'attempts-used-up'
		});
	});

	test('is begun again by the same form as the attempt that is open already', async ({ db }) => {
		const learner = await aCandidate(db);
		const id = randomUUID();
		await beginTest(db, learner, quiz, id);
		await beginTest(db, learner, quiz, id);
		await beginTest(db, learner, quiz, randomUUID());
		expect((await readTest(db, learner, quiz))!.attempts).toMatchObject([{ id, number: 1 }]);
	});

	test.for<[string, (paper: Awaited<ReturnType<typeof paperOf>>) => [string, object[]], string]>([
		['of an attempt that is nobody’s', () => [randomUUID(), []], 'attempt-unknown'],
		[
			'to a question of another paper',
			({ attemptId }) => [attemptId, [{ questionId: 'silo-1', choice: [], base: null }]],
			'attempt-question-unknown'
		],
		[
			'of ten megabytes',
			(paper) => [
				paper.attemptId,
				[{ questionId: asked(paper)[0]!, choice: [], typed: 'a'.repeat(10_000_000), base: null }]
			],
			'answer-too-long'
		]
	])('refuses answers %s and changes nothing', async ([, forge, code], { db }) => {
		const learner = await aCandidate(db);
		const paper = await began(db, learner);
		const [attemptId, answers] = forge(paper);
		for (const act of [saveTest, sendTest])
			await expect(
				db.transaction<unknown>((tx) => act(tx, learner, quiz, attemptId, answers as never))
			).rejects.toMatchObject({ code });
		expect(await paperOf(db, learner)).toEqual(paper);
	});

	describe('that is answered on two devices', () => {
		/** A paper as both devices show it, and its first question answered elsewhere half an hour after it began. */
		async function twice(db: Database) {
			const learner = await aCandidate(db);
			const paper = await began(db, learner);
			const question = paper.questions[0]!;
			const half = new Date(Date.now() + 30 * MINUTE);
			const given = (how: string, more = {}) => [
				{ ...answering(paper, how)[0]!, base: question.mark, ...more }
			];
			await saveTest(db, learner, quiz, paper.attemptId, given(right, { age: 0 }), half);
			const shown = async () => (await paperOf(db, learner)).questions[0]!.answer?.choice;
			const [one, other] = [given(right)[0]!.choice, given(wrong)[0]!.choice];
			const late = new Date(half.getTime() + 30 * MINUTE);
			return { learner, paper, given, shown, elsewhere: one, here: other, late };
		}
		const MINUTE = 60_000;

		test.for<[string, object, boolean]>([
			['that was given later stands, whenever it arrives', { age: 20 * MINUTE }, true],
			['that was given earlier does not', { age: 40 * MINUTE }, false],
			['of which nobody knows when it was given does not', {}, false]
		])('an answer %s, and the other one is told', async ([, age, taken], { db }) => {
			const { learner, paper, given, shown, elsewhere, here, late } = await twice(db);
			const { attemptId } = paper;
			const kept = await saveTest(db, learner, quiz, attemptId, given(wrong, age), late);
			expect(await shown()).toEqual(taken ? here : elsewhere);
			expect(kept.conflicts).toMatchObject([
				{
					taken,
					stands: { choice: taken ? here : elsewhere },
					other: { choice: taken ? elsewhere : here }
				}
			]);
			// The other one can be chosen: its form has seen what stands.
			const base = (await paperOf(db, learner)).questions[0]!.mark;
			const chosen = given(taken ? right : wrong, { base });
			const again = await saveTest(db, learner, quiz, attemptId, chosen, late);
			expect(again.conflicts).toEqual([]);
			expect(await shown()).toEqual(taken ? elsewhere : here);
		});

		test('is sent all the same, with what stands', async ({ db }) => {
			const { learner, paper, given, late } = await twice(db);
			const sent = await sendTest(db, learner, quiz, paper.attemptId, given(wrong), true, late);
			expect(sent).toMatchObject({ state: 'sent', conflicts: [{ taken: false }] });
			expect((await readTest(db, learner, quiz))!.attempts).toMatchObject([{ score: 50 }]);
		});

		test('takes back nothing from a page that was left open and not touched', async ({ db }) => {
			const { learner, paper, given, shown, elsewhere, late } = await twice(db);
			const untouched = given(right, { choice: [] });
			const kept = await saveTest(db, learner, quiz, paper.attemptId, untouched, late);
			expect([kept.conflicts, await shown()]).toEqual([[], elsewhere]);
			const base = (await paperOf(db, learner)).questions[0]!.mark;
			await saveTest(db, learner, quiz, paper.attemptId, given(right, { choice: [], base }), late);
			expect(await shown()).toBeUndefined();
		});

		test('keeps what was typed on while the receipt of what came before was lost', async ({
			db
		}) => {
			const { learner, paper, given, shown, here, late } = await twice(db);
			// Ten seconds older than what stands seems to be, since that was long on its way.
			const age = 30 * MINUTE + 10_000;
			await saveTest(db, learner, quiz, paper.attemptId, given(wrong, { age }), late);
			expect(await shown()).toEqual(here);
		});
	});

	test('is not sent with answers missing or unfinished unless on purpose', async ({ db }) => {
		const learner = await aCandidate(db);
		const paper = await began(db, learner);
		const half = answering(paper, right).slice(0, 1);
		expect(await sendTest(db, learner, quiz, paper.attemptId, half, false)).toMatchObject({
			state: 'unfinished'
		});
		const { questions } = await paperOf(db, learner);
		expect(questions.map(({ complaint }) => complaint)).toEqual([null, 'choice-missing']);
		expect(await sendTest(db, learner, quiz, paper.attemptId, [], true)).toMatchObject({
			state: 'sent'
		});
		expect((await readTest(db, learner, quiz))!.attempts).toMatchObject([{ score: 50 }]);
	});

	test('is another person’s affair for nobody', async ({ db }) => {
		const learner = await aCandidate(db);
		const paper = await began(db, learner);
		await saveTest(db, learner, quiz, paper.attemptId, answering(paper, right));
		await actAs(db, SYSTEM);
		const other = await aPerson(db);
		await actAs(db, other);
		for (const table of ['attempts', 'attempt_answers', 'attempt_texts', 'gradings'])
			expect([...(await db.execute(sql.raw(`select * from ${table}`)))]).toEqual([]);
		const asOther = { ...learner, personId: other };
		await enrol(db, asOther, await findCourseRelease(db));
		for (const act of [saveTest, sendTest])
			await expect(
				db.transaction<unknown>((tx) =>
					act(tx, asOther, quiz, paper.attemptId, answering(paper, wrong))
				)
			).rejects.toMatchObject({ code: 'attempt-unknown' });
	});

	test('keeps what was sent: no answer, no sending and no judgement is changed or taken back', async ({
		db
	}) => {
		const learner = await aCandidate(db);
		const paper = await began(db, learner);
		await sendTest(db, learner, quiz, paper.attemptId, answering(paper, wrong));
		await expect(
			db.transaction((tx) => saveTest(tx, learner, quiz, paper.attemptId, answering(paper, right)))
		).rejects.toMatchObject({ code: 'attempt-closed' });
		for (const statement of [
			`update attempt_answers set choice = '{}'`,
			`update attempts set submitted_at = now()`,
			`update gradings set score = 100`,
			`delete from gradings`,
			`delete from attempts`
		])
			await expect(
				db.transaction((tx) => tx.execute(sql.raw(statement))),
				statement
			).rejects.toThrow();
		await expect(
			db.transaction((tx) => sendTest(tx, learner, quiz, paper.attemptId, answering(paper, right)))
		).rejects.toMatchObject({ code: 'attempt-closed' });
		await sendTest(db, learner, quiz, paper.attemptId, answering(paper, wrong));
		expect((await readTest(db, learner, quiz))!.attempts).toMatchObject([{ score: 0 }]);
	});
});

describe('at once', () => {
	test('fifty sendings of one attempt are one judgement, and fifty beginnings one attempt', async ({
		pool
	}) => {
		const learner = await withScope(pool, SYSTEM, aCandidate);
		const as = <T>(story: (db: Database) => Promise<T>) =>
			withScope(pool as Pool, { as: 'person', personId: learner.personId }, story);
		await Promise.all(
			Array.from({ length: 50 }, () => as((db) => beginTest(db, learner, quiz, randomUUID())))
		);
		const paper = await as((db) => paperOf(db, learner));
		const answers = answering(paper, right);
		await Promise.all(
			Array.from({ length: 50 }, () =>
				as((db) => sendTest(db, learner, quiz, paper.attemptId, answers))
			)
		);
		const counted = await as((db) =>
			db.execute(
				sql`select (select count(*)::int from attempts) as attempts, (select count(*)::int from gradings) as gradings`
			)
		);
		expect([...counted]).toEqual([{ attempts: 1, gradings: 1 }]);
	});

	test('who waits for another act on the same test finds what that one left', async ({ pool }) => {
		const learner = await withScope(pool, SYSTEM, aCandidate);
		const as = <T>(story: (db: Database) => Promise<T>) =>
			withScope(pool as Pool, { as: 'person', personId: learner.personId }, story);
		const id = randomUUID();
		let waiting = Promise.resolve<unknown>(null);
		await as(async (db) => {
			await beginTest(db, learner, quiz, id);
			waiting = as((other) => sendTest(other, learner, quiz, id, []));
			await expect
				.poll(() =>
					db.execute(sql`select 1 from pg_locks where locktype = 'advisory' and not granted
						and database = (select oid from pg_database where datname = current_database())`)
				)
				.toHaveLength(1);
		});
		expect(await waiting).toMatchObject({ state: 'sent' });
		expect((await as((db) => readTest(db, learner, quiz)))!.attempts).toMatchObject([
			{ id, score: 0 }
		]);
	});
});
