import { expectAccessible } from './support/access.ts';
import { aCivilServant, signIn } from './support/people.ts';
import { expect, test } from './support/story.ts';

test('a person who forgot the password gets a letter, makes a new one and the link works once', async ({
	page,
	house,
	baseURL
}) => {
	const person = await aCivilServant(house);
	await page.goto('/masuk');
	await page.getByRole('link', { name: 'Lupa kata sandi' }).click();
	await expectAccessible(page);
	await page.getByLabel('NIP/NI PPPK atau email dinas').fill(person.email);
	await page.getByRole('button', { name: 'Kirim tautan' }).click();
	await expect(page.getByText('Periksa email Anda')).toBeVisible();
	await expectAccessible(page);

	const letterTo = () => house.letters().find((letter) => letter.includes(`To: ${person.email}`));
	await expect.poll(letterTo, { timeout: 30_000 }).toBeTruthy();
	const letter = letterTo()!;
	expect(letter).toContain('Subject:');
	const link = new RegExp(`${baseURL}/lupa-sandi/[\\w-]+`).exec(letter)?.[0];
	expect(link, letter).toBeTruthy();

	const answer = await page.goto(link!);
	expect(answer?.headers()['referrer-policy']).toBe('strict-origin');
	await expectAccessible(page);
	await page.getByLabel('Kata sandi baru', { exact: true }).fill('9182736450');
	await page.getByLabel('Ulangi kata sandi baru').fill('9182736450');
	await page.getByRole('button', { name: 'Simpan kata sandi' }).click();
	await expect(page.getByText('Kata sandi hanya berisi angka').first()).toBeVisible();
	await expectAccessible(page);
	const password = 'kereta-pagi-ke-desa';
	await page.getByLabel('Kata sandi baru', { exact: true }).fill(password);
	await page.getByLabel('Ulangi kata sandi baru').fill(password);
	await page.getByRole('button', { name: 'Simpan kata sandi' }).click();
	await expect(page.getByText('Kata sandi baru tersimpan.')).toBeVisible();
	await expectAccessible(page);
	await signIn(page, { email: person.email, password });

	await page.goto(link!);
	await expect(page.getByText('Tautan ini tidak berlaku lagi')).toBeVisible();
	await expectAccessible(page);
});

test('asking for a letter tells nothing of whether the account exists', async ({ page, house }) => {
	const { email } = await aCivilServant(house);
	const answers: string[] = [];
	for (const identifier of [email, 'tidak.ada@uji.go.id']) {
		await page.goto('/lupa-sandi');
		await page.getByLabel('NIP/NI PPPK atau email dinas').fill(identifier);
		await page.getByRole('button', { name: 'Kirim tautan' }).click();
		await expect(page.getByText('Periksa email Anda')).toBeVisible();
		answers.push(await page.getByRole('main').innerText());
	}
	expect(answers[0]).toBe(answers[1]);
});
