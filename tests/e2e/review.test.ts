import { randomUUID } from 'node:crypto';
import { findCourse } from '#lib/server/catalog/releases.ts';
import { SYSTEM, withScope } from '#lib/server/db/scope.ts';
import { readTest } from '#lib/server/journeys/read-test.ts';
import { beginTest, sendTest } from '#lib/server/journeys/sit-test.ts';
import { enrol } from '#lib/server/learning/enrolments.ts';
import { aQuestion, exampleTexts } from '../support/courses.ts';
import { surveyedBy } from '../support/survey-answers.ts';
import { sentByMany } from '../support/sent-attempts.ts';
import { expectAccessible, expectRoomWhenZoomed } from './support/access.ts';
import { aCivilServant, anAgency, signIn, type Account, type Agency } from './support/people.ts';
import { aPublishedCourse } from './support/publish.ts';
import { expect, test, type House } from './support/story.ts';

const ids = ['butir-1', 'butir-2', 'butir-3', 'butir-4'];

/** A course of the agency with a quiz of four questions with four options; of `turned` the second option is right. */
function texts(agency: Agency, number: string, turned: readonly string[] = []) {
	const words = ['Satu', 'Dua', 'Tiga', 'Empat'];
	const options = (right: number) =>
		words
			.map((word, at) => `- [${at === right ? 'x' : ' '}] ${word} kali saja\n  > Karena ${word}.\n`)
			.join('');
	const items = ids.map((id, at) =>
		aQuestion(id, options(turned.includes(id) ? (at + 1) % 4 : at))
	);
	return {
		'course.md': exampleTexts['course.md']!.replace('2026.1', number)
			.replace('jp: 1', 'jp: 1\npass:\n  quiz: 75\nattempts: 3')
			.replace('providers: [Contoh]', `providers: [${agency.name}]`),
		'01-dasar/01-gejala-silo.md': exampleTexts['01-dasar/01-gejala-silo.md']!.replace(
			'minutes: 45',
			'minutes: 35'
		),
		'01-dasar/kuis.md': `---\ntitle: Kuis Dasar\nminutes: 10\n---\n\n${items.join('\n')}`
	};
}

/** A learner who answered the quiz with the first option of each. */
async function aFormerLearner(house: House, course: string): Promise<Account> {
	const account = await aCivilServant(house);
	const learner = { personId: account.id, agencyId: null, unitId: null };
	const quiz = { course, quiz: 'dasar' };
	await withScope(house.pool, { as: 'person', personId: account.id }, async (db) => {
		const { releaseId } = (await findCourse(db, course))!;
		await enrol(db, learner, { id: releaseId, courseId: course });
		await beginTest(db, learner, quiz, randomUUID());
		const { paper } = (await readTest(db, learner, quiz))!;
		const wanted = ['Satu', 'Dua', 'Tiga', 'Satu'];
		const answers = paper!.questions.map(({ question }) => {
			const text = wanted[ids.indexOf(question.id)]!;
			const options = 'options' in question ? question.options : [];
			const choice = options.filter(({ html }) => html.includes(text)).map(({ id }) => id);
			return { questionId: question.id, base: null, choice };
		});
		await sendTest(db, learner, quiz, paper!.attemptId, answers);
	});
	return account;
}

test('a reviewer tries a mended key dry, judges again and takes it back, and the learner is told', async ({
	page,
	house
}) => {
	const agency = await anAgency(house);
	const course = `penilaian-ulang-${process.pid}`;
	await aPublishedCourse(house, course, texts(agency, '2026.1'));
	const learner = await aFormerLearner(house, course);
	await aPublishedCourse(house, course, texts(agency, '2026.2', ['butir-4']));
	const reviewer = await aCivilServant(house, { agency, role: 'reviewer' });

	await signIn(page, reviewer);
	await page.getByRole('link', { name: 'Telaah' }).last().click();
	await expectAccessible(page);
	await page.getByRole('link', { name: /^Periksa kunci/ }).click();
	await expect(page.getByText('1 percobaan dinilai ulang: 0 menjadi lulus')).toBeVisible();
	// One attempt of one person: its scores are told to that person alone.
	await expect(
		page.getByRole('row', { name: /Kuis Dasar \(kurang dari lima orang\) .* 1 / })
	).toBeVisible();
	await expect(page.getByRole('table', { name: 'Perubahan nilai' })).not.toContainText('75,00');
	await expectAccessible(page);

	await page.getByLabel('Alasan Penilaian Ulang').fill('Terlalu');
	await page
		.locator('form[action*="apply"]')
		.evaluate((form: HTMLFormElement) => (form.noValidate = true));
	await page.getByRole('button', { name: 'Terapkan Penilaian Ulang' }).click();
	await expect(page.getByRole('alert')).toContainText('10 sampai 1.000 karakter');
	const reason = 'Kunci soal keempat tertukar pada edisi pertama.';
	await page.getByLabel('Alasan Penilaian Ulang').fill(reason);
	await page.getByRole('button', { name: 'Terapkan Penilaian Ulang' }).click();
	await expect(page.getByText('Penilaian Ulang diterapkan')).toBeVisible();
	await expect(page.getByText('Tidak ada kunci yang perlu dinilai ulang')).toBeVisible();
	await expectAccessible(page);

	const other = await page.context().browser()!.newContext();
	const theirs = await other.newPage();
	await signIn(theirs, learner);
	await theirs.goto(`/belajar/${course}/kuis/dasar`);
	await expect(
		theirs.getByText(/Nilai dihitung ulang pada .*: dari 75,00 menjadi 100,00\./)
	).toBeVisible();
	await expect(theirs.getByText(`Alasan: ${reason}`)).toBeVisible();
	await expectAccessible(theirs);
	await theirs.goto('/profil');
	await expect(
		theirs.getByText('Nilai dihitung ulang karena kunci jawaban diperbaiki')
	).toBeVisible();
	await theirs.goto(`/telaah/penilaian-ulang/${course}`);
	await expect(theirs.getByRole('heading', { level: 1 })).not.toContainText('Penilaian Ulang');
	await other.close();

	await page.getByRole('link', { name: 'Batalkan…' }).click();
	await expectAccessible(page);
	await page.getByLabel('Alasan pembatalan').fill('Ternyata');
	await page
		.locator('form[action*="undo"]')
		.evaluate((form: HTMLFormElement) => (form.noValidate = true));
	await page.getByRole('button', { name: 'Batalkan Penilaian Ulang' }).click();
	await expect(page.getByRole('alert')).toContainText('10 sampai 1.000 karakter');
	await expect(page.getByLabel('Alasan pembatalan')).toHaveValue('Ternyata');
	await page.getByLabel('Alasan pembatalan').fill('Ternyata kunci lama sudah benar.');
	await page.getByRole('button', { name: 'Batalkan Penilaian Ulang' }).click();
	await expect(page.getByText('Setiap nilai kembali seperti sebelumnya')).toBeVisible();
	await expect(page.getByText('Kunci yang berubah dari edisi 2026.1 ke 2026.2')).toBeVisible();
	await expectRoomWhenZoomed(page, [`/telaah/penilaian-ulang/${course}`, '/telaah']);
});

test('a contributor sees how items do, once enough people answered, sorts and sifts them', async ({
	page,
	house
}) => {
	const agency = await anAgency(house);
	const course = `mutu-butir-${process.pid}`;
	await aPublishedCourse(house, course, texts(agency, '2026.1'));
	const contributor = await aCivilServant(house, { agency, role: 'contributor' });
	await signIn(page, contributor);
	await page.goto(`/telaah/butir/${course}`);
	await expect(page.getByText('baru dijawab 0 orang. Kurang 30 orang lagi')).toBeVisible();
	await expectAccessible(page);

	await withScope(house.pool, SYSTEM, async (db) => {
		const { releaseId } = (await findCourse(db, course))!;
		const model = [
			{ a: 1, b: 0 },
			{ a: 1.2, b: 0.3, defect: 'dead' as const },
			{ a: -1, b: 0 },
			{ a: 1, b: 0.5 }
		];
		await sentByMany(db, { courseId: course, releaseId, testId: 'dasar', ids }, 200, { model });
	});
	await page.reload();
	await expect(page.getByRole('row', { name: /butir-3/ })).toContainText(
		'Daya beda negatif: periksa kunci'
	);
	await expect(page.getByRole('row', { name: /butir-2/ })).toContainText(
		'Pengecoh tidak dipilih siapa pun'
	);
	await expect(page.getByRole('row', { name: /butir-1 / })).toContainText('01-dasar/kuis.md:6');
	await expectAccessible(page);
	await page.getByRole('link', { name: 'Daya beda' }).click();
	await expect(page.getByRole('row').nth(1)).toContainText('butir-3');
	await expectRoomWhenZoomed(page, [`/telaah/butir/${course}`]);
	await page.goto(`/telaah/penilaian-ulang/${course}`);
	await expect(page.getByText('Periksa kunci')).toBeHidden();
});

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('a contributor reads what people said of each edition, once enough did', async ({
			page,
			house
		}) => {
			const agency = await anAgency(house);
			const course = `hasil-survei-${javaScriptEnabled ? 'js' : 'polos'}-${process.pid}`;
			const releaseId = () =>
				withScope(house.pool, SYSTEM, async (db) => (await findCourse(db, course))!.releaseId);
			await aPublishedCourse(house, course, texts(agency, '2026.1'));
			const first = await releaseId();
			await aPublishedCourse(house, course, texts(agency, '2026.2'));
			const contributor = await aCivilServant(house, { agency, role: 'contributor' });
			await signIn(page, contributor);
			await page.goto('/telaah');
			await page.getByRole('link', { name: /^Lihat hasil/ }).click();
			await expect(page.getByText('Belum ada yang mengirim survei')).toBeVisible();
			if (javaScriptEnabled) await expectAccessible(page);

			await withScope(house.pool, SYSTEM, async (db) => {
				await surveyedBy(db, first, 10);
				await surveyedBy(db, first, 2, { on: '2026-11-02' });
				await surveyedBy(db, await releaseId(), 4);
			});
			await page.reload();
			await expect(page.getByText('Baru 4 orang mengirim survei edisi ini')).toBeVisible();
			if (javaScriptEnabled) await expectAccessible(page);
			await page.getByRole('combobox', { name: 'Edisi' }).selectOption('2026.1 (12 jawaban)');
			await page.getByRole('button', { name: 'Tampilkan' }).click();
			await expect(page.getByText('mencakup 10 jawaban pertama')).toBeVisible();
			await expect(
				page.getByRole('row', { name: /Materinya jelas .* 3 dari 5 10 2 2 2 2 2/ })
			).toBeVisible();
			await expect(page.locator('progress').first()).toHaveJSProperty('position', 0.6);
			await expect(page.getByText(/^Terbantu 2026-11-01/)).toHaveCount(10);
			if (!javaScriptEnabled) return;
			await expectAccessible(page);
			await expectRoomWhenZoomed(page, [`/telaah/survei/${course}?edisi=2026.1`]);
		});
	});
}
