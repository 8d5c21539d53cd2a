import type { Locator, Page } from '@playwright/test';
import { COURSE, LESSONS } from './support/course-sources.ts';
import { aLearnerOf, signIn } from './support/people.ts';
import { expect, test } from './support/story.ts';

test.use({ javaScriptEnabled: false });

const LESSON = LESSONS[1]!;
const HERE = `/belajar/${COURSE}/${LESSON.id}`;
const SECTION = 'Dari ketersediaan ke hasil';

const theTerm = (page: Page): Locator =>
	page.getByRole('button', { name: 'e-government', exact: true }).first();
const theNote = (page: Page, text: string): Locator =>
	page.getByRole('article').filter({ hasText: text });

async function writeNote(page: Page, text: string, section?: string): Promise<void> {
	const field = page.getByLabel('Isi catatan').last();
	if (!(await field.isVisible())) await page.getByText('Tulis catatan').last().click();
	await field.fill(text);
	if (section) await page.getByLabel('Bagian', { exact: true }).last().selectOption(section);
	await page.getByRole('button', { name: 'Simpan catatan' }).click();
}

test('with the keyboard alone and without JavaScript a term opens where it stands, closes, and leads to the glossary', async ({
	page,
	house
}) => {
	await aLearnerOf(house, page, COURSE, LESSON);
	const term = theTerm(page);
	const card = page.locator('#istilah-e-government');
	await expect(card).toBeHidden();
	await term.focus();
	await page.keyboard.press('Enter');
	await expect(card).toBeVisible();
	await expect(card).toContainText('Pemakaian teknologi informasi');
	await page.keyboard.press('Escape');
	await expect(card).toBeHidden();
	await expect(term).toBeFocused();

	await page.keyboard.press('Space');
	await page.keyboard.press('Tab');
	await expect(card.getByRole('link', { name: 'Lihat di glosarium' })).toBeFocused();
	await page.keyboard.press('Tab');
	await expect(card.getByRole('button', { name: 'Tutup' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(card).toBeHidden();

	await term.click();
	await card.getByRole('link', { name: 'Lihat di glosarium' }).click();
	await expect(page).toHaveURL(`/belajar/${COURSE}/glosarium#istilah-e-government`);
	await expect(page.locator('dt:target')).toHaveText('e-government');
	await expect(page.locator('dt:target + dd')).toContainText(LESSON.title);
});

test('without JavaScript the contents of a lesson lead to its sections', async ({
	page,
	house
}) => {
	await page.setViewportSize({ width: 360, height: 740 });
	await aLearnerOf(house, page, COURSE, LESSON);
	await page.getByText('Isi materi ini').first().click();
	await page.getByRole('link', { name: SECTION }).click();
	await expect(page.getByRole('heading', { name: SECTION })).toBeInViewport();
});

test('without JavaScript places are marked and found again', async ({ page, house }) => {
	await aLearnerOf(house, page, COURSE, LESSON);
	const button = page.getByRole('button', { name: `Tandai bagian ${SECTION}` });
	await expect(button).toHaveAttribute('aria-pressed', 'false');
	await button.click();
	await expect(page).toHaveURL(/#bagian-dari-ketersediaan-ke-hasil$/);
	await expect(button).toHaveAttribute('aria-pressed', 'true');
	await page.getByRole('button', { name: 'Tandai materi ini' }).click();

	await page.goto('/catatan');
	await page.getByRole('link', { name: SECTION }).click();
	await expect(page.getByRole('heading', { name: SECTION })).toBeInViewport();
	await button.click();
	await expect(button).toHaveAttribute('aria-pressed', 'false');
	await page
		.getByRole('link', { name: /^Catatan/ })
		.first()
		.click();
	await page.getByRole('button', { name: 'Hapus tanda Seluruh materi ini' }).click();
	await page.goto('/catatan');
	await expect(page.getByText('Belum ada catatan atau tanda')).toBeVisible();
});

test('without JavaScript notes are written in a lesson, found, changed and deleted', async ({
	page,
	house
}) => {
	await aLearnerOf(house, page, COURSE, LESSON);
	await writeNote(page, 'Tanyakan kepada walidata.\n\nKamis.', SECTION);
	await expect(page).toHaveURL(`${HERE}#catatan-anda`);
	await expect(page.getByText('Catatan tersimpan.')).toBeVisible();
	await page.getByRole('link', { name: 'Baca 1 catatan Anda di materi ini' }).click();
	await writeNote(page, 'Catatan kedua, tentang seluruh materi.');
	await expect(page.getByText('Catatan tersimpan.')).toBeVisible();

	const second = theNote(page, 'Catatan kedua');
	await second.getByText(/^Ubah/).click();
	await second.getByLabel('Isi catatan').fill('Catatan kedua, sudah diperbaiki.');
	await second.getByRole('button', { name: 'Simpan perubahan' }).click();
	await expect(page.getByText('Perubahan tersimpan.')).toBeVisible();

	await page.goto('/catatan?q=WALIDATA');
	await expect(page.getByText('1 dari 2 catatan dan tanda memuat “WALIDATA”.')).toBeVisible();
	await expect(page.getByText('sudah diperbaiki')).toBeHidden();

	const download = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Markdown (.md)' }).click();
	const file = await (await download).createReadStream();
	let content = '';
	for await (const part of file) content += String(part);
	expect(content).toContain('> Tanyakan kepada walidata.\n>\n> Kamis.');
	expect(content).toContain('sudah diperbaiki');

	await page.goto(`${HERE}/catatan`);
	await second.getByText(/^Hapus/).click();
	await second.getByRole('button', { name: 'Ya, hapus catatan ini' }).click();
	await expect(page.getByText('Catatan dihapus.')).toBeVisible();
	await expect(second).toHaveCount(0);
});

test('without JavaScript nothing written is lost: sent twice, sent back, changed elsewhere, deleted elsewhere, too long, signed out', async ({
	page,
	context,
	house,
	baseURL
}) => {
	const learner = await aLearnerOf(house, page, COURSE, LESSON);
	const notes = `${HERE}/catatan`;
	await page.goto(notes);
	const sent = page.waitForRequest((request) => request.method() === 'POST');
	await writeNote(page, 'Pertama');
	const body = (await sent).postData()!;
	const headers = {
		origin: baseURL!,
		'content-type': 'application/x-www-form-urlencoded',
		accept: 'text/html'
	};
	const again = (data: string) =>
		page.request.post(`${notes}?/add`, { data, headers, maxRedirects: 0 });
	expect((await again(body)).status()).toBe(303);
	const reused = await again(body.replace('Pertama', 'Lain+lagi'));
	expect(reused.status()).toBe(409);
	expect(await reused.text()).toContain('>Lain lagi</textarea>');
	const long = await again(body.replace('Pertama', 'panjang'.repeat(600)));
	expect(long.status()).toBe(422);
	expect(await long.text()).toContain('Catatan memuat 4200 karakter');
	expect(await long.text()).toContain('panjang'.repeat(600));
	await page.goto(notes);
	await expect(page.getByRole('article')).toHaveCount(1);

	const other = await context.newPage();
	for (const tab of [page, other]) {
		await tab.goto(notes);
		await theNote(tab, 'Pertama').getByText(/^Ubah/).click();
	}
	await page.getByLabel('Isi catatan').first().fill('Dari ponsel');
	await page.getByRole('button', { name: 'Simpan perubahan' }).click();
	await expect(page.getByText('Perubahan tersimpan.')).toBeVisible();
	await other.getByLabel('Isi catatan').first().fill('Dari kantor');
	await other.getByRole('button', { name: 'Simpan perubahan' }).click();
	await expect(
		other.getByText('sudah diubah di halaman atau perangkat lain').first()
	).toBeVisible();
	await expect(other.locator('.stored-text')).toHaveText('Dari ponsel');
	await expect(other.getByLabel('Isi catatan').first()).toHaveValue('Dari kantor');
	await other.getByRole('button', { name: 'Simpan perubahan' }).click();
	await expect(other.getByText('Perubahan tersimpan.')).toBeVisible();

	await page.goto(notes);
	await theNote(page, 'Dari kantor').getByText(/^Ubah/).click();
	await theNote(other, 'Dari kantor')
		.getByText(/^Hapus/)
		.click();
	await other.getByRole('button', { name: 'Ya, hapus catatan ini' }).click();
	await page.getByLabel('Isi catatan').first().fill('Masih saya perlukan');
	await page.getByRole('button', { name: 'Simpan perubahan' }).click();
	await expect(page.getByText('sudah dihapus di halaman lain').first()).toBeVisible();
	await expect(page.getByLabel('Isi catatan')).toHaveValue('Masih saya perlukan');
	await page.getByRole('button', { name: 'Simpan catatan' }).click();
	await expect(page.getByText('Catatan tersimpan.')).toBeVisible();

	await context.clearCookies();
	await writeNote(page, 'Ditulis saat sesi berakhir', SECTION);
	await expect(page.getByText('Catatan belum tersimpan karena Anda sudah keluar')).toBeVisible();
	await expect(page.getByLabel('Isi catatan')).toHaveValue('Ditulis saat sesi berakhir');
	expect(await page.content()).not.toContain('Masih saya perlukan');
	const tab = context.waitForEvent('page');
	await page.getByRole('link', { name: 'Masuk di tab baru' }).click();
	await signIn(await tab, learner);
	await page.getByRole('button', { name: 'Simpan catatan' }).click();
	await expect(page.getByText('Catatan tersimpan.')).toBeVisible();
	await expect(theNote(page, 'Ditulis saat sesi berakhir')).toContainText(SECTION);
	await expect(page.getByRole('article')).toHaveCount(2);
	expect(house.log()).not.toMatch(/Ditulis saat sesi|Masih saya perlukan|Dari kantor/);
});
