import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { APPLICATION_ROLE, connect, type Pool } from '#lib/server/db/connect.ts';
import { SYSTEM, withScope } from '#lib/server/db/scope.ts';
import { createPerson } from '#lib/server/identity/people.ts';
import { publish } from '#lib/server/catalog/publish.ts';
import { publishRegistries } from '#lib/server/catalog/registry.ts';
import { testFields } from '#lib/test-fields.ts';
import { registry } from '../support/courses.ts';
import { aLargeCourse } from '../support/faultless-course.ts';
import type { Application } from './application.ts';
import { Visitor } from './visitor.ts';

const LEARNERS = 16;
const QUIZZES = 20;
const QUESTIONS = 10;
const COURSE = 'kuis-ukur';
const PASSWORD = 'kata-sandi-untuk-mengukur';

/**
 * Sixteen learners at once take papers of ten questions end to end: begin, open, send, read the result. Papers a second
 * and the 95th percentile of sending; beside them a bare server that answers as many requests, each with one
 * transaction of as many statements as the application runs on average.
 */
export async function measurePapers({ origin, databaseUrl }: Application): Promise<string[]> {
	const pool = connect(databaseUrl, { role: APPLICATION_ROLE, max: 1 });
	const agent = new Agent({ keepAlive: true, maxSockets: LEARNERS });
	try {
		await publishQuizzes(pool);
		const cookies = await Promise.all(
			Array.from({ length: LEARNERS }, (_, at) => aLearner(pool, origin, at))
		);
		const take = (cookie: string, quiz: number) =>
			takePaper({ agent, origin, cookie }, `/belajar/${COURSE}/kuis/modul-${quiz}`);
		// The first quiz is not counted: what is measured runs, and is not being compiled.
		await Promise.all(cookies.map((cookie) => take(cookie, 1)));
		const sendings: number[] = [];
		const began = performance.now();
		await Promise.all(
			cookies.map(async (cookie) => {
				for (let quiz = 2; quiz <= QUIZZES; quiz++) sendings.push(await take(cookie, quiz));
			})
		);
		const perSecond = sendings.length / ((performance.now() - began) / 1000);
		return [
			`${LEARNERS} peserta sekaligus, kuis ${QUESTIONS} soal dari awal sampai hasil: ${perSecond.toFixed(0)} kuis/detik (syarat ≥ 100)`,
			`  mengirim jawaban: p95 ${percentile(sendings, 0.95)} ms (syarat ≤ 150), p50 ${percentile(sendings, 0.5)} ms`
		];
	} finally {
		agent.destroy();
		await pool.$client.end();
	}
}

async function publishQuizzes(pool: Pool): Promise<void> {
	const files = aLargeCourse({ modules: QUIZZES, lessons: 1, words: 500, quiz: QUESTIONS });
	const publication = { courseId: COURSE, home: 'folder' as const, files, registry };
	const act = { publisher: null, at: new Date() };
	const { outcome, problems } = await withScope(pool, SYSTEM, async (db) => {
		await publishRegistries(db, registry, act);
		return publish(db, { ...publication, ...act });
	});
	if (outcome !== 'published')
		throw new Error(`the quizzes were ${outcome}: ${problems[0]?.message}`);
}

/** Somebody who takes the course and is signed in; gives the cookies. */
async function aLearner(pool: Pool, origin: string, at: number): Promise<string> {
	const email = `ukur-${at}@contoh.go.id`;
	await withScope(pool, SYSTEM, (db) =>
		createPerson(db, null, {
			name: `Peserta ${at}`,
			employeeKind: 'pns',
			email,
			password: PASSWORD
		})
	);
	const visitor = new Visitor(origin);
	await visitor.signIn(email, PASSWORD);
	await visitor.post(`/katalog/${COURSE}?/enrol`, {});
	// The first page brings the stylesheet along; measured are those that follow.
	await visitor.get(`/belajar/${COURSE}`);
	return visitor.cookie;
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
