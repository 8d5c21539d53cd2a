import type { Locator, Page } from '@playwright/test';
import axe from 'axe-core';
import { expect } from './story.ts';

const PHONE = { width: 360, height: 740 };
const DESKTOP = { width: 1366, height: 768 };
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A screen, a theme, and whether only what a theme can change is judged. */
const LOOKS = [
	{ size: PHONE, colorScheme: 'light', coloursOnly: false },
	{ size: PHONE, colorScheme: 'dark', coloursOnly: true },
	{ size: DESKTOP, colorScheme: 'dark', coloursOnly: false },
	{ size: DESKTOP, colorScheme: 'light', coloursOnly: true }
] as const;

/**
 * The open page, in the state it is in, on phone and desktop, light and dark: axe finds nothing, nothing is wider
 * than the screen.
 */
export async function expectAccessible(page: Page): Promise<void> {
	const before = page.viewportSize();
	for (const { size, colorScheme, coloursOnly } of LOOKS) {
		await page.setViewportSize(size);
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		const violations = await violationsOn(page, coloursOnly);
		expect(violations, `${page.url()} ${size.width} ${colorScheme}`).toEqual([]);
		expect(await overflow(page), `${page.url()} ${size.width}: wider than the screen`).toBe(0);
	}
	await page.emulateMedia({ colorScheme: null, reducedMotion: null });
	if (before) await page.setViewportSize(before);
}

async function violationsOn(page: Page, coloursOnly: boolean): Promise<string[]> {
	if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
	const judged: axe.RunOptions = coloursOnly
		? { runOnly: { type: 'rule', values: ['color-contrast'] } }
		: { runOnly: { type: 'tag', values: RULES }, rules: { 'target-size': { enabled: true } } };
	// Only what is wrong is fetched from the page: listing all that is right takes several times as long.
	return page.evaluate(
		async (options) => {
			const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(options);
			return violations.flatMap(({ id, nodes }) =>
				nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`)
			);
		},
		{ ...judged, resultTypes: ['violations' as const] }
	);
}

async function overflow(page: Page): Promise<number> {
	return page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		return scrollWidth - clientWidth;
	});
}

/**
 * With the largest text and however far zoomed in, nothing on these pages is wider than the screen: 683 is a desktop
 * at 200 %, 320 what WCAG 1.4.10 asks for.
 */
export async function expectRoomWhenZoomed(page: Page, paths: readonly string[]): Promise<void> {
	const { origin } = new URL(page.url());
	const largest = { name: 'tampilan', value: 'auto.larger.normal', url: origin };
	await page.context().addCookies([largest]);
	for (const width of [683, 360, 320]) {
		await page.setViewportSize({ width, height: 740 });
		for (const path of paths) {
			await page.goto(path);
			await expect(page.locator('html')).toHaveAttribute('data-text', 'larger');
			expect(await overflow(page), `${path} ${width}`).toBe(0);
		}
	}
	await page.context().clearCookies({ name: 'tampilan' });
}

/** What one taps is as high as a thumb needs (look.md): 44 px. */
export async function expectTapSize(links: Locator): Promise<void> {
	await expect(links.first()).toBeVisible();
	const heights = await links.evaluateAll((all) =>
		all.map((link) => [link.getBoundingClientRect().height, link.textContent.trim()] as const)
	);
	expect(heights.filter(([height]) => height < 44)).toEqual([]);
}
