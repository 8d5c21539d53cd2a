import { randomUUID } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';
import { listAttempts } from '#lib/server/assessment/attempts.ts';
import { readKeyedItems } from '#lib/server/catalog/keyed-items.ts';
import { findCourse } from '#lib/server/catalog/releases.ts';
import { releaseFiles } from '#lib/server/catalog/tables.ts';
import type { Database } from '#lib/server/db/connect.ts';
import { SYSTEM, withScope } from '#lib/server/db/scope.ts';
import { beginTest, saveTest, sendTest } from '#lib/server/journeys/sit-test.ts';
import { enrol } from '#lib/server/learning/enrolments.ts';
import { testFields } from '#lib/test-fields.ts';
import { exampleTexts } from '../support/courses.ts';
import { aCivilServant, type Account } from './support/people.ts';
import { aPublishedCourse } from './support/publish.ts';
import { addressesOf, listForms, listRoutes, type Values } from './support/routes.ts';
import { expect, test, type House } from './support/story.ts';

const COURSE = 'rahasia-kunci';
const TESTS = ['dasar', 'tes-awal', 'tes-akhir'];

/** Words that stand in keys and rationales alone, each once, so that finding one in what is sent proves a leak. */
const told = (id: string, part: string) => `zqbahas${id.replaceAll('-', '')}${part}xq`;
const accepted = (id: string) => `zqterima${id.replaceAll('-', '')}xq`;
/** A number that nothing else is made of, as the author writes it and as it is stored. */
const numberOf = (id: string) =>
	70_000 + id.length * 1000 + [...id].reduce((sum, one) => sum + one.charCodeAt(0), 0);

/** One question of every kind that has a key, each with words of its own. */
function everyKind(of: string): string {
	const ask = (kind: string, body: string) =>
		`:::question{#${of}-${kind} objective=m1-1 level=C2 kind=${kind}}\nTanya ${of} ${kind}?\n\n${body}\n:::\n`;
	const option = (id: string, mark: string, name: string) =>
		`- [${mark}] Pilihan ${name} ${id}\n  > ${told(id, name)}\n`;
	const options = (kind: string, marks: readonly string[]) =>
		ask(kind, marks.map((mark, at) => option(`${of}-${kind}`, mark, 'abcd'[at]!)).join(''));
	const whole = (kind: string) => `\n\n> ${told(`${of}-${kind}`, 'w')}`;
	return [
		options('single', ['x', ' ', ' ']),
		options('multiple', [' ', 'x', 'x', ' ']),
		options('true-false', [' ', 'x']),
		options('situational', ['1', '2', '0']),
		ask('numeric', `= ${numberOf(of)} ± 3 jam${whole('numeric')}`),
		ask('short', `= ${accepted(of)} | ${accepted(`${of}-lain`)}${whole('short')}`),
		ask(
			'match',
			`| Kiri | Kanan |\n| --- | --- |\n| Kiri satu ${of} | Kanan satu ${of} |\n| Kiri dua ${of} | Kanan dua ${of} |${whole('match')}`
		),
		ask(
			'order',
			`1. Langkah muka ${of}\n2. Langkah tengah ${of}\n3. Langkah akhir ${of}${whole('order')}`
		)
	].join('\n');
}

const page = (title: string, body: string) => `---\ntitle: ${title}\nminutes: 8\n---\n\n${body}`;
const texts = {
	'course.md': exampleTexts['course.md']!.replace(
		'jp: 1',
		'jp: 1\npass:\n  quiz: 100\n  posttest: 100\nattempts: 3'
	).replace('Data terpadu', 'Pelatihan dengan rahasia'),
	'01-dasar/01-gejala-silo.md': exampleTexts['01-dasar/01-gejala-silo.md']!.replace(
		'minutes: 45',
		'minutes: 30'
	),
	'01-dasar/kuis.md': page('Kuis Dasar', everyKind('kuis')),
	'tes-awal.md': page('Tes Awal', everyKind('awal')),
	'tes-akhir.md': page('Tes Akhir', everyKind('akhir')),
	'bank/m1-1.md': `---\npool: ujian\n---\n\n${everyKind('bank')}`
};

/** What must not be found, in lower case. */
const SECRETS = [
	...new Set(
		Object.values(texts)
			.join('\n')
			.match(/zq\w+xq/g) ?? []
	),
	...['kuis', 'awal', 'akhir', 'bank'].flatMap((of) => [
		String(numberOf(of)),
		numberOf(of).toLocaleString('id-ID')
	])
];

type Learner = { personId: string; agencyId: null; unitId: null };

interface Stage {
	learner: Learner;
	account: Account;
	addresses: { address: string; page: boolean }[];
	/** Ids of what one chooses from in each question, right and wrong ones apart. */
	options: { right: string[]; wrong: string[] }[];
	/** Where forms are sent. */
	forms: string[];
}

/** A learner of the course, and every address of the application with parameters that exist. */
async function aStage(house: House): Promise<Stage> {
	await aPublishedCourse(house, COURSE, texts);
	const account = await aCivilServant(house);
	const learner = { personId: account.id, agencyId: null, unitId: null };
	const { hashes, options } = await withScope(house.pool, SYSTEM, async (db) => {
		const { releaseId } = (await findCourse(db, COURSE))!;
		const keyed = (await readKeyedItems(db, [releaseId])).get(releaseId)!;
		const listed = [...keyed.values()].filter(({ key }) => key.correct.length > 0);
		const files = await db.select({ sha256: releaseFiles.sha256 }).from(releaseFiles);
		return {
			hashes: files.map(({ sha256 }) => sha256),
			options: listed
				.filter(({ kind }) => ['single', 'multiple', 'true-false', 'situational'].includes(kind))
				.map(({ options: offered, key }) => ({
					right: key.correct,
					wrong: offered.map(({ id }) => id).filter((id) => !key.correct.includes(id))
				}))
		};
	});
	await asLearner(house, learner, async (db) => {
		const { releaseId } = (await findCourse(db, COURSE))!;
		await enrol(db, learner, { id: releaseId, courseId: COURSE });
	});
	const values: Values = {
		course: [COURSE],
		lesson: ['gejala-silo'],
		module: ['dasar'],
		quiz: TESTS,
		sha256: hashes.slice(-40),
		file: ['0'.repeat(64)],
		name: ['kuis.md', 'gambar.svg'],
		token: [randomUUID()],
		code: [randomUUID()],
		act: ['cabut', 'ganti', 'pulihkan'],
		id: [randomUUID()],
		person: [account.id],
		attempt: [randomUUID()],
		certificate: [randomUUID()],
		submission: [randomUUID()],
		work: [randomUUID()],
		list: ['1'],
		evidence: [randomUUID()],
		regulation: ['uu-1-2020'],
		year: ['2026']
	};
	const addresses = listRoutes().flatMap(({ pattern, page: isPage }) =>
		addressesOf(pattern, values).map((address) => ({ address, page: isPage }))
	);
	const searched = ['pembahasan', 'Tanya akhir single', 'Langkah muka', 'Pilihan a', 'terima'];
	const more = searched.map((words) => ({
		address: `/cari?q=${encodeURIComponent(words)}`,
		page: true
	}));
	const forms = [
		...listForms(),
		...listRoutes().flatMap(({ pattern, page: isPage }) =>
			isPage ? [] : [{ pattern, action: '' }]
		)
	]
		// Whoever has signed out is told nothing more.
		.filter(({ pattern }) => pattern !== '/keluar')
		.flatMap(({ pattern, action }) =>
			addressesOf(pattern, values).map((address) => `${address}${action}`)
		);
	return { learner, account, options, forms, addresses: [...addresses, ...more] };
}

const asLearner = <T>(house: House, { personId }: Learner, story: (db: Database) => Promise<T>) =>
	withScope(house.pool, { as: 'person', personId }, story);

async function enter(
	request: APIRequestContext,
	{ email, password }: Account,
	origin: string
): Promise<void> {
	const entered = await request.post('/masuk', {
		form: { identifier: email, password },
		headers: { origin, accept: 'text/html' },
		maxRedirects: 0
	});
	expect(entered.status()).toBe(303);
}

/** Everything every address sends to this visitor, as page, as data, and in answer to a form. */
async function walk(request: APIRequestContext, { addresses, options }: Stage): Promise<void> {
	const leaks: string[] = [];
	const hear = (what: string, text: string) => {
		const lower = text.toLowerCase();
		leaks.push(
			...SECRETS.filter((secret) => lower.includes(secret)).map((one) => `${what}: ${one}`)
		);
		const [named] =
			/["']?(correct|rationales?|worth|accepted|tolerance|keyOf)["']?\s*:(?!:)/.exec(text) ?? [];
		if (named) leaks.push(`${what}: ${named}`);
		for (const { right, wrong } of options) {
			const met = new Set([...right, ...wrong].map((id) => text.split(id).length));
			if (met.size > 1) leaks.push(`${what}: right options stand there otherwise than wrong ones`);
		}
	};
	for (const { address, page: isPage } of addresses) {
		const [path = '', query] = address.split('?');
		const sent = await request.get(address, { maxRedirects: 0 });
		hear(address, await sent.text());
		if (isPage) {
			const data = `${path === '/' ? '' : path}/__data.json${query ? `?${query}` : ''}`;
			hear(data, await (await request.get(data, { maxRedirects: 0 })).text());
		}
	}
	// Once for all: each assertion has its price, and there are tens of thousands to make.
	expect(leaks).toEqual([]);
}

test.describe('what graded questions are judged by', () => {
	test.describe.configure({ mode: 'serial' });
	test.setTimeout(240_000);

	test('leaves the server at no address before, during and after an attempt', async ({
		house,
		request,
		playwright,
		baseURL
	}) => {
		const stage = await aStage(house);
		const { learner, account } = stage;
		expect(stage.addresses.length).toBeGreaterThan(40);
		expect(SECRETS.length).toBeGreaterThan(70);

		const visitor = await playwright.request.newContext({ baseURL: baseURL! });
		await walk(visitor, stage);
		await visitor.dispose();

		await enter(request, account, baseURL!);
		await walk(request, stage);

		for (const quiz of TESTS)
			await asLearner(house, learner, (db) =>
				beginTest(db, learner, { course: COURSE, quiz }, randomUUID())
			);
		const paper = await request.get(`/belajar/${COURSE}/kuis/tes-akhir`);
		expect(await paper.text()).toContain('Tanya akhir single?');
		await walk(request, stage);

		// Answers kept and asked for again, and forms that nobody should send.
		const attempt = await asLearner(house, learner, async (db) => {
			const { releaseId } = (await findCourse(db, COURSE))!;
			const [open] = await listAttempts(db, learner, { releaseId, testId: 'tes-akhir' });
			const answers = open!.paper.map(({ questionId, order }) => ({
				...{ questionId, base: null },
				choice: order.slice(0, 1)
			}));
			await saveTest(db, learner, { course: COURSE, quiz: 'tes-akhir' }, open!.id, answers);
			return { id: open!.id, answers };
		});
		await walk(request, stage);

		// Of a test nothing is told afterwards either: its questions are asked of others.
		await asLearner(house, learner, (db) =>
			sendTest(db, learner, { course: COURSE, quiz: 'tes-akhir' }, attempt.id, attempt.answers)
		);
		const result = await request.get(`/belajar/${COURSE}/kuis/tes-akhir`);
		expect(await result.text()).toContain('Hasil percobaan ke-1');
		await walk(request, stage);
	});

	test('is told in answer to no form that a learner can send to any address', async ({
		house,
		request,
		baseURL
	}) => {
		const stage = await aStage(house);
		await enter(request, stage.account, baseURL!);
		const { learner, forms, options } = stage;
		expect(forms).toEqual(expect.arrayContaining([`/belajar/${COURSE}/kuis/tes-akhir?/send`]));
		await asLearner(house, learner, (db) =>
			beginTest(db, learner, { course: COURSE, quiz: 'tes-akhir' }, randomUUID())
		);
		const attempt = await asLearner(house, learner, async (db) => {
			const { releaseId } = (await findCourse(db, COURSE))!;
			return (await listAttempts(db, learner, { releaseId, testId: 'tes-akhir' }))[0]!.id;
		});
		for (const address of forms)
			for (const accept of ['text/html', 'application/json']) {
				const sent = await request.post(address, {
					form: {
						...{ id: attempt, event: randomUUID(), q: 'Tanya' },
						...{ question: 'akhir-single', option: options[0]!.right[0]! },
						[testFields.attempt]: attempt,
						[testFields.question]: 'akhir-single',
						[testFields.choice('akhir-single')]: options[0]!.right[0]!,
						[testFields.sure]: '1'
					},
					headers: { origin: baseURL!, accept },
					maxRedirects: 0
				});
				const text = (await sent.text()).toLowerCase();
				expect(
					SECRETS.filter((secret) => text.includes(secret)),
					address
				).toEqual([]);
			}
		expect((await request.get('/profil', { maxRedirects: 0 })).status()).toBe(200);
	});
});
