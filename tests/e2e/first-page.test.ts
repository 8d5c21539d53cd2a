import { expect, test } from '@playwright/test';

test('the first page opens without a breach of its own security policy', async ({ page }) => {
	const complaints: string[] = [];
	page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
	page.on('pageerror', (error) => complaints.push(error.message));
	const answer = await page.goto('/');
	expect(answer?.status()).toBe(200);
	await expect(page.locator('h1')).toHaveCount(1);
	expect(complaints).toEqual([]);
});
