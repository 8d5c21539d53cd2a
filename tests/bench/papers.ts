import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { sql } from 'drizzle-orm';
import { APPLICATION_ROLE, connect, type Database, type Pool } from '#lib/server/db/connect.ts';
import { SYSTEM, withScope } from '#lib/server/db/scope.ts';
import { createPerson } from '#lib/server/identity/people.ts';
import { publish } from '#lib/server/catalog/publish.ts';
import { publishRegistries } from '#lib/server/catalog/registry.ts';
import { readTest } from '#lib/server/journeys/read-test.ts';
import { beginTest, sendTest } from '#lib/server/journeys/sit-test.ts';
import { testFields } from '#lib/test-fields.ts';
import { registry } from '../support/courses.ts';
import { aLargeCourse } from '../support/faultless-course.ts';
import type { Application } from './application.ts';
import { Visitor } from './visitor.ts';

const LEARNERS = 16;
const QUIZZES = 20;
const QUESTIONS = 10;
/** In the first the servers warm up: what is measured runs, and is not being compiled. */
const COURSES = ['kuis-hangat', 'kuis-ukur-1', 'kuis-ukur-2'] as const;
const PASSWORD = 'kata-sandi-untuk-mengukur';

/**
 * Sixteen learners at once take papers of ten questions end to end: begin, open, send, read the result. Papers a second
 * and the 95th percentile of sending; beside them a bare server that answers as many requests, each after one
 * transaction of as many statements as the application asks for it.
 */
export async function measurePapers(application: Application): Promise<string[]> {
	const { origin, databaseUrl, ownerUrl } = application;
	const pool = connect(databaseUrl, { role: APPLICATION_ROLE, max: 1 });
	const agent = new Agent({ keepAlive: true, maxSockets: LEARNERS });
	try {
		const releases = [];
		for (const course of COURSES) releases.push(await publishQuizzes(pool, course));
		const learners = await Promise.all(
			Array.from({ length: LEARNERS }, (_, at) => aLearner(pool, origin, at))
		);
		const paper =
			({ cookie }: { cookie: string }) =>
			(course: string, quiz: number) =>
				takePaper({ agent, origin, cookie }, `/belajar/${course}/kuis/modul-${quiz}`);
		const ours = await inParallel(learners.map(paper));
		const counts = await countStatements(pool, learners[0]!.personId);
		const bare = await startBare(ownerUrl, databaseUrl, releases[0]!, counts);
		const seat = { agent, origin: bare.origin, cookie: '' };
		const theirs = await inParallel(learners.map(() => () => bareTake(seat))).finally(() =>
			bare.process.kill()
		);
		const sum = counts.reduce((total, count) => total + count, 0);
		return [
			`${LEARNERS} peserta sekaligus, kuis ${QUESTIONS} soal dari awal sampai hasil: ${ours.perSecond.toFixed(0)} kuis/detik (syarat ≥ 100)`,
			`  mengirim jawaban: p95 ${percentile(ours.times, 0.95)} ms (syarat ≤ 150), p50 ${percentile(ours.times, 0.5)} ms`,
			`  server polos dengan pernyataan sebanyak itu (${counts.join(' + ')} = ${sum}): ${theirs.perSecond.toFixed(0)}/detik, p95 ${percentile(theirs.times, 0.95)} ms; rasio ${(ours.perSecond / theirs.perSecond).toFixed(3)}`
		];
	} finally {
		agent.destroy();
		await pool.$client.end();
	}
}

/** Everybody takes every quiz, each the next when the one before is done; `take` gives the milliseconds of sending. */
async function inParallel(
	takes: readonly ((course: string, quiz: number) => Promise<number>)[]
): Promise<{ times: number[]; perSecond: number }> {
	const [warm, ...measured] = COURSES;
	const allOf = async (courses: readonly string[]) => {
		const times: number[] = [];
		const began = performance.now();
		await Promise.all(
			takes.map(async (take) => {
				for (const course of courses)
					for (let quiz = 1; quiz <= QUIZZES; quiz++) times.push(await take(course, quiz));
			})
		);
		return { times, perSecond: times.length / ((performance.now() - began) / 1000) };
	};
	await allOf([warm]);
	return allOf(measured);
}

/** How many statements each request of a paper asks, BEGIN and COMMIT among them: counted on the journeys themselves. */
async function countStatements(pool: Pool, personId: string): Promise<number[]> {
	const learner = { personId, agencyId: null, unitId: null };
	const client = pool.$client as unknown as { unsafe: (...said: unknown[]) => unknown };
	// What the pool hands out prepares statements and asks this one.
	const said = Object.getOwnPropertyDescriptor(client, 'unsafe')!.value as typeof client.unsafe;
	let count = 0;
	client.unsafe = (...statement) => {
		count += 1;
		return said(...statement);
	};
	const counted = async <T>(story: (db: Database) => Promise<T>): Promise<[number, T]> => {
		count = 0;
		const result = await withScope(pool, { as: 'person', personId }, story);
		return [count, result];
	};
	let counts: number[] = [];
	// The first time what a release says is read as well, and then kept.
	for (const quiz of [QUIZZES + 1, QUIZZES + 2]) {
		const test = { course: COURSES[0], quiz: `modul-${quiz}` };
		const [begin] = await counted((db) => beginTest(db, learner, test, randomUUID()));
		const [open, page] = await counted((db) => readTest(db, learner, test));
		const answers = page!.paper!.questions.map(({ question }) => ({
			...{ questionId: question.id, base: null },
			choice: 'options' in question ? [question.options[0]!.id] : []
		}));
		const { attemptId } = page!.paper!;
		const [send] = await counted((db) => sendTest(db, learner, test, attemptId, answers));
		const [result] = await counted((db) => readTest(db, learner, test));
		counts = [begin, open, send, result];
	}
	client.unsafe = said;
	return counts;
}

async function startBare(
	ownerUrl: string,
	databaseUrl: string,
	releaseId: string,
	counts: readonly number[]
): Promise<{ origin: string; process: ChildProcess }> {
	const owner = connect(ownerUrl, { max: 1 });
	await owner.execute(
		sql`create table bench_papers (id bigint generated always as identity primary key)`
	);
	await owner.execute(sql`grant insert on bench_papers to ${sql.identifier(APPLICATION_ROLE)}`);
	await owner.$client.end();
	const bare = fork(
		new URL('./bare-papers.ts', import.meta.url),
		[databaseUrl, releaseId, JSON.stringify(counts)],
		{ execArgv: ['--disable-warning=ExperimentalWarning'] }
	);
	const [port] = (await once(bare, 'message')) as [number];
	return { origin: `http://127.0.0.1:${port}`, process: bare };
}

/** The four requests of a paper to the bare server. */
async function bareTake(seat: Seat): Promise<number> {
	await ask(seat, '/0', '');
	await ask(seat, '/1');
	const began = performance.now();
	await ask(seat, '/2', 'x'.repeat(1500));
	const took = performance.now() - began;
	await ask(seat, '/3');
	return took;
}

async function publishQuizzes(pool: Pool, courseId: string): Promise<string> {
	const files = aLargeCourse({ modules: QUIZZES + 2, lessons: 1, words: 500, quiz: QUESTIONS });
	const publication = { courseId, home: 'folder' as const, files, registry };
	const act = { publisher: null, at: new Date() };
	const { outcome, problems, releaseId } = await withScope(pool, SYSTEM, async (db) => {
		await publishRegistries(db, registry, act);
		return publish(db, { ...publication, ...act });
	});
	if (outcome !== 'published' || !releaseId)
		throw new Error(`the quizzes were ${outcome}: ${problems[0]?.message}`);
	return releaseId;
}

/** Somebody who takes the course and is signed in. */
async function aLearner(
	pool: Pool,
	origin: string,
	at: number
): Promise<{ personId: string; cookie: string }> {
	const email = `ukur-${at}@contoh.go.id`;
	const personId = await withScope(pool, SYSTEM, (db) =>
		createPerson(db, null, {
			name: `Peserta ${at}`,
			employeeKind: 'pns',
			email,
			password: PASSWORD
		})
	);
	const visitor = new Visitor(origin);
	await visitor.signIn(email, PASSWORD);
	for (const course of COURSES) await visitor.post(`/katalog/${course}?/enrol`, {});
	// The first page brings the stylesheet along; measured are those that follow.
	await visitor.get(`/belajar/${COURSES[0]}`);
	return { personId, cookie: visitor.cookie };
}

interface Seat {
	agent: Agent;
	origin: string;
	cookie: string;
}

/** Takes one paper; gives the milliseconds that sending it took. */
async function takePaper(seat: Seat, path: string): Promise<number> {
	await post(seat, `${path}?/begin`, [[testFields.attempt, randomUUID()]]);
	const answers = answersTo(await page(seat, path));
	const began = performance.now();
	await post(seat, `${path}?/send`, answers);
	const took = performance.now() - began;
	if (!(await page(seat, path)).includes('id="hasil"')) throw new Error(`${path} was not sent`);
	return took;
}

/** The form of a paper with the first option of every question. */
function answersTo(html: string): [string, string][] {
	const attribute = (input: string, name: string) =>
		new RegExp(`\\b${name}="([^"]*)"`).exec(input)?.[1] ?? '';
	const answered = new Set<string>();
	const fields: [string, string][] = [];
	const [form = ''] = /<form[^>]*id="kertas"[\s\S]*?<\/form>/.exec(html) ?? [];
	for (const [input] of form.matchAll(/<input[^>]*>/g)) {
		const name = attribute(input, 'name');
		if (attribute(input, 'type') === 'radio' && answered.has(name)) continue;
		answered.add(name);
		fields.push([name, attribute(input, 'value')]);
	}
	if (answered.size < QUESTIONS) throw new Error('the paper has too few questions');
	return fields;
}

async function post(seat: Seat, path: string, fields: [string, string][]): Promise<void> {
	const { status } = await ask(seat, path, new URLSearchParams(fields).toString());
	if (status !== 303) throw new Error(`${path} answered ${status}`);
}

async function page(seat: Seat, path: string): Promise<string> {
	const { status, text } = await ask(seat, path);
	if (status !== 200) throw new Error(`${path} answered ${status}`);
	return text;
}

function ask(
	{ agent, origin, cookie }: Seat,
	path: string,
	body: string | null = null
): Promise<{ status: number; text: string }> {
	return new Promise((resolve, reject) => {
		const sending = request(
			new URL(path, origin),
			{
				agent,
				method: body === null ? 'GET' : 'POST',
				headers: {
					cookie,
					origin,
					accept: 'text/html',
					...(body !== null && { 'content-type': 'application/x-www-form-urlencoded' })
				}
			},
			(response) => {
				const pieces: Buffer[] = [];
				response.on('data', (piece: Buffer) => pieces.push(piece));
				response.on('end', () =>
					resolve({ status: response.statusCode ?? 0, text: Buffer.concat(pieces).toString() })
				);
				response.on('error', reject);
			}
		);
		sending.on('error', reject);
		sending.end(body ?? undefined);
	});
}

function percentile(values: readonly number[], share: number): string {
	const sorted = values.toSorted((a, b) => a - b);
	return (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(0);
}
