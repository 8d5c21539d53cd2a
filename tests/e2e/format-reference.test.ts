import { expectAccessible } from './support/access.ts';
import { expect, test } from './support/story.ts';

test('an author looks a rule and a block up', async ({ page }) => {
	await page.goto('/');
	await page.getByRole('contentinfo').getByRole('link', { name: 'Format Pelatihan' }).click();
	await expect(page).toHaveURL('/panduan/format');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Format pelatihan');
	await expectAccessible(page);

	const contents = page.getByRole('navigation', { name: 'Isi halaman ini' });
	await contents.getByRole('link', { name: 'Aturan: akses' }).click();
	await expect(page.getByRole('heading', { name: 'Aturan: akses' })).toBeInViewport();
	await expect(page.getByRole('listitem').filter({ hasText: /^alt-text/ })).toBeVisible();

	await contents.getByRole('link', { name: 'workplace' }).click();
	await expect(page.getByText(':::workplace\nTanyakan').first()).toBeInViewport();
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the reference of the format is whole', async ({ page }) => {
		await page.goto('/panduan/format#bagian-course-md');
		await expect(page.getByRole('heading', { name: 'course.md', exact: true })).toBeInViewport();
	});
});
