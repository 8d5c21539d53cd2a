import type { Page } from '@playwright/test';
import { sql } from 'drizzle-orm';
import { SYSTEM, withScope } from '#lib/server/db/scope.ts';
import { earnModuleHours } from '#lib/server/hours/ledger.ts';
import { expectAccessible } from './support/access.ts';
import { anAward } from './support/certificates.ts';
import { aCivilServant, anAgency, signIn, type Account } from './support/people.ts';
import { expect, test, watch, type House } from './support/story.ts';

const PDF = { name: 'x.bin', mimeType: 'text/plain', buffer: Buffer.from('%PDF-1.7\nbukti') };
const NO_PDF = {
	name: 'x.pdf',
	mimeType: 'application/pdf',
	buffer: Buffer.from('PK\u0003\u0004')
};
const YEAR = new Date().toLocaleDateString('en-CA', { timeZone: 'Asia/Jakarta' }).slice(0, 4);
const TITLE = 'Bimbingan Teknis Satu Data Indonesia';

async function fill(page: Page, changes: Partial<Record<string, string>> = {}) {
	const typed = {
		'Nama pelatihan': TITLE,
		Penyelenggara: 'Kementerian Contoh',
		'Tanggal mulai': `${YEAR}-01-02`,
		'Tanggal selesai': `${YEAR}-01-03`,
		'Jumlah JP': '7,5',
		'Nomor sertifikat atau surat keterangan': '123/BIMTEK/2026',
		...changes
	};
	for (const [label, value] of Object.entries(typed))
		await page.getByLabel(label, { exact: true }).fill(value);
	await page.getByLabel('Bentuk pelatihan').selectOption('Bimbingan teknis');
}

/** A completed module, as completing one records it. */
function aModule(house: House, { id }: Account) {
	const scope = { as: 'person', personId: id } as const;
	return withScope(house.pool, scope, (db) =>
		earnModuleHours(
			db,
			{ personId: id, agencyId: null, unitId: null },
			{
				...{ courseId: 'spbe-101', releaseId: 'e', moduleId: 'gejala', jp: 2.5 },
				...{ title: 'Gejala silo', organiser: 'Kementerian Contoh', earnedOn: `${YEAR}-01-02` }
			}
		)
	);
}

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('training from elsewhere is sent with evidence, returned, mended, confirmed and counted', async ({
			page,
			browser,
			baseURL,
			house
		}) => {
			const judge = async (at: Page) => {
				if (javaScriptEnabled) await expectAccessible(at);
			};
			const agency = await anAgency(house);
			const learner = await aCivilServant(house, { agency });
			await signIn(page, learner);
			await expect(page.getByText(`Capaian JP tahun ${YEAR}: 0 dari 20 JP.`)).toBeVisible();
			await page.getByRole('link', { name: 'Capaian', exact: true }).click();
			await expect(page.getByText('Belum ada JP pada masa ini')).toBeVisible();

			await page.getByRole('link', { name: 'Catat pelatihan dari luar' }).click();
			await fill(page);
			await page.getByLabel('Berkas bukti').setInputFiles(NO_PDF);
			await page.getByRole('button', { name: 'Kirim', exact: true }).click();
			await expect(page.getByRole('alert')).toContainText('Isi berkas bukan PDF, JPEG, atau PNG');
			await expect(page.getByLabel('Nama pelatihan')).toHaveValue(TITLE);
			await expect(page.getByLabel('Bentuk pelatihan')).toHaveValue('bimbingan-teknis');
			await judge(page);

			await fill(page, { 'Jumlah JP': '0' });
			await page.getByLabel('Berkas bukti').setInputFiles(PDF);
			await page.getByRole('button', { name: 'Kirim', exact: true }).click();
			await expect(page.getByRole('alert')).toContainText('Jumlah JP harus lebih dari 0');
			await expect(page.getByText('Berkas PDF (14 B) sudah diterima')).toBeVisible();
			await fill(page);
			const form = page.getByRole('main').locator('form');
			const id = await form.locator('input[name=id]').inputValue();
			await page.getByRole('button', { name: 'Kirim', exact: true }).click();
			await expect(page.getByText('Permohonan terkirim.')).toBeVisible();
			expect(new URL(page.url()).pathname).toBe(`/capaian/luar/${id}`);
			await page.goto('/capaian');
			await expect(page.getByRole('link', { name: TITLE })).toHaveCount(1);
			await expect(page.getByText(`Capaian JP tahun ${YEAR}: 0 dari 20 JP.`)).toBeVisible();

			const theirs = await browser.newContext({ ...(baseURL && { baseURL }), javaScriptEnabled });
			const complaints = watch(theirs);
			const desk = await theirs.newPage();
			await signIn(desk, await aCivilServant(house, { agency, role: 'hr-officer' }));
			await desk.goto('/bangkom/jp');
			await judge(desk);
			await desk.getByRole('link', { name: TITLE }).click();
			await expect(desk.getByRole('main')).toContainText(learner.name);
			await judge(desk);
			const download = desk.waitForEvent('download');
			await desk.getByRole('link', { name: 'Unduh bukti (PDF, 14 B)' }).click();
			expect((await download).suggestedFilename()).toBe('bukti-pelatihan.pdf');
			await desk.getByLabel('Apa yang harus diperbaiki').fill('Nomor tidak terbaca.');
			await desk.getByRole('button', { name: 'Kembalikan untuk Perbaikan' }).click();
			await expect(desk.getByText('Dikembalikan kepada pemohon.')).toBeVisible();

			await page.goto('/capaian');
			await page.getByRole('link', { name: TITLE }).click();
			await expect(page.getByText('Alasan: Nomor tidak terbaca.').first()).toBeVisible();
			await judge(page);
			await page.getByLabel('Nomor sertifikat atau surat keterangan').fill('124/BIMTEK/2026');
			await page.getByRole('button', { name: 'Kirim lagi' }).click();
			await expect(page.getByText('Permohonan terkirim.')).toBeVisible();

			await desk.reload();
			await expect(desk.getByRole('main')).toContainText('124/BIMTEK/2026');
			await desk.getByRole('button', { name: 'Setujui dan catat JP' }).click();
			await expect(desk.getByText('Disetujui. JP sudah tercatat.')).toBeVisible();
			await judge(desk);

			await page.goto('/capaian');
			await expect(
				page.getByText(`Capaian JP tahun ${YEAR}: 7,5 dari 20 JP. Kurang 12,5 JP.`)
			).toBeVisible();
			await expect(page.getByRole('row', { name: TITLE })).toContainText('7,5');
			await judge(page);
			await page.goto('/capaian/cetak');
			await expect(page.getByRole('heading', { level: 1 })).toHaveText('Riwayat JP');
			await expect(page.getByRole('main')).toContainText(learner.name);
			const csv = await page.request.get('/capaian/unduh');
			expect(csv.headers()['content-disposition']).toContain(`riwayat-jp-${YEAR}.csv`);
			expect(await csv.text()).toContain(`${TITLE};Kementerian Contoh;Bimbingan teknis;`);
			await page.goto('/profil');
			await expect(page.getByRole('row', { name: /Permohonan JP disetujui/ })).toBeVisible();

			await desk.getByLabel('Alasan pembatalan').fill('Sertifikat keliru.');
			await desk.getByRole('button', { name: 'Batalkan pencatatan' }).click();
			await expect(desk.getByText('Pencatatan dibatalkan.')).toBeVisible();
			await page.goto('/capaian');
			await expect(page.getByText(`Capaian JP tahun ${YEAR}: 0 dari 20 JP.`)).toBeVisible();
			await expect(page.getByRole('row', { name: `Pembatalan: ${TITLE}` })).toContainText('−7,5');
			expect(complaints).toEqual([]);
			await theirs.close();
		});
	});
}

test('what is empty, blank, sent and printed is clear to everybody', async ({ page, house }) => {
	const learner = await aCivilServant(house);
	await signIn(page, learner);
	for (const path of ['/', '/capaian', '/capaian/catat']) {
		await page.goto(path);
		await expectAccessible(page);
	}
	await fill(page);
	await page.getByLabel('Berkas bukti').setInputFiles(PDF);
	await page.getByRole('button', { name: 'Kirim', exact: true }).click();
	await expect(page.getByText('Permohonan terkirim.')).toBeVisible();
	await expectAccessible(page);
	await aModule(house, learner);
	await page.goto('/capaian/cetak');
	await expect(page.getByRole('row', { name: /Gejala silo/ })).toBeVisible();
	await expectAccessible(page);
});

test('an officer writes down a PPPK’s work agreement, and the learner’s year follows it', async ({
	page,
	browser,
	baseURL,
	house
}) => {
	const agency = await anAgency(house);
	const learner = await aCivilServant(house, { agency });
	await withScope(house.pool, SYSTEM, (db) =>
		db.execute(sql`update people set employee_kind = 'pppk' where id = ${learner.id}`)
	);
	await signIn(page, await aCivilServant(house, { agency, role: 'hr-officer' }));
	await page.goto(`/admin/pengguna/${learner.id}`);
	const write = async (from: string, until: string) => {
		await page.getByLabel('Mulai berlaku').fill(from);
		await page.getByLabel('Berlaku sampai dengan').fill(until);
		await page.getByRole('button', { name: 'Catat perjanjian kerja' }).click();
	};
	await write(`${YEAR}-01-01`, '2020-01-01');
	await expect(page.getByRole('alert')).toContainText('Tanggal akhir lebih awal');
	await expect(page.getByLabel('Mulai berlaku')).toHaveValue(`${YEAR}-01-01`);
	await expectAccessible(page);
	await write('2024-02-29', '2050-02-28');
	await expect(page.getByText('Perjanjian kerja tercatat.')).toBeVisible();
	await expectAccessible(page);

	const theirs = await browser.newContext({ ...(baseURL && { baseURL }) });
	const own = await theirs.newPage();
	await signIn(own, learner);
	await own.goto('/capaian');
	await expect(
		own.getByText('Capaian JP masa perjanjian kerja: 0 dari paling banyak 24 JP.')
	).toBeVisible();
	await expect(own.getByRole('main')).toContainText(
		/(29 Februari|1 Maret) \d{4} s\.d\. 28 Februari/
	);
	await expect(own.getByText('belum tercatat')).toHaveCount(0);
	await expectAccessible(own);
	await theirs.close();
});

test('what may be recorded already is shown before it is sent, and confirmed only with a reason', async ({
	page,
	browser,
	baseURL,
	house
}) => {
	const agency = await anAgency(house);
	const learner = await aCivilServant(house, { agency });
	await aModule(house, learner);
	await signIn(page, learner);
	await page.goto('/capaian');
	await expect(page.getByRole('link', { name: 'Gejala silo' })).toHaveAttribute(
		'href',
		'/belajar/spbe-101/modul/gejala'
	);
	await page.goto('/capaian/catat');
	await fill(page, { 'Nama pelatihan': 'Gejala Silo' });
	await page.getByLabel('Berkas bukti').setInputFiles(PDF);
	await page.getByRole('button', { name: 'Kirim', exact: true }).click();
	await expect(page.getByText('Mungkin sudah tercatat', { exact: true })).toBeVisible();
	await expect(page.getByRole('main')).toContainText(
		'Tandanya: pelatihan Widyapraja yang namanya sama atau mirip.'
	);
	await expectAccessible(page);
	await page.getByLabel('Sudah saya periksa').check();
	await page.getByRole('button', { name: 'Kirim', exact: true }).click();
	await expect(page.getByText('Permohonan terkirim.')).toBeVisible();

	const theirs = await browser.newContext({ ...(baseURL && { baseURL }) });
	const desk = await theirs.newPage();
	await signIn(desk, await aCivilServant(house, { agency, role: 'hr-officer' }));
	const id = new URL(page.url()).pathname.split('/').at(-1)!;
	await desk.goto(`/bangkom/jp/${id}`);
	await expect(desk.getByText('Periksa: mungkin sudah tercatat')).toBeVisible();
	await expectAccessible(desk);
	// Past the browser's own check: the server asks again.
	const reason = desk.getByLabel('Mengapa ini pelatihan yang berbeda');
	await reason.fill('  ');
	await desk.getByRole('button', { name: 'Setujui dan catat JP' }).click();
	await expect(desk.getByRole('alert')).toContainText('Ada tanda bahwa pelatihan ini sudah');
	await expectAccessible(desk);
	await reason.fill('Tatap muka di Jakarta, bukan e-learning.');
	await desk.getByRole('button', { name: 'Setujui dan catat JP' }).click();
	await expect(desk.getByText('Disetujui. JP sudah tercatat.')).toBeVisible();
	await theirs.close();
	await page.reload();
	await expect(page.getByRole('main')).toContainText('Catatan pemeriksa: Tatap muka di Jakarta');
	await expectAccessible(page);
});

test('the number of one’s own certificate is refused, and the page says where its JP stand', async ({
	page,
	house
}) => {
	const learner = await aCivilServant(house);
	const { number } = await anAward(house, learner);
	await signIn(page, learner);
	await page.goto('/capaian/catat');
	await fill(page, { 'Nomor sertifikat atau surat keterangan': number });
	await page.getByLabel('Berkas bukti').setInputFiles(PDF);
	await page.getByRole('button', { name: 'Kirim', exact: true }).click();
	await expect(page.getByRole('alert')).toContainText('tercatat sendiri di Riwayat JP');
	await expect(page.getByLabel('Nama pelatihan')).toHaveValue(TITLE);
	await expectAccessible(page);
});

test('a file too large is refused in place; the same form sent twice is one submission; foreign officers get 404', async ({
	page,
	browser,
	baseURL,
	house
}) => {
	const learner = await aCivilServant(house);
	await signIn(page, learner);
	await page.goto('/capaian/catat');
	await fill(page);
	const large = { ...PDF, buffer: Buffer.concat([PDF.buffer, Buffer.alloc(6_000_000)]) };
	await page.getByLabel('Berkas bukti').setInputFiles(large);
	await page.getByRole('button', { name: 'Kirim', exact: true }).click();
	await expect(page.getByRole('alert')).toContainText('Berkas lebih dari 5 MB');
	await expect(page.getByLabel('Nama pelatihan')).toHaveValue(TITLE);

	const id = await page.locator('input[name=id]').inputValue();
	const multipart = {
		...{ id, title: TITLE, organiser: 'K', form: 'seminar', jp: '2', certificate: '9' },
		...{ startedOn: `${YEAR}-01-02`, endedOn: `${YEAR}-01-02`, evidence: PDF, distinct: 'on' }
	};
	for (let turn = 0; turn < 2; turn++) {
		const answer = await page.request.post('/capaian/catat', {
			multipart,
			headers: { origin: baseURL!, accept: 'text/html' },
			maxRedirects: 0
		});
		expect([answer.status(), answer.headers().location]).toEqual([303, `/capaian/luar/${id}`]);
	}
	await page.goto('/capaian');
	await expect(page.getByRole('link', { name: TITLE })).toHaveCount(1);
	await page.goto(`/capaian/luar/${id}`);
	const evidence = await page.getByRole('link', { name: /Unduh bukti/ }).getAttribute('href');

	const theirs = await browser.newContext({ ...(baseURL && { baseURL }) });
	const stranger = await theirs.newPage();
	await signIn(stranger, await aCivilServant(house, { role: 'hr-officer' }));
	await stranger.goto('/bangkom/jp?status=semua');
	await expect(stranger.getByRole('link', { name: TITLE })).toHaveCount(0);
	for (const path of [`/bangkom/jp/${id}`, `/capaian/luar/${id}`, evidence!])
		expect((await stranger.request.get(path)).status(), path).toBe(404);
	await theirs.close();
	expect((await page.goto('/bangkom/jp'))?.status()).toBe(403);
});

test('the platform’s administrator sets a rule from a day on; the old one stays', async ({
	page,
	house
}) => {
	await signIn(page, await aCivilServant(house, { role: 'platform-admin' }));
	await page.goto('/admin');
	await page.getByRole('link', { name: 'Aturan JP' }).click();
	await expect(page.getByRole('row', { name: /^PPPK berlaku/ })).toContainText('24 JP');
	await expectAccessible(page);
	const set = async (minimum: string, fromOn: string) => {
		await page.getByLabel('Jenis pegawai').selectOption('Bukan ASN');
		await page.getByLabel('Paling sedikit').fill(minimum);
		await page.getByLabel('Berlaku sejak').fill(fromOn);
		await page.getByLabel('Dasar').fill('Keputusan uji');
		await page.getByRole('button', { name: 'Tetapkan' }).click();
	};
	await set('banyak', '2090-01-01');
	await expect(page.getByRole('alert')).toContainText('Isi JP dengan angka lebih dari 0');
	await expect(page.getByLabel('Dasar')).toHaveValue('Keputusan uji');
	await expectAccessible(page);
	await set('2,5', '2090-01-01');
	await expect(page.getByText('Aturan ditetapkan.')).toBeVisible();
	await expect(page.getByRole('row', { name: /^Bukan ASN/ }).last()).toContainText('2,5 JP');
});
