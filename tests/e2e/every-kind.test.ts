import type { Locator, Page } from '@playwright/test';
import { aLesson, exampleTexts } from '../support/courses.ts';
import { expectAccessible } from './support/access.ts';
import { aLearnerOf } from './support/people.ts';
import { aPublishedCourse } from './support/publish.ts';
import { expect, test } from './support/story.ts';

const SECRET = 'Inilah pembahasannya';
const quote = `> ${SECRET}.`;
const ask = (id: string, kind: string, body: string) =>
	`:::question{#${id} objective=m1-1 level=C2 kind=${kind}}\n${body}\n:::\n`;

const kinds = [
	`:::scenario{#dua-loket title="Dua loket"}\nWarga mengisi data yang sama di dua loket.\n`,
	ask(
		'situasi',
		'situational',
		`Apa yang didahulukan?\n\n- [2] Mencari pemilik datanya\n  ${quote}\n- [1] Menyalin berkasnya\n  ${quote}\n- [0] Menambah formulir\n  ${quote}`
	),
	ask('hitung', 'numeric', `Berapa jam terpakai?\n\n= 1,5 ± 0,1 jam\n\n${quote}`),
	':::\n',
	ask(
		'pasang',
		'match',
		`Pasangkan peran dan tugas.\n\n| Peran | Tugas |\n| --- | --- |\n| Produsen | Menghasilkan data menurut standar |\n| Walidata | Memeriksa data |\n| | Mencetak data |\n\n${quote}`
	),
	ask(
		'urut',
		'order',
		`Urutkan langkahnya.\n\n1. Sepakati pemilik\n2. Samakan kode\n3. Buka akses\n\n${quote}`
	),
	ask(
		'istilah',
		'short',
		`Apa sebutan data rujukan bersama?\n\n= data induk | master data\n\n${quote}`
	),
	ask(
		'benar',
		'true-false',
		`Data dicatat satu kali.\n\n- [x] Benar\n  ${quote}\n- [ ] Salah\n  ${quote}`
	)
].join('\n');

const course = {
	'course.md': exampleTexts['course.md']!.replace('Data terpadu', 'Segala jenis soal'),
	'01-dasar/01-gejala-silo.md': aLesson(`[[data induk]]\n\n${kinds}`)
};

/** The form of a question, and its result. */
function theForm(page: Page, question: string) {
	const form = page.locator(`form:has(input[name="question"][value="${question}"])`);
	const result = page.locator(`#hasil-${question}`);
	const send = async (verdict: string) => {
		await form.getByRole('button', { name: /^Periksa/ }).click();
		await expect(result).toContainText(verdict);
	};
	return { form, result, send };
}

const fillPairs = async (form: Locator, tasks: Record<string, string>) => {
	for (const [role, task] of Object.entries(tasks)) {
		const list = form.getByLabel(role);
		const option = list.locator('option', { hasText: task });
		await list.selectOption(await option.getAttribute('value'));
	}
};

const order = async (form: Locator, steps: string[]) => {
	for (const [at, step] of steps.entries()) {
		const row = form.locator('.check-step', { hasText: step });
		await row.getByRole('combobox').selectOption(String(at + 1));
	}
};

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('every kind of question is answered wrong, then right, and completes the lesson', async ({
			page,
			house
		}) => {
			await aPublishedCourse(house, 'segala-soal', course);
			await aLearnerOf(house, page, 'segala-soal', { id: 'gejala-silo' });
			expect(await page.content()).not.toMatch(/Inilah pembahasannya|1,5|master data|± 0/);

			const situation = theForm(page, 'situasi');
			await situation.form.getByLabel('Menambah formulir').check();
			await situation.send('Belum tepat');
			await situation.form.getByLabel('Mencari pemilik datanya').check();
			await situation.send('Benar');

			const number = theForm(page, 'hitung');
			await number.form.getByLabel('Jawaban').fill('satu setengah');
			await number.send('Jawaban harus berupa angka');
			await expect(number.form.getByLabel('Jawaban')).toHaveValue('satu setengah');
			await number.form.getByLabel('Jawaban').fill('2');
			await number.send('Belum tepat');
			await expect(number.result).not.toContainText(SECRET);
			await number.form.getByLabel('Jawaban').fill('1,45 jam');
			await number.send('Benar');
			await expect(number.result).toContainText(SECRET);

			const pairs = theForm(page, 'pasang');
			await fillPairs(pairs.form, { Produsen: 'Mencetak', Walidata: 'Memeriksa' });
			await pairs.send('Belum tepat');
			await expect(pairs.form.getByLabel('Produsen')).toHaveAccessibleDescription(/belum tepat/);
			await expect(pairs.form.getByLabel('Walidata')).toHaveAccessibleDescription(/tepat/);
			await fillPairs(pairs.form, { Produsen: 'Menghasilkan' });
			await pairs.send('Benar');

			const steps = theForm(page, 'urut');
			await order(steps.form, ['Samakan kode', 'Sepakati pemilik', 'Buka akses']);
			await steps.send('Belum tepat');
			if (javaScriptEnabled) await expectAccessible(page);
			await order(steps.form, ['Sepakati pemilik', 'Samakan kode', 'Buka akses']);
			await steps.send('Benar');
			await expect(steps.form.getByRole('listitem')).toHaveText([
				'Sepakati pemilik',
				'Samakan kode',
				'Buka akses'
			]);

			const word = theForm(page, 'istilah');
			await word.form.getByLabel('Jawaban').fill('data saja');
			await word.send('Belum tepat');
			await word.form.getByLabel('Jawaban').fill('Master  Data.');
			await word.send('Benar');

			for (const [id, option] of [
				['benar', 'Benar'],
				['silo-1', 'Satu kali']
			] as const) {
				const choice = theForm(page, id);
				await choice.form.getByLabel(option, { exact: true }).check();
				await choice.send('Benar');
			}
			await expect(page.locator('#aturan')).toContainText(
				'Selesai: 7 dari 7 pertanyaan terjawab benar.'
			);
			await page.reload();
			await expect(theForm(page, 'istilah').form).toContainText('Master Data.');
			if (javaScriptEnabled) await expectAccessible(page);
		});
	});
}

test('half a matching and a position given twice are refused in place and keep what was chosen', async ({
	page,
	house
}) => {
	await aPublishedCourse(house, 'segala-soal', course);
	await aLearnerOf(house, page, 'segala-soal', { id: 'gejala-silo' });
	await page.locator('select').evaluateAll((lists) => {
		for (const list of lists) list.removeAttribute('required');
	});
	const pairs = theForm(page, 'pasang');
	await fillPairs(pairs.form, { Produsen: 'Menghasilkan' });
	await pairs.send('Jawaban belum lengkap');
	await expect(pairs.form.getByLabel('Produsen').locator(':checked')).toContainText('Menghasilkan');

	const steps = theForm(page, 'urut');
	for (const list of await steps.form.getByRole('combobox').all()) await list.selectOption('2');
	await steps.send('Dua langkah mendapat urutan yang sama');
	for (const list of await steps.form.getByRole('combobox').all())
		await expect(list.locator(':checked')).toHaveText('2');
});
