import { expectAccessible } from './support/access.ts';
import { COURSE, LESSONS } from './support/course-sources.ts';
import { aLearnerOf } from './support/people.ts';
import { expect, test } from './support/story.ts';

const LESSON = LESSONS[1]!;
const HERE = `/belajar/${COURSE}/${LESSON.id}`;
const UNMARKED = 'Tanda belum tersimpan karena koneksi terputus. Coba lagi setelah tersambung.';
const UNSAVED = 'Catatan belum tersimpan karena koneksi terputus.';
const RESTORED = 'Isian yang belum tersimpan ditampilkan kembali.';

test('marking while the line is down leaves the reader in the lesson and says so; afterwards it works', async ({
	page,
	context,
	house
}) => {
	await aLearnerOf(house, page, COURSE, LESSON);
	const button = page.getByRole('button', { name: 'Tandai materi ini' });
	await context.setOffline(true);
	await button.click();
	await expect(page.getByRole('status').filter({ hasText: UNMARKED })).toBeVisible();
	await expect(page).toHaveURL(HERE);
	await expect(button).toHaveAttribute('aria-pressed', 'false');
	await expectAccessible(page);
	await context.setOffline(false);
	await button.click();
	await expect(button).toHaveAttribute('aria-pressed', 'true');
	await expect(page.getByText(UNMARKED)).toHaveCount(0);
	await expect(page.locator('#tandai input')).toHaveCount(0);
});

test('on a line that stalls, marking says that it is under way', async ({ page, house }) => {
	await aLearnerOf(house, page, COURSE, LESSON);
	let letGo = () => {};
	const stalled = new Promise<void>((resolve) => (letGo = resolve));
	await page.route('**/tanda', async (route) => {
		await stalled;
		await route.continue();
	});
	const button = page.getByRole('button', { name: 'Tandai materi ini' });
	await button.click();
	await expect(page.getByRole('status').filter({ hasText: 'Mengirim…' })).toBeVisible();
	letGo();
	await expect(button).toHaveAttribute('aria-pressed', 'true');
	await expect(page.getByText('Mengirim…')).toHaveCount(0);
});

test('a note that cannot be sent stays in its form and on the device until it is saved, once', async ({
	page,
	context,
	house
}) => {
	await aLearnerOf(house, page, COURSE, LESSON);
	const notes = page.getByRole('region', { name: 'Catatan Anda' });
	await notes.getByText('Tulis catatan').click();
	await notes.getByLabel('Isi catatan').fill('Tanyakan indeks kepada Kominfo.');
	await context.setOffline(true);
	await notes.getByRole('button', { name: 'Simpan catatan' }).click();
	await expect(notes.getByText(UNSAVED)).toBeVisible();
	await expect(page).toHaveURL(HERE);
	await expect(notes.getByLabel('Isi catatan')).toHaveValue('Tanyakan indeks kepada Kominfo.');
	await expectAccessible(page);

	await page.goto('about:blank');
	await context.setOffline(false);
	await page.goto(HERE);
	await expect(notes.getByText(RESTORED)).toBeVisible();
	await expect(notes.getByLabel('Isi catatan')).toHaveValue('Tanyakan indeks kepada Kominfo.');
	await notes.getByRole('button', { name: 'Simpan catatan' }).click();
	await expect(notes.getByText('Catatan tersimpan.')).toBeVisible();
	await expect(notes.getByRole('link', { name: 'Baca 1 catatan' })).toBeVisible();
	await expect(notes).toBeFocused();
	await expect(page).toHaveURL(HERE);
	expect(await page.evaluate(() => localStorage.length)).toBe(0);

	await page.goto(`${HERE}/catatan`);
	await page.getByText(/^Ubah/).click();
	const field = page.getByRole('article').getByLabel('Isi catatan');
	await field.fill('Tanyakan indeks kepada Pusdatin.');
	await context.setOffline(true);
	await page.getByRole('button', { name: 'Simpan perubahan' }).click();
	await expect(page.getByText(UNSAVED)).toBeVisible();
	await context.setOffline(false);
	await page.reload();
	await expect(field).toHaveValue('Tanyakan indeks kepada Pusdatin.');
	await page.getByRole('button', { name: 'Simpan perubahan' }).click();
	await expect(page.getByText('Perubahan tersimpan.')).toBeVisible();
	await expect(page.getByRole('article').locator('.note-text')).toHaveText([
		'Tanyakan indeks kepada Pusdatin.'
	]);
	expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test('what was typed and not saved belongs to one person, who is warned before signing out removes it', async ({
	page,
	house
}) => {
	await aLearnerOf(house, page, COURSE, LESSON);
	await page.goto(`${HERE}/catatan`);
	await page.getByLabel('Isi catatan').fill('Belum selesai saya tulis');
	await page.goto(HERE);
	await expect(page.getByLabel('Isi catatan')).toHaveValue('Belum selesai saya tulis');
	await page.getByRole('banner').getByText('Akun').click();
	await expect(
		page.getByRole('banner').getByText('Isian catatan yang belum tersimpan akan hilang')
	).toBeVisible();
	await page.getByRole('banner').getByRole('button', { name: 'Keluar' }).click();
	await expect(page.getByRole('banner').getByRole('link', { name: 'Masuk' })).toBeVisible();
	expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test('a mistake in a note is told by the server, and the text stays', async ({ page, house }) => {
	await aLearnerOf(house, page, COURSE, LESSON);
	await page.goto(`${HERE}/catatan`);
	await page.getByLabel('Isi catatan').fill('   ');
	await page.getByRole('button', { name: 'Simpan catatan' }).click();
	await expect(page.getByRole('alert')).toContainText('Catatan masih kosong');
});
