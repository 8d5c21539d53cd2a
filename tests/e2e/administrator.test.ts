import type { Page } from '@playwright/test';
import { expectAccessible } from './support/access.ts';
import { aCivilServant, anAgency, signIn, type Account } from './support/people.ts';
import { expect, test, watch } from './support/story.ts';

test('an administrator finds a person by name and by number, and no number stands in any address', async ({
	page,
	house
}) => {
	const person = await aCivilServant(house);
	const addresses: string[] = [];
	page.on('request', (request) => addresses.push(request.url()));
	await signIn(page, await aCivilServant(house, { role: 'platform-admin' }));
	await page.getByRole('link', { name: 'Administrasi' }).last().click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Administrasi');
	await expectAccessible(page);
	await page.getByRole('main').getByRole('link', { name: 'Pengguna & Peran' }).click();
	await expectAccessible(page);

	for (const query of [person.name, person.email, person.number, spaced(person.number)]) {
		await search(page, query);
		const row = page.getByRole('row', { name: person.name });
		await expect(row).toBeVisible();
		await expect(row).toContainText(person.agency);
		expect(await page.getByRole('table').innerText()).not.toContain(person.number);
	}
	await expectAccessible(page);
	await page.getByRole('link', { name: person.name }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(person.name);
	await expect(page.getByText(person.number)).toHaveCount(0);
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Tampilkan nomor' }).click();
	await expect(page.getByText(person.number)).toBeVisible();

	const digits = new RegExp(person.number.slice(0, 8));
	expect(addresses.filter((address) => digits.test(address))).toEqual([]);
});

test('a search too short or without a match says what to do', async ({ page, house }) => {
	await signIn(page, await aCivilServant(house, { role: 'platform-admin' }));
	await page.goto('/admin/pengguna');
	await search(page, 'ab');
	await expect(page.getByText('Tuliskan paling sedikit tiga huruf atau angka.')).toBeVisible();
	await expectAccessible(page);
	await search(page, 'tidak ada orangnya');
	await expect(page.getByText('Tidak ada yang cocok')).toBeVisible();
	await expectAccessible(page);
});

test('an administrator gives a role with an end date, which the person sees, and withdraws it', async ({
	page,
	browser,
	baseURL,
	house
}) => {
	const person = await aCivilServant(house);
	const admin = await aCivilServant(house, { role: 'platform-admin' });
	await signIn(page, admin);
	await openPerson(page, person);
	const endsOn = inDays(30);

	await page.getByLabel('Peran', { exact: true }).selectOption('Admin instansi');
	await page.getByLabel('Berlaku di').selectOption(`${person.agency} (seluruh instansi)`);
	await page.getByLabel('Berlaku sampai dengan').fill(inDays(-1));
	await page.getByRole('button', { name: 'Beri peran' }).click();
	await expect(page.getByText('Tanggal akhir sudah lewat.').first()).toBeVisible();
	await expect(page.getByLabel('Berlaku di')).toContainText(person.agency);
	await expectAccessible(page);

	await page.getByLabel('Peran', { exact: true }).selectOption('Admin instansi');
	await page.getByLabel('Berlaku di').selectOption(`${person.agency} (seluruh instansi)`);
	await page.getByLabel('Berlaku sampai dengan').fill(endsOn);
	await page.getByRole('button', { name: 'Beri peran' }).click();
	await expect(page.getByText('Peran diberikan.')).toBeVisible();
	await openPerson(page, person);
	await expect(page.getByRole('listitem').filter({ hasText: 'Admin instansi' })).toContainText(
		`sampai dengan ${longDay(endsOn)}`
	);
	await expectAccessible(page);

	const theirs = await browser.newContext({
		...(baseURL && { baseURL }),
		timezoneId: 'Asia/Jakarta'
	});
	const complaints = watch(theirs);
	const their = await theirs.newPage();
	await signIn(their, person);
	await their.goto('/profil');
	await expect(their.getByRole('main')).toContainText('Admin instansi');
	await expect(
		their.getByRole('row', { name: /Peran diberikan/ }).filter({ hasText: admin.name })
	).toContainText(admin.agency);
	expect((await their.goto('/admin/pengguna'))?.status()).toBe(200);

	await page.getByRole('button', { name: 'Cabut peran Admin instansi' }).click();
	await expect(page.getByText('Peran dicabut.')).toBeVisible();
	expect((await their.goto('/admin/pengguna'))?.status()).toBe(403);
	await their.goto('/profil');
	await expect(their.getByText('Tidak ada peran lain.')).toBeVisible();
	expect(complaints).toEqual([]);
	await theirs.close();
});

test('with a one-time code from an administrator a person makes a new password', async ({
	page,
	context,
	house
}) => {
	const person = await aCivilServant(house);
	await signIn(page, await aCivilServant(house, { role: 'platform-admin' }));
	await openPerson(page, person);
	await page.getByRole('button', { name: 'Terbitkan kode sekali pakai' }).click();
	const code = (await page.getByRole('code').innerText()).trim();
	expect(code).toMatch(/^[\w-]{10,14}$/);
	expect(page.url()).not.toContain(code);
	await expectAccessible(page);
	await openPerson(page, person);
	await expect(page.getByText(code)).toHaveCount(0);

	await context.clearCookies();
	await page.goto('/masuk');
	await page.getByRole('link', { name: 'Lupa kata sandi' }).click();
	await page.getByRole('link', { name: 'Saya sudah mempunyai kode' }).click();
	await expectAccessible(page);
	const password = 'perahu-layar-senja';
	await recover(page, person.email, 'AAAAA-AAAAA', password);
	await expect(page.getByText('Kode tidak sesuai').first()).toBeVisible();
	await expectAccessible(page);
	await recover(page, spaced(person.number), code.toLowerCase(), password);
	await expect(page.getByText('Kata sandi baru tersimpan.')).toBeVisible();
	await signIn(page, { email: person.email, password });

	await context.clearCookies();
	await page.goto('/lupa-sandi/kode');
	await recover(page, person.email, code, 'lain-lagi-kata-sandinya');
	await expect(page.getByText('Kode tidak sesuai').first()).toBeVisible();
});

test('a closed account cannot sign in until it is opened again', async ({
	page,
	browser,
	baseURL,
	house
}) => {
	const person = await aCivilServant(house);
	await signIn(page, await aCivilServant(house, { role: 'platform-admin' }));
	await openPerson(page, person);
	await page.getByRole('button', { name: 'Tutup akun' }).click();
	await expect(page.getByText('Akun ditutup.').first()).toBeVisible();
	await expectAccessible(page);
	const theirs = await browser.newContext(baseURL ? { baseURL } : {});
	const their = await theirs.newPage();
	await their.goto('/masuk');
	await their.getByLabel('NIP/NI PPPK atau email dinas').fill(person.email);
	await their.getByLabel('Kata sandi', { exact: true }).fill(person.password);
	await their.getByRole('main').getByRole('button', { name: 'Masuk' }).click();
	await expect(their.getByRole('alert')).toContainText('tidak sesuai');
	await openPerson(page, person);
	await page.getByRole('button', { name: 'Buka kembali akun' }).click();
	await expect(page.getByText('Akun dibuka kembali.')).toBeVisible();
	await signIn(their, person);
	await theirs.close();
});

test('an administrator sees the state of the system', async ({ page, house }) => {
	await signIn(page, await aCivilServant(house, { role: 'platform-admin' }));
	await page.goto('/admin/kesehatan');
	await expect(page.getByRole('row', { name: /Migrasi/ })).toContainText('lengkap');
	await expect(page.getByRole('row', { name: /Edisi pelatihan/ })).toContainText(/[1-9]\d* terbit/);
	await expectAccessible(page);
});

test('an HR officer finds the people of the own agency and nobody else', async ({
	page,
	house
}) => {
	const agency = await anAgency(house);
	const own = await aCivilServant(house, { agency });
	const foreign = await aCivilServant(house);
	await signIn(page, await aCivilServant(house, { agency, role: 'hr-officer' }));
	await page.goto('/admin/pengguna');
	await search(page, own.email);
	await expect(page.getByRole('link', { name: own.name })).toBeVisible();
	await page.getByRole('link', { name: own.name }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(own.name);
	await expectAccessible(page);

	for (const query of [foreign.name, foreign.email, foreign.number]) {
		await page.goto('/admin/pengguna');
		await search(page, query);
		await expect(page.getByRole('link', { name: foreign.name })).toHaveCount(0);
	}
	expect((await page.goto(`/admin/pengguna/${foreign.id}`))?.status()).toBe(404);
	const foreignPage = await page.getByRole('main').innerText();
	expect((await page.goto(`/admin/pengguna/${crypto.randomUUID()}`))?.status()).toBe(404);
	expect(await page.getByRole('main').innerText()).toBe(foreignPage);
	expect((await page.goto('/admin/kesehatan'))?.status()).toBe(403);
});

test('a learner at the administration is told why not', async ({ page, house }) => {
	const other = await aCivilServant(house);
	await signIn(page, await aCivilServant(house));
	await expect(page.getByRole('link', { name: 'Administrasi' })).toHaveCount(0);
	for (const path of ['/admin', '/admin/pengguna', '/admin/kesehatan']) {
		expect((await page.goto(path))?.status(), path).toBe(403);
		await expect(page.getByText('Peran Anda tidak mencakup tindakan ini.')).toBeVisible();
	}
	await expectAccessible(page);
	expect((await page.goto(`/admin/pengguna/${other.id}`))?.status()).toBe(404);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('an administrator gives and withdraws a role and issues a code that opens the account', async ({
		page,
		context,
		house
	}) => {
		const person = await aCivilServant(house);
		await signIn(page, await aCivilServant(house, { role: 'platform-admin' }));
		await openPerson(page, person);
		await page.getByLabel('Peran', { exact: true }).selectOption('Admin instansi');
		await page.getByLabel('Berlaku di').selectOption(`${person.agency} › Dinas Uji`);
		await page.getByRole('button', { name: 'Beri peran' }).click();
		await expect(page.getByText('Pilih seluruh instansi').first()).toBeVisible();
		await page.getByLabel('Berlaku di').selectOption(`${person.agency} (seluruh instansi)`);
		await page.getByRole('button', { name: 'Beri peran' }).click();
		await expect(page.getByText('Peran diberikan.')).toBeVisible();
		await page.getByRole('button', { name: 'Cabut peran Admin instansi' }).click();
		await expect(page.getByText('Peran dicabut.')).toBeVisible();
		await page.getByRole('button', { name: 'Terbitkan kode sekali pakai' }).click();
		const code = await page.getByRole('code').innerText();

		await context.clearCookies();
		await page.goto('/lupa-sandi/kode');
		const password = 'perahu-sawah-kopi';
		await recover(page, person.email, code.trim(), password);
		await expect(page.getByText('Kata sandi baru tersimpan.')).toBeVisible();
		await signIn(page, { email: person.email, password });
	});
});

async function openPerson(page: Page, person: Account): Promise<void> {
	await page.goto('/admin/pengguna');
	await search(page, person.email);
	await page.getByRole('link', { name: person.name }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(person.name);
}

async function search(page: Page, query: string): Promise<void> {
	await page.getByLabel('Nama, email, atau NIP/NI PPPK').fill(query);
	await page.getByRole('main').getByRole('button', { name: 'Cari' }).click();
	await page.waitForURL(/hasil/);
	await expect(page.getByLabel('Nama, email, atau NIP/NI PPPK')).toHaveValue(query);
}

async function recover(page: Page, identifier: string, code: string, password: string) {
	await page.getByLabel('NIP/NI PPPK atau email dinas').fill(identifier);
	await page.getByLabel('Kode sekali pakai').fill(code);
	await page.getByLabel('Kata sandi baru', { exact: true }).fill(password);
	await page.getByLabel('Ulangi kata sandi baru').fill(password);
	await page.getByRole('button', { name: 'Simpan kata sandi' }).click();
}

function spaced(number: string): string {
	return number.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, '$1 $2 $3 $4');
}

/** A day from now in Asia/Jakarta, as a date field takes it. */
function inDays(days: number): string {
	const then = new Date(Date.now() + days * 24 * 3600_000);
	return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Jakarta' }).format(then);
}

function longDay(day: string): string {
	const date = new Date(`${day}T12:00:00+07:00`);
	return new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeZone: 'Asia/Jakarta' }).format(
		date
	);
}
