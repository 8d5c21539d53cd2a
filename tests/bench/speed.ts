import { execFile, fork, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { sql } from 'drizzle-orm';
import { APPLICATION_ROLE, connect } from '#lib/server/db/connect.ts';
import { Trouble } from '#lib/server/db/trouble.ts';
import type { Application } from './application.ts';
import { Visitor } from './visitor.ts';

const ROUNDS = 3;
const SECONDS = 6;
const COURSE = 'spbe-101';
const LESSON = 'di-mana-posisi-kita';
/** An account of the trial that takes no course yet. */
const NEWCOMER = 'penelaah@contoh.go.id';

/**
 * Requests per second of a signed-in lesson page at 16 connections, beside a bare server with one primary-key query
 * and one with the page's own statements; all send as many bytes. One process each, in turns, medians of the rounds after
 * the first. Of the lesson as it is opened first, and as the trial's learner has answered all its checks.
 */
export async function measureSpeed(application: Application, learner: Visitor): Promise<string[]> {
	await demandWrk();
	const newcomer = new Visitor(application.origin);
	await newcomer.signIn(NEWCOMER);
	return [
		...(await measureLesson(application, newcomer, 'belum dijawab')),
		...(await measureLesson(application, learner, 'sudah dijawab'))
	];
}

async function measureLesson(
	application: Application,
	learner: Visitor,
	state: string
): Promise<string[]> {
	const path = `/belajar/${COURSE}/${LESSON}`;
	await learner.post(`/katalog/${COURSE}?/enrol`, {});
	// The first page brings the stylesheet along; measured is a lesson like all that follow.
	await learner.get(path);
	const page = await (await learner.get(path)).arrayBuffer();
	const facts = await factsOf(application.databaseUrl, learner.sessionId);
	const bare = await startBare('one', application.databaseUrl, page.byteLength, facts);
	const same = await startBare('same', application.databaseUrl, page.byteLength, facts);
	try {
		const servers = [
			() => load(application.origin + path, learner.cookie),
			() => load(bare.origin),
			() => load(same.origin)
		];
		// The first round is not counted: all three are measured as they run, not as they are being compiled.
		for (const server of servers) await server();
		const rates = servers.map((): number[] => []);
		for (let round = 0; round < ROUNDS; round++)
			for (const [index, server] of servers.entries()) rates[index]!.push(await server());
		const [lesson, one, statements] = rates.map(median) as [number, number, number];
		return [
			`materi yang ${state} (masuk, sesi dalam ingatan, ${page.byteLength} bita, wrk -c16): ${lesson.toFixed(0)} permintaan/detik`,
			`server polos, satu kueri kunci utama: ${one.toFixed(0)}/detik; rasio ${(lesson / one).toFixed(3)} (syarat ≥ 0,100)`,
			`server polos, pernyataan SQL yang sama: ${statements.toFixed(0)}/detik; rasio ${(lesson / statements).toFixed(3)}`
		];
	} finally {
		bare.process.kill();
		same.process.kill();
	}
}

async function demandWrk(): Promise<void> {
	await promisify(execFile)('wrk', ['-v']).catch((error: { code?: unknown }) => {
		if (error.code === 'ENOENT')
			throw new Trouble('Pengukuran memerlukan wrk. Pasang dengan: apt-get install wrk');
	});
}

interface Facts {
	personId: string;
	releaseId: string;
}

async function factsOf(url: string, sessionId: string): Promise<Facts> {
	const digest = createHash('sha256').update(sessionId).digest();
	const db = connect(url, { role: APPLICATION_ROLE, max: 1 });
	try {
		const [row] = await db.execute<{ person_id: string; release_id: string }>(sql`
			select person_id, (select id from releases where course_id = ${COURSE} order by ordinal desc limit 1) as release_id
			from find_session(${digest})`);
		if (!row) throw new Error('the bench session is gone');
		return { personId: row.person_id, releaseId: row.release_id };
	} finally {
		await db.$client.end();
	}
}

async function startBare(
	kind: 'one' | 'same',
	url: string,
	bytes: number,
	{ personId, releaseId }: Facts
): Promise<{ origin: string; process: ChildProcess }> {
	const bare = fork(
		new URL('./bare-server.ts', import.meta.url),
		[kind, url, String(bytes), personId, COURSE, releaseId, LESSON],
		{ execArgv: ['--disable-warning=ExperimentalWarning'] }
	);
	const [port] = (await once(bare, 'message')) as [number];
	return { origin: `http://127.0.0.1:${port}/`, process: bare };
}

/** Requests per second; fails on any answer other than 2xx. */
async function load(url: string, cookie = ''): Promise<number> {
	const { stdout } = await promisify(execFile)('wrk', [
		...['-t1', '-c16', `-d${SECONDS}s`],
		...(cookie ? ['-H', `Cookie: ${cookie}`] : []),
		url
	]);
	if (/Non-2xx/.test(stdout)) throw new Error(`${url} did not answer with 200:\n${stdout}`);
	return Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]);
}

function median(values: number[]): number {
	return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
