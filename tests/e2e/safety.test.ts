import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { COURSE, LESSONS } from './support/course-sources.ts';
import { aCivilServant, aLearnerOf, signIn } from './support/people.ts';
import { expect, test } from './support/story.ts';

const LESSON = `/belajar/${COURSE}/${LESSONS[0]!.id}`;
const QUESTION = LESSONS[0]!.questions[0]!.id;

test('every page and file carries the headers that keep it safe', async ({ page, house }) => {
	const loaded = new Map<string, Record<string, string>>();
	page.on('response', (response) => loaded.set(response.url(), response.headers()));
	await aLearnerOf(house, page, COURSE);
	for (const path of ['/', '/katalog', '/masuk', '/profil', '/tidak-ada', '/health', LESSON])
		await page.goto(path);
	const figure = page.waitForResponse(/\/berkas\//);
	await page.getByRole('main').getByRole('img').first().scrollIntoViewIfNeeded();
	await figure;
	expect([...loaded.keys()].some((url) => url.endsWith('.css'))).toBe(true);
	expect([...loaded.keys()].some((url) => url.endsWith('.woff2'))).toBe(true);
	expect([...loaded.keys()].some((url) => url.includes('/berkas/'))).toBe(true);
	for (const [url, headers] of loaded) {
		expect(headers, url).toMatchObject({
			'x-content-type-options': 'nosniff',
			'x-frame-options': 'DENY',
			'referrer-policy': expect.stringMatching(/^strict-origin/),
			'permissions-policy': expect.stringContaining('camera=()'),
			'cross-origin-opener-policy': 'same-origin',
			'cross-origin-resource-policy': 'same-origin'
		});
		expect(headers['content-security-policy'], url).toBeTruthy();
		expect(headers['server'], url).toBeUndefined();
		expect(headers['x-powered-by'], url).toBeUndefined();
	}
});

test('the policy of a page allows no inline code, no foreign host, no frame and no base', async ({
	page
}) => {
	for (const path of ['/', '/katalog', `/katalog/${COURSE}`, '/masuk']) {
		const policy = (await page.goto(path))!.headers()['content-security-policy']!;
		const directives = new Map(
			policy.split(';').map((directive) => {
				const [name, ...sources] = directive.trim().split(/\s+/);
				return [name!, sources.join(' ')];
			})
		);
		expect(Object.fromEntries(directives)).toMatchObject({
			'default-src': "'none'",
			'base-uri': "'none'",
			'form-action': "'self'",
			'frame-ancestors': "'none'"
		});
		for (const name of ['script-src', 'style-src'])
			expect(directives.get(name), name).toMatch(/^'self'( '(sha256|nonce)-[^']+')*$/);
		expect(policy).not.toMatch(/unsafe|https?:|\*/);
	}
});

test('the policy holds: a script written into a page does not run', async ({ page, watched }) => {
	await page.goto('/');
	await page.evaluate(() => {
		const script = document.createElement('script');
		script.textContent = 'document.title = "ditembus"';
		document.head.append(script);
	});
	await expect(page).not.toHaveTitle('ditembus');
	expect(watched.splice(0).join()).toMatch(/Content Security Policy/);
});

for (const { path, form } of [
	{ path: '/masuk', form: { identifier: 'a@uji.go.id', password: 'x' } },
	{ path: '/keluar', form: {} },
	{ path: `${LESSON}?/answer`, form: { question: QUESTION, event: randomUUID(), option: 'a' } },
	{ path: `${LESSON}/tempat`, form: { place: QUESTION, event: randomUUID() } },
	{ path: `/katalog/${COURSE}?/enrol`, form: {} },
	{ path: '/profil?/endOthers', form: {} },
	{ path: '/tampilan', form: { theme: 'dark' } }
])
	for (const origin of ['https://jahat.example', 'null', undefined])
		test(`a form for ${path} from ${origin ?? 'nowhere'} is refused`, async ({ page, house }) => {
			await signIn(page, await aCivilServant(house));
			const answer = await page.request.post(path, {
				form,
				headers: { accept: 'text/html', ...(origin !== undefined && { origin }) },
				maxRedirects: 0
			});
			expect(answer.status()).toBe(403);
			expect((await page.goto('/profil'))?.url()).toMatch(/\/profil$/);
		});

test('a form too large is refused with a page that says so', async ({ page, baseURL, house }) => {
	await aLearnerOf(house, page, COURSE);
	for (const path of [`${LESSON}?/answer`, '/masuk', '/lupa-sandi']) {
		const answer = await page.request.post(path, {
			form: { question: QUESTION, event: randomUUID(), option: 'x'.repeat(600_000) },
			headers: { accept: 'text/html', origin: baseURL! },
			maxRedirects: 0
		});
		expect(answer.status(), path).toBe(413);
		expect(await answer.text()).toContain('Kiriman terlalu besar');
	}
	expect((await page.goto(LESSON))?.status()).toBe(200);
});

test('forged ids of courses, lessons, questions, options and events are refused in words', async ({
	page,
	baseURL,
	house
}) => {
	await aLearnerOf(house, page, COURSE);
	const post = (path: string, form: Record<string, string>) =>
		page.request.post(path, {
			form,
			headers: { accept: 'text/html', origin: baseURL! },
			maxRedirects: 0
		});
	const event = () => randomUUID();
	const cases: [string, Record<string, string>, number, RegExp][] = [
		['/katalog/tidak-ada?/enrol', {}, 404, /tidak ada di katalog/],
		[
			`/belajar/${COURSE}/tidak-ada?/answer`,
			{ question: QUESTION, option: 'a', event: event() },
			404,
			/tidak ada/
		],
		[
			`${LESSON}?/answer`,
			{ question: 'tidak-ada', option: 'a', event: event() },
			404,
			/tidak ada dalam materi/
		],
		[
			`${LESSON}?/answer`,
			{ question: '../etc', option: 'a', event: event() },
			422,
			/tidak lengkap|tidak dapat/
		],
		[
			`${LESSON}?/answer`,
			{ question: QUESTION, option: 'zzz', event: event() },
			422,
			/tidak ada pada pertanyaan/
		],
		[`${LESSON}?/answer`, { question: QUESTION, option: 'a', event: 'x' }, 422, /tidak lengkap/],
		[`${LESSON}?/done`, { event: event() }, 409, /terjawab benar/],
		[`${LESSON}?/tidak-ada`, {}, 404, /tidak ditemukan|tidak menerima/],
		[`${LESSON}/tempat`, { place: 'tidak-ada', event: event() }, 422, /./]
	];
	for (const [path, form, status, words] of cases) {
		const answer = await post(path, form);
		const text = await answer.text();
		expect(answer.status(), `${path} ${JSON.stringify(form)}`).toBe(status);
		expect(text, `${path} ${JSON.stringify(form)}`).toMatch(words);
		expect(text).not.toMatch(/at .*\.[jt]s:\d+|node_modules|select .* from/i);
	}
	for (const path of [`/belajar/${COURSE}/tidak-ada`, '/katalog/tidak-ada'])
		expect((await page.goto(path))?.status(), path).toBe(404);
	await page.goto(LESSON);
	await expect(page.getByText(/Sisa: 4/).first()).toBeVisible();
});

test('what a signed-in hand makes up is refused in words and is no fault of ours', async ({
	page,
	baseURL,
	house
}) => {
	const admin = await aCivilServant(house, { role: 'platform-admin' });
	await aLearnerOf(house, page, COURSE);
	await page.context().clearCookies();
	await signIn(page, admin);
	const person = `/admin/pengguna/${(await aCivilServant(house)).id}`;
	const grant = { role: 'auditor', place: '' };
	const posts: [path: string, form: Record<string, string>, status: number, words: RegExp][] = [
		[`${person}?/grant`, { ...grant, endsOn: '2027-02-31' }, 422, /tidak ada dalam kalender/],
		[`${person}?/grant`, { ...grant, endsOn: '\0' }, 422, /tidak lengkap/],
		[`${person}?/withdraw`, { grant: '\0' }, 404, /tidak ditemukan/],
		['/admin/pengguna', { query: '\0\0\0' }, 422, /paling sedikit tiga/],
		['/profil?/password', { current: '\0', password: '\0', repeat: '\0' }, 422, /./]
	];
	for (const [path, form, status, words] of posts) {
		const answer = await page.request.post(path, {
			form,
			headers: { accept: 'text/html', origin: baseURL! },
			maxRedirects: 0
		});
		expect(answer.status(), `${path} ${JSON.stringify(form)}`).toBe(status);
		expect(await answer.text(), path).toMatch(words);
	}
	for (const form of [{ label: '\0' }, { label: "' or 1=1" }]) {
		const headers = { accept: 'text/html', origin: baseURL! };
		await page.request.post('/profil?/endSession', { form, headers });
		expect((await page.goto('/profil'))?.url()).toMatch(/\/profil$/);
	}
	for (const path of ['/admin/pengguna/%00', `${LESSON}%00`, '/belajar/%00'])
		expect((await page.goto(path))?.status(), path).toBe(404);
	expect(house.log()).not.toMatch(/"level":50/);
});

test('no address makes a page say that something was done', async ({ page, house }) => {
	for (const path of ['/masuk?sandi-baru', '/lupa-sandi?terkirim']) {
		await page.goto(path);
		await expect(page.getByRole('main')).not.toContainText(/tersimpan|Periksa email/);
	}
	const admin = await aCivilServant(house, { role: 'platform-admin' });
	await signIn(page, admin);
	for (const path of ['/profil', `/admin/pengguna/${admin.id}`])
		for (const word of ['password', 'constructor', 'granted']) {
			await page.goto(`${path}?selesai=${word}`);
			await expect(page.getByRole('main')).not.toContainText(
				/function|native code|Kata sandi baru tersimpan|Peran diberikan\./
			);
		}
	await page.goto('/profil');
	await page.getByLabel('Bahasa', { exact: true }).selectOption('Bahasa Indonesia');
	await page.getByRole('button', { name: 'Simpan bahasa' }).click();
	await expect(page.getByText('Bahasa tersimpan.')).toBeVisible();
	await expect(page).toHaveURL(/\/profil$/);
	await page.reload();
	await expect(page.getByText('Bahasa tersimpan.')).toHaveCount(0);
});

test('what people type comes back as text, never as markup', async ({ page, house }) => {
	const markup = '"><img src=x onerror="document.title=1"><script>document.title=2</script>';
	await page.goto('/masuk');
	await page.getByLabel('NIP/NI PPPK atau email dinas').fill(markup);
	await page.getByLabel('Kata sandi', { exact: true }).fill('x');
	await page.getByRole('main').getByRole('button', { name: 'Masuk' }).click();
	await expect(page.getByLabel('NIP/NI PPPK atau email dinas')).toHaveValue(markup);
	await expect(page).toHaveTitle(/Masuk/);
	await signIn(page, await aCivilServant(house, { role: 'platform-admin' }));
	await page.goto('/admin/pengguna');
	await page.getByLabel('Nama, email, atau NIP/NI PPPK').fill(`%' or 1=1 -- ${markup}`);
	await page.getByRole('main').getByRole('button', { name: 'Cari' }).click();
	await expect(page.getByText('Tidak ada yang cocok')).toBeVisible();
});

test('after sign-in nobody is sent to another site', async ({ page, house }) => {
	const learner = await aCivilServant(house);
	for (const target of [
		'https://jahat.example/',
		'//jahat.example',
		'/\\jahat.example',
		'/.//jahat.example/x',
		'/%2e//jahat.example/x',
		'javascript:1'
	]) {
		await page.context().clearCookies();
		await page.goto(`/masuk?lanjut=${encodeURIComponent(target)}`);
		await signIn(page, learner);
		expect(new URL(page.url()).hostname, target).toBe('127.0.0.1');
	}
});

test('five wrong passwords close the door of that account for a while, also to the right one', async ({
	page,
	house
}) => {
	const { email, password } = await aCivilServant(house);
	const attempt = async (typed: string) => {
		await page.goto('/masuk');
		await page.getByLabel('NIP/NI PPPK atau email dinas').fill(email);
		await page.getByLabel('Kata sandi', { exact: true }).fill(typed);
		await page.getByRole('main').getByRole('button', { name: 'Masuk' }).click();
	};
	for (let tries = 0; tries < 5; tries++) await attempt('salah-terus-begini');
	await attempt(password);
	await expect(page.getByRole('alert')).toContainText('Terlalu banyak percobaan yang gagal');
});

test('no number and no password ever reaches the log', async ({ page, house }) => {
	const person = await aCivilServant(house);
	await signInWithNumber(page, person.number, 'salah-kata-sandinya');
	await signInWithNumber(page, person.number, person.password);
	await page.goto(`/katalog?cari=${person.number}`);
	await page.goto(`/tidak-ada/${person.number}`);
	await page.context().clearCookies();
	await signIn(page, await aCivilServant(house, { role: 'platform-admin' }));
	await page.goto('/admin/pengguna');
	await page.getByLabel('Nama, email, atau NIP/NI PPPK').fill(person.number);
	await page.getByRole('main').getByRole('button', { name: 'Cari' }).click();
	await page.getByRole('link', { name: person.name }).click();
	await page.getByRole('button', { name: 'Tampilkan nomor' }).click();
	await expect(page.getByText(person.number)).toBeVisible();

	const log = house.log();
	expect(log).toContain('"route":"/(public)/masuk"');
	const secrets = [
		person.number,
		person.password,
		'salah-kata-sandinya',
		person.email,
		person.name
	];
	for (const secret of secrets) expect(log.includes(secret), secret).toBe(false);
	expect(log.replace(/kata sandi widyapraja-contoh/, '')).not.toContain('widyapraja-contoh');
	expect(log).not.toMatch(/\b(19|20)\d{6}[ .]?(19|20)\d{4}[ .]?[12][ .]?\d{3}\b/);
	expect(log).not.toMatch(/"level":50/);
});

async function signInWithNumber(page: Page, number: string, password: string): Promise<void> {
	await page.goto('/masuk');
	await page.getByLabel('NIP/NI PPPK atau email dinas').fill(number);
	await page.getByLabel('Kata sandi', { exact: true }).fill(password);
	await page.getByRole('main').getByRole('button', { name: 'Masuk' }).click();
	await page.waitForLoadState();
}
