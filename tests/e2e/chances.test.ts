import { assignDuty } from '#lib/server/access/duties.ts';
import { SYSTEM, withScope } from '#lib/server/db/scope.ts';
import { aQuestion } from '../support/courses.ts';
import { essayCourse } from '../support/essay-course.ts';
import { expectAccessible } from './support/access.ts';
import { aCivilServant, aLearnerOf, signIn } from './support/people.ts';
import { aPublishedCourse } from './support/publish.ts';
import { expect, test } from './support/story.ts';

const once = {
	...essayCourse,
	'course.md': essayCourse['course.md']!.replace('attempts: 2', 'attempts: 1'),
	'01-dasar/kuis.md': `---\ntitle: Kuis Dasar\nminutes: 10\n---\n\n${aQuestion('pilih-1')}`
};

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('whoever has used all attempts asks for one more, is answered, and goes on', async ({
			page,
			browser,
			house
		}) => {
			const course = `habis-${javaScriptEnabled ? 'js' : 'polos'}`;
			await aPublishedCourse(house, course, once);
			const learner = await aLearnerOf(house, page, course);
			await page.goto(`/belajar/${course}/kuis/dasar`);
			await page.getByRole('button', { name: 'Mulai' }).click();
			await page.getByLabel('Tiga kali').check();
			await page.getByRole('button', { name: 'Kirim', exact: true }).click();
			await expect(page.getByText('Semua kesempatan sudah dipakai.')).toBeVisible();
			await expect(page.getByText('Baca lagi:')).toBeVisible();
			if (javaScriptEnabled) await expectAccessible(page);
			await page.getByLabel('Alasan Anda').fill('Listrik padam saat mengerjakan.');
			await page.getByRole('button', { name: 'Ajukan kesempatan tambahan' }).click();
			await expect(page.getByText('Permintaan kesempatan tambahan terkirim.')).toBeVisible();
			if (javaScriptEnabled) await expectAccessible(page);

			const organiser = await aCivilServant(house, { role: 'organiser' });
			await withScope(house.pool, SYSTEM, (db) =>
				assignDuty(db, null, { courseId: course, duty: 'organiser', personId: organiser.id })
			);
			const desk = await browser.newContext({ javaScriptEnabled });
			const office = await desk.newPage();
			await signIn(office, organiser);
			await office.goto('/penilaian');
			await expect(office.getByText('1 permintaan kesempatan tambahan menunggu')).toBeVisible();
			await expect(office.getByText('Anda belum ditunjuk')).toHaveCount(0);
			await office.getByRole('link', { name: 'Kesempatan tambahan' }).click();
			await expect(office.getByText('Listrik padam saat mengerjakan.')).toBeVisible();
			expect(await office.content()).not.toContain(learner.name);
			if (javaScriptEnabled) await expectAccessible(office);
			await office.getByRole('button', { name: 'Tolak' }).click();
			await expect(office.getByRole('alert')).toContainText('Tulis alasannya');
			await office.getByLabel('Pesan bagi peserta').fill('Silakan coba lagi.');
			await office.getByRole('button', { name: 'Kabulkan' }).click();
			await expect(office.getByText('Permintaan dijawab.')).toBeVisible();
			if (javaScriptEnabled) await expectAccessible(office);
			await desk.close();

			await page.reload();
			await expect(page.getByText('Permintaan kesempatan tambahan dikabulkan.')).toBeVisible();
			await expect(page.getByText('Silakan coba lagi.')).toBeVisible();
			await page.getByRole('button', { name: 'Ulangi (sisa kesempatan: 1)' }).click();
			await page.getByLabel('Satu kali').check();
			await page.getByRole('button', { name: 'Kirim', exact: true }).click();
			await expect(page.getByText('Lulus. Nilai Anda 100,00')).toBeVisible();
		});
	});
}
