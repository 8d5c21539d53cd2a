import { lockTest } from '#lib/server/assessment/attempts.ts';
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { expect, inject, onTestFinished } from 'vitest';
import { publish } from '#lib/server/catalog/publish.ts';
import { publishRegistries } from '#lib/server/catalog/registry.ts';
import { certificatePdf } from '#lib/server/certification/paper.ts';
import { listKeys } from '#lib/server/certification/keys.ts';
import { verifyCredential } from '#lib/server/certification/verification.ts';
import type { Database, Pool } from '#lib/server/db/connect.ts';
import { PUBLIC, SYSTEM, withScope } from '#lib/server/db/scope.ts';
import { settleCorrections } from '#lib/server/graduation/settling.ts';
import { issueCertificates } from '#lib/server/journeys/issue-certificates.ts';
import { readTest } from '#lib/server/journeys/read-test.ts';
import { beginTest, sendTest } from '#lib/server/journeys/sit-test.ts';
import { answerCheck } from '#lib/server/journeys/study-lesson.ts';
import { enrol, type Learner } from '#lib/server/learning/enrolments.ts';
import { checksOf } from '#lib/server/learning/lesson-checks.ts';
import { anAward } from './support/awards.ts';
import { aCourse, aQuestion, exampleTexts, registry } from './support/courses.ts';
import { test } from './support/database.ts';
import { aPerson } from './support/people.ts';
import { inDatabase } from './support/postgres.ts';
import { aPublication, bySystem } from './support/publications.ts';
import { sentByMany } from './support/sent-attempts.ts';

/** What the connections of a process that will be killed are called in the database. */
const DOOMED = 'akan-mati';

/** The database of this test as a process of its own reaches it. */
function addressOf(pool: Pool): string {
	const address = new URL(inDatabase(inject('appUrl'), String(pool.$client.options.database)));
	address.searchParams.set('application_name', DOOMED);
	return address.href;
}

/** A real process, which does not outlive its test. */
function start(words: readonly string[], environment: Record<string, string> = {}): ChildProcess {
	const child = spawn(process.execPath, words, {
		stdio: ['ignore', 'pipe', 'inherit'],
		env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment }
	});
	onTestFinished(() => void child.kill('SIGKILL'));
	return child;
}

/** Ends a process as a lost machine does, and waits until the database has noticed. */
async function killed(child: ChildProcess, owner: Pool): Promise<void> {
	child.kill('SIGKILL');
	if (child.signalCode === null) await once(child, 'close');
	await until(
		async () => (await count(owner, sql`pg_stat_activity where application_name = ${DOOMED}`)) === 0
	);
}

async function until(holds: () => Promise<boolean>): Promise<void> {
	while (!(await holds())) await pause(20);
}

async function count(db: Database, from: ReturnType<typeof sql>): Promise<number> {
	const [row] = await db.execute<{ count: number }>(
		sql`select count(*)::int as count from ${from}`
	);
	return row!.count;
}

const inSystem = <T>(pool: Pool, story: (db: Database) => Promise<T>) =>
	withScope(pool, SYSTEM, story);

test(
	'certificates whose process is killed while one is made are each issued once',
	{ timeout: 60_000 },
	async ({ pool, ownerPool }) => {
		const office = {
			secret: 'rahasia-yang-panjangnya-cukup-untuk-ini',
			origin: 'https://belajar.contoh.go.id',
			makePdf: certificatePdf
		};
		const codes = await Promise.all(
			Array.from({ length: 5 }, async () => (await anAward(pool)).code)
		);
		const issued = () =>
			inSystem(pool, async (db) => [
				...(await db.execute<{ code: string; credential: string; pdf: string; place: string }>(sql`
				select code, credential, encode(sha256(pdf), 'hex') as pdf, status_list || '/' || status_index as place
				from certificates order by code`))
			]);
		const child = start([
			'tests/support/issuing-process.ts',
			...[addressOf(pool), office.secret, office.origin, '3']
		]);
		const early = once(child, 'close').then(() =>
			Promise.reject(new Error('ended before its time'))
		);
		const [halted] = (await Promise.race([once(child.stdout!, 'data'), early])) as [Buffer];
		await killed(child, ownerPool);

		const before = await issued();
		expect(before).toHaveLength(2);
		expect(before.map(({ code }) => code)).not.toContain(halted.toString().trim());
		const failures: unknown[] = [];
		expect(await issueCertificates(pool, office, (error) => failures.push(error))).toBe(3);
		expect(await issueCertificates(pool, office, (error) => failures.push(error))).toBe(0);
		expect(failures).toEqual([]);

		const after = await issued();
		expect(after.map(({ code }) => code)).toEqual(codes.toSorted());
		for (const one of before) expect(after).toContainEqual(one);
		expect(new Set(after.map(({ place }) => place)).size).toBe(5);
		const numbers = await inSystem(pool, async (db) => [
			...(await db.execute<{ number: string; entries: number }>(sql`
			select number, (select count(*)::int from audit_entries
				where act = 'certificate-issued' and detail ->> 'number' = awards.number) as entries
			from awards`))
		]);
		expect(new Set(numbers.map(({ number }) => number)).size).toBe(5);
		expect(numbers.map(({ entries }) => entries)).toEqual(codes.map(() => 1));
		const keys = (await withScope(pool, PUBLIC, listKeys)).map(({ publicKey }) => publicKey);
		for (const { credential } of after)
			expect((await verifyCredential(credential, keys)).state).toBe('valid');
	}
);

const ids = ['butir-1', 'butir-2'];
const reason = 'Kunci butir satu tertukar pada edisi pertama.';

/** A course whose quiz asks two questions with four options; of the first another option is right from edition 2 on. */
async function publishEdition(db: Database, courseId: string, number: 1 | 2): Promise<string> {
	await publishRegistries(db, registry, bySystem);
	const items = ids.map((id) => {
		const right = id === 'butir-1' && number === 2 ? 1 : 0;
		const option = (word: string, at: number) =>
			`- [${at === right ? 'x' : ' '}] ${word} kali saja\n  > Karena ${word}.\n`;
		return aQuestion(id, ['Satu', 'Dua', 'Tiga', 'Empat'].map(option).join(''));
	});
	const files = aCourse({
		'course.md': exampleTexts['course.md']!.replace('2026.1', `2026.${number}`).replace(
			'jp: 1',
			'jp: 1\npass:\n  quiz: 60\nattempts: 9\nwaitHours: 0'
		),
		'01-dasar/01-gejala-silo.md': exampleTexts['01-dasar/01-gejala-silo.md']!.replace(
			'minutes: 45',
			'minutes: 35'
		),
		'01-dasar/kuis.md': `---\ntitle: Kuis Dasar\nminutes: 10\n---\n\n${items.join('\n')}`
	});
	const { releaseId } = await publish(db, { ...aPublication(), courseId, files });
	return releaseId!;
}

/** Somebody whose attempts are judged again late, since their id is among the last. */
async function somebodyLate(db: Database, email: string): Promise<Learner> {
	for (;;) {
		const personId = await aPerson(db, { email: `${randomUUID()}@contoh.go.id` });
		if (personId < 'f') continue;
		await db.execute(
			sql`update person_contacts set email = ${email} where person_id = ${personId}`
		);
		return { personId, agencyId: null, unitId: null };
	}
}

/** Does the lesson, and fails the quiz by an answer that the mended key takes for right. */
async function studies(db: Database, learner: Learner, courseId: string, releaseId: string) {
	await enrol(db, learner, { id: releaseId, courseId });
	const { checks } = await checksOf(db, releaseId, 'gejala-silo');
	const [check] = checks;
	await answerCheck(
		db,
		learner,
		{ course: courseId, lesson: 'gejala-silo' },
		{ id: randomUUID(), claimedAt: null, questionId: check!.id, choice: check!.key.correct }
	);
	const quiz = { course: courseId, quiz: 'dasar' };
	await beginTest(db, learner, quiz, randomUUID());
	const { paper } = (await readTest(db, learner, quiz))!;
	const answers = paper!.questions.map(({ question }) => {
		const word = question.id === 'butir-1' ? 'Dua' : 'Satu';
		const options = 'options' in question ? question.options : [];
		const choice = options.filter(({ html }) => html.includes(word)).map(({ id }) => id);
		return { questionId: question.id, base: null, choice };
	});
	await sendTest(db, learner, quiz, paper!.attemptId, answers);
}

test(
	'judging again whose process is killed among its batches judges every attempt again once',
	{ timeout: 60_000 },
	async ({ pool, ownerPool }) => {
		const courseId = `ulang-${randomUUID().slice(0, 8)}`;
		const releaseId = await inSystem(pool, (db) => publishEdition(db, courseId, 1));
		const email = `${randomUUID()}@contoh.go.id`;
		const learner = await inSystem(pool, (db) => somebodyLate(db, email));
		await withScope(pool, { as: 'person', personId: learner.personId }, (db) =>
			studies(db, learner, courseId, releaseId)
		);
		await inSystem(pool, (db) =>
			sentByMany(db, { courseId, releaseId, testId: 'dasar', ids }, 200)
		);
		await inSystem(pool, (db) => publishEdition(db, courseId, 2));
		const all = 301;
		const again = () =>
			inSystem(pool, (db) =>
				count(
					db,
					sql`gradings join corrections c on c.id = correction_id where c.course_id = ${courseId}`
				)
			);

		const child = start(
			['src/cli/courses.ts', 'regrade', courseId, '--apply', '--reason', reason],
			{
				DATABASE_URL: addressOf(pool)
			}
		);
		const said = text(child.stdout!);
		// The learner's attempts wait for us: by then one batch is committed, and theirs has begun.
		await ownerPool.transaction(async (tx) => {
			await lockTest(tx, learner, { courseId, testId: 'dasar' });
			await until(async () => {
				if (child.exitCode !== null) throw new Error(`ended before it was killed: ${await said}`);
				const waiting = sql`pg_locks join pg_stat_activity using (pid) where not granted and application_name = ${DOOMED}`;
				return (await count(tx, waiting)) > 0;
			});
			child.kill('SIGKILL');
		});
		await killed(child, ownerPool);

		const carriedOut = await again();
		expect(carriedOut).toBeGreaterThan(0);
		expect(carriedOut).toBeLessThan(all);
		await settleCorrections(pool, { courseId });
		await settleCorrections(pool, { courseId });
		expect(await again()).toBe(all);
		const [facts] = await inSystem(pool, (db) =>
			db.execute(sql`
			with attempt as (
				select id, (select count(*) from gradings g where g.person_id = a.person_id and g.attempt_id = a.id) as judged
				from attempts a where course_id = ${courseId}
			), told as (
				select detail ->> 'attempt' as id, count(*) as times from audit_entries
				where act = 'result-regraded' and detail ->> 'attempt' in (select id::text from attempt) group by 1
			)
			select (select array_agg(distinct judged::int) from attempt) as judged,
				(select max(times)::int from told) as told,
				(select array_agg((detail ->> 'attempts')::int) from audit_entries
					where act = 'attempts-regraded' and detail ->> 'course' = ${courseId}) as entries,
				(select count(*)::int from mails where recipient = ${email}) as letters,
				(select count(*)::int from module_completions where person_id = ${learner.personId}) as modules,
				(select count(*)::int from hour_entries where person_id = ${learner.personId}) as hours`)
		);
		expect(facts).toEqual({
			...{ judged: [2], told: 1, entries: [all] },
			...{ letters: 1, modules: 1, hours: 1 }
		});
	}
);
