import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
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
	const axe = new AxeBuilder({ page }).setLegacyMode();
	const judged = coloursOnly
		? axe.withRules(['color-contrast'])
		: axe.options({
				runOnly: { type: 'tag', values: RULES },
				rules: { 'target-size': { enabled: true } }
			});
	const { violations } = await judged.analyze();
	return violations.flatMap(({ id, nodes }) =>
		nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`)
	);
}

async function overflow(page: Page): Promise<number> {
	return page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		return scrollWidth - clientWidth;
	});
}
