import type { Page } from '@playwright/test';
import { sql } from 'drizzle-orm';
import { SYSTEM, withScope } from '#lib/server/db/scope.ts';
import type { Role } from '#lib/server/access/policy.ts';
import { decideCertificate } from '#lib/server/journeys/keep-certificates.ts';
import { expectAccessible, expectRoomWhenZoomed } from './support/access.ts';
import { aCertificate, issueAll } from './support/certificates.ts';
import { aCivilServant, anAgency, signIn } from './support/people.ts';
import { expect, test, type House } from './support/story.ts';

/** An agency with somebody of this role, and an issued certificate of a course that the agency organised. */
async function aStage(house: House, origin: string, role: Role = 'organiser') {
	const agency = await anAgency(house);
	const code = await withScope(house.pool, SYSTEM, async (db) => {
		const [row] = await db.execute<{ code: string }>(
			sql`select code from agencies where id = ${agency.id}`
		);
		return row!.code;
	});
	const organiser = { code, name: agency.name };
	const holder = await aCivilServant(house);
	const certificate = await aCertificate(house, origin, holder, { organiser });
	const officer = await aCivilServant(house, { agency, role });
	return { agency, organiser, holder, officer, ...certificate };
}

const find = async (page: Page, number: string) => {
	await page.goto('/admin/sertifikat');
	await page.getByLabel('Nomor atau kode sertifikat').fill(number);
	await page.getByRole('main').getByRole('button', { name: 'Cari', exact: true }).click();
};

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });
		const look = (page: Page) => (javaScriptEnabled ? expectAccessible(page) : Promise.resolve());

		test('an organiser finds a certificate by number and revokes it', async ({
			page,
			house,
			baseURL
		}) => {
			const { officer, holder, code, number } = await aStage(house, baseURL!);
			await signIn(page, officer);
			await page.getByRole('main').getByRole('link', { name: 'Penerbitan Sertifikat' }).click();
			await expect(page.getByRole('heading', { level: 1 })).toHaveText('Penerbitan Sertifikat');
			await look(page);
			await find(page, '00000/TIDAK/ADA');
			await expect(page.getByText('Tidak ada yang cocok')).toBeVisible();
			await look(page);
			await find(page, number.slice(0, 12).toLowerCase());
			expect(page.url()).not.toContain('00001');
			await expect(page.getByRole('row', { name: number })).toContainText(holder.name);
			await look(page);
			await page.getByRole('link', { name: number }).click();
			await expect(page.getByText('Diterbitkan: ditandatangani dan dicetak')).toBeVisible();
			expect(await page.content()).not.toContain(holder.number);
			await look(page);

			await page.getByRole('link', { name: 'Cabut sertifikat' }).click();
			await look(page);
			await page.getByLabel('Sebab').selectOption('Diperoleh dengan curang');
			await page.getByLabel('Alasan').fill('Milik 198609262015052001.');
			await page.getByRole('button', { name: 'Lanjut: periksa dahulu' }).click();
			await expect(page.getByRole('alert')).toContainText('tampak seperti NIP');
			await expect(page.getByLabel('Alasan')).toHaveValue('Milik 198609262015052001.');
			await look(page);
			await page.getByLabel('Alasan').fill('Tes Akhir dikerjakan orang lain.');
			await page.getByRole('button', { name: 'Lanjut: periksa dahulu' }).click();
			await expect(page.getByText('Halaman publik sertifikat ini akan menyebut:')).toBeVisible();
			await expect(page.getByText('Sertifikat ini telah dicabut pada')).toBeVisible();
			await expect(page.getByText('Pencabutan tidak dapat dibatalkan.')).toBeVisible();
			await look(page);
			await page.getByRole('button', { name: 'Ubah isian' }).click();
			await expect(page.getByLabel('Alasan')).toHaveValue('Tes Akhir dikerjakan orang lain.');
			await page.getByRole('button', { name: 'Lanjut: periksa dahulu' }).click();
			await page.getByRole('button', { name: 'Cabut sertifikat ini' }).click();
			await expect(page).toHaveURL(`/admin/sertifikat/${code}#isi`);
			await expect(page.getByText('Sertifikat dicabut. Pemegang diberi tahu')).toBeVisible();
			await expect(page.getByRole('listitem').filter({ hasText: officer.name })).toContainText(
				'Sebab: diperoleh dengan curang.'
			);
			await look(page);
			await page.goto(`/admin/sertifikat/${code}/cabut`);
			await expect(page).toHaveURL(`/admin/sertifikat/${code}`);

			await page.getByRole('link', { name: 'Buka halaman publiknya' }).click();
			await expect(page.getByText('Alasan: Tes Akhir dikerjakan orang lain.')).toBeVisible();
			await look(page);
		});

		test('the holder is told and may object; what was wrongly revoked is given anew', async ({
			page,
			browser,
			house,
			baseURL
		}) => {
			const { agency, officer, holder, code, number } = await aStage(house, baseURL!);
			await withScope(house.pool, { as: 'person', personId: officer.id }, (db) =>
				decideCertificate(
					db,
					{
						personId: officer.id,
						grants: [{ role: 'organiser', agencyId: agency.id, unitId: null, endsOn: null }]
					},
					code,
					{ act: 'revoke', cause: 'fraudulent', reason: 'Tes Akhir dikerjakan orang lain.' }
				)
			);
			const theirs = await browser.newContext({ javaScriptEnabled });
			const their = await theirs.newPage();
			await signIn(their, holder);
			await their.goto('/sertifikat-saya');
			await expect(their.getByText('Alasan: Tes Akhir dikerjakan orang lain.')).toBeVisible();
			await expect(their.getByText('Sampaikan keberatan tertulis kepada')).toBeVisible();
			await look(their);
			await their.goto('/profil');
			await expect(their.getByText('Sertifikat dicabut atau digantikan')).toBeVisible();
			await theirs.close();

			await signIn(page, officer);
			await page.goto(`/admin/sertifikat/${code}`);
			await page.getByRole('link', { name: 'Pulihkan dengan sertifikat baru' }).click();
			await look(page);
			await page.getByLabel('Alasan').fill('Keberatan pemegang diterima.');
			await page.getByRole('button', { name: 'Lanjut: periksa dahulu' }).click();
			await look(page);
			await page.getByRole('button', { name: 'Pulihkan sertifikat ini' }).click();
			await expect(page.getByText('Ini sertifikat barunya.')).toBeVisible();
			await page
				.getByRole('link', { name: `Menggantikan atau melanjutkan nomor ${number}` })
				.click();
			await expect(page.getByText('Dipulihkan dengan sertifikat baru')).toBeVisible();
			await look(page);
			const told = () =>
				house.letters().filter((letter) => letter.includes(`To: ${holder.email}`)).length;
			// One that it was revoked, one that it is given anew.
			await expect.poll(told, { timeout: 40_000 }).toBe(2);
		});

		test('a wrong name is corrected on record and the certificate replaced; each names the other', async ({
			page,
			browser,
			house,
			baseURL
		}) => {
			const { holder, code, number } = await aStage(house, baseURL!);
			await signIn(page, await aCivilServant(house, { role: 'platform-admin' }));
			await find(page, number);
			await page.getByRole('link', { name: number }).click();
			await page.getByRole('link', { name: 'Ganti dengan yang benar' }).click();
			await look(page);
			await page.getByRole('link', { name: 'Buka data pegawai pemegang' }).click();
			await page.getByText('Betulkan nama dan gelar').click();
			await page.getByLabel('Nama tanpa gelar').fill(' ');
			await page.getByRole('button', { name: 'Simpan nama' }).click();
			await expect(page.getByRole('alert')).toContainText('Nama belum diisi');
			await look(page);
			const name = `${holder.name} Putra`;
			await page.getByLabel('Nama tanpa gelar').fill(name);
			await page.getByRole('button', { name: 'Simpan nama' }).click();
			await expect(page.getByText('Nama dan gelar dibetulkan.')).toBeVisible();

			await page.goto(`/admin/sertifikat/${code}/ganti`);
			await expect(page.getByText(name)).toBeVisible();
			await page.getByLabel('Alasan').fill('Nama pemegang kurang lengkap.');
			await page.getByRole('button', { name: 'Lanjut: periksa dahulu' }).click();
			await expect(page.getByText('digantikan oleh sertifikat lain pada')).toBeVisible();
			await look(page);
			await page.getByRole('button', { name: 'Ganti sertifikat ini' }).click();
			await expect(page.getByText('Ini penggantinya.')).toBeVisible();
			const next = new URL(page.url()).pathname.split('/').at(-1)!;
			expect(next).not.toBe(code);
			await look(page);

			const theirs = await browser.newContext({ javaScriptEnabled });
			const their = await theirs.newPage();
			await signIn(their, holder);
			await their.goto('/sertifikat-saya');
			await expect(their.getByText('Penggantinya ada di halaman ini')).toBeVisible();
			await look(their);
			await their.getByRole('button', { name: /^Lihat dulu/ }).click();
			await their.getByRole('button', { name: /^Nama dan gelar sudah benar/ }).click();
			await issueAll(house, baseURL!);
			await theirs.close();
			await expect
				.poll(async () => (await page.request.get(`/sertifikat/${next}`)).text())
				.toContain('terdaftar dan masih berlaku');
			await page.goto(`/sertifikat/${code}`);
			await page.getByRole('link', { name: 'Buka sertifikat penggantinya' }).click();
			await expect(page).toHaveURL(`/sertifikat/${next}`);
			await expect(page.getByText(`Dr. ${name}, S.Sos.`)).toBeVisible();
			await page.getByRole('link', { name: 'Buka sertifikat sebelumnya' }).click();
			await expect(page).toHaveURL(`/sertifikat/${code}`);
		});

		test('an administrator of the agency says who signs, and where', async ({
			page,
			house,
			baseURL
		}) => {
			const { officer, agency } = await aStage(house, baseURL!, 'agency-admin');
			await signIn(page, officer);
			await page.goto('/admin');
			await look(page);
			await page.getByRole('main').getByRole('link', { name: 'Penanda Tangan Sertifikat' }).click();
			await expect(page.getByText(`Pimpinan ${agency.name} (bawaan)`)).toBeVisible();
			await look(page);
			await page.getByLabel('Jabatan penanda tangan').fill('Kepala Badan Kepegawaian');
			await page.getByLabel('Nama penanda tangan').fill('Sari, NIP 198609262015052001');
			await page.getByLabel('Tempat terbit').fill('Wonosobo');
			await page.getByRole('button', { name: 'Tetapkan' }).click();
			await expect(page.getByRole('alert')).toContainText('tampak seperti NIP');
			await expect(page.getByLabel('Tempat terbit')).toHaveValue('Wonosobo');
			await look(page);
			await page.getByLabel('Nama penanda tangan').fill('Ir. Sari Dewi, M.Si.');
			await page.getByRole('button', { name: 'Tetapkan' }).click();
			await expect(page.getByText('Penanda tangan ditetapkan.')).toBeVisible();
			await expect(page.getByRole('row', { name: /Berlaku hari ini/ })).toContainText('Wonosobo');
			await look(page);
		});
	});
}

test('officers of other agencies get 404, other roles 403, and nobody decides about their own', async ({
	page,
	context,
	house,
	baseURL
}) => {
	const { code } = await aStage(house, baseURL!);
	const addresses = ['', '/cabut', '/ganti', '/pulihkan'].map(
		(act) => `/admin/sertifikat/${code}${act}`
	);
	await signIn(page, await aCivilServant(house, { role: 'organiser' }));
	for (const address of addresses) {
		expect((await page.goto(address))?.status(), address).toBe(404);
		const sent = await page.request.post(`${address}?/decide`, {
			form: { cause: 'mistaken', reason: 'Alasan.' },
			headers: { accept: 'text/html', origin: baseURL! }
		});
		expect([404, 405], address).toContain(sent.status());
	}
	expect((await page.goto('/admin/sertifikat'))?.status()).toBe(200);
	await expect(page.getByText('Belum ada sertifikat')).toBeVisible();
	await expectAccessible(page);
	expect((await page.goto('/admin/penerbit'))?.status()).toBe(403);

	await context.clearCookies();
	await signIn(page, await aCivilServant(house, { role: 'agency-admin' }));
	const foreign = '/admin/penerbit?penyelenggara=TIDAK-ADA';
	expect((await page.goto(foreign))?.status()).toBe(404);

	await context.clearCookies();
	await signIn(page, await aCivilServant(house));
	for (const address of [...addresses, '/admin/sertifikat', '/admin/penerbit'])
		expect((await page.goto(address))?.status(), address).toBe(403);

	await context.clearCookies();
	const agency = await anAgency(house);
	const own = await aCivilServant(house, { agency, role: 'platform-admin' });
	const mine = await aCertificate(house, baseURL!, own);
	await signIn(page, own);
	await page.goto(`/admin/sertifikat/${mine.code}`);
	await expect(page.getByText('Ini sertifikat Anda sendiri.')).toBeVisible();
	await expectAccessible(page);
	await expectRoomWhenZoomed(page, ['/admin/sertifikat', '/admin/penerbit', ...addresses]);
});
