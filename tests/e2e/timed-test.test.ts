import { sql } from 'drizzle-orm';
import { SYSTEM, withScope } from '#lib/server/db/scope.ts';
import { assignDuty } from '#lib/server/access/duties.ts';
import { aQuestion } from '../support/courses.ts';
import { essayCourse } from '../support/essay-course.ts';
import { expectAccessible } from './support/access.ts';
import { aCivilServant, aLearnerOf, signIn } from './support/people.ts';
import { aPublishedCourse } from './support/publish.ts';
import { expect, test, type House } from './support/story.ts';

const essay = essayCourse['01-dasar/kuis.md']!.slice(
	essayCourse['01-dasar/kuis.md']!.indexOf('::::question')
);
const timed = {
	...essayCourse,
	'01-dasar/kuis.md': `---\ntitle: Kuis Dasar\nminutes: 10\ntimeLimit: 10\n---\n\n${aQuestion('pilih-1')}\n${essay}`
};

/** As if the open attempt had been worked on this long. */
const spend = (house: House, person: { id: string }, seconds: number) =>
	withScope(house.pool, SYSTEM, (db) =>
		db.execute(sql`update attempt_clocks set spent_ms = ${seconds * 1000}, beat_at = now() - interval '1 second'
			where person_id = ${person.id}`)
	);

test('time is told in minutes, aloud near the end, and at the end the paper is sent as it is', async ({
	page,
	house
}) => {
	await aPublishedCourse(house, 'waktu-js', timed);
	const learner = await aLearnerOf(house, page, 'waktu-js');
	await page.goto('/belajar/waktu-js/kuis/dasar');
	await expect(page.getByText('Batas waktu 10 menit')).toBeVisible();
	await page.getByRole('button', { name: 'Mulai' }).click();
	await expect(page.getByText('Sisa waktu: 10 menit')).toBeVisible();
	await expectAccessible(page);
	await page.getByLabel('Satu kali').check();
	await expect(page.getByText(/Jawaban tersimpan pukul/)).toBeVisible();
	await spend(house, learner, 310);
	await page.locator('textarea').fill('Antrean panjang.');
	await expect(page.locator('#sisa-kabar')).toHaveText('Sisa waktu 5 menit.');
	await spend(house, learner, 599.5);
	await page.locator('textarea').fill('Antrean panjang sekali.');
	await expect(page.getByText('Waktu habis. Jawaban yang sudah diberikan')).toBeVisible();
	await expectAccessible(page);
});

test('what comes too late can still be read, with JavaScript and without', async ({
	page,
	browser,
	house
}) => {
	await aPublishedCourse(house, 'waktu-lewat', timed);
	const learner = await aLearnerOf(house, page, 'waktu-lewat');
	await page.goto('/belajar/waktu-lewat/kuis/dasar');
	await page.getByRole('button', { name: 'Mulai' }).click();
	await expect(page.getByText('Sisa waktu: 10 menit')).toBeVisible();
	const storageState = await page.context().storageState();
	const plain = await browser.newContext({ storageState, javaScriptEnabled: false });
	const other = await plain.newPage();
	await other.goto(page.url());
	await page.context().setOffline(true);
	await page.locator('textarea').fill('Ditulis saat terputus.');
	await expect(page.getByText('Jawaban belum tersimpan')).toBeVisible();
	await spend(house, learner, 600);
	await other.getByLabel('Satu kali').check();
	await other.getByRole('button', { name: 'Simpan jawaban' }).click();
	await expect(other.getByText('Waktu habis. Jawaban yang sudah diberikan')).toBeVisible();
	await page.context().setOffline(false);
	await page.evaluate(() => dispatchEvent(new Event('online')));
	await expect(page.getByText('Waktu untuk percobaan ini sudah habis')).toBeVisible();
	await expect(page.locator('textarea')).toHaveValue('Ditulis saat terputus.');
	await plain.close();
});

test('more time is given by the organiser, and an account’s way out warns of answers not sent', async ({
	page,
	browser,
	house
}) => {
	await aPublishedCourse(house, 'waktu-lebih', timed);
	const learner = await aLearnerOf(house, page, 'waktu-lebih');
	const organiser = await aCivilServant(house, { role: 'organiser' });
	await withScope(house.pool, SYSTEM, (db) =>
		assignDuty(db, null, { courseId: 'waktu-lebih', duty: 'organiser', personId: organiser.id })
	);
	const desk = await browser.newContext();
	const office = await desk.newPage();
	await signIn(office, organiser);
	await office.goto('/penilaian/petugas/waktu-lebih');
	await office.getByLabel('Email dinas peserta').fill('salah@contoh.go.id');
	await office.getByLabel('Waktu', { exact: true }).selectOption('3');
	await office.getByLabel('Alasan').selectOption({ label: 'Kesehatan' });
	await office.getByRole('button', { name: 'Tambah waktu' }).click();
	await expect(office.getByRole('alert')).toContainText('Tidak ada peserta pelatihan ini');
	await expect(office.getByLabel('Waktu', { exact: true })).toHaveValue('3');
	await expect(office.getByLabel('Alasan')).toHaveValue('health');
	await office.getByLabel('Waktu', { exact: true }).selectOption('1.5');
	await office.getByLabel('Email dinas peserta').fill(learner.email);
	await office.getByLabel('Alasan').selectOption({ label: 'Disabilitas' });
	await office.getByRole('button', { name: 'Tambah waktu' }).click();
	await expect(office.getByText('Waktu tes ditambah.')).toBeVisible();
	await expect(office.getByText('1,5 kali waktu biasa · Disabilitas')).toBeVisible();
	await expectAccessible(office);
	await desk.close();
	await page.goto('/belajar/waktu-lebih/kuis/dasar');
	await page.getByRole('button', { name: 'Mulai' }).click();
	await expect(page.getByText('Sisa waktu: 15 menit')).toBeVisible();
	await page.context().setOffline(true);
	await page.locator('textarea').fill('Belum terkirim.');
	await expect(page.getByText('Jawaban belum tersimpan')).toBeVisible();
	await page.locator('summary', { hasText: 'Akun' }).click();
	await expect(page.getByText('1 jawaban belum terkirim dan akan hilang')).toBeVisible();
	await page.context().setOffline(false);
});
