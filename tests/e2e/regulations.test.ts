import { readRegistries } from '#lib/server/catalog/library.ts';
import { aLesson, exampleTexts } from '../support/courses.ts';
import { expectAccessible, expectRoomWhenZoomed } from './support/access.ts';
import { aCivilServant, signIn } from './support/people.ts';
import { aPublishedCourse } from './support/publish.ts';
import { expect, test, type House } from './support/story.ts';

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
	await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(`${all} kutipan`);
	const cited = await page.locator('section').evaluateAll((editions) =>
		editions.flatMap((edition) =>
			[...edition.querySelectorAll('code')]
				.map(({ textContent }) => textContent.replace(/:\d+$/, ''))
				.filter((file) => /^\d+-[^/]+\/\d+-/.test(file))
				.map((file) => `${edition.querySelector('h3')?.textContent} ${file}`)
		)
	);
	expect(new Set(cited).size, 'lessons behind the number').toBe(lessons);
	await expectAccessible(page);

	await page.getByLabel('Pasal', { exact: true }).fill('Pasal 999 ayat (1)');
	await page.getByRole('button', { name: 'Tampilkan' }).click();
	await expect(page).toHaveURL(/pasal=Pasal/);
	await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(
		'0 kutipan Pasal 999 ayat (1)'
	);
	await expect(page.getByText('Tidak ada yang mengutip')).toBeVisible();
	await expectAccessible(page);
	expect((await page.goto('/admin/peraturan/uu-1-1900'))?.status()).toBe(404);
	await expectRoomWhenZoomed(page, ['/admin/peraturan', '/admin/peraturan/perpres-95-2018']);
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

	test('an administrator finds every place of an article, older editions included when asked', async ({
		page,
		house
	}) => {
		await aCourseInTwoEditions(house);
		await signIn(page, await aCivilServant(house, { role: 'platform-admin' }));
		await page.goto('/admin/peraturan/perpres-95-2018');
		const places = (edition: string) =>
			page.getByRole('region', { name: `Hukum uji, Edisi ${edition}` }).getByText(/\.md:\d+$/);
		await expect(places('2026.2')).toHaveCount(1);
		await expect(places('2026.1')).toHaveCount(0);

		await page.getByLabel('Pasal', { exact: true }).fill('Pasal 4');
		await page.getByLabel('Termasuk edisi lama').check();
		await page.getByRole('button', { name: 'Tampilkan' }).click();
		await expect(page.getByLabel('Termasuk edisi lama')).toBeChecked();
		await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('2 kutipan Pasal 4');
		await expect(places('2026.2')).toHaveCount(1);
		await expect(places('2026.1')).toHaveCount(1);

		await page.getByLabel('Pasal', { exact: true }).fill('');
		await page.getByRole('button', { name: 'Tampilkan' }).click();
		await expect(places('2026.1')).toHaveCount(2);

		await page.getByLabel('Pasal', { exact: true }).fill('Pasal 9');
		await page.getByLabel('Termasuk edisi lama').uncheck();
		await page.getByRole('button', { name: 'Tampilkan' }).click();
		await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('0 kutipan Pasal 9');

		await page.goto('/katalog/hukum-uji');
		await expect(page.getByText('Penelaah Materi')).toBeVisible();
		await expect(page.getByText('Ibu Penelaah')).toBeVisible();
	});
});

/** The first edition cites two articles, the second only one of them. */
async function aCourseInTwoEditions(house: House): Promise<void> {
	const { registry } = await readRegistries(['courses']);
	const links = { '2026.1': ['pasal-4', 'pasal-9'], '2026.2': ['pasal-4'] };
	for (const [edition, articles] of Object.entries(links)) {
		const cited = articles.map((article) => `[${article}](reg:perpres-95-2018#${article})`);
		const texts = {
			'course.md': exampleTexts['course.md']!.replace('Data terpadu', 'Hukum uji')
				.replace('2026.1', edition)
				.replace('licence:', 'reviewers: [Ibu Penelaah]\nlicence:'),
			'01-dasar/01-gejala-silo.md': aLesson(`[[data induk]]\n\n${cited.join('\n\n')}`)
		};
		await aPublishedCourse(house, 'hukum-uji', texts, registry);
	}
}
