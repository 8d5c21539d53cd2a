import { expectAccessible, expectRoomWhenZoomed } from './support/access.ts';
import { aLearnerOf } from './support/people.ts';
import { expect, test } from './support/story.ts';

const GUIDE = 'panduan-kontributor';

test('a contributor reads the guide as shipped: its clip, its source and its case', async ({
	page,
	house
}) => {
	await aLearnerOf(house, page, GUIDE, { id: 'teks-yang-terbaca' });
	await expect(page.locator('video[preload="none"]').first()).toBeVisible();
	await expect(page.locator('.prose pre').first()).toBeVisible();
	await expectAccessible(page);
	await page.goto(`/belajar/${GUIDE}/soal-pilihan-dan-kasus`);
	await expect(page.locator('.scenario').first()).toBeVisible();
	await expectAccessible(page);
	await expectRoomWhenZoomed(page, [
		`/belajar/${GUIDE}/teks-yang-terbaca`,
		`/belajar/${GUIDE}/soal-pilihan-dan-kasus`
	]);
});

test('a participant opens the guide, and prints it', async ({ page, house }) => {
	await aLearnerOf(house, page, 'panduan-peserta', { id: 'jp-dan-sertifikat' });
	await page.locator('.legal > summary').click();
	await expect(page.locator('.legal').getByText('UU 20/2023')).toBeVisible();
	await expectAccessible(page);
	await page.goto('/belajar/panduan-peserta/modul/memakai-widyapraja');
	await expectAccessible(page);
});
