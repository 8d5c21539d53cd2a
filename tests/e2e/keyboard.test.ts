import type { Page } from '@playwright/test';
import { COURSE, keyOf, LESSONS } from './support/course-sources.ts';
import { aCivilServant } from './support/people.ts';
import { expect, test } from './support/story.ts';

const FIRST = LESSONS[0]!;

test('with the keyboard alone a learner signs in, joins the course and answers a check', async ({
	page,
	house
}) => {
	const learner = await aCivilServant(house);
	await page.goto('/masuk');
	await tabTo(page, 'Langsung ke isi');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('main')).toBeFocused();

	await tabTo(page, 'NIP/NI PPPK atau email dinas');
	await page.keyboard.type(learner.email);
	await tabTo(page, 'Kata sandi');
	await page.keyboard.type(learner.password);
	await tabTo(page, 'Ini perangkat bersama');
	await page.keyboard.press('Space');
	await expect(page.getByLabel('Ini perangkat bersama')).toBeChecked();
	await tabTo(page, 'Masuk');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).toContainText(learner.name);

	await tabTo(page, 'Buka Katalog Pelatihan');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL('/katalog');
	await tabTo(page, /SPBE/);
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(`/katalog/${COURSE}`);
	await tabTo(page, 'Ikuti Pelatihan');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(`/belajar/${COURSE}`);
	await tabTo(page, `Mulai: ${FIRST.title}`);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(FIRST.title);

	const question = FIRST.questions[0]!;
	const key = keyOf(question)[0]!;
	await tabTo(page, question.options[0]!.text);
	await page.keyboard.press('Space');
	for (const { text } of question.options.slice(1)) {
		if (await page.getByLabel(key, { exact: true }).isChecked()) break;
		await page.keyboard.press('ArrowDown');
		await expect(page.getByLabel(text, { exact: true })).toBeFocused();
	}
	await tabTo(page, 'Periksa jawaban');
	await page.keyboard.press('Enter');
	const result = page.locator(`#hasil-${question.id}`);
	await expect(result).toContainText('Benar');
	await expect(result).toBeFocused();
	await expectVisibleFocus(page);
});

test('every stop of the tab key on a page can be seen', async ({ page }) => {
	for (const path of ['/', '/katalog', `/katalog/${COURSE}`, '/masuk', '/lupa-sandi']) {
		await page.goto(path);
		for (let stop = 0; stop < 60; stop++) {
			await page.keyboard.press('Tab');
			if ((await focused(page)) === null) break;
			await expectVisibleFocus(page);
		}
	}
});

test('the menu opens and closes with the keyboard', async ({ page }) => {
	await page.goto('/');
	await tabTo(page, /Tampilan/);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('button', { name: 'Terapkan' })).toBeVisible();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('button', { name: 'Terapkan' })).toBeHidden();
});

/** Presses Tab until the element with this name has the focus, which must be visible at every stop. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
	const passed: (string | null)[] = [];
	for (let stop = 0; stop < 80; stop++) {
		await page.keyboard.press('Tab');
		const here = await focused(page);
		if (here !== null && (typeof name === 'string' ? here === name : name.test(here))) {
			await expectVisibleFocus(page);
			return;
		}
		passed.push(here);
	}
	throw new Error(`Tab never reaches “${name}”, only: ${passed.join(' | ')}`);
}

/** The words by which the focused element is known; null when nothing of the page has the focus. */
function focused(page: Page): Promise<string | null> {
	return page.evaluate(() => {
		const element = document.activeElement;
		if (!element || element === document.body) return null;
		const label = element instanceof HTMLInputElement ? element.labels?.[0] : null;
		return ((label ?? element) as HTMLElement).innerText.replace(/\s+/g, ' ').trim();
	});
}

/** A ring or a changed border, and the element not hidden under something else or off the screen. */
async function expectVisibleFocus(page: Page): Promise<void> {
	const seen = await page.evaluate(() => {
		const element = document.activeElement!;
		const framed = (candidate: Element, part?: string) => {
			const { outlineStyle, outlineWidth, content } = getComputedStyle(candidate, part);
			return (
				outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && (!part || content !== 'none')
			);
		};
		const around = [element];
		for (let level = 0; level < 4 && around.at(-1)?.parentElement; level++)
			around.push(around.at(-1)!.parentElement!);
		const ring = around.some((found) => framed(found) || framed(found, '::after'));
		const { top, bottom, left, right } = element.getBoundingClientRect();
		const onScreen = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
		return { ring, onScreen, name: (element as HTMLElement).outerHTML.slice(0, 120) };
	});
	expect(seen, seen.name).toMatchObject({ ring: true, onScreen: true });
}
