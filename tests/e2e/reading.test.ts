import { expectAccessible } from './support/access.ts';
import { COURSE, keyOf, LESSONS } from './support/course-sources.ts';
import { aLearnerOf } from './support/people.ts';
import { expect, test } from './support/story.ts';

const LESSON = LESSONS[1]!;
const HERE = `/belajar/${COURSE}/${LESSON.id}`;
const MODULE = `/belajar/${COURSE}/modul/dari-spbe-ke-pemerintah-digital`;
const SECTION = 'Dari ketersediaan ke hasil';

test('a bookmark is made without leaving the page, and a term opens with everything open being accessible', async ({
	page,
	house
}) => {
	await aLearnerOf(house, page, COURSE, LESSON);
	const button = page.getByRole('button', { name: `Tandai bagian ${SECTION}` });
	const answered = page.waitForResponse((response) => response.request().method() === 'POST');
	await button.click();
	expect((await answered).status()).toBe(204);
	await expect(button).toHaveAttribute('aria-pressed', 'true');
	await expect(button).toBeFocused();
	await expect(page).toHaveURL(HERE);
	await page.reload();
	await expect(button).toHaveAttribute('aria-pressed', 'true');
	await button.click();
	await expect(button).toHaveAttribute('aria-pressed', 'false');
	await button.click();

	await page.locator('.lesson-notes summary').click();
	await page.getByRole('button', { name: 'Pemdi', exact: true }).first().click();
	await expect(page.locator('#istilah-pemdi')).toBeVisible();
	await expectAccessible(page);
});

test('a bookmark whose session has ended leads to sign-in, not to nothing', async ({
	page,
	context,
	house
}) => {
	await aLearnerOf(house, page, COURSE, LESSON);
	await context.clearCookies();
	await page.getByRole('button', { name: 'Tandai materi ini' }).click();
	await expect(page).toHaveURL(/\/masuk/);
});

test('in a wide window the contents say which section is being read', async ({ page, house }) => {
	await page.setViewportSize({ width: 1366, height: 768 });
	await aLearnerOf(house, page, COURSE, LESSON);
	const contents = page.getByRole('navigation', { name: 'Isi materi ini' });
	await contents.getByRole('link', { name: SECTION }).click();
	await expect(contents.locator('[aria-current]')).toHaveText(SECTION);
});

test('the pages of notes are accessible while they are empty, and after a mistake', async ({
	page,
	house
}) => {
	await aLearnerOf(house, page, COURSE, LESSON);
	for (const path of ['/catatan', `${HERE}/catatan`]) {
		await page.goto(path);
		await expectAccessible(page);
	}
	await page.getByLabel('Isi catatan').fill('   ');
	await page.getByRole('button', { name: 'Simpan catatan' }).click();
	await expect(page.getByRole('alert')).toBeFocused();
	await expect(page.getByRole('alert')).toContainText('Catatan masih kosong');
	await expectAccessible(page);
});

test('the pages of notes are accessible when they are full, and searched in vain', async ({
	page,
	house
}) => {
	await aLearnerOf(house, page, COURSE, LESSON);
	await page.goto(`${HERE}/catatan`);
	const text = `Panjang${'sekali'.repeat(40)}\n\n${'Kata. '.repeat(80)}`;
	await page.getByLabel('Isi catatan').fill(text);
	await page.getByLabel('Bagian', { exact: true }).selectOption(SECTION);
	await page.getByRole('button', { name: 'Simpan catatan' }).click();
	await page.getByText('Ubah', { exact: true }).click();
	await page.getByText('Hapus', { exact: true }).click();
	await expectAccessible(page);
	for (const path of ['/catatan', '/catatan?q=tidakada']) {
		await page.goto(path);
		await expectAccessible(page);
	}
});

test('a visitor finds a term in the glossary of a course', async ({ page }) => {
	await page.goto(`/katalog/${COURSE}`);
	await page.getByRole('link', { name: 'Glosarium pelatihan' }).click();
	await expect(page).toHaveURL(`/katalog/${COURSE}/glosarium`);
	await expect(page.locator('dt')).toHaveCount(42);
	await expectAccessible(page);
	await page.getByRole('link', { name: 'W', exact: true }).click();
	await expect(page.getByRole('heading', { name: 'W', exact: true })).toBeInViewport();

	await page.getByLabel('Cari istilah').fill('tanda TANGAN');
	await page.getByRole('main').getByRole('button', { name: 'Cari' }).click();
	await expect(page.locator('dt')).toHaveText(['tanda tangan elektronik']);
	await expectAccessible(page);
	await page.getByLabel('Cari istilah').fill('<script>');
	await page.getByRole('main').getByRole('button', { name: 'Cari' }).click();
	await expect(page.getByText('Tidak ada istilah yang memuat “<script>”')).toBeVisible();
	await expectAccessible(page);
	expect((await page.goto('/katalog/tidak-ada/glosarium'))!.status()).toBe(404);
});

test('a module is laid out for paper: blank questions, terms and regulations at the end, no key and no answer', async ({
	page,
	house
}) => {
	await aLearnerOf(house, page, COURSE);
	await page.getByRole('link', { name: /^Cetak modul.*Dari SPBE/ }).click();
	await expect(page).toHaveURL(MODULE);
	await expect(page.getByRole('button', { name: 'Cetak halaman ini' })).toBeVisible();
	await expectAccessible(page);
	const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
	expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
	const targets = await page
		.locator('main a[href^="#"]')
		.evaluateAll((links) => links.map((link) => link.getAttribute('href')!.slice(1)));
	expect(targets.length).toBeGreaterThan(10);
	expect(targets.filter((target) => !ids.includes(target))).toEqual([]);

	const content = await page.content();
	const lessons = LESSONS.slice(0, 3);
	for (const { questions } of lessons)
		for (const question of questions) {
			expect(content).toContain(question.prompt.slice(0, 30).split('"')[0]!);
			for (const { rationale } of question.options) expect(content).not.toContain(rationale);
			expect(keyOf(question).length).toBeGreaterThan(0);
		}
	expect(await page.locator('main input').count()).toBe(0);

	await page.emulateMedia({ media: 'print' });
	await expect(page.getByRole('heading', { name: 'Glosarium' })).toBeVisible();
	await expect(page.locator('#istilah-spbe')).toBeVisible();
	await expect(page.getByText('Peraturan yang dikutip')).toBeVisible();
	await expect(page.getByText(/^Status menurut catatan Widyapraja pada \d+ /)).toBeVisible();
	await expect(page.getByRole('button', { name: 'Cetak halaman ini' })).toBeHidden();
	const pages = await page.pdf({ preferCSSPageSize: true });
	expect(pages.length).toBeGreaterThan(50_000);
	await page.emulateMedia({ media: null });
	expect((await page.goto(`/belajar/${COURSE}/modul/tidak-ada`))!.status()).toBe(404);
});

test('at 200 % zoom and with the largest text nothing is wider than the screen', async ({
	page,
	context,
	house
}) => {
	await aLearnerOf(house, page, COURSE, LESSON);
	await page.setViewportSize({ width: 360, height: 740 });
	await page.getByRole('banner').getByText('Aa').click();
	await page.getByLabel('Sangat besar').check();
	await page.getByRole('button', { name: 'Terapkan' }).click();
	await expect(page).toHaveURL(HERE);
	await expect(page.locator('html')).toHaveAttribute('data-text', 'larger');
	const paths = [
		HERE,
		`${HERE}/catatan`,
		'/catatan',
		`/belajar/${COURSE}`,
		`/belajar/${COURSE}/glosarium`,
		MODULE,
		`/katalog/${COURSE}`
	];
	// 683 is a desktop at 200 %, 320 what WCAG 1.4.10 asks for.
	for (const width of [683, 360, 320]) {
		await page.setViewportSize({ width, height: 740 });
		for (const path of paths) {
			await page.goto(path);
			const over = await page.evaluate(
				() => document.documentElement.scrollWidth - document.documentElement.clientWidth
			);
			expect(over, `${path} ${width}`).toBe(0);
		}
	}
	await page.goto(HERE);
	await page.getByRole('button', { name: 'Pemdi', exact: true }).first().click();
	const card = (await page.locator('#istilah-pemdi').boundingBox())!;
	expect(card.x).toBeGreaterThanOrEqual(0);
	expect(card.width).toBeLessThanOrEqual(320);
	await context.clearCookies({ name: 'tampilan' });
});
