import type { Page } from '@playwright/test';
import { assignDuty } from '#lib/server/access/duties.ts';
import { SYSTEM, withScope } from '#lib/server/db/scope.ts';
import { projectCourse } from '../support/project-course.ts';
import { expectAccessible } from './support/access.ts';
import { aCivilServant, aLearnerOf, signIn, type Account } from './support/people.ts';
import { aPublishedCourse } from './support/publish.ts';
import { expect, test, type House } from './support/story.ts';

const text = 'Layanan KTP: nama warga diketik di tiga meja.\n\nUsul: satu formulir bersama.';
const pdf = {
	name: 'Wayan-NIP.pdf',
	mimeType: 'application/pdf',
	buffer: Buffer.from('%PDF-1.7\nalur')
};
const archive = {
	name: 'alur.pdf',
	mimeType: 'application/pdf',
	buffer: Buffer.from('PK\u0003\u0004')
};

async function aMarker(house: House, course: string): Promise<Account> {
	const marker = await aCivilServant(house, { role: 'contributor' });
	await withScope(house.pool, SYSTEM, (db) =>
		assignDuty(db, null, { courseId: course, duty: 'marker', personId: marker.id })
	);
	return marker;
}

const write = (page: Page, words: string) => page.getByLabel('Isi proyek').fill(words);
const press = (page: Page, name: string) =>
	page.getByRole('main').getByRole('button', { name, exact: true }).click();

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled, viewport: { width: 360, height: 740 } });

		test('a project is written, handed in, sent back, mended, passed, and earns its own JP', async ({
			page,
			browser,
			house
		}) => {
			test.setTimeout(120_000);
			const axe = (one: Page) => (javaScriptEnabled ? expectAccessible(one) : Promise.resolve());
			const course = `proyek-${javaScriptEnabled ? 'js' : 'polos'}`;
			await aPublishedCourse(house, course, projectCourse);
			const learner = await aLearnerOf(house, page, course);
			const line = page.getByRole('link', { name: /Satu layanan tanpa ketik ulang/ });
			await expect(line).toContainText('Opsional · perkiraan 180 menit · 4 JP · Belum dimulai');
			await axe(page);
			await line.click();
			await expect(
				page.getByText('sukarela: pelatihan dan sertifikatnya tidak menunggunya')
			).toBeVisible();
			await expect(
				page.getByRole('cell', { name: 'Setiap tempat data diketik ditandai' })
			).toHaveCount(1);
			await expect(page.getByText('Jangan menulis nama, NIP')).toBeVisible();
			await axe(page);

			await press(page, 'Kumpulkan');
			await expect(page.getByRole('alert')).toContainText('Draf masih kosong');
			await write(page, text);
			await page.getByLabel('Tambah berkas').setInputFiles(archive);
			await press(page, 'Simpan Draf');
			await expect(page.getByRole('alert')).toContainText('Isi berkas bukan PDF');
			await expect(page.getByLabel('Isi proyek')).toHaveValue(text);
			await axe(page);
			await page.getByLabel('Tambah berkas').setInputFiles(pdf);
			await press(page, 'Simpan Draf');
			await expect(page.getByText('Draf tersimpan.')).toBeVisible();
			const file = page.getByRole('link', { name: 'Berkas 1 (PDF' });
			await expect(file).toBeVisible();
			expect(await page.content()).not.toContain('Wayan-NIP');
			await page.getByRole('button', { name: 'Keluarkan berkas 1' }).click();
			await expect(page.getByText('Belum ada berkas.')).toBeVisible();
			await page.getByLabel('Tambah berkas').setInputFiles(pdf);
			await press(page, 'Kumpulkan');
			await expect(page.getByRole('heading', { name: 'Kumpulkan proyek ini?' })).toBeVisible();
			await expect(page.getByText('nama warga diketik di tiga meja')).toBeVisible();
			await axe(page);
			await press(page, 'Ya, kumpulkan');
			await expect(page.getByText('menunggu penilaian.').first()).toBeVisible();
			await expect(page.getByLabel('Isi proyek')).toHaveCount(0);
			await axe(page);

			const desk = await browser.newContext({ javaScriptEnabled });
			const reader = await desk.newPage();
			await signIn(reader, await aMarker(house, course));
			await reader.goto('/penilaian');
			await expect(reader.getByText('1 uraian atau proyek menunggu')).toBeVisible();
			await axe(reader);
			await reader.getByRole('button', { name: 'Nilai proyek' }).click();
			await expect(reader.getByText('nama warga diketik di tiga meja')).toBeVisible();
			const content = await reader.content();
			for (const secret of [learner.name, learner.id, learner.agency, 'Wayan-NIP'])
				expect(content).not.toContain(secret);
			const address = (await reader.getByRole('link', { name: 'Berkas 1' }).getAttribute('href'))!;
			const got = await reader.request.get(address);
			expect([got.status(), (await got.body()).toString()]).toEqual([200, '%PDF-1.7\nalur']);
			expect((await page.request.get(address)).status()).toBe(403);
			await axe(reader);
			await reader.getByLabel('Apa yang perlu diperbaiki').fill('Tandai setiap meja pada peta.');
			await press(reader, 'Kembalikan untuk Perbaikan');
			await expect(reader.getByText('Proyek dikembalikan untuk diperbaiki.')).toBeVisible();
			await axe(reader);

			await page.goto('/');
			await expect(page.getByText('dikembalikan untuk diperbaiki')).toBeVisible();
			await axe(page);
			await page.getByRole('link', { name: 'Buka proyek' }).click();
			await expect(page.getByText('Tandai setiap meja pada peta.').first()).toBeVisible();
			await axe(page);
			await press(page, 'Kumpulkan');
			await expect(page.getByRole('alert')).toContainText(
				'masih sama dengan versi yang dikembalikan'
			);
			await write(page, `${text}\n\nMeja 1, 2, dan 3 bertanda.`);
			if (javaScriptEnabled) {
				await expect(page.getByText(/Draf tersimpan pukul/)).toBeVisible();
				await page.goto(`/belajar/${course}/proyek`);
				await expect(page.getByLabel('Isi proyek')).toHaveValue(/bertanda/);
			}
			await press(page, 'Kumpulkan');
			await press(page, 'Ya, kumpulkan');
			await expect(page.getByRole('heading', { name: 'Versi ke-2' })).toBeVisible();
			await expect(page.getByRole('heading', { name: 'Versi ke-1' })).toBeVisible();

			await reader.goto('/penilaian');
			await reader.getByRole('button', { name: 'Nilai proyek' }).click();
			await expect(reader.getByText('Tandai setiap meja pada peta.')).toBeVisible();
			await reader.getByRole('radio', { name: /Setiap tempat data diketik/ }).check();
			await reader.getByRole('radio', { name: /Dapat dikerjakan dalam tiga bulan/ }).check();
			await reader.getByLabel('Komentar bagi peserta').fill('Petanya jelas.');
			await press(reader, 'Simpan penilaian');
			await expect(reader.getByText('Penilaian tersimpan.')).toBeVisible();
			await desk.close();

			await page.reload();
			await expect(page.getByText(/Proyek lulus: 4 JP tercatat pada/)).toBeVisible();
			await expect(page.getByText('Petanya jelas.')).toBeVisible();
			await axe(page);
			await page.getByRole('link', { name: 'Buka Capaian JP' }).click();
			await expect(
				page.getByRole('link', {
					name: /Pelatihan dengan proyek.*: Satu layanan tanpa ketik ulang/
				})
			).toBeVisible();
			await page.goto(`/belajar/${course}`);
			await expect(line).toContainText('4 JP · Lulus');
			await expect(
				page.getByRole('region', { name: 'Yang masih harus diselesaikan' })
			).toBeVisible();
		});
	});
}

test('a draft that waits on a device is sent once the line is back, and never over what another wrote', async ({
	page,
	context,
	browser,
	house
}) => {
	await aPublishedCourse(house, 'proyek-dua', projectCourse);
	const learner = await aLearnerOf(house, page, 'proyek-dua');
	const here = '/belajar/proyek-dua/proyek';
	await page.goto(here);
	await context.setOffline(true);
	await write(page, 'Dari ponsel.');
	await expect(page.getByText('Draf belum tersimpan karena koneksi terputus')).toBeVisible();
	await context.setOffline(false);
	await expect(page.getByText(/Draf tersimpan pukul/)).toBeVisible();

	const desk = await browser.newContext();
	const office = await desk.newPage();
	await signIn(office, learner);
	await office.goto(here);
	await expect(office.getByLabel('Isi proyek')).toHaveValue('Dari ponsel.');
	await write(page, 'Dari ponsel, lagi.');
	await expect(page.getByText(/Draf tersimpan pukul/)).toBeVisible();
	await page.reload();
	await expect(page.getByLabel('Isi proyek')).toHaveValue('Dari ponsel, lagi.');
	await write(office, 'Dari kantor.');
	await expect(office.getByText('Draf ini sudah berubah di tab atau perangkat lain')).toBeVisible();
	await office.getByText('Yang tersimpan sekarang').click();
	await expect(office.getByText('Dari ponsel, lagi.')).toBeVisible();
	await press(office, 'Simpan Draf');
	await expect(office.getByText('Draf tersimpan.')).toBeVisible();
	await page.reload();
	await expect(page.getByLabel('Isi proyek')).toHaveValue('Dari kantor.');
	await desk.close();
});

test('a text of ten megabytes is refused in place, and a forged address says nothing', async ({
	page,
	house
}) => {
	await aPublishedCourse(house, 'proyek-besar', projectCourse);
	await aLearnerOf(house, page, 'proyek-besar');
	const here = '/belajar/proyek-besar/proyek';
	await page.goto(here);
	const origin = new URL(page.url()).origin;
	const sent = await page.request.post(`${here}?/save`, {
		multipart: { teks: 'x'.repeat(10_000_000), asal: '0' },
		headers: { origin, accept: 'text/html' }
	});
	expect(sent.status()).toBe(422);
	expect(await sent.text()).toContain('paling banyak 50000');
	for (const address of [
		`${here}/berkas/${'0'.repeat(64)}`,
		`/belajar/data-tidak-ada/proyek/berkas/${'0'.repeat(64)}`
	])
		expect((await page.request.get(address)).status()).toBe(404);
	await page.goto(here);
	await expect(page.getByLabel('Isi proyek')).toHaveValue('');
});
