import type { Page } from '@playwright/test';
import { completeTexts } from '../support/courses.ts';
import { expectAccessible } from './support/access.ts';
import { aLearnerOf } from './support/people.ts';
import { aPublishedCourse } from './support/publish.ts';
import { expect, test } from './support/story.ts';

async function sit(page: Page, title: string, option: string): Promise<void> {
	await page.getByRole('link', { name: title }).first().click();
	await page.getByRole('button', { name: 'Mulai' }).click();
	for (const question of await page.locator('.test-question').all())
		await question.getByLabel(option).check();
	await page.getByRole('button', { name: 'Kirim', exact: true }).click();
	await expect(page.getByRole('heading', { name: 'Hasil percobaan ke-1' })).toBeVisible();
}

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('a course names what is left, takes the survey without a name, and is completed', async ({
			page,
			house
		}) => {
			const id = `utuh-${javaScriptEnabled ? 'js' : 'polos'}`;
			await aPublishedCourse(house, id, completeTexts);
			await aLearnerOf(house, page, id);
			const left = page.getByRole('region', { name: 'Yang masih harus diselesaikan' });

			await page.goto(`/belajar/${id}`);
			await expect(left.getByRole('link')).toHaveText([
				'Gejala silo',
				'Kuis Dasar',
				'Tes Akhir',
				'Survei Evaluasi'
			]);
			if (javaScriptEnabled) await expectAccessible(page);
			await sit(page, 'Tes Awal', 'Tiga kali');
			await page.goto(`/belajar/${id}/gejala-silo`);
			await page.getByLabel('Satu kali').check();
			await page.getByRole('button', { name: 'Periksa jawaban' }).click();
			await expect(page.locator('#aturan')).toContainText('Selesai: 1 dari 1 pertanyaan');
			await page.goto(`/belajar/${id}`);
			await sit(page, 'Kuis Dasar', 'Satu kali');
			await page.goto(`/belajar/${id}`);
			await expect(page.getByText(/^Modul selesai pada .*: 1 JP$/)).toBeVisible();
			await sit(page, 'Tes Akhir', 'Satu kali');

			await page.goto(`/belajar/${id}`);
			await expect(left.getByRole('link')).toHaveText(['Survei Evaluasi']);
			await left.getByRole('link').click();
			const statements = page.locator('.scale');
			await expect(statements).toHaveCount(8);
			for (const statement of (await statements.all()).slice(1))
				await statement.getByLabel('4').check();
			await page.getByLabel('Apa yang paling membantu').fill('Contoh dari dua loket.');
			await page.getByRole('button', { name: 'Kirim' }).click();
			const alert = page.getByRole('alert');
			await expect(alert).toContainText('Pilih angka untuk “Isi pelatihan sesuai dengan tugas');
			await expect(page.getByLabel('Apa yang paling membantu')).toHaveValue(/dua loket/);
			if (javaScriptEnabled) await expectAccessible(page);
			await statements.first().getByLabel('5').check();
			await page.getByRole('button', { name: 'Kirim' }).click();
			await expect(page.getByText('Survei sudah Anda kirim')).toBeVisible();
			if (javaScriptEnabled) await expectAccessible(page);

			await page.getByRole('link', { name: 'Kembali ke daftar materi' }).click();
			await expect(page.getByText(/Pelatihan ini Anda selesaikan pada/)).toBeVisible();
			await expect(page.getByText('Nilai Tes Akhir: 100,00')).toBeVisible();
			await expect(page.getByText('Peningkatan Nilai: 100%')).toBeVisible();
			await expect(page.getByText('Dari 100 poin yang masih dapat diraih')).toBeVisible();
			await expect(left).toHaveCount(0);
			if (javaScriptEnabled) await expectAccessible(page);
		});
	});
}
