import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

const PASSWORD = 'widyapraja-contoh';

async function signIn(page: Page, identifier: string, password = PASSWORD): Promise<void> {
	await page.getByLabel('NIP/NI PPPK atau email dinas').fill(identifier);
	await page.getByLabel('Kata sandi', { exact: true }).fill(password);
	await page.locator('main').getByRole('button', { name: 'Masuk' }).click();
}

/** The notice comes once per account; stories share the trial’s accounts. */
async function passNotice(page: Page): Promise<void> {
	const read = page.getByRole('button', { name: 'Saya sudah membaca' });
	if (await read.isVisible()) await read.click();
}

async function expectAccessible(page: Page): Promise<void> {
	const { violations } = await new AxeBuilder({ page }).include('main').analyze();
	expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

test('a wrong password is told beside the form, which keeps what was typed and never the password', async ({
	page
}) => {
	await page.goto('/masuk');
	await expectAccessible(page);
	await signIn(page, 'penelaah@contoh.go.id', 'bukan kata sandi saya');
	await expect(page.locator('#kesalahan')).toBeFocused();
	await expect(page.getByLabel('NIP/NI PPPK atau email dinas')).toHaveValue(
		'penelaah@contoh.go.id'
	);
	await expect(page.getByLabel('Kata sandi', { exact: true })).toHaveValue('');
	await expectAccessible(page);
});

test('signing in leads back to the page that asked for it, and to no other site', async ({
	page
}) => {
	await page.goto('/profil');
	await expect(page).toHaveURL('/masuk?lanjut=%2Fprofil');
	await signIn(page, '19811105 200801 2 905');
	await passNotice(page);
	await expect(page).toHaveURL(/\/profil/);
	await page.goto('/masuk?lanjut=//contoh.invalid/');
	await expect(page).toHaveURL('/');
});

test('the profile masks the number until it is asked for, and ends other sessions', async ({
	page,
	browser
}) => {
	const elsewhere = await browser.newPage();
	for (const visitor of [elsewhere, page]) {
		await visitor.goto('/masuk?lanjut=%2Fprofil');
		await signIn(visitor, 'penyelenggara@contoh.go.id');
		await passNotice(visitor);
	}
	await expect(page.getByText('•••••••••••••••906')).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Tampilkan nomor' }).click();
	await expect(page.getByText('199007302015031906')).toBeVisible();
	await page.getByRole('button', { name: 'Akhiri semua sesi lain' }).click();
	await expect(page.getByText('Semua sesi lain telah diakhiri.')).toBeVisible();
	await elsewhere.goto('/profil');
	await expect(elsewhere).toHaveURL(/\/masuk/);
	await elsewhere.close();
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('an administrator finds a person, grants and withdraws a role, and gives a code that opens the account', async ({
		page,
		browser
	}) => {
		await page.goto('/masuk?lanjut=%2Fadmin');
		await signIn(page, 'admin@contoh.go.id');
		await passNotice(page);
		await page.getByRole('link', { name: 'Pengguna & Peran' }).click();
		await page.getByLabel('Nama, email, atau NIP/NI PPPK').fill('mappasessu');
		await page.getByRole('button', { name: 'Cari' }).click();
		expect(page.url()).not.toContain('mappasessu');
		await page.getByRole('link', { name: 'Dr. Andi Mappasessu, S.I.P., M.Si.' }).click();

		await page.getByLabel('Peran', { exact: true }).selectOption('Admin instansi');
		await page.getByLabel('Berlaku di').selectOption({
			label: 'Universitas Contoh › Fakultas Ilmu Sosial dan Ilmu Politik'
		});
		await page.getByRole('button', { name: 'Beri peran' }).click();
		await expect(page.getByText('Pilih seluruh instansi')).toBeVisible();
		await page.getByLabel('Berlaku di').selectOption('Universitas Contoh (seluruh instansi)');
		await page.getByRole('button', { name: 'Beri peran' }).click();
		await expect(page.getByText('Peran diberikan.')).toBeVisible();
		await page.getByRole('button', { name: 'Cabut peran Admin instansi' }).click();
		await expect(page.getByText('Peran dicabut.')).toBeVisible();

		await page.getByRole('button', { name: 'Terbitkan kode sekali pakai' }).click();
		const code = await page.locator('#kode code').innerText();
		const visitor = await browser.newPage({ javaScriptEnabled: false });
		await visitor.goto('/lupa-sandi');
		await visitor.getByRole('link', { name: 'Saya sudah mempunyai kode' }).click();
		await visitor.getByLabel('NIP/NI PPPK atau email dinas').fill('kontributor@contoh.ac.id');
		await visitor.getByLabel('Kode sekali pakai').fill(code.toLowerCase());
		await visitor.getByLabel('Kata sandi baru', { exact: true }).fill('perahu-sawah-kopi');
		await visitor.getByLabel('Ulangi kata sandi baru').fill('perahu-sawah-kopi');
		await visitor.getByRole('button', { name: 'Simpan kata sandi' }).click();
		await signIn(visitor, 'kontributor@contoh.ac.id', 'perahu-sawah-kopi');
		await passNotice(visitor);
		await visitor.goto('/admin');
		await expect(visitor.getByText('Peran Anda tidak mencakup tindakan ini.')).toBeVisible();
		await visitor.close();
	});
});

test('every page of the administration is accessible', async ({ page }) => {
	await page.goto('/masuk?lanjut=%2Fadmin');
	await signIn(page, 'admin@contoh.go.id');
	await passNotice(page);
	for (const address of [
		'/admin',
		'/admin/kesehatan',
		'/pemberitahuan-privasi',
		'/admin/pengguna'
	]) {
		await page.goto(address);
		await expectAccessible(page);
	}
	await page.getByLabel('Nama, email, atau NIP/NI PPPK').fill('contoh');
	await page.getByRole('button', { name: 'Cari' }).click();
	await expectAccessible(page);
	await page.getByRole('link', { name: 'Ni Luh Ayu Lestari, S.Kom.' }).click();
	await expectAccessible(page);
});

test('signing out ends the session on the server, not only in the browser', async ({
	page,
	context
}) => {
	await page.goto('/masuk?lanjut=%2Fprofil');
	await signIn(page, 'penelaah@contoh.go.id');
	await passNotice(page);
	const kept = await context.cookies();
	await page.goto('/keluar');
	await page.locator('main').getByRole('button', { name: 'Keluar' }).click();
	await context.addCookies(kept);
	await page.goto('/profil');
	await expect(page).toHaveURL(/\/masuk/);
});
