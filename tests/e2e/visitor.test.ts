import type { Page } from '@playwright/test';
import { expectAccessible } from './support/access.ts';
import { COURSE, LESSONS } from './support/course-sources.ts';
import { expect, test } from './support/story.ts';

const COURSE_TITLE = 'SPBE';

test('a visitor finds the course from the front page and is asked to sign in to take it', async ({
	page
}) => {
	await page.goto('/');
	await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
	await expectAccessible(page);

	const main = page.getByRole('main');
	await expect(
		main.getByRole('link', { name: 'SPBE dan pemerintah digital', exact: true })
	).toHaveAttribute('href', `/katalog/${COURSE}`);
	await expect(main.getByText(/\(menyusul\)$/)).toHaveText([
		'Tata kelola dan pelindungan data (menyusul)',
		'Kepemimpinan kolaboratif (menyusul)'
	]);

	await page.getByRole('link', { name: 'Lihat katalog pelatihan' }).click();
	await expect(page).toHaveURL('/katalog');
	await expectAccessible(page);

	await main.getByRole('link', { name: COURSE_TITLE }).click();
	await expect(page).toHaveURL(`/katalog/${COURSE}`);
	for (const { title } of LESSONS)
		await expect(page.getByRole('main').getByText(title, { exact: true })).toBeVisible();
	await expectAccessible(page);

	await page.getByRole('link', { name: 'Masuk untuk mengikuti' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Masuk');
	expect(new URL(page.url()).searchParams.get('lanjut')).toBe(`/katalog/${COURSE}`);
	await expectAccessible(page);
});

for (const path of [
	'/',
	'/katalog',
	`/katalog/${COURSE}`,
	'/masuk',
	'/cek-sertifikat',
	'/panduan',
	'/pemberitahuan-privasi'
])
	test(`${path} introduces itself to search engines`, async ({ page, baseURL }) => {
		await page.goto(path);
		await expect(page).toHaveTitle(/Widyapraja/);
		const description = await page.locator('meta[name="description"]').getAttribute('content');
		expect(description?.length).toBeGreaterThan(30);
		const canonical = page.locator('link[rel="canonical"]');
		await expect(canonical).toHaveAttribute('href', new URL(path, baseURL).href);
		await expect(page.locator('meta[name="robots"][content*="noindex"]')).toHaveCount(0);
		await expect(page.locator('html')).toHaveAttribute('lang', 'id');
	});

test('the course page carries a schema.org Course that agrees with what it shows', async ({
	page,
	baseURL
}) => {
	await page.goto(`/katalog/${COURSE}`);
	const data = page.locator('script[type="application/ld+json"]');
	await expect(data).toHaveCount(1);
	const course = JSON.parse((await data.textContent()) ?? '') as Record<string, unknown>;
	expect(course).toMatchObject({
		'@context': 'https://schema.org',
		'@type': 'Course',
		courseCode: 'SPBE-101',
		inLanguage: 'id',
		url: new URL(`/katalog/${COURSE}`, baseURL).href,
		isAccessibleForFree: true,
		license: expect.stringMatching(/^https:/),
		hasCourseInstance: { '@type': 'CourseInstance', courseMode: 'online' }
	});
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(String(course.name));
	await expect(page.getByText(String(course.description)).first()).toBeVisible();
	expect(course.provider).toEqual(
		expect.arrayContaining([expect.objectContaining({ '@type': 'Organization' })])
	);
	const { courseWorkload } = course.hasCourseInstance as { courseWorkload: string };
	expect(courseWorkload).toMatch(/^PT(\d+H)?\d+M$/);
});

test('the language can be changed to English and back, and the choice is kept', async ({
	page
}) => {
	await page.goto('/katalog');
	await chooseDisplay(page, 'Tampilan', 'English', 'Terapkan');
	await expect(page).toHaveURL('/katalog');
	await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	for (const path of ['/', '/katalog', `/katalog/${COURSE}`, '/masuk', '/lupa-sandi']) {
		await page.goto(path);
		await expect(page.locator('html')).toHaveAttribute('lang', 'en');
		await expectAccessible(page);
	}
	await page.goto('/katalog');
	const card = page.locator('.card').filter({ hasText: 'SPBE-101' });
	await expect(card.getByRole('heading')).toHaveAttribute('lang', 'id');
	await expect(card.locator('p[lang="id"]')).toContainText(/\w/);
	await page.goto(`/katalog/${COURSE}`);
	await expect(page.getByRole('main').locator('[lang="id"]').first()).toBeAttached();

	await page.locator('.site-header summary, header summary').first().click();
	await page.getByLabel('Bahasa Indonesia').check();
	await page.getByRole('button', { name: 'Apply' }).click();
	await expect(page.locator('html')).toHaveAttribute('lang', 'id');
	await page.goto('/');
	await expect(page.locator('html')).toHaveAttribute('lang', 'id');
});

for (const { choices, works } of [
	{ choices: ['Gelap'], works: (page: Page) => expectDark(page) },
	{ choices: ['Besar'], works: (page: Page) => expectLarge(page) },
	{ choices: ['Sangat besar'], works: (page: Page) => expectLarge(page) },
	{ choices: ['Tinggi'], works: async () => {} },
	{ choices: ['Gelap', 'Tinggi', 'Besar'], works: (page: Page) => expectDark(page) }
])
	test(`the display “${choices.join(', ')}” is kept on other pages and readable there`, async ({
		page
	}) => {
		await page.goto('/');
		for (const choice of choices) await chooseDisplay(page, 'Tampilan', choice, 'Terapkan');
		for (const path of ['/masuk', `/katalog/${COURSE}`]) {
			await page.goto(path);
			await page.getByRole('banner').getByText('Tampilan').click();
			for (const choice of choices)
				await expect(page.getByLabel(choice, { exact: true })).toBeChecked();
			await works(page);
			await expectAccessible(page);
		}
	});

test('an unknown address answers 404 and leads back', async ({ page }) => {
	for (const path of ['/tidak-ada', '/katalog/tidak-ada', '/berkas/0/x.svg', '/lupa-sandi/x/y']) {
		const answer = await page.goto(path);
		expect(answer?.status(), path).toBe(404);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	}
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Halaman tidak ditemukan');
	await expectAccessible(page);
	await page.getByRole('main').getByRole('link', { name: 'Ke katalog pelatihan' }).click();
	await expect(page).toHaveURL('/katalog');
});

test('the privacy notice can be read without an account', async ({ page }) => {
	await page.goto('/');
	await page.getByRole('contentinfo').getByRole('link', { name: 'Pemberitahuan Privasi' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pemberitahuan Privasi');
	await expect(page.getByRole('button', { name: 'Saya sudah membaca' })).toHaveCount(0);
	await expect(page.getByRole('main')).toContainText('Pemasangan ini hanya contoh');
	await expect(page.getByRole('main')).toContainText(
		'Admin platform dapat melakukan hal yang sama'
	);
	await expectAccessible(page);
});

test('health, robots and the web manifest are there for machines', async ({ request }) => {
	const health = await request.get('/health');
	expect(health.status()).toBe(200);
	expect(await health.json()).toEqual({ status: 'ok' });

	const robots = await (await request.get('/robots.txt')).text();
	expect(robots).toMatch(/^User-agent: \*/im);
	for (const [, path] of robots.matchAll(/^Allow: (\/[a-z-]+)$/gm))
		expect((await request.get(path!)).status(), path).toBe(200);

	const manifest = await request.get('/site.webmanifest');
	expect(manifest.headers()['content-type']).toContain('json');
	const { icons, start_url, lang } = (await manifest.json()) as {
		icons: { src: string }[];
		start_url: string;
		lang: string;
	};
	expect(start_url).toBe('/');
	expect(lang).toMatch(/^id/);
	for (const { src } of icons) expect((await request.get(src)).status(), src).toBe(200);
});

test('pages of a learner and of officers send a visitor to sign in and back', async ({ page }) => {
	for (const path of [
		`/belajar/${COURSE}`,
		`/belajar/${COURSE}/${LESSONS[0]!.id}`,
		'/profil',
		'/admin',
		'/admin/pengguna'
	]) {
		await page.goto(path);
		expect(new URL(page.url()).pathname, path).toBe('/masuk');
		expect(new URL(page.url()).searchParams.get('lanjut')).toBe(path);
	}
});

async function chooseDisplay(page: Page, menu: string, choice: string, apply: string) {
	await page.getByRole('banner').getByText(menu, { exact: true }).click();
	await page.getByLabel(choice, { exact: true }).check();
	await page.getByRole('banner').getByRole('button', { name: apply }).click();
}

async function expectDark(page: Page): Promise<void> {
	const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
	const [red = 255] = /\d+/.exec(paper)?.map(Number) ?? [];
	expect(red).toBeLessThan(80);
}

async function expectLarge(page: Page): Promise<void> {
	const size = await page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));
	expect(size).toBeGreaterThan(19);
}
