import { expectAccessible, expectRoomWhenZoomed } from './support/access.ts';
import { aCivilServant, aLearnerOf, signIn } from './support/people.ts';
import { expect, test } from './support/story.ts';

const GUIDE = 'panduan-kontributor';

test('a newcomer is led to the guide for learners from any page, and from signing in', async ({
	page
}) => {
	await page.goto('/katalog');
	await page.getByRole('contentinfo').getByRole('link', { name: 'Panduan' }).click();
	await expect(page).toHaveURL('/panduan');
	const main = page.getByRole('main');
	await expect(main.getByRole('heading', { level: 2 })).toHaveText([
		/^Panduan Peserta/,
		/^Panduan Kontributor/,
		'Format pelatihan'
	]);
	await expectAccessible(page);

	await page.goto('/masuk');
	await main.getByRole('link', { name: 'Baru memakai Widyapraja?' }).click();
	await main.getByRole('link', { name: /^Panduan Peserta/ }).click();
	await expect(page).toHaveURL('/katalog/panduan-peserta');
});

test('an author gets from the reference of the format to the guide', async ({ page }) => {
	await page.goto('/panduan/format');
	await page.getByRole('main').getByRole('link', { name: 'Panduan Kontributor' }).click();
	await page
		.getByRole('main')
		.getByRole('link', { name: /^Panduan Kontributor/ })
		.click();
	await expect(page).toHaveURL('/katalog/panduan-kontributor');
});

test('a learner without a course finds the guides on their own page', async ({ page, house }) => {
	await signIn(page, await aCivilServant(house));
	await page.goto('/');
	await expectAccessible(page);
	await page.getByRole('main').getByRole('link', { name: 'Baru memakai Widyapraja?' }).click();
	await expect(page).toHaveURL('/panduan');
});

test('a contributor reads the guide as shipped: its clip, its source and its case', async ({
	page,
	house
}) => {
	await aLearnerOf(house, page, GUIDE, { id: 'teks-yang-terbaca' });
	await expect(page.locator('video[preload="none"]').first()).toBeVisible();
	await expect(page.locator('.prose pre').first()).toBeVisible();
	await expectAccessible(page);
	await page.goto(`/belajar/${GUIDE}/soal-pilihan-dan-kasus`);
	await expect(page.locator('.scenario').first()).toBeVisible();
	await expectAccessible(page);
	await expectRoomWhenZoomed(page, [
		`/belajar/${GUIDE}/teks-yang-terbaca`,
		`/belajar/${GUIDE}/soal-pilihan-dan-kasus`
	]);
});

test('a participant opens the guide, and prints it', async ({ page, house }) => {
	await aLearnerOf(house, page, 'panduan-peserta', { id: 'jp-dan-sertifikat' });
	await page.locator('.legal > summary').click();
	await expect(page.locator('.legal').getByText('UU 20/2023')).toBeVisible();
	await expectAccessible(page);
	await page.goto('/belajar/panduan-peserta/modul/memakai-widyapraja');
	await expectAccessible(page);
});
