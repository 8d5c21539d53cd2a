import { expectAccessible, expectRoomWhenZoomed, expectTapSize } from './support/access.ts';
import { theCheck } from './support/check.ts';
import { COURSE, keyOf, LESSONS, mistakeIn } from './support/course-sources.ts';
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
	const note = page.getByRole('article', { name: `catatan tentang ${SECTION}` });
	await note.getByText(`Ubah catatan tentang ${SECTION}`).click();
	await note.getByText(`Hapus catatan tentang ${SECTION}`).click();
	await expect(
		note.getByRole('button', { name: `Ya, hapus catatan ini ${SECTION}` })
	).toBeVisible();
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

	const field = page.getByRole('searchbox', { name: 'Cari istilah' });
	await field.fill('tanda TANGAN');
	await page.getByRole('main').getByRole('button', { name: 'Cari' }).click();
	await expect(page.locator('dt')).toHaveText(['tanda tangan elektronik']);
	await expectAccessible(page);
	await field.fill('<script>');
	await page.getByRole('main').getByRole('button', { name: 'Cari' }).click();
	await expect(page.getByText('Tidak ada istilah yang memuat “<script>”')).toBeVisible();
	await expectAccessible(page);
	expect((await page.goto('/katalog/tidak-ada/glosarium'))!.status()).toBe(404);
});

test('a module is laid out for paper: blank questions, terms and regulations at the end, no key and no answer', async ({
	page,
	house
}) => {
	await aLearnerOf(house, page, COURSE, LESSON);
	const [wrong, right] = LESSON.questions;
	const mistake = mistakeIn(wrong!);
	await theCheck(page, wrong!).answer(mistake.text);
	await expect(theCheck(page, wrong!).form).toContainText(mistake.rationale);
	await theCheck(page, right!).answer(...keyOf(right!));
	await expect(theCheck(page, right!).result).toContainText('Benar');
	await page.setViewportSize({ width: 1366, height: 768 });
	await page.getByRole('link', { name: /^Cetak modul.*Dari SPBE/ }).click();
	await expect(page).toHaveURL(MODULE);
	await expect(page.getByText('Sebelum memilih arah, kita perlu tahu')).toBeVisible();
	await expect(page.locator('.module-lesson h2')).toHaveCount(3);
	await expect(page.getByRole('heading', { name: SECTION, level: 3 })).toBeVisible();
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
		}
	await expect(page.locator('main input')).toHaveCount(0);
	await expect(page.locator('main').locator('[data-correct], [data-chosen]')).toHaveCount(0);
	expect(content).not.toMatch(/Terjawab pada percobaan|jawaban Anda<|Belum tepat|Pilihan ini/);

	await page.emulateMedia({ media: 'print' });
	await expect(page.getByRole('heading', { name: 'Glosarium' })).toBeVisible();
	await expect(page.locator('#istilah-spbe')).toBeVisible();
	await expect(page.getByText('Peraturan yang dikutip')).toBeVisible();
	await expect(
		page.locator('.legal').getByText('PermenPANRB 8/2026', { exact: true }).first()
	).toBeVisible();
	await expect(page.getByText(/^Status menurut catatan Widyapraja pada \d+ /)).toBeVisible();
	await expect(page.getByRole('button', { name: 'Cetak halaman ini' })).toBeHidden();
	const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
	const sheets = paper.match(/\/Type\s*\/Page\b/g) ?? [];
	expect(sheets.length, 'a cover, and each lesson on a sheet of its own').toBeGreaterThan(3);
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
	await expectRoomWhenZoomed(page, [
		HERE,
		`${HERE}/catatan`,
		'/catatan',
		`/belajar/${COURSE}`,
		`/belajar/${COURSE}/glosarium`,
		MODULE,
		`/katalog/${COURSE}`,
		'/cari?q=layanan',
		'/panduan/format'
	]);
	await page.getByRole('banner').getByText('Aa').click();
	await page.getByLabel('Sangat besar').check();
	await page.getByRole('button', { name: 'Terapkan' }).click();
	await page.goto(HERE);
	await page.getByRole('button', { name: 'Pemdi', exact: true }).first().click();
	const card = (await page.locator('#istilah-pemdi').boundingBox())!;
	expect(card.x).toBeGreaterThanOrEqual(0);
	expect(card.width).toBeLessThanOrEqual(320);
	await context.clearCookies({ name: 'tampilan' });
});

test('on a phone what one taps is large enough: contents, glossary, notes, the reference', async ({
	page,
	house
}) => {
	await page.setViewportSize({ width: 360, height: 740 });
	await aLearnerOf(house, page, COURSE, LESSON);
	await page.locator('.toc summary').click();
	await expectTapSize(page.locator('.toc li > a'));
	await page.goto(`/belajar/${COURSE}/glosarium`);
	await expectTapSize(page.locator('.letter .meta a'));
	await page.goto(`${HERE}/catatan`);
	await page.getByLabel('Isi catatan').fill('Ringkas.');
	await page.getByLabel('Bagian', { exact: true }).selectOption(SECTION);
	await page.getByRole('button', { name: 'Simpan catatan' }).click();
	await expectTapSize(page.locator('.kept-note > .meta > a'));
	await page.goto('/panduan/format');
	await expectTapSize(page.getByRole('navigation', { name: 'Isi halaman ini' }).getByRole('link'));
});

test('under a system palette only the lesson being read has a bar beside it, and progress can be seen', async ({
	page,
	house
}) => {
	await page.setViewportSize({ width: 1366, height: 768 });
	await aLearnerOf(house, page, COURSE, LESSON);
	await page.emulateMedia({ forcedColors: 'active' });
	const border = (of: string) =>
		page
			.locator(of)
			.first()
			.evaluate((element) => getComputedStyle(element).borderInlineStartColor);
	const paper = await page.evaluate(
		() => getComputedStyle(document.documentElement).backgroundColor
	);
	expect(await border('.outline a[data-state="not-started"]')).toBe(paper);
	expect(await border('.outline a[aria-current]')).not.toBe(paper);
	expect(await page.locator('progress').evaluate((bar) => getComputedStyle(bar).color)).not.toBe(
		paper
	);
});

test('what leads to another site says so where the mark cannot be seen', async ({
	page,
	house
}) => {
	await aLearnerOf(house, page, COURSE, LESSON);
	await page.locator('.legal > summary').click();
	await expect(
		page.locator('.legal').getByRole('link', { name: /^Perpres 95\/2018 \(situs lain\)$/ })
	).toBeVisible();
});
