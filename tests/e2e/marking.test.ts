import type { Page } from '@playwright/test';
import { giveRole } from '#lib/server/access/grants.ts';
import { assignDuty } from '#lib/server/access/duties.ts';
import { listUnread } from '#lib/server/assessment/unread.ts';
import { SYSTEM, withScope } from '#lib/server/db/scope.ts';
import { settleUnreadWork } from '#lib/server/graduation/marked.ts';
import { essayCourse } from '../support/essay-course.ts';
import { expectAccessible } from './support/access.ts';
import { aCivilServant, aLearnerOf, anAgency, signIn, type Account } from './support/people.ts';
import { aPublishedCourse } from './support/publish.ts';
import { expect, test, type House } from './support/story.ts';

const essay = 'Antrean di loket kami panjang.\n\nUsul: satu nomor untuk dua loket.';

async function aMarker(house: House, course: string): Promise<Account> {
	const marker = await aCivilServant(house, { role: 'contributor' });
	await withScope(house.pool, SYSTEM, (db) =>
		assignDuty(db, null, { courseId: course, duty: 'marker', personId: marker.id })
	);
	return marker;
}

async function sendEssay(page: Page, course: string): Promise<void> {
	await page.goto(`/belajar/${course}/kuis/dasar`);
	await page.getByRole('button', { name: /Mulai|Ulangi/ }).click();
	await page.getByLabel('Satu kali').check();
	await page.locator('textarea').fill(essay);
	await page.getByRole('button', { name: 'Kirim', exact: true }).click();
}

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('an essay is read by two people who see no name, changed with a reason, and told to its writer', async ({
			page,
			browser,
			house
		}) => {
			const course = `uraian-${javaScriptEnabled ? 'js' : 'polos'}`;
			await aPublishedCourse(house, course, essayCourse);
			const learner = await aLearnerOf(house, page, course);
			await sendEssay(page, course);
			await expect(page.getByText('Uraian dibaca penilai dan hasilnya')).toBeVisible();

			const desk = await browser.newContext({ javaScriptEnabled });
			const first = await desk.newPage();
			await signIn(first, await aMarker(house, course));
			await first.goto('/penilaian');
			await expect(first.getByText('1 uraian atau proyek menunggu penilaian Anda.')).toBeVisible();
			if (javaScriptEnabled) await expectAccessible(first);
			await first.getByRole('button', { name: 'Nilai uraian' }).click();
			await expect(first.getByText(/^Anda memegangnya sampai/)).toBeVisible();
			await expect(first.getByText('Usul: satu nomor untuk dua loket.')).toBeVisible();
			expect(await first.content()).not.toContain(learner.name);
			await first.getByRole('radio', { name: /Catatan beberapa jam/ }).check();
			await first.getByLabel('Komentar bagi peserta').fill('Hitung antreannya satu hari.');
			await first.getByRole('button', { name: 'Simpan penilaian' }).click();
			await expect(first.getByRole('alert')).toContainText('Pilih satu jenjang');
			await expect(first.getByRole('radio', { name: /Catatan beberapa jam/ })).toBeChecked();
			if (javaScriptEnabled) await expectAccessible(first);
			await first.getByRole('radio', { name: /Perlu pihak lain/ }).check();
			await first.getByRole('button', { name: 'Simpan penilaian' }).click();
			await expect(first.getByText('Penilaian tersimpan.')).toBeVisible();
			await expect(first.getByText('Menunggu pembacaan kedua')).toBeVisible();
			await desk.close();

			const other = await browser.newContext({ javaScriptEnabled });
			const second = await other.newPage();
			await signIn(second, await aMarker(house, course));
			await second.goto('/penilaian');
			await second.getByRole('button', { name: 'Nilai uraian' }).click();
			// That there was a first reading would tell what it found.
			await expect(second.getByText(/pembaca kedua/)).toHaveCount(0);
			expect(await second.content()).not.toContain('Hitung antreannya');
			await second.getByRole('radio', { name: /Catatan beberapa jam/ }).check();
			await second.getByRole('radio', { name: /Tidak jelas/ }).check();
			await second.getByRole('button', { name: 'Simpan penilaian' }).click();
			await second.getByRole('link', { name: 'Kuis Dasar' }).click();
			await second.getByRole('radio', { name: /Perlu pihak lain/ }).check();
			await second.getByLabel('Alasan perubahan').fill('Usulnya terlewat dibaca.');
			await second.getByRole('button', { name: 'Simpan penilaian' }).click();
			await second.getByRole('link', { name: 'Kuis Dasar' }).click();
			await expect(second.getByText('Alasan perubahan: Usulnya terlewat dibaca.')).toBeVisible();
			if (javaScriptEnabled) await expectAccessible(second);
			await other.close();

			await page.reload();
			await expect(page.getByText('Lulus. Nilai Anda 75,00')).toBeVisible();
			await expect(page.getByText(/Uraian pada soal \d: nilai 50,00/)).toBeVisible();
			await expect(page.getByText('Hitung antreannya satu hari.')).toBeVisible();
			if (javaScriptEnabled) await expectAccessible(page);
		});
	});
}

test('an organiser names markers for their course, and nobody else opens the pages of those who mark', async ({
	page,
	house
}) => {
	await aPublishedCourse(house, 'uraian-petugas', essayCourse);
	const agency = await anAgency(house);
	const organiser = await aCivilServant(house, { role: 'organiser', agency });
	const colleague = await aCivilServant(house, { agency });
	await withScope(house.pool, SYSTEM, (db) =>
		assignDuty(db, null, {
			courseId: 'uraian-petugas',
			duty: 'organiser',
			personId: organiser.id
		})
	);
	await signIn(page, organiser);
	await page.getByRole('main').getByRole('link', { name: 'Penilaian' }).click();
	await expect(page.getByText('Anda tidak ditunjuk sebagai penilai')).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('link', { name: 'Petugas dan waktu tes' }).click();
	await page.getByRole('link', { name: 'Pelatihan dengan uraian' }).click();
	await page.getByLabel('Email dinas').first().fill(colleague.email);
	await page.getByRole('button', { name: 'Tunjuk' }).click();
	await expect(page.getByRole('alert')).toContainText('Tidak ada pegawai dengan email dinas ini');
	await expectAccessible(page);
	await withScope(house.pool, SYSTEM, (db) =>
		giveRole(db, null, {
			...{ personId: colleague.id, role: 'contributor', agencyId: agency.id },
			...{ unitId: null, endsOn: null }
		})
	);
	await page.getByRole('button', { name: 'Tunjuk' }).click();
	await expect(page.getByText('Petugas ditunjuk.')).toBeVisible();
	await expect(page.getByText(colleague.name)).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('button', { name: `Akhiri tugas ${colleague.name}` }).click();
	await expect(page.getByText('Tugas diakhiri.')).toBeVisible();
	await page.goto('/penilaian/petugas/spbe-101');
	await expect(page.getByText('Pelatihan ini tidak ada di katalog.')).toBeVisible();
});

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('an essay that somebody reads is left alone by colleagues, who keep what they typed, until it is given up', async ({
			page,
			browser,
			house
		}) => {
			const course = `uraian-dipegang-${javaScriptEnabled ? 'js' : 'polos'}`;
			await aPublishedCourse(house, course, essayCourse);
			await aLearnerOf(house, page, course);
			await sendEssay(page, course);
			const desk = async () => {
				const opened = await (await browser.newContext({ javaScriptEnabled })).newPage();
				await signIn(opened, await aMarker(house, course));
				await opened.goto('/penilaian');
				return opened;
			};
			const [first, second] = [await desk(), await desk()];
			// The second opens the essay without taking it, and is overtaken while writing.
			await second.getByRole('link', { name: 'Kuis Dasar' }).click();
			await expect(second.getByText('Belum Anda ambil')).toBeVisible();
			if (javaScriptEnabled) await expectAccessible(second);
			await second.getByRole('radio', { name: /Catatan beberapa jam/ }).check();
			await second.getByRole('radio', { name: /Perlu pihak lain/ }).check();
			await second.getByLabel('Komentar bagi peserta').fill('Satu jam kerja saya.');
			await first.getByRole('button', { name: 'Nilai uraian' }).click();
			await expect(first.getByText(/^Anda memegangnya sampai \d\d\.\d\d WIB/)).toBeVisible();
			if (javaScriptEnabled) await expectAccessible(first);
			await second.getByRole('button', { name: 'Simpan penilaian' }).click();
			await expect(second.getByRole('alert')).toContainText('Penilai lain sedang membaca');
			await expect(second.getByText(/^Sedang dibaca penilai lain sampai/)).toBeVisible();
			await expect(second.getByLabel('Komentar bagi peserta')).toHaveValue('Satu jam kerja saya.');
			await expect(second.getByRole('radio', { name: /Perlu pihak lain/ })).toBeChecked();
			if (javaScriptEnabled) await expectAccessible(second);

			const third = await desk();
			await expect(third.getByText('Tidak ada yang menunggu Anda.')).toBeVisible();
			await expect(third.getByText(/^Sedang dibaca penilai lain sampai/)).toBeVisible();
			await expect(third.getByRole('button', { name: 'Nilai uraian' })).toBeHidden();
			if (javaScriptEnabled) await expectAccessible(third);
			await third.goto(first.url());
			await expect(third.getByRole('button', { name: 'Simpan penilaian' })).toBeHidden();

			await first.getByRole('button', { name: 'Lepaskan' }).click();
			await expect(first.getByText('Sudah dilepaskan')).toBeVisible();
			await second.getByRole('button', { name: 'Simpan penilaian' }).click();
			await expect(second.getByText('Penilaian tersimpan.')).toBeVisible();
			for (const opened of [first, second, third]) await opened.context().close();
		});
	});
}

test('an essay that nobody can read any further counts as it is, and a further reading can still raise it', async ({
	page,
	browser,
	house
}) => {
	const course = 'uraian-satu-penilai';
	await aPublishedCourse(house, course, essayCourse);
	await aLearnerOf(house, page, course);
	await sendEssay(page, course);
	const organiser = await aCivilServant(house, { role: 'organiser' });
	await withScope(house.pool, SYSTEM, (db) =>
		assignDuty(db, null, { courseId: course, duty: 'organiser', personId: organiser.id })
	);
	const mark = async (levels: readonly RegExp[], further: boolean) => {
		const desk = await browser.newContext({ javaScriptEnabled: false });
		const marker = await desk.newPage();
		await signIn(marker, await aMarker(house, course));
		await marker.goto('/penilaian');
		if (further) {
			await expect(marker.getByText('Sudah berlaku, masih boleh dibaca')).toBeVisible();
			await marker.getByRole('link', { name: 'Kuis Dasar' }).click();
			await expect(marker.getByText('Nilainya berlaku dari 1 pembacaan')).toBeVisible();
			await marker.getByRole('button', { name: 'Ambil untuk dinilai' }).click();
		} else await marker.getByRole('button', { name: 'Nilai uraian' }).click();
		for (const level of levels) await marker.getByRole('radio', { name: level }).check();
		if (further) await marker.getByLabel('Alasan pembacaan tambahan').fill('Kini ada penilai.');
		await marker.getByRole('button', { name: 'Simpan penilaian' }).click();
		await expect(marker.getByText('Penilaian tersimpan.')).toBeVisible();
		await desk.close();
	};
	await mark([/Tanpa catatan/, /Tidak jelas/], false);

	const desk = await browser.newContext();
	const office = await desk.newPage();
	await signIn(office, organiser);
	for (const address of ['/penilaian', `/penilaian/petugas/${course}`]) {
		await office.goto(address);
		await expect(
			office.getByText(/1 uraian atau proyek menunggu pembaca berikutnya/)
		).toBeVisible();
		await expectAccessible(office);
	}
	await desk.close();

	// Three weeks later; of this course alone, since other stories wait as well.
	await withScope(house.pool, SYSTEM, async (db) => {
		const late = new Date(Date.now() + 21 * 86_400_000);
		for (const { id, courseId } of await listUnread(db))
			if (courseId === course) await settleUnreadWork(db, id, late);
	});
	await page.reload();
	await expect(page.getByText('Belum lulus. Nilai Anda 50,00')).toBeVisible();
	await expect(page.getByText('Nilai ini berlaku dari 1 pembacaan')).toBeVisible();
	await expectAccessible(page);
	await mark([/Catatan satu hari penuh/, /Dapat dikerjakan unit sendiri/], true);
	await page.reload();
	await expect(page.getByText('Lulus. Nilai Anda 75,00')).toBeVisible();
	await expect(page.getByText('Nilai ini berlaku dari 2 pembacaan')).toBeVisible();
});
