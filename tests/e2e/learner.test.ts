import type { Page } from '@playwright/test';
import { expectAccessible } from './support/access.ts';
import { answerAll, theCheck } from './support/check.ts';
import {
	COURSE,
	keyOf,
	LESSONS,
	mistakeIn,
	severalIn,
	type SourceQuestion
} from './support/course-sources.ts';
import { aCivilServant, aLearnerOf, signIn, TRIAL_PASSWORD } from './support/people.ts';
import { expect, test } from './support/story.ts';

const [FIRST, SECOND] = [LESSONS[0]!, LESSONS[1]!];
const addressOf = ({ id }: { id: string }) => `/belajar/${COURSE}/${id}`;

test('a learner signs in for the first time, reads the privacy notice and finds a home that says what to do', async ({
	page,
	house
}) => {
	const learner = await aCivilServant(house, { fresh: true });
	await signIn(page, learner);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pemberitahuan Privasi');
	await expectAccessible(page);
	await page.goto('/profil');
	await expect(page).toHaveURL(/pemberitahuan-privasi\?lanjut=%2Fprofil$/);
	await page.getByRole('button', { name: 'Saya sudah membaca' }).click();
	await expect(page).toHaveURL('/profil');

	await page.goto('/');
	await expect(page.getByRole('heading', { level: 1 })).toContainText(learner.name);
	await expect(page.getByText('Belum ada pelatihan yang diikuti')).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('link', { name: 'Buka Katalog Pelatihan' }).click();
	await expect(page).toHaveURL('/katalog');
});

test('a number written with spaces opens the same account as the e-mail address', async ({
	page,
	house
}) => {
	const { number, password, name } = await aCivilServant(house);
	const spaced = number.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, '$1 $2 $3 $4');
	await signIn(page, { email: spaced, password });
	await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
});

test('a wrong password is refused in words, keeps the identifier and tells nothing of the account', async ({
	page,
	house
}) => {
	const learner = await aCivilServant(house);
	const refusals: string[] = [];
	for (const email of [learner.email, 'tidak.ada@uji.go.id']) {
		await page.goto('/masuk?lanjut=/profil');
		await page.getByLabel('NIP/NI PPPK atau email dinas').fill(email);
		await page.getByLabel('Kata sandi', { exact: true }).fill('bukan kata sandinya');
		await page.getByRole('main').getByRole('button', { name: 'Masuk' }).click();
		const alert = page.getByRole('alert');
		await expect(alert).toBeVisible();
		await expect(alert).toBeFocused();
		await expect(page.getByLabel('NIP/NI PPPK atau email dinas')).toHaveValue(email);
		await expect(page.getByLabel('Kata sandi', { exact: true })).toHaveValue('');
		refusals.push(await alert.innerText());
	}
	expect(refusals[0]).toBe(refusals[1]);
	await expectAccessible(page);
	await signIn(page, learner);
	await expect(page).toHaveURL(/\/profil(#|$)/);
});

test('a learner joins the course, mends a mistake, finishes a lesson and sees it on outline and home', async ({
	page,
	house
}) => {
	await aLearnerOf(house, page, COURSE);
	await expectAccessible(page);
	await page
		.getByRole('main')
		.getByRole('link', { name: `Mulai: ${FIRST.title}` })
		.click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(FIRST.title);
	await expect(page.getByText(/Sisa: 4/).first()).toBeVisible();
	await expectAccessible(page);

	const [question, ...rest] = FIRST.questions;
	const check = theCheck(page, question!);
	const mistake = mistakeIn(question!);
	await check.answer(mistake.text);
	await expect(check.result).toContainText('Belum tepat');
	await expect(check.result).toBeFocused();
	await expect(check.form).toContainText(mistake.rationale);
	for (const { text, rationale } of question!.options)
		if (text !== mistake.text) expect(await page.content()).not.toContain(rationale);
	await expectAccessible(page);

	await check.answer(...keyOf(question!));
	await expect(check.result).toContainText('Benar');
	await expect(check.result).toContainText('percobaan ke-2');
	await expect(check.form.getByRole('button')).toHaveCount(0);
	await expect(page.getByText(/Sisa: 3/).first()).toBeVisible();

	await answerAll(page, rest);
	await expect(
		page.getByText('Selesai: 4 dari 4 pertanyaan terjawab benar.').first()
	).toBeVisible();
	await expectAccessible(page);
	await page.reload();
	await expect(
		page.getByText('Selesai: 4 dari 4 pertanyaan terjawab benar.').first()
	).toBeVisible();

	await page.goto(`/belajar/${COURSE}`);
	await expect(page.getByRole('main').getByText('1 dari 6 materi selesai').first()).toBeVisible();
	const lessons = page.getByRole('navigation', { name: /Daftar materi/ });
	await expect(lessons.getByRole('link', { name: FIRST.title })).toContainText('Selesai');
	await expect(lessons.getByRole('link', { name: SECOND.title })).toContainText('Belum dimulai');
	await expectAccessible(page);

	await page.goto('/');
	await expect(page.getByText('1 dari 6 materi selesai').first()).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('link', { name: 'Lanjutkan', exact: true }).click();
	await expect(page).toHaveURL(addressOf(SECOND));
	await page.getByRole('link', { name: `Sebelumnya ${FIRST.title}` }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(FIRST.title);
});

test('home leads back to the very heading where the learner stopped reading', async ({
	page,
	house
}) => {
	await aLearnerOf(house, page, COURSE, SECOND);
	const heading = page.getByRole('main').getByRole('heading', { level: 2 }).nth(2);
	const place = await heading.getAttribute('id');
	expect(place).toBeTruthy();
	await heading.evaluate((element) => element.scrollIntoView({ block: 'start' }));
	// The place is sent while the page is being left; nothing on the next page says when it has arrived.
	await expect(async () => {
		await page.goto('/');
		const go = page.getByRole('link', { name: 'Lanjutkan', exact: true });
		await expect(go).toHaveAttribute('href', `${addressOf(SECOND)}#${place}`, { timeout: 500 });
	}).toPass({ timeout: 5000 });
	await page.getByRole('link', { name: 'Lanjutkan', exact: true }).click();
	await expect(page).toHaveURL(`${addressOf(SECOND)}#${place}`);
	await expect(heading).toBeInViewport();
});

test('an answer given while the line is down waits on the device, is sent when it is back and counts once', async ({
	page,
	context,
	house
}) => {
	await aLearnerOf(house, page, COURSE, FIRST);
	const [first, second] = FIRST.questions;
	await context.setOffline(true);
	const check = theCheck(page, first!);
	await check.answer(mistakeIn(first!).text);
	await expect(check.result).toContainText('Koneksi terputus');
	await theCheck(page, second!).answer(...keyOf(second!));
	await expect(theCheck(page, second!).result).toContainText('Koneksi terputus');

	await context.setOffline(false);
	await expect(check.result).toContainText('Belum tepat');
	await expect(theCheck(page, second!).result).toContainText('Terjawab pada percobaan pertama');
	await page.reload();
	await expect(check.result).toContainText('Belum tepat');
	await expect(theCheck(page, second!).result).toContainText('Terjawab pada percobaan pertama');
	expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test('an answer that waits is counted on the lesson and sent from home too', async ({
	page,
	context,
	house
}) => {
	await aLearnerOf(house, page, COURSE, FIRST);
	await answerOffline(page, FIRST.questions[0]!);
	await expectAccessible(page);
	await page.goto('about:blank');
	await context.setOffline(false);
	await page.goto('/');
	await expect.poll(() => page.evaluate(() => localStorage.length)).toBe(0);
	await expect(page.locator('#antrean')).toBeEmpty();
	await page.goto(addressOf(FIRST));
	await expect(theCheck(page, FIRST.questions[0]!).result).toContainText('percobaan pertama');
});

test('an answer that waited and was refused is told in words until it is answered again', async ({
	page,
	context,
	house
}) => {
	await aLearnerOf(house, page, COURSE, FIRST);
	const question = FIRST.questions[0]!;
	await answerOffline(page, question);
	// As if another edition no longer had the option.
	await page.evaluate(() => {
		for (const [name, kept] of Object.entries(localStorage))
			localStorage.setItem(name, String(kept).replace(/"option","[^"]+"/, '"option","lenyap"'));
	});
	await page.goto('about:blank');
	await context.setOffline(false);
	await page.goto('/');
	const told = page.getByText(`Satu jawaban di materi ${FIRST.title} ditolak`);
	await expect(told).toBeVisible();
	await expectAccessible(page);
	await told.getByRole('link', { name: FIRST.title }).click();
	await expect(page).toHaveURL(`${addressOf(FIRST)}#soal-${question.id}`);
	await expect(told).toBeVisible();
	await theCheck(page, question).answer(...keyOf(question));
	await expect(theCheck(page, question).result).toContainText('percobaan pertama');
	await expect(told).toHaveCount(0);
	expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test('who signs out is warned of what is unsent, and nothing of it stays on the device', async ({
	page,
	context,
	house
}) => {
	await aLearnerOf(house, page, COURSE, FIRST);
	await answerOffline(page, FIRST.questions[0]!);
	// The line is back, but answers do not get through.
	await page.route('**/*answer', (route) => route.abort());
	await context.setOffline(false);
	await page.getByRole('banner').getByText('Akun').click();
	const warning = '1 jawaban belum terkirim dan akan hilang bila Anda keluar sekarang.';
	await expect(page.getByRole('banner').getByText(warning)).toBeVisible();
	await page.goto('/keluar');
	await expect(page.getByRole('main').getByText(warning)).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('main').getByRole('button', { name: 'Keluar' }).click();
	await expect(page.getByRole('banner').getByRole('link', { name: 'Masuk' })).toBeVisible();
	expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test('an answer sent again with another choice is another answer', async ({
	page,
	context,
	house
}) => {
	await aLearnerOf(house, page, COURSE, FIRST);
	const question = FIRST.questions[0]!;
	await context.setOffline(true);
	const check = theCheck(page, question);
	await check.answer(mistakeIn(question).text);
	await expect(check.result).toContainText('Koneksi terputus');
	await check.answer(...keyOf(question));
	await expect(page.getByText('Belum terkirim: 2 jawaban')).toBeVisible();
	await context.setOffline(false);
	await expect(check.result).toContainText('percobaan ke-2');
});

/** Answers rightly while the line is down, and sees that the answer waits. */
async function answerOffline(page: Page, question: SourceQuestion): Promise<void> {
	await page.context().setOffline(true);
	await theCheck(page, question).answer(...keyOf(question));
	await expect(page.getByText('Belum terkirim: 1 jawaban')).toBeVisible();
}

test('two tabs with the same question open come to the same result', async ({
	page,
	context,
	house
}) => {
	await aLearnerOf(house, page, COURSE);
	const [question] = FIRST.questions;
	const other = await context.newPage();
	for (const tab of [page, other]) await tab.goto(addressOf(FIRST));
	await theCheck(page, question!).answer(...keyOf(question!));
	await expect(theCheck(page, question!).result).toContainText('percobaan pertama');
	await theCheck(other, question!).answer(mistakeIn(question!).text);
	await expect(theCheck(other, question!).result).toContainText('Belum tepat');
	for (const tab of [page, other]) {
		await tab.reload();
		await expect(theCheck(tab, question!).result).toContainText('Belum tepat');
		await expect(tab.getByText(/Sisa: 3/).first()).toBeVisible();
	}
});

test('a double click answers once', async ({ page, house }) => {
	await aLearnerOf(house, page, COURSE, FIRST);
	const question = FIRST.questions[0]!;
	const check = theCheck(page, question);
	await check.choose(mistakeIn(question).text);
	await check.form.getByRole('button').dblclick();
	await expect(check.result).toContainText('Belum tepat');
	await check.answer(...keyOf(question));
	await expect(check.result).toContainText('percobaan ke-2');
});

test('a multiple choice with nothing chosen says so in place', async ({ page, house }) => {
	const lesson = LESSONS.find(({ questions }) => questions.some((q) => keyOf(q).length > 1))!;
	await aLearnerOf(house, page, COURSE, lesson);
	const check = theCheck(page, severalIn(lesson));
	await check.send();
	await expect(page.getByText('Pilih jawaban terlebih dahulu, lalu kirim.')).toBeVisible();
	await expectAccessible(page);
	await check.answer(...keyOf(severalIn(lesson)));
	await expect(check.result).toContainText('Terjawab pada percobaan pertama');
});

test('on a shared device the session lives in a cookie that ends with the browser, and signing out ends it', async ({
	page,
	context,
	house
}) => {
	const learner = await aCivilServant(house);
	await signIn(page, learner, { shared: true });
	const [session] = (await context.cookies()).filter(({ name }) => /session/.test(name));
	expect(session).toMatchObject({ expires: -1, httpOnly: true, sameSite: 'Lax' });
	await page.goto('/profil');
	await expect(page.getByText('perangkat bersama')).toBeVisible();

	await page.getByRole('banner').getByText('Akun').click();
	await page.getByRole('banner').getByRole('button', { name: 'Keluar' }).click();
	await expect(page).toHaveURL('/');
	await context.addCookies([session!]);
	await page.goto('/profil');
	await expect(page).toHaveURL(/\/masuk/);
});

test('an ordinary session outlives the browser', async ({ page, context, house }) => {
	await signIn(page, await aCivilServant(house));
	const [session] = (await context.cookies()).filter(({ name }) => /session/.test(name));
	expect(session!.expires).toBeGreaterThan(Date.now() / 1000 + 13 * 24 * 3600);
	expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
});

test('a learner sees and ends the sessions on other devices and changes the password', async ({
	page,
	browser,
	baseURL,
	house
}) => {
	const learner = await aCivilServant(house);
	const elsewhere = await browser.newContext(baseURL ? { baseURL } : {});
	const other = await elsewhere.newPage();
	await signIn(other, learner);
	await signIn(page, learner);
	await page.goto('/profil');
	await expect(page.getByText(learner.number)).toHaveCount(0);
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Tampilkan nomor' }).click();
	await expect(page.getByText(learner.number)).toBeVisible();
	expect(page.url()).not.toContain(learner.number);

	await page.getByRole('button', { name: 'Akhiri semua sesi lain' }).click();
	await expect(page.getByText('Semua sesi lain telah diakhiri.')).toBeVisible();
	await other.goto('/profil');
	await expect(other).toHaveURL(/\/masuk/);
	await elsewhere.close();

	await page.getByLabel('Kata sandi sekarang').fill(learner.password);
	await page.getByLabel('Kata sandi baru', { exact: true }).fill('pendek');
	await page.getByLabel('Ulangi kata sandi baru').fill('lain');
	await page.getByRole('button', { name: 'Ganti kata sandi' }).click();
	await expectAccessible(page);
	const password = 'hujan-turun-di-bukit';
	await page.getByLabel('Kata sandi sekarang').fill(learner.password);
	await page.getByLabel('Kata sandi baru', { exact: true }).fill(password);
	await page.getByLabel('Ulangi kata sandi baru').fill(password);
	await page.getByRole('button', { name: 'Ganti kata sandi' }).click();
	await expect(page.getByText('Kata sandi baru tersimpan.')).toBeVisible();
	await page.context().clearCookies();
	await signIn(page, { email: learner.email, password });
});

for (const email of [
	'peserta@contoh.go.id',
	'atasan@contoh.go.id',
	'pengelola@contoh.go.id',
	'kontributor@contoh.ac.id',
	'penelaah@contoh.go.id',
	'penyelenggara@contoh.go.id',
	'admin@contoh.go.id'
])
	test(`the trial account ${email} can sign in`, async ({ page }) => {
		await signIn(page, { email, password: TRIAL_PASSWORD });
		await expect(page.getByRole('banner').getByText('Akun')).toBeVisible();
	});
