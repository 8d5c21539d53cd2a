import type { Page } from '@playwright/test';
import { aQuestion, exampleTexts } from '../support/courses.ts';
import { expectAccessible } from './support/access.ts';
import { aLearnerOf } from './support/people.ts';
import { aPublishedCourse } from './support/publish.ts';
import { expect, test } from './support/story.ts';

const quote = '> Pembahasan rahasia.';
const ask = (id: string, kind: string, body: string) =>
	`:::question{#${id} objective=m1-1 level=C2 kind=${kind}}\n${body}\n:::\n`;

/** A quiz with every kind of its own that is not chosen from options, and one drawn from the bank. */
const kuis = [
	'---\ntitle: Kuis Dasar\nminutes: 10\nitems:\n  - objective: m1-1\n    count: 1\n---\n',
	':::scenario{#dua-loket title="Dua loket"}\nWarga mengisi data yang sama di dua loket.\n',
	ask('hitung', 'numeric', `Berapa jam terpakai?\n\n= 1,5 ± 0,1 jam\n\n${quote}`),
	':::\n',
	ask(
		'pasang',
		'match',
		`Pasangkan peran dan tugas.\n\n| Peran | Tugas |\n| --- | --- |\n| Produsen | Menghasilkan data |\n| Walidata | Memeriksa data |\n\n${quote}`
	),
	ask(
		'urut',
		'order',
		`Urutkan langkahnya.\n\n1. Sepakati pemilik\n2. Samakan kode\n3. Buka akses\n\n${quote}`
	)
].join('\n');

const course = {
	'course.md': exampleTexts['course.md']!.replace(
		'jp: 1',
		'jp: 1\npass:\n  quiz: 75\nattempts: 2'
	).replace('Data terpadu', 'Pelatihan dengan kuis'),
	'01-dasar/01-gejala-silo.md': exampleTexts['01-dasar/01-gejala-silo.md']!.replace(
		'minutes: 45',
		'minutes: 35'
	),
	'01-dasar/kuis.md': kuis,
	'bank/m1-1.md': `---\npool: kuis\n---\n\n${[1, 2, 3].map((at) => aQuestion(`bank-${at}`)).join('\n')}`
};

const question = (page: Page, text: string) => page.locator('.test-question', { hasText: text });

async function answer(page: Page, { hours = '1,5', first = 'Menghasilkan data' } = {}) {
	await question(page, 'Berapa jam').getByLabel('Jawaban').fill(hours);
	const pairs = question(page, 'Pasangkan');
	await pairs.getByLabel('Produsen').selectOption({ label: first });
	await pairs.getByLabel('Walidata').selectOption({ label: 'Memeriksa data' });
	const steps = question(page, 'Urutkan');
	for (const [at, step] of ['Sepakati pemilik', 'Samakan kode', 'Buka akses'].entries())
		await steps
			.locator('.check-step', { hasText: step })
			.getByRole('combobox')
			.selectOption(String(at + 1));
	await question(page, 'Berapa kali').getByLabel('Satu kali').check();
}

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('a quiz is found, begun, sent with a gap only on purpose, failed, repeated and passed', async ({
			page,
			house
		}) => {
			const id = `dengan-kuis-${javaScriptEnabled ? 'js' : 'polos'}`;
			await aPublishedCourse(house, id, course);
			await aLearnerOf(house, page, id);
			await page.goto(`/belajar/${id}`);
			await page.getByRole('link', { name: 'Kuis Dasar' }).last().click();
			await expect(page.getByText('4 soal · perkiraan 10 menit')).toBeVisible();
			if (javaScriptEnabled) await expectAccessible(page);
			await page.getByRole('button', { name: 'Mulai' }).click();
			expect(await page.content()).not.toMatch(/rahasia|± 0|Tepat\./);

			await answer(page, { first: 'Memeriksa data', hours: '' });
			await page.getByRole('button', { name: 'Simpan jawaban' }).first().click();
			await expect(page.getByText('Jawaban tersimpan')).toBeVisible();
			await page.getByRole('button', { name: 'Kirim', exact: true }).click();
			await expect(page.getByRole('alert')).toContainText('1 soal belum dijawab lengkap');
			if (javaScriptEnabled) await expectAccessible(page);
			await page.getByRole('button', { name: 'Kirim seperti ini' }).click();
			await expect(page.getByText('Belum lulus. Nilai Anda 50,00')).toBeVisible();
			await page.getByText('Jawaban Anda dan pembahasannya').click();
			await expect(question(page, 'Pasangkan')).toContainText('Belum tepat');
			if (javaScriptEnabled) await expectAccessible(page);

			await page.getByRole('button', { name: 'Ulangi (sisa kesempatan: 1)' }).click();
			await answer(page);
			await page.getByRole('button', { name: 'Kirim', exact: true }).click();
			await expect(page.getByText('Lulus. Nilai Anda 100,00')).toBeVisible();
			await expect(page.getByRole('button', { name: /Ulangi/ })).toHaveCount(0);
			await page.goto(`/belajar/${id}`);
			await expect(page.getByRole('link', { name: 'Kuis Dasar' })).toHaveAttribute(
				'data-state',
				'done'
			);
		});
	});
}

test('answers are kept as they are given, over a dead line and a closed tab, and on another device', async ({
	page,
	browser,
	house
}) => {
	await aPublishedCourse(house, 'kuis-terputus', course);
	await aLearnerOf(house, page, 'kuis-terputus');
	await page.goto('/belajar/kuis-terputus/kuis/dasar');
	await page.getByRole('button', { name: 'Mulai' }).click();
	const choice = () => question(page, 'Berapa kali').getByLabel('Satu kali');
	await choice().check();
	await expect(page.getByText(/Jawaban tersimpan pukul \d\d\.\d\d WIB/)).toBeVisible();

	const other = await browser.newContext({ storageState: await page.context().storageState() });
	const elsewhere = await other.newPage();
	await elsewhere.goto(page.url());
	await expect(question(elsewhere, 'Berapa kali').getByLabel('Satu kali')).toBeChecked();
	await other.close();

	await page.context().setOffline(true);
	await question(page, 'Berapa jam').getByLabel('Jawaban').fill('1,5');
	await expect(page.getByText('Jawaban belum tersimpan')).toBeVisible();
	const address = page.url();
	const again = await page.context().newPage();
	await page.close();
	await again.context().setOffline(false);
	await again.goto(address);
	await expect(question(again, 'Berapa jam').getByLabel('Jawaban')).toHaveValue('1,5');
	await expect(again.getByText(/Jawaban tersimpan pukul/)).toBeVisible();
	await again.reload();
	await expect(question(again, 'Berapa jam').getByLabel('Jawaban')).toHaveValue('1,5');
});

test('what was typed after a receipt was lost is there again when the page is opened anew', async ({
	page,
	house
}) => {
	await aPublishedCourse(house, 'kuis-tanda-terima', course);
	await aLearnerOf(house, page, 'kuis-tanda-terima');
	await page.goto('/belajar/kuis-tanda-terima/kuis/dasar');
	await page.getByRole('button', { name: 'Mulai' }).click();
	const typed = (there: Page) => question(there, 'Berapa jam').getByLabel('Jawaban');
	// The server keeps the answer, and its word for it never arrives.
	await page.route('**/jawaban', async (route) => {
		await route.fetch();
		await route.abort();
	});
	await typed(page).fill('1');
	await expect(page.getByText('Jawaban belum tersimpan')).toBeVisible();
	await page.route('**/jawaban', (route) => route.abort());
	await typed(page).fill('1,5 jam');
	const again = await page.context().newPage();
	const address = page.url();
	await page.close();
	await again.goto(address);
	await expect(typed(again)).toHaveValue('1,5 jam');
	await expect(again.getByText(/Jawaban tersimpan pukul/)).toBeVisible();
	await again.reload();
	await expect(typed(again)).toHaveValue('1,5 jam');
});

test('a page loaded again shows what was answered elsewhere since, not what the browser remembers', async ({
	page,
	browser,
	house
}) => {
	await aPublishedCourse(house, 'kuis-muat-ulang', course);
	await aLearnerOf(house, page, 'kuis-muat-ulang');
	await page.goto('/belajar/kuis-muat-ulang/kuis/dasar');
	await page.getByRole('button', { name: 'Mulai' }).click();
	const choice = (there: Page, label: string) => question(there, 'Berapa kali').getByLabel(label);
	await choice(page, 'Tiga kali').check();
	await expect(page.getByText(/Jawaban tersimpan pukul/)).toBeVisible();

	const address = page.url();
	const other = await browser.newContext({ storageState: await page.context().storageState() });
	const elsewhere = await other.newPage();
	await page.goto('/pemberitahuan-privasi');
	await elsewhere.goto(address);
	await choice(elsewhere, 'Satu kali').check();
	await expect(elsewhere.getByText(/Jawaban tersimpan pukul/)).toBeVisible();
	await other.close();

	await page.goBack();
	await expect(page.getByText('1 dari 4 soal dijawab')).toBeVisible();
	await expect(choice(page, 'Satu kali')).toBeChecked();
	await page.reload();
	await expect(choice(page, 'Satu kali')).toBeChecked();
});

test('what was answered on two devices is decided by when it was given, and the other answer can be chosen', async ({
	page,
	browser,
	house
}) => {
	await aPublishedCourse(house, 'kuis-dua-gawai', course);
	await aLearnerOf(house, page, 'kuis-dua-gawai');
	await page.goto('/belajar/kuis-dua-gawai/kuis/dasar');
	await page.getByRole('button', { name: 'Mulai' }).click();
	const choice = (there: Page, label: string) =>
		question(there, 'Berapa kali').first().getByLabel(label);
	await expect(choice(page, 'Satu kali')).toBeVisible();
	const storageState = await page.context().storageState();
	const [other, plain] = [
		await browser.newContext({ storageState }),
		await browser.newContext({ storageState, javaScriptEnabled: false })
	];
	const [elsewhere, without] = [await other.newPage(), await plain.newPage()];
	await elsewhere.goto(page.url());
	await without.goto(page.url());

	// Here it was answered first, two minutes ago, and sent last.
	await page.context().setOffline(true);
	await choice(page, 'Tiga kali').check();
	await expect(page.getByText('Jawaban belum tersimpan')).toBeVisible();
	await page.evaluate(() => {
		const [name] = Object.keys(localStorage).filter((key) => key.startsWith('kertas:'));
		const early = localStorage
			.getItem(name!)!
			.replace(/"diberi","(\d+)"/, (_, at) => `"diberi","${Number(at) - 120_000}"`);
		localStorage.setItem(name!, early);
	});
	await choice(elsewhere, 'Satu kali').check();
	await expect(elsewhere.getByText(/Jawaban tersimpan pukul/)).toBeVisible();
	await page.context().setOffline(false);
	await page.evaluate(() => dispatchEvent(new Event('online')));
	await expect(page.getByText('Di sini Anda menjawab:')).toBeVisible();
	await expect(choice(page, 'Satu kali')).toBeChecked();
	await expect(page.locator('.other-answer')).toContainText('Tiga kali');
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Pakai jawaban ini' }).click();
	await expect(page.getByText(/Jawaban tersimpan pukul/)).toBeVisible();
	await expect(choice(page, 'Tiga kali')).toBeChecked();
	await elsewhere.reload();
	await expect(choice(elsewhere, 'Tiga kali')).toBeChecked();

	// A page without JavaScript cannot say when: what stands stays, and the other can be chosen.
	await choice(without, 'Satu kali').check();
	await without.getByRole('button', { name: 'Simpan jawaban' }).first().click();
	await expect(without.getByText('Soal ini juga dijawab di perangkat lain')).toBeVisible();
	await expect(choice(without, 'Tiga kali')).toBeChecked();
	await without.getByRole('button', { name: 'Pakai jawaban ini' }).click();
	await expect(without.getByText('Jawaban tersimpan.')).toBeVisible();
	await expect(choice(without, 'Satu kali')).toBeChecked();
	await other.close();
	await plain.close();
});

test('true and false stand in the order everybody expects, however often the paper is drawn', async ({
	page,
	house
}) => {
	const statement = ask(
		'pernyataan',
		'true-false',
		`Data dicatat satu kali.\n\n- [x] Benar\n  > Tepat.\n- [ ] Salah\n  > Itu pengulangan.`
	);
	await aPublishedCourse(house, 'kuis-urutan', {
		...course,
		'course.md': course['course.md'].replace('\nattempts: 2', ''),
		'01-dasar/kuis.md': `---\ntitle: Kuis Dasar\nminutes: 10\n---\n\n${statement}`
	});
	await aLearnerOf(house, page, 'kuis-urutan');
	await page.goto('/belajar/kuis-urutan/kuis/dasar');
	for (let attempt = 0; attempt < 4; attempt++) {
		await page.getByRole('button', { name: /Mulai|Ulangi/ }).click();
		const offered = question(page, 'Data dicatat').getByRole('radio');
		await expect(offered).toHaveCount(2);
		await expect(offered.first()).toHaveAccessibleName('Benar');
		await page.getByLabel('Salah').check();
		await page.getByRole('button', { name: 'Kirim', exact: true }).click();
		await expect(page.getByText('Belum lulus.')).toBeVisible();
	}
});
