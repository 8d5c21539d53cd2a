import { answerAll, theCheck } from './support/check.ts';
import { COURSE, keyOf, LESSONS, mistakeIn, severalIn } from './support/course-sources.ts';
import { aCivilServant, aLearnerOf, signIn } from './support/people.ts';
import { expect, test } from './support/story.ts';

test.use({ javaScriptEnabled: false });

const FIRST = LESSONS[0]!;
const HERE = `/belajar/${COURSE}/${FIRST.id}`;

test('without JavaScript a learner goes from the first sign-in to a finished lesson', async ({
	page,
	house
}) => {
	const learner = await aCivilServant(house, { fresh: true });
	await signIn(page, learner);
	await page.getByRole('button', { name: 'Saya sudah membaca' }).click();
	await page.getByRole('link', { name: 'Buka Katalog Pelatihan' }).click();
	await page.getByRole('main').getByRole('link', { name: 'SPBE' }).click();
	await page.getByRole('button', { name: 'Ikuti Pelatihan' }).click();
	await page
		.getByRole('main')
		.getByRole('link', { name: `Mulai: ${FIRST.title}` })
		.click();

	const [question, ...rest] = FIRST.questions;
	const check = theCheck(page, question!);
	const mistake = mistakeIn(question!);
	await check.answer(mistake.text);
	await expect(page).toHaveURL(`${HERE}#hasil-${question!.id}`);
	await expect(check.result).toContainText('Belum tepat');
	await expect(check.result).toBeInViewport();
	await expect(check.form).toContainText(mistake.rationale);
	for (const { text, rationale } of question!.options)
		if (text !== mistake.text) expect(await page.content()).not.toContain(rationale);
	await check.answer(...keyOf(question!));
	await expect(check.result).toContainText('percobaan ke-2');
	await answerAll(page, rest);
	await expect(
		page.getByText('Selesai: 4 dari 4 pertanyaan terjawab benar.').first()
	).toBeVisible();

	await page.goto('/');
	await expect(page.getByText('1 dari 6 materi selesai').first()).toBeVisible();
	await page.getByRole('link', { name: 'Lanjutkan', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(LESSONS[1]!.title);

	await page.getByRole('banner').getByText('Akun').click();
	await page.getByRole('banner').getByRole('button', { name: 'Keluar' }).click();
	await page.goto('/profil');
	await expect(page).toHaveURL(/\/masuk/);
});

test('without JavaScript a multiple choice with nothing chosen is refused in place and loses no other answer', async ({
	page,
	house
}) => {
	const lesson = LESSONS.find(({ questions }) => questions.some((q) => keyOf(q).length > 1))!;
	const multiple = severalIn(lesson);
	const other = lesson.questions.find(({ id }) => id !== multiple.id)!;
	await aLearnerOf(house, page, COURSE);
	await page.goto(`/belajar/${COURSE}/${lesson.id}`);
	await theCheck(page, other).answer(...keyOf(other));

	const answered = page.waitForResponse((response) => response.request().method() === 'POST');
	await theCheck(page, multiple).send();
	expect((await answered).status()).toBe(422);
	await expect(page.getByText('Pilih jawaban terlebih dahulu, lalu kirim.')).toBeVisible();
	await expect(theCheck(page, other).result).toContainText('Benar');
	await theCheck(page, multiple).answer(...keyOf(multiple));
	await expect(theCheck(page, multiple).result).toContainText('Terjawab pada percobaan pertama');
});

test('everybody is shown their own answer, however many gave the same', async ({
	browser,
	house
}) => {
	const [question] = FIRST.questions;
	const visit = async () => {
		const context = await browser.newContext({ javaScriptEnabled: false });
		const page = await context.newPage();
		await aLearnerOf(house, page, COURSE, FIRST);
		return { page, check: theCheck(page, question!) };
	};
	const [first, second, silent] = [await visit(), await visit(), await visit()];
	await first.check.answer(...keyOf(question!));
	await second.check.answer(mistakeIn(question!).text);
	await second.check.answer(...keyOf(question!));
	for (const { page } of [first, second, silent]) await page.goto(HERE);
	await expect(first.check.result).toContainText('percobaan pertama');
	await expect(second.check.result).toContainText('percobaan ke-2');
	await expect(silent.check.result).toBeEmpty();
	for (const { text, rationale } of question!.options)
		if (keyOf(question!).includes(text)) {
			await expect(first.check.form).toContainText(rationale);
			await expect(silent.check.form).not.toContainText(rationale);
		}
	for (const { page } of [first, second, silent]) await page.context().close();
});

test('without JavaScript the same form sent again, from the page before or by a machine, changes nothing', async ({
	page,
	baseURL,
	house
}) => {
	await aLearnerOf(house, page, COURSE);
	await page.goto(HERE);
	const question = FIRST.questions[0]!;
	const check = theCheck(page, question);
	const sent = page.waitForRequest((request) => request.method() === 'POST');
	await check.answer(mistakeIn(question).text);
	const body = (await sent).postData()!;
	await expect(check.result).toContainText('Belum tepat');

	for (let repeat = 0; repeat < 3; repeat++) {
		const again = await page.request.post(`${HERE}?/answer`, {
			headers: {
				origin: baseURL!,
				accept: 'text/html',
				'content-type': 'application/x-www-form-urlencoded'
			},
			data: body,
			maxRedirects: 0
		});
		expect(again.status()).toBe(303);
	}
	const reused = new URLSearchParams(body);
	const other = question.options.find(({ text }) => text !== mistakeIn(question).text)!;
	const value = await check.form.getByLabel(other.text, { exact: true }).getAttribute('value');
	reused.set('option', value!);
	const refused = await page.request.post(`${HERE}?/answer`, {
		headers: {
			origin: baseURL!,
			accept: 'text/html',
			'content-type': 'application/x-www-form-urlencoded'
		},
		data: reused.toString()
	});
	expect(refused.status()).toBe(409);
	expect(await refused.text()).toContain('Jawaban ini tidak disimpan karena formulirnya sudah');
	await page.goto(HERE);
	await check.answer(...keyOf(question));
	await expect(check.result).toContainText('percobaan ke-2');

	await page.goBack();
	await page.reload();
	await expect(check.result).toContainText('Benar');
	await expect(page.getByText(/Sisa: 3/).first()).toBeVisible();
});

test('without JavaScript a wrong sign-in keeps what was typed', async ({ page, house }) => {
	const { email } = await aCivilServant(house);
	await page.goto('/masuk');
	await page.getByLabel('NIP/NI PPPK atau email dinas').fill(email);
	await page.getByLabel('Kata sandi', { exact: true }).fill('bukan kata sandinya');
	await page.getByLabel('Ini perangkat bersama').check();
	await page.getByRole('main').getByRole('button', { name: 'Masuk' }).click();
	await expect(page.getByRole('alert')).toBeVisible();
	await expect(page.getByLabel('NIP/NI PPPK atau email dinas')).toHaveValue(email);
	await expect(page.getByLabel('Ini perangkat bersama')).toBeChecked();
});
