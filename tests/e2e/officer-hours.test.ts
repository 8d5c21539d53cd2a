import type { Page } from '@playwright/test';
import { sql } from 'drizzle-orm';
import { earnModuleHours } from '#lib/server/hours/ledger.ts';
import { SYSTEM, withScope } from '#lib/server/db/scope.ts';
import { readPaper } from '../support/paper-text.ts';
import { expectAccessible } from './support/access.ts';
import { aCivilServant, anAgency, signIn, type Account, type Agency } from './support/people.ts';
import { expect, test, watch, type House } from './support/story.ts';

const YEAR = new Date().toLocaleDateString('en-CA', { timeZone: 'Asia/Jakarta' }).slice(0, 4);
const PEOPLE = '/bangkom/jp/pegawai';

/** A completed module, stamped with where its learner works. */
async function earn(house: House, { id }: Account, title: string, jp: number): Promise<void> {
	const [place] = await withScope(house.pool, SYSTEM, (db) =>
		db.execute<{ agencyId: string; unitId: string }>(
			sql`select agency_id as "agencyId", unit_id as "unitId" from placements where person_id = ${id}`
		)
	);
	await withScope(house.pool, { as: 'person', personId: id }, (db) =>
		earnModuleHours(
			db,
			{ personId: id, ...place! },
			{
				...{ courseId: 'spbe-101', releaseId: 'e', moduleId: title.toLowerCase(), jp, title },
				...{ organiser: 'Kementerian Contoh', earnedOn: `${YEAR}-01-02` }
			}
		)
	);
}

/** An agency with an officer, somebody who has enough JP and somebody who has not. */
async function aHome(house: House) {
	const agency: Agency = await anAgency(house);
	const officer = await aCivilServant(house, { agency, role: 'hr-officer' });
	const [enough, less] = [
		await aCivilServant(house, { agency }),
		await aCivilServant(house, { agency })
	];
	await earn(house, enough, 'Silo', 21);
	await earn(house, less, 'Data', 7.5);
	return { agency, officer, enough, less };
}

const rowOf = (page: Page, { name }: Account) => page.getByRole('row', { name });

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('an officer opens a number, the people behind it and a ledger, corrects an entry, and its owner reads why', async ({
			page,
			browser,
			baseURL,
			house
		}) => {
			const judge = async (at: Page) => {
				if (javaScriptEnabled) await expectAccessible(at);
			};
			const { officer, enough, less } = await aHome(house);
			await signIn(page, officer);
			await page.getByRole('link', { name: 'Capaian JP Pegawai' }).click();
			await expect(
				page.getByText('1 dari 3 pegawai yang mempunyai kewajiban JP sudah memenuhi.')
			).toBeVisible();
			await judge(page);
			await page.getByRole('link', { name: 'Memenuhi: 1', exact: true }).click();
			await expect(rowOf(page, enough)).toBeVisible();
			await expect(rowOf(page, less)).toHaveCount(0);
			await page.getByRole('link', { name: 'Belum memenuhi: 2' }).click();
			await expect(rowOf(page, less)).toContainText('12,5');
			await page.getByRole('link', { name: 'Kurang', exact: true }).click();
			await expect(page).toHaveURL(/posisi=short&urut=kurang/);
			await expect(
				page.getByRole('row').filter({ hasText: 'Belum memenuhi' }).last()
			).toContainText(less.name);
			await page.getByRole('link', { name: 'Dinas Uji' }).first().click();
			await expect(page.getByRole('heading', { name: 'Di bawah Dinas Uji' })).toBeVisible();
			await judge(page);

			const file = await page.request.get(`${PEOPLE}/unduh?posisi=short`);
			expect(file.headers()['content-disposition']).toMatch(/capaian-jp-pegawai-[\d-]+\.csv/);
			const csv = await file.text();
			expect(csv).toContain(`${less.name};Analis Kebijakan;Dinas Uji;PNS;01-01-${YEAR}`);
			expect(csv).not.toContain(enough.name);
			expect(csv).not.toContain(less.number);

			await page.goto(PEOPLE);
			await page.getByLabel('Nama, email dinas, atau NIP/NI PPPK').fill('xx');
			await page.getByRole('button', { name: 'Cari', exact: true }).click();
			await expect(page.getByText('Tulis paling sedikit tiga huruf atau angka.')).toBeVisible();
			await page.getByLabel('Nama, email dinas, atau NIP/NI PPPK').fill(less.number);
			await page.getByRole('button', { name: 'Cari', exact: true }).click();
			expect(page.url()).not.toContain(less.number);
			await judge(page);
			await page.getByRole('link', { name: less.name }).click();
			await expect(page.getByRole('heading', { level: 1 })).toContainText(less.name);
			await expect(page.getByText(`Capaian JP tahun ${YEAR}: 7,5 dari 20 JP.`)).toBeVisible();
			await expect(page.getByRole('row', { name: 'Data' })).toContainText(
				'Sistem, saat modul selesai'
			);
			await judge(page);

			await page.getByRole('link', { name: 'Koreksi Data' }).click();
			await judge(page);
			const mending = page.locator('form').filter({ hasText: 'Simpan perbaikan' });
			await mending.getByLabel('Alasan').fill('Modul bernilai 4,5 JP.');
			await mending.getByLabel('Sudah saya periksa').check();
			await mending.getByRole('button').click();
			await expect(page.getByRole('alert')).toContainText('Tidak ada yang berubah.');
			await expect(mending.getByLabel('Alasan')).toHaveValue('Modul bernilai 4,5 JP.');
			await judge(page);
			await mending.getByLabel('Jumlah JP').fill('4,5');
			await mending.getByLabel('Sudah saya periksa').check();
			await mending.getByRole('button').click();
			await expect(page.getByText('Catatan diperbaiki.')).toBeVisible();
			await expect(page.getByText(`Capaian JP tahun ${YEAR}: 4,5 dari 20 JP.`)).toBeVisible();
			await expect(page.getByRole('row', { name: 'Pembatalan: Data' })).toContainText(officer.name);
			await expect(page.getByRole('link', { name: 'Koreksi Data' })).toHaveCount(1);
			await judge(page);

			await page.getByRole('link', { name: 'Koreksi Data' }).click();
			const taking = page.locator('form').filter({ hasText: 'Batalkan catatan' });
			await taking.getByLabel('Alasan').fill('Modul diulang orang lain.');
			await taking.getByLabel('Sudah saya periksa').check();
			await taking.getByRole('button').click();
			await expect(page.getByText('Catatan dibatalkan.')).toBeVisible();
			await expect(page.getByText(`Capaian JP tahun ${YEAR}: 0 dari 20 JP.`)).toBeVisible();

			const theirs = await browser.newContext({ ...(baseURL && { baseURL }), javaScriptEnabled });
			const complaints = watch(theirs);
			const own = await theirs.newPage();
			await signIn(own, less);
			await own.goto('/capaian');
			await expect(own.getByRole('main')).toContainText('Alasan: Modul bernilai 4,5 JP.');
			await own.goto('/profil');
			for (const act of [/Riwayat JP dibuka/, /Capaian JP diunduh/, /Pencatatan JP dibatalkan/])
				await expect(own.getByRole('row', { name: act }).first()).toContainText(officer.name);
			expect(complaints).toEqual([]);
			await theirs.close();
		});
	});
}

test('officers of another agency get 404 for everybody here, and see none of them', async ({
	page,
	house
}) => {
	const { agency, less } = await aHome(house);
	const [unit] = await withScope(house.pool, SYSTEM, (db) =>
		db.execute<{ id: string }>(sql`select id from units where agency_id = ${agency.id}`)
	);
	await signIn(page, await aCivilServant(house, { role: 'hr-officer' }));
	await page.goto(PEOPLE);
	await expect(page.getByText('0 dari 1 pegawai')).toBeVisible();
	await page.getByLabel('Nama, email dinas, atau NIP/NI PPPK').fill(less.name);
	await page.getByRole('button', { name: 'Cari', exact: true }).click();
	await expect(page.getByText('Tidak ada pegawai yang cocok')).toBeVisible();
	await expectAccessible(page);
	const ledger = `${PEOPLE}/${less.id}`;
	const entry = `${ledger}/koreksi?catatan=modul:spbe-101:data`;
	for (const path of [
		ledger,
		entry,
		`${PEOPLE}?unit=${unit!.id}`,
		`${PEOPLE}/unduh?unit=${unit!.id}`
	])
		expect((await page.request.get(path)).status(), path).toBe(404);
	const forged = await page.request.post(`${entry}&/reverse`, {
		form: { reason: 'Iseng', confirmed: 'on' },
		headers: { origin: new URL(page.url()).origin, accept: 'text/html' }
	});
	expect(forged.status()).toBe(404);
	expect(await (await page.request.get(`${PEOPLE}/unduh`)).text()).not.toContain(less.name);
});

test('who is no officer gets none of these pages; an officer’s own ledger is their own page', async ({
	page,
	browser,
	baseURL,
	house
}) => {
	const { officer, less, enough } = await aHome(house);
	await signIn(page, less);
	for (const path of [PEOPLE, `${PEOPLE}/unduh`, `${PEOPLE}/${enough.id}`])
		expect((await page.request.get(path)).status(), path).toBe(403);
	const theirs = await browser.newContext({ ...(baseURL && { baseURL }) });
	const own = await theirs.newPage();
	await signIn(own, officer);
	await own.goto(`${PEOPLE}/${officer.id}`);
	await expect(own).toHaveURL('/capaian');
	await theirs.close();
});

test('a person’s statement is had on paper, with the number masked unless they ask for it', async ({
	page,
	house
}) => {
	const { less } = await aHome(house);
	await signIn(page, less);
	await page.goto('/capaian');
	await expectAccessible(page);
	const download = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Unduh PDF' }).click();
	expect((await download).suggestedFilename()).toBe(`rekap-jp-${YEAR}.pdf`);
	await page.goto('/capaian/cetak');
	await expectAccessible(page);
	await expect(page.getByRole('link', { name: 'Unduh PDF dengan nomor lengkap' })).toBeVisible();
	const read = async (query: string) =>
		readPaper(await (await page.request.get(`/capaian/rekap.pdf${query}`)).body()).pages.join('\n');
	const masked = await read('');
	for (const said of [
		less.name,
		`Tahun ${YEAR} (1 Januari s.d. 31 Desember ${YEAR})`,
		'Paling sedikit 20 JP setahun bagi PNS',
		'PP 11/2017',
		'7,5 dari 20 JP. Kurang 12,5 JP.',
		'Halaman 1 dari 1'
	])
		expect(masked).toContain(said);
	expect(masked.replace(/\s/g, '')).not.toContain(less.number.slice(0, 8));
	expect((await read('?nomor=lengkap')).replace(/\s/g, '')).toContain(less.number);
	expect(await read('?periode=semua')).toContain('Semua tahun');
	await page.context().clearCookies();
	const visitor = await page.request.get('/capaian/rekap.pdf', { maxRedirects: 0 });
	expect(visitor.status()).toBe(303);
});
