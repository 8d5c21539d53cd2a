import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible, expectRoomWhenZoomed, expectTapSize } from './support/access.ts';
import { theCheck } from './support/check.ts';
import { keyOf, LESSONS, mistakeIn } from './support/course-sources.ts';
import { expect, test as base } from './support/story.ts';

const LESSON = LESSONS[0]!;
const QUESTION = LESSON.questions[0]!;
const FILE = '01-dari-spbe-ke-pemerintah-digital/01-di-mana-posisi-kita.md';

interface Desk {
	address: string;
	/** Saves a change to the open lesson. */
	save(change: (source: string) => string): void;
}

/** An author at work: a copy of the course in a folder of their own, and its preview running. */
const test = base.extend<{ desk: Desk }>({
	desk: async ({}, use) => {
		const folder = mkdtempSync(join(tmpdir(), 'widyapraja-penulis-'));
		cpSync('courses', folder, { recursive: true });
		const file = join(folder, 'spbe-101', FILE);
		const command = spawn(
			process.execPath,
			['src/cli/start.mjs', '--run', 'src/cli/courses.ts', 'preview', join(folder, 'spbe-101')],
			{ stdio: ['ignore', 'pipe', 'inherit'] }
		);
		await use({
			address: await addressOf(command),
			save: (change) => writeFileSync(file, change(readFileSync(file, 'utf8')))
		});
		command.kill('SIGINT');
		await once(command, 'exit');
		rmSync(folder, { recursive: true });
	}
});

async function addressOf(command: ChildProcess): Promise<string> {
	let said = '';
	for await (const words of command.stdout!) {
		said += String(words);
		const address = /^http:\S+$/m.exec(said)?.[0];
		if (address) return address;
	}
	throw new Error(`the preview ended: ${said}`);
}

const lessonAt = (desk: Desk) => `${desk.address}/pratinjau/spbe-101/${LESSON.id}`;
const panel = (page: Page) => page.locator('#pemeriksaan');

test('an author reads as learners will, and sees what a save has changed where they stand', async ({
	page,
	desk
}) => {
	await page.goto(desk.address);
	await expect(page.getByRole('heading', { level: 1 })).toContainText(
		'SPBE dan Pemerintah Digital'
	);
	await page.getByRole('link', { name: 'Buka materi pertama' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(LESSON.title);
	await expect(panel(page)).toContainText('Tidak ada masalah');

	const anchor = page.getByText(LESSON.plainLines.at(-1)!.slice(0, 40)).first();
	await anchor.evaluate((element) => element.scrollIntoView({ block: 'start' }));
	const check = theCheck(page, QUESTION);
	await check.choose(...keyOf(QUESTION));
	await anchor.evaluate((element) => element.scrollIntoView({ block: 'start' }));
	const before = (await anchor.boundingBox())!.y;
	const saved = Date.now();
	desk.save((source) =>
		source.replace(/\n---\n/, '\n---\n\n[klik di sini](https://contoh.go.id) lalu *baru*.\n')
	);
	await expect(page.locator('.prose em').first()).toHaveText('baru');
	expect(Date.now() - saved, 'milliseconds from save to page').toBeLessThan(2000);
	expect(Math.abs((await anchor.boundingBox())!.y - before)).toBeLessThan(2);
	for (const option of keyOf(QUESTION))
		await expect(check.form.getByLabel(option, { exact: true })).toBeChecked();

	const remark = panel(page).getByRole('listitem').filter({ hasText: 'link-text' });
	await expect(remark).toContainText('Kesalahan');
	await expect(remark).toContainText('Tulis ke mana tautan itu menuju.');
	await remark.getByRole('link', { name: /^01-di-mana-posisi-kita\.md:\d+$/ }).focus();
	await page.keyboard.press('Enter');
	await expect(page.locator(':target')).toBeInViewport();
	await expect(page.locator(':target')).toContainText('klik di sini');
});

test('an author tries a check, and mends its key while the answer stands', async ({
	page,
	desk
}) => {
	await page.goto(lessonAt(desk));
	const check = theCheck(page, QUESTION);
	const mistake = mistakeIn(QUESTION);
	await check.answer(mistake.text);
	await expect(check.result).toContainText('Belum tepat');
	await expect(check.result).toBeFocused();
	await expect(check.form).toContainText(mistake.rationale);
	await expectAccessible(page);

	desk.save((source) =>
		source.replace(`> ${mistake.rationale.slice(0, 12)}`, '> Pembahasan baru.')
	);
	await expect(check.form).toContainText('Pembahasan baru.');
	await panel(page).getByText('Kunci Jawaban').click();
	await expect(panel(page)).toContainText(keyOf(QUESTION)[0]!);
	await panel(page).getByRole('button', { name: 'Kosongkan jawaban percobaan' }).click();
	await expect(check.result).toBeEmpty();
	await expect(check.form.getByLabel(mistake.text, { exact: true })).not.toBeChecked();
});

test('many problems can be sifted, a broken file says why, and it comes back when mended', async ({
	page,
	desk
}) => {
	await page.goto(lessonAt(desk));
	desk.save((source) =>
		source.replace(
			/\n---\n/,
			`\n---\n\n[berkas](tidak-ada.md) ${'kalimat yang panjang '.repeat(20)}.\n`
		)
	);
	await expect(panel(page)).toContainText('broken-link');
	await expectAccessible(page);
	const errors = panel(page).locator('[data-severity="error"]');
	await expect(errors.first()).toBeVisible();
	await panel(page)
		.getByLabel(/kesalahan$/)
		.uncheck();
	await expect(errors.first()).toBeHidden();
	await page.reload();
	await expect(errors.first()).toBeHidden();
	await expect(panel(page).locator('[data-severity="warning"]').first()).toBeVisible();

	await page.setViewportSize({ width: 360, height: 740 });
	await panel(page).locator('summary').first().click();
	await expectAccessible(page);
	await expectTapSize(panel(page).locator('.remark-place > a:visible'));
	await page.getByRole('banner').locator('summary').focus();
	await page.keyboard.press('Tab');
	await expect(panel(page).locator('summary').first()).toBeFocused();
	await expect(panel(page).getByRole('heading', { name: 'Berkas lain' })).toHaveCount(0);

	let whole = '';
	desk.save((source) => {
		whole = source;
		return source.slice(0, 20);
	});
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/belum dapat ditampilkan$/);
	await expectAccessible(page);
	desk.save(() => whole);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(LESSON.title);
});

test('the page of the course shows what its modules say, and tells of other files than its own', async ({
	page,
	desk
}) => {
	const course = `${desk.address}/pratinjau/spbe-101`;
	await page.setViewportSize({ width: 1366, height: 768 });
	await page.goto(course);
	await expect(page.getByText('Sebelum memilih arah, kita perlu tahu')).toBeVisible();
	desk.save((source) => source.replace(/\n---\n/, '\n---\n\n[berkas](tidak-ada.md).\n'));
	await expect(panel(page).getByRole('heading', { name: 'Berkas lain' })).toBeVisible();
	await expectRoomWhenZoomed(page, [lessonAt(desk), course]);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('an author reloads by a link and tries checks by plain forms', async ({ page, desk }) => {
		await page.goto(lessonAt(desk));
		desk.save((source) => source.replace(/\n---\n/, '\n---\n\nParagraf *baru*.\n'));
		await expect(async () => {
			await page.getByRole('link', { name: 'Muat ulang' }).click();
			await expect(page.locator('.prose em').first()).toHaveText('baru', { timeout: 200 });
		}).toPass({ timeout: 5000 });
		const check = theCheck(page, QUESTION);
		await check.answer(...keyOf(QUESTION));
		await expect(check.result).toContainText('Benar');
		await page.getByRole('link', { name: 'Pratinjau' }).first().click();
		await expect(page.getByRole('navigation', { name: /Daftar materi/ })).toContainText(
			'Sedang berjalan'
		);
	});
});
