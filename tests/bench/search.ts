import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql, type SQL } from 'drizzle-orm';
import { indexCourse } from '#lib/server/search/indexing.ts';
import { search } from '#lib/server/search/search.ts';
import { readSearch } from '#lib/server/search/address.ts';
import { APPLICATION_ROLE, connect, type Pool } from '#lib/server/db/connect.ts';
import { startEmbedded } from '#lib/server/db/embedded.ts';
import { migrate } from '#lib/server/db/migrate.ts';
import { PUBLIC, SYSTEM, withScope } from '#lib/server/db/scope.ts';
import { writeCorpus, type Corpus } from './search-corpus.ts';

const COURSES = 100;
const LESSONS = 50;
const QUERIES = 400;
/** How often each of the dearest queries is asked, after a first time that warms. */
const TRIES = 5;
/** The target of the search (issue 3). */
const LIMIT = 50;

/** Milliseconds a search takes over 5,000 lessons, as the application asks: its own role, scope and transaction. */
export async function measureSearch(): Promise<string[]> {
	const dataDir = await mkdtemp(join(tmpdir(), 'widyapraja-bench-search-'));
	const server = await startEmbedded({ dataDir });
	const pool = connect(server.appUrl, { role: APPLICATION_ROLE, max: 4 });
	try {
		await migrate(server.ownerUrl);
		const corpus = await withScope(pool, SYSTEM, (db) =>
			writeCorpus(db, { courseCount: COURSES, lessonCount: LESSONS })
		);
		const indexing = await timed(async () => {
			for (const courseId of corpus.courseIds)
				await withScope(pool, SYSTEM, (db) => indexCourse(db, courseId));
		});
		await analyse(server.ownerUrl);
		const queries = Array.from({ length: QUERIES }, (_, nth) => aQuery(corpus, nth));
		// The first round warms the connections and PostgreSQL's cache, as a running application's are.
		for (const address of queries.slice(0, 50)) await ask(pool, address);
		const times: { address: string; time: number; total: number }[] = [];
		for (const address of queries) {
			let total = 0;
			const time = await timed(async () => {
				total = (await ask(pool, address)).total;
			});
			times.push({ address, time, total });
		}
		const dearest = await measureDearest(pool);
		times.sort((a, b) => a.time - b.time);
		const at = (share: number) => times[Math.ceil(times.length * share) - 1]!;
		const found = times.filter(({ total }) => total > 0).length;
		return [
			`pencarian (${COURSES * LESSONS} materi, ${QUERIES} kueri beragam, ${found} menemukan sesuatu): p50 ${ms(at(0.5).time)}, p95 ${ms(at(0.95).time)} (syarat ≤ ${LIMIT} ms), terlama ${ms(at(1).time)} untuk “${at(1).address}”`,
			`pencarian terberat (median dari ${TRIES}, syarat ≤ ${LIMIT} ms): ${dearest.map(({ name, time }) => `${name} ${ms(time)}`).join('; ')}`,
			`pengindeksan satu pelatihan berisi ${LESSONS} materi: rata-rata ${ms(indexing / COURSES)}`
		];
	} finally {
		await pool.$client.end({ timeout: 1 });
		await server.stop();
		await rm(dataDir, { recursive: true, force: true });
	}
}

function ask(pool: Pool, address: string) {
	return withScope(pool, PUBLIC, (db) => search(db, readSearch(new URLSearchParams(address))));
}

/** What costs most, each asked some times: affixes, phrases of the commonest words, eight mistyped ones. */
async function measureDearest(pool: Pool): Promise<{ name: string; time: number }[]> {
	const words = async (what: SQL) =>
		(await pool.execute<{ word: string }>(what)).map(({ word }) => word);
	const common = await words(
		sql`select word from search_words where length(word) > 2 order by entries desc, word limit 8`
	);
	const rare = await words(
		sql`select word from search_words where length(word) between 9 and 11 order by md5(word) limit 8`
	);
	const pairs = [0, 2, 4, 6].map((at) => `"${common[at]} ${common[at + 1]}"`);
	const queries = {
		'delapan imbuhan': 'men ber per kan ter nya pen pem',
		'frasa dua kata tersering': pairs[0]!,
		'empat frasa': pairs.join(' '),
		'delapan kata tersering': common.join(' '),
		'delapan kata salah ketik': rare
			.map((word) => `${word.slice(0, 4)}x${word.slice(5)}`)
			.join(' '),
		men: 'men',
		[common[0]!]: common[0]!
	};
	const measured: { name: string; time: number }[] = [];
	for (const [name, query] of Object.entries(queries)) {
		const address = new URLSearchParams({ q: query }).toString();
		const times: number[] = [];
		for (let nth = 0; nth <= TRIES; nth++) times.push(await timed(() => ask(pool, address)));
		const [, ...warm] = times;
		measured.push({ name, time: warm.sort((a, b) => a - b)[Math.floor(TRIES / 2)]! });
	}
	return measured.sort((a, b) => b.time - a.time);
}

/** One to three words; among them mistyped ones, phrases, words within words, facets and later pages. */
function aQuery(corpus: Corpus, nth: number): string {
	const { below, word, phrase } = corpus;
	const address = new URLSearchParams();
	const words = Array.from({ length: 1 + (nth % 3) }, word);
	if (nth % 4 === 1) words[0] = mistyped(longWord(corpus), below);
	if (nth % 10 === 2) words[0] = phrase();
	if (nth % 20 === 3) words[0] = 'spbe';
	if (nth % 25 === 4) words[0] = `${word()}${word()}`;
	address.set('q', words.join(' '));
	if (nth % 5 === 0) address.append('topik', `topik-${below(9)}`);
	if (nth % 7 === 0) address.append('jenis', 'materi');
	if (nth % 9 === 0) address.append('jp', '1-5');
	if (nth % 15 === 0) address.set('hal', '3');
	return address.toString();
}

function longWord({ word }: Corpus): string {
	for (;;) {
		const drawn = word();
		if (drawn.length >= 8) return drawn;
	}
}

/** One typing error of each kind in turn. */
function mistyped(word: string, below: (most: number) => number): string {
	const at = 1 + below(word.length - 2);
	const [before, letter, next] = [word.slice(0, at), word[at]!, word[at + 1]!];
	switch (below(4)) {
		case 0:
			return `${before}x${word.slice(at + 1)}`;
		case 1:
			return before + word.slice(at + 1);
		case 2:
			return `${before}q${word.slice(at)}`;
		default:
			return before + next + letter + word.slice(at + 2);
	}
}

async function analyse(ownerUrl: string): Promise<void> {
	const owner = connect(ownerUrl, { max: 1 });
	await owner.execute(sql`vacuum analyze search_courses, search_entries, search_words`);
	await owner.$client.end();
}

async function timed(work: () => Promise<unknown>): Promise<number> {
	const began = performance.now();
	await work();
	return performance.now() - began;
}

function ms(time: number): string {
	return `${time.toFixed(1)} ms`;
}
