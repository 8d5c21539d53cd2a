import { expectAccessible } from './support/access.ts';
import { aCivilServant, signIn } from './support/people.ts';
import { expect, test } from './support/story.ts';

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
