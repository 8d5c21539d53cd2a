import { expectAccessible } from './support/access.ts';
import { aCivilServant, signIn } from './support/people.ts';
import { expect, test } from './support/story.ts';

test('a reviewer sees what rests on a law, and opens the number to the places it counts', async ({
	page,
	house
}) => {
	await signIn(page, await aCivilServant(house, { role: 'reviewer' }));
	await page.goto('/admin');
	await expect(page.getByRole('main').getByRole('link', { name: 'Pengguna & Peran' })).toHaveCount(
		0
	);
	await expectAccessible(page);
	await page.getByRole('main').getByRole('link', { name: 'Peraturan' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Peraturan');
	const row = page.getByRole('row', { name: /Perpres 95\/2018/ });
	await expect(row).toBeVisible();
	const lessons = Number(await row.getByRole('cell').nth(2).innerText());
	expect(lessons).toBeGreaterThan(0);
	await expectAccessible(page);

	await row.getByRole('link').click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Perpres 95/2018');
	await expect(page.getByText(/\.md:\d+$/).first()).toBeVisible();
	const all = await page.getByText(/\.md:\d+$/).count();
	await expect(page.getByRole('heading', { level: 2 })).toHaveText(`${all} kutipan`);
	await expectAccessible(page);

	await page.getByLabel('Pasal', { exact: true }).fill('Pasal 999 ayat (1)');
	await page.getByRole('button', { name: 'Tampilkan' }).click();
	await expect(page).toHaveURL(/pasal=Pasal/);
	await expect(page.getByRole('heading', { level: 2 })).toHaveText('0 kutipan Pasal 999 ayat (1)');
	await expect(page.getByText('Tidak ada yang mengutip')).toBeVisible();
	await expectAccessible(page);
	expect((await page.goto('/admin/peraturan/uu-1-1900'))?.status()).toBe(404);
});

test('a reviewer is told where a text was read and what nobody has compared', async ({
	page,
	house
}) => {
	await signIn(page, await aCivilServant(house, { role: 'reviewer' }));
	const main = page.getByRole('main');
	await page.goto('/admin/peraturan/permenpanrb-8-2026');
	await expect(main.getByRole('link', { name: 'Sumber yang dicatat: github.com' })).toBeVisible();
	await expect(main.getByText(/^Catatan: /)).toBeVisible();
	await page.goto('/admin/peraturan/perpres-132-2022');
	await expect(main.getByText(/^Sumber yang dicatat: Catatan "Referensi/)).toBeVisible();
	await expectAccessible(page);
});

test('a learner is told why not, and the course page names the competencies in words', async ({
	page,
	house
}) => {
	await signIn(page, await aCivilServant(house));
	for (const path of ['/admin/peraturan', '/admin/peraturan/perpres-95-2018'])
		expect((await page.goto(path))?.status(), path).toBe(403);
	await page.goto('/katalog/spbe-101');
	const section = page.getByRole('region', { name: 'Kompetensi yang didukung' });
	await expect(section.getByRole('listitem').first()).toContainText(/, tingkat \d/);
	await expectAccessible(page);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('an administrator finds every place of an article, older editions included', async ({
		page,
		house
	}) => {
		await signIn(page, await aCivilServant(house, { role: 'platform-admin' }));
		await page.goto('/admin/peraturan/perpres-95-2018');
		await page.getByLabel('Termasuk edisi lama').check();
		await page.getByRole('button', { name: 'Tampilkan' }).click();
		await expect(page.getByLabel('Termasuk edisi lama')).toBeChecked();
		await expect(page.getByText(/\.md:\d+$/).first()).toBeVisible();
	});
});
