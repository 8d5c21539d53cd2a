import type { Page } from '@playwright/test';
import { expectAccessible } from './support/access.ts';
import { COURSE, LESSONS, TEXT_WITHOUT_QUESTIONS } from './support/course-sources.ts';
import { aLearnerOf } from './support/people.ts';
import { expect, test } from './support/story.ts';

const results = (page: Page) => page.getByRole('main').getByRole('list').locator('.result');
const heading = (page: Page) => page.getByRole('main').getByRole('heading', { level: 2 });

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

	test('a visitor on a phone finds a lesson, narrows the search and is led to sign in', async ({
		page
	}) => {
		await page.goto('/');
		await page.getByRole('banner').getByRole('link', { name: 'Cari' }).click();
		await expect(page).toHaveURL('/cari');
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cari');

		await page.getByRole('searchbox').fill('pergeseran makna');
		await page.getByRole('searchbox').press('Enter');
		await expect(page).toHaveURL('/cari?q=pergeseran+makna');
		await expect(heading(page)).toHaveText(/^\d+ hasil untuk “pergeseran makna”$/);
		await expect(page).toHaveTitle(/hasil untuk “pergeseran makna”/);
		await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex');
		await expect(results(page).first().getByRole('link')).toHaveText(
			'Istilah dan pergeseran makna'
		);
		await expect(results(page).first().locator('mark').first()).toHaveText('pergeseran');

		await page.getByText('Saring', { exact: true }).click();
		await page.getByRole('checkbox', { name: /^Materi/ }).check();
		await page.getByRole('checkbox', { name: /^Pemerintah digital/ }).check();
		await page.getByRole('button', { name: 'Terapkan saringan' }).click();
		await expect(page).toHaveURL('/cari?q=pergeseran+makna&jenis=materi&topik=pemerintah-digital');
		await expect(results(page).getByText('Istilah', { exact: true })).toHaveCount(0);
		await page.getByRole('link', { name: 'Hapus saringan Topik: Pemerintah digital' }).click();
		await expect(page).toHaveURL('/cari?q=pergeseran+makna&jenis=materi');
		await page.getByRole('link', { name: 'Hapus semua saringan' }).click();
		await expect(page).toHaveURL('/cari?q=pergeseran+makna');

		await results(page).first().getByRole('link').click();
		await expect(page).toHaveURL(/\/masuk\?lanjut=/);
	});

	test('a mistyped word is understood, and can be searched as it is', async ({ page }) => {
		await page.goto('/cari?q=interoprabilitas');
		await expect(heading(page)).toHaveText(/hasil untuk “interoperabilitas”$/);
		await expect(page.getByText('Menampilkan hasil untuk “interoperabilitas”.')).toBeVisible();
		await page.getByRole('link', { name: 'Cari persis “interoprabilitas”' }).click();
		await expect(heading(page)).toHaveText('Tidak ada hasil untuk “interoprabilitas”');
		await page.getByRole('link', { name: 'interoperabilitas', exact: true }).click();
		await expect(results(page).first()).toBeVisible();
	});

	test('the catalogue is narrowed by words and facets', async ({ page }) => {
		await page.goto('/katalog');
		await page.getByText('Saring', { exact: true }).click();
		await page.getByRole('searchbox').fill('pemerintah');
		await page.getByRole('checkbox', { name: /^Kebijakan dan hukum/ }).check();
		await page.getByRole('button', { name: 'Terapkan saringan' }).click();
		await expect(page).toHaveURL('/katalog?q=pemerintah&topik=kebijakan-dan-hukum');
		await expect(
			page.getByRole('main').getByRole('link', { name: /^SPBE dan Pemerintah Digital/ })
		).toBeVisible();
		await page.getByRole('link', { name: /juga di dalam materi/ }).click();
		await expect(page).toHaveURL('/cari?q=pemerintah');
		await page.goto('/katalog?q=zzzzqqqq');
		await expect(heading(page)).toHaveText('Tidak ada hasil untuk “zzzzqqqq”');
	});
});

test('a learner searches from the header of any page by keyboard and opens a lesson', async ({
	page,
	house
}) => {
	await page.setViewportSize({ width: 1366, height: 768 });
	await aLearnerOf(house, page, COURSE);
	const field = page.getByRole('banner').getByRole('searchbox');
	await field.focus();
	await page.keyboard.type('posisi kita');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL('/cari?q=posisi+kita');
	const found = results(page).getByRole('link', { name: 'Di mana posisi kita' });
	await found.focus();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(`/belajar/${COURSE}/di-mana-posisi-kita`);
});

test('no search finds the words of a question, an option or a rationale', async ({ page }) => {
	const literally = async (stretch: string) => {
		await page.goto(`/cari?q=${encodeURIComponent(`"${stretch}"`)}&persis=1`);
		return heading(page).innerText();
	};
	// The same search finds what a lesson says.
	const told = LESSONS.flatMap(({ plainLines }) => plainLines).map(wordsOf)[0]!;
	expect(await literally(told.slice(0, 6).join(' '))).toMatch(/^1 hasil untuk/);

	const asked = LESSONS.flatMap(({ questions }) => questions).flatMap(({ prompt, options }) => [
		prompt,
		...options.flatMap(({ text, rationale }) => [text, rationale])
	]);
	const secret = asked.flatMap((text) => stretchNotTaught(text) ?? []);
	expect(secret.length).toBeGreaterThan(100);
	// A few of each lesson: every one is a page.
	for (const stretch of secret.filter((_, nth) => nth % 5 === 0))
		expect(await literally(stretch), stretch).toBe(`Tidak ada hasil untuk “"${stretch}"”`);
});

const wordsOf = (text: string) => text.match(/[\p{L}\d-]+/gu) ?? [];
/** What the lessons say outside their questions, as one row of words. */
const TAUGHT = wordsOf(TEXT_WITHOUT_QUESTIONS.toLowerCase()).join(' ');

/** Six words in a row that stand in a question alone; null where a text has none. */
function stretchNotTaught(text: string): string | null {
	const words = wordsOf(text);
	const stretch = words.slice(0, 6).join(' ');
	return words.length < 6 || TAUGHT.includes(stretch.toLowerCase()) ? null : stretch;
}

for (const address of [
	'/cari',
	'/cari?q=pergeseran+makna&jenis=materi&topik=pemerintah-digital',
	'/cari?q=interoprabilitas',
	'/cari?q=interoprabilitas&persis=1',
	'/katalog?q=pemerintah&topik=kebijakan-dan-hukum',
	'/katalog?q=zzzzqqqq'
])
	test(`${address} can be used by everybody, filters closed and open`, async ({ page }) => {
		await page.goto(address);
		await expectAccessible(page);
		const filters = page.getByText('Saring', { exact: true });
		await page.setViewportSize({ width: 360, height: 740 });
		if (await filters.isVisible()) {
			await filters.click();
			await expectAccessible(page);
		}
	});

for (const query of ['%00', '%ZZ%E0', "'%20|%20!", '%25_%5C', 'x'.repeat(9_000), '%F0%9F%91%A9'])
	test(`whatever is asked is answered: ${query.slice(0, 12)}`, async ({ page }) => {
		const answer = await page.goto(`/cari?q=${query}&hal=7&topik=${query.slice(0, 9)}`);
		expect(answer!.status()).toBe(200);
		await expect(page.getByRole('searchbox').first()).toBeVisible();
	});
