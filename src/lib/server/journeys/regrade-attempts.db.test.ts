import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { aCourse, aQuestion, exampleTexts, registry } from '../../../../tests/support/courses.ts';
import { test } from '../../../../tests/support/database.ts';
import { anAgency, anOfficer, aPerson } from '../../../../tests/support/people.ts';
import { aPublication, bySystem } from '../../../../tests/support/publications.ts';
import { decideMending } from '../assessment/corrections.ts';
import { settleCorrections } from '../graduation/settling.ts';
import { publish } from '../catalog/publish.ts';
import { publishRegistries } from '../catalog/registry.ts';
import type { Database, Pool } from '../db/connect.ts';
import { SYSTEM, withScope } from '../db/scope.ts';
import { chooseLanguage, type NewPerson } from '../identity/people.ts';
import { enrol, type Learner } from '../learning/enrolments.ts';
import { mails } from '../notices/tables.ts';
import { readTest } from './read-test.ts';
import { mendKeys, surveyRegrade, surveyUndoing, takeBackMending } from './regrade-attempts.ts';
import { beginTest, sendTest } from './sit-test.ts';

const reason = 'Kunci butir satu tertukar pada edisi pertama.';
const flipped = '- [ ] Satu kali\n  > Bukan.\n- [x] Tiga kali\n  > Tepat.\n';
const [right, wrong] = ['Satu kali', 'Tiga kali'];

/** A course whose quiz asks two questions of its own; each edition names the questions whose right answer is the other one. */
function files(number: string, turned: readonly string[], prompt?: string) {
	const items = ['butir-1', 'butir-2']
		.map((id) => aQuestion(id, turned.includes(id) ? flipped : undefined))
		.join('\n');
	return aCourse({
		'course.md': exampleTexts['course.md']!.replace('2026.1', number)
			.replace('jp: 1', 'jp: 1\npass:\n  quiz: 60\nattempts: 9\nwaitHours: 0')
			.replace('providers: [Contoh]', 'providers: [Universitas Contoh]'),
		'01-dasar/01-gejala-silo.md': exampleTexts['01-dasar/01-gejala-silo.md']!.replace(
			'minutes: 45',
			'minutes: 35'
		),
		'01-dasar/kuis.md': `---\ntitle: Kuis Dasar\nminutes: 10\n---\n\n${
			prompt ? items.replaceAll('Berapa kali data dicatat?', prompt) : items
		}`
	});
}

const inSystem = <T>(pool: Pool, story: (db: Database) => Promise<T>) =>
	withScope(pool, SYSTEM, story);

/** A course of its own with its first edition, and what its people do. */
async function aHouse(pool: Pool) {
	const courseId = `ulang-${randomUUID().slice(0, 8)}`;
	const edition = (number: string, turned: readonly string[] = [], prompt?: string) =>
		inSystem(pool, async (db) => {
			await publishRegistries(db, registry, bySystem);
			const publication = {
				...aPublication(),
				courseId,
				files: files(number, turned, prompt)
			};
			const { releaseId, problems } = await publish(db, publication);
			expect(problems).toEqual([]);
			return releaseId!;
		});
	const first = await edition('2026.1');
	const quiz = { course: courseId, quiz: 'dasar' };
	const as = <T>({ personId }: Learner, story: (db: Database) => Promise<T>) =>
		withScope(pool, { as: 'person', personId }, story);
	return {
		courseId,
		edition,
		as,
		learner: (releaseId = first, person: Partial<NewPerson> = {}) =>
			inSystem(pool, async (db) => {
				const learner = { personId: await aPerson(db, person), agencyId: null, unitId: null };
				await enrol(db, learner, { id: releaseId, courseId });
				return learner;
			}),
		begin: async (learner: Learner) => {
			await as(learner, (db) => beginTest(db, learner, quiz, randomUUID()));
			return (await as(learner, (db) => readTest(db, learner, quiz)))!.paper!;
		},
		/** Sends the open attempt; `answers` are the texts chosen for the two questions. */
		send: async (learner: Learner, answers: readonly [string, string]) => {
			const { paper } = (await as(learner, (db) => readTest(db, learner, quiz)))!;
			const given = paper!.questions.map(({ question }) => {
				const text = answers[question.id === 'butir-1' ? 0 : 1];
				const options = 'options' in question ? question.options : [];
				const choice = options.filter(({ html }) => html.includes(text)).map(({ id }) => id);
				return { questionId: question.id, base: null, choice };
			});
			await as(learner, (db) => sendTest(db, learner, quiz, paper!.attemptId, given));
		},
		results: async (learner: Learner) =>
			(await as(learner, (db) => readTest(db, learner, quiz)))!.attempts.map(
				({ score, passed }) => [score, passed] as const
			),
		review: async (learner: Learner) =>
			(await as(learner, (db) => readTest(db, learner, quiz)))!.review!,
		letters: ({ personId }: Learner) =>
			inSystem(pool, (db) => db.select().from(mails).where(eq(mails.personId, personId))),
		gradings: () =>
			inSystem(pool, async (db) => [
				...(await db.execute<{ cause: string; score: string }>(sql`
					select g.cause, g.score::float8 as score from gradings g join attempts a on a.person_id = g.person_id and a.id = g.attempt_id
					where a.course_id = ${courseId} order by g.person_id, g.ordinal`))
			])
	};
}

type House = Awaited<ReturnType<typeof aHouse>>;

async function sat(
	house: House,
	answers: readonly [string, string],
	releaseId?: string,
	person?: Partial<NewPerson>
) {
	const learner = await house.learner(releaseId, person);
	await house.begin(learner);
	await house.send(learner, answers);
	return learner;
}

describe('a mended key', () => {
	test('is tried dry, judges again all and only who it concerns, and can be taken back', async ({
		pool
	}) => {
		const house = await aHouse(pool);
		const { courseId } = house;
		const [both, none] = [await sat(house, [right, right]), await sat(house, [wrong, wrong])];
		const mixed = await sat(house, [wrong, right]);
		const second = await house.edition('2026.2', ['butir-1']);
		const newer = await sat(house, [wrong, right], second);
		expect(await house.results(newer)).toEqual([[100, true]]);

		const before = await house.gradings();
		const { proposal, dryRun } = await surveyRegrade(pool, null, courseId);
		expect(proposal).toMatchObject({
			questionIds: ['butir-1'],
			from: { number: '2026.1' },
			to: { number: '2026.2' }
		});
		expect(dryRun).toMatchObject({
			attempts: 3,
			shifts: [
				{ from: 0, to: 50, effect: 'none', attempts: 1 },
				{ from: 50, to: 100, effect: 'passes', attempts: 1 },
				{ from: 100, to: 50, effect: 'keeps', attempts: 1 }
			]
		});
		expect(await house.gradings()).toEqual(before);

		const id = await mendKeys(pool, null, courseId, reason);
		expect(await house.results(both)).toEqual([[50, true]]);
		expect(await house.results(none)).toEqual([[50, false]]);
		expect(await house.results(mixed)).toEqual([[100, true]]);
		expect(await house.results(newer)).toEqual([[100, true]]);
		expect((await house.gradings()).length).toBe(before.length + 3);
		await expect(mendKeys(pool, null, courseId, reason)).rejects.toMatchObject({
			code: 'correction-nothing'
		});

		const undoing = await surveyUndoing(pool, null, courseId, id);
		expect(undoing.dryRun.attempts).toBe(3);
		await takeBackMending(pool, null, courseId, id, 'Ternyata kunci lama sudah benar.');
		expect(await house.results(both)).toEqual([[100, true]]);
		expect(await house.results(none)).toEqual([[0, false]]);
		// A pass once given stays.
		expect(await house.results(mixed)).toEqual([[50, true]]);
		await expect(takeBackMending(pool, null, courseId, id, reason)).rejects.toMatchObject({
			code: 'correction-undone'
		});
		const { corrections } = await surveyRegrade(pool, null, courseId);
		expect(corrections).toMatchObject([
			{ kind: 'undo', settled: { attempts: 3 } },
			{ kind: 'mend', undone: true, settled: { attempts: 3 } }
		]);
	});

	test('judges what was open when it was decided and is sent afterwards', async ({ pool }) => {
		const house = await aHouse(pool);
		const learner = await house.learner();
		await house.begin(learner);
		await house.edition('2026.2', ['butir-1']);
		const id = await mendKeys(pool, null, house.courseId, reason);
		await house.send(learner, [wrong, right]);
		expect(await house.results(learner)).toEqual([[100, true]]);
		await takeBackMending(pool, null, house.courseId, id, 'Ternyata kunci lama sudah benar.');
		expect(await house.results(learner)).toEqual([[50, true]]);
	});

	test('of a question that asks something else by now judges nothing again', async ({ pool }) => {
		const house = await aHouse(pool);
		await sat(house, [right, right]);
		await house.edition('2026.2', ['butir-1'], 'Berapa kali data tidak dicatat ulang?');
		const { proposal, dryRun } = await surveyRegrade(pool, null, house.courseId);
		expect(proposal).toMatchObject({ questionIds: [], reworded: ['butir-1'] });
		expect(dryRun).toBeNull();
	});

	test('tells those whose result is another, on the result and among what was done about them', async ({
		pool
	}) => {
		const house = await aHouse(pool);
		const [both, none] = [await sat(house, [right, right]), await sat(house, [wrong, wrong])];
		await house.edition('2026.2', ['butir-2']);
		await mendKeys(pool, null, house.courseId, reason);
		expect((await house.review(both)).regraded).toMatchObject([{ from: 100, to: 50, reason }]);
		expect(await house.review(both)).toMatchObject({ passed: true, score: 50, passedWith: 100 });
		const rationales = (await house.review(none)).answers.map(({ rationales: [told] }) => ({
			...told,
			option: null
		}));
		expect(rationales.map(({ correct }) => correct).sort()).toEqual([false, true]);
		expect(rationales.some(({ html }) => html?.includes('Tepat'))).toBe(true);
		const told = await house.as(both, async (db) => [
			...(await db.execute<{ act: string }>(
				sql`select act from entries_about_me(10) where act <> 'account-created'`
			))
		]);
		expect(told).toEqual([{ act: 'result-regraded' }]);
	});

	test('that makes an earlier attempt a pass shows that attempt, and what it completes is recorded once', async ({
		pool
	}) => {
		const house = await aHouse(pool);
		const learner = await sat(house, [wrong, wrong]);
		await house.begin(learner);
		await house.send(learner, [right, wrong]);
		await house.edition('2026.2', ['butir-1', 'butir-2']);
		await Promise.all([
			mendKeys(pool, null, house.courseId, reason),
			settleCorrections(pool, { courseId: house.courseId })
		]);
		expect(await house.results(learner)).toEqual([
			[100, true],
			[50, false]
		]);
		const review = await house.review(learner);
		expect(review).toMatchObject({ number: 1, passed: true, regraded: [{ from: 0, to: 100 }] });
		expect(review.answers.every(({ answer }) => answer!.choice.length === 1)).toBe(true);
	});

	test('sends a letter to those whose result is another, which says nothing of what they answered or reached', async ({
		pool
	}) => {
		const house = await aHouse(pool);
		const email = () => `${randomUUID()}@contoh.go.id`;
		const [theirs, closed] = [email(), email()];
		const changed = await sat(house, [wrong, wrong], undefined, { email: theirs });
		// A second attempt of theirs changes as well: one letter tells of both.
		await house.begin(changed);
		await house.send(changed, [wrong, wrong]);
		const same = await sat(house, [wrong, right], undefined, { email: email() });
		const nowhere = await sat(house, [right, right]);
		const gone = await sat(house, [right, right], undefined, { email: closed });
		await inSystem(pool, async (db) => {
			await chooseLanguage(db, changed.personId, 'en');
			await db.execute(sql`update people set closed_at = now() where id = ${gone.personId}`);
		});
		await house.edition('2026.2', ['butir-1', 'butir-2']);
		const id = await mendKeys(pool, null, house.courseId, reason);
		const [letter, ...more] = await house.letters(changed);
		expect(more).toEqual([]);
		expect(letter).toMatchObject({
			recipient: theirs,
			subject: 'A result of yours was judged again',
			body: expect.stringContaining('“Data terpadu”')
		});
		expect(letter!.subject + letter!.body).not.toMatch(/\d|butir|Satu kali|Tiga kali|Kunci butir/);
		for (const other of [same, nowhere, gone]) expect(await house.letters(other)).toEqual([]);

		await takeBackMending(pool, null, house.courseId, id, 'Ternyata kunci lama sudah benar.');
		const bodies = (await house.letters(changed)).map(({ body }) => body);
		expect(bodies).toHaveLength(2);
		expect(bodies.filter((body) => body.includes('was taken back'))).toHaveLength(1);
	});

	test('is gone on with where it was broken off, and carried out once however many work at it', async ({
		pool
	}) => {
		const house = await aHouse(pool);
		const learners = await Promise.all(
			Array.from({ length: 6 }, () =>
				sat(house, [right, right], undefined, { email: `${randomUUID()}@contoh.go.id` })
			)
		);
		await house.edition('2026.2', ['butir-1']);
		const broken = AbortSignal.abort();
		await inSystem(pool, (db) =>
			decideMending(db, house.courseId, { decidedBy: null, reason, decidedAt: new Date() })
		);
		await settleCorrections(pool, { courseId: house.courseId, stop: broken });
		expect(await house.results(learners[0]!)).toEqual([[100, true]]);
		await Promise.all([1, 2, 3].map(() => settleCorrections(pool, { courseId: house.courseId })));
		for (const learner of learners) {
			expect(await house.results(learner)).toEqual([[50, true]]);
			expect(await house.letters(learner)).toHaveLength(1);
		}
		expect((await house.gradings()).length).toBe(12);
	});

	test('reaches what is sent at the very moment it is decided', async ({ pool }) => {
		const house = await aHouse(pool);
		const learners = await Promise.all(Array.from({ length: 8 }, () => house.learner()));
		for (const learner of learners) await house.begin(learner);
		await house.edition('2026.2', ['butir-1']);
		await Promise.all([
			...learners.slice(0, 4).map((learner) => house.send(learner, [wrong, right])),
			mendKeys(pool, null, house.courseId, reason),
			...learners.slice(4).map((learner) => house.send(learner, [wrong, right]))
		]);
		for (const learner of learners) expect(await house.results(learner)).toEqual([[100, true]]);
	});

	test('is decided by whoever reviews the course where it is at home, and by nobody else', async ({
		pool
	}) => {
		const house = await aHouse(pool);
		await sat(house, [right, right]);
		await house.edition('2026.2', ['butir-1']);
		const officers = await inSystem(pool, async (db) => {
			const home = { agencyId: (await anAgency(db, 'Universitas Contoh')).agencyId, unitId: null };
			const other = { agencyId: (await anAgency(db, 'Kabupaten')).agencyId, unitId: null };
			return {
				learner: { personId: await aPerson(db), grants: [] },
				contributor: await anOfficer(db, 'contributor', home),
				elsewhere: await anOfficer(db, 'reviewer', other),
				here: await anOfficer(db, 'reviewer', home),
				admin: await anOfficer(db, 'platform-admin')
			};
		});
		const { courseId } = house;
		for (const who of [officers.learner, officers.contributor, officers.elsewhere]) {
			const refused = { reason: 'forbidden', code: 'ability-missing' };
			await expect(surveyRegrade(pool, who, courseId)).rejects.toMatchObject(refused);
			await expect(mendKeys(pool, who, courseId, reason)).rejects.toMatchObject(refused);
		}
		expect((await surveyRegrade(pool, officers.here, courseId)).dryRun!.changed).toEqual([]);
		expect((await surveyRegrade(pool, officers.admin, courseId)).dryRun!.changed).toHaveLength(1);
		await expect(mendKeys(pool, officers.here, courseId, 'pendek')).rejects.toMatchObject({
			code: 'correction-reason'
		});
		await mendKeys(pool, officers.here, courseId, reason);
		const [entry] = await inSystem(pool, (db) =>
			db.execute<{ actor: string; questions: string[] }>(sql`
				select actor_id as actor, detail -> 'questions' as questions from audit_entries
				where act = 'keys-mended' and detail ->> 'course' = ${courseId}`)
		);
		expect(entry).toEqual({ actor: officers.here.personId, questions: ['butir-1'] });
	});
});
