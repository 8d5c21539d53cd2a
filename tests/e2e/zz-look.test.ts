import { aCertificate, anAward } from './support/certificates.ts';
import { aCivilServant, signIn } from './support/people.ts';
import { test } from './support/story.ts';
import { certificateRevocations } from '#lib/server/certification/tables.ts';
import { SYSTEM, withScope } from '#lib/server/db/scope.ts';
import type { Page } from '@playwright/test';
const shoot = async (page: Page, name: string) => {
	for (const [w, h, scheme] of [[360, 740, 'light'], [1366, 768, 'dark']] as const) {
		await page.setViewportSize({ width: w, height: h });
		await page.emulateMedia({ colorScheme: scheme });
		await page.screenshot({ path: `/tmp/verify-shots/${name}-${w}.png`, fullPage: true });
	}
};
test('look', async ({ page, house, baseURL }) => {
	const holder = await aCivilServant(house);
	const c = await aCertificate(house, baseURL!, holder);
	const other = await aCivilServant(house);
	const r = await aCertificate(house, baseURL!, other);
	await anAward(house, holder, { course: { id: 'lain', title: 'Pelindungan data pribadi', code: 'PDP-101', edition: '2026.1', releaseId: 'ab'.repeat(32), language: 'id' } });
	await withScope(house.pool, SYSTEM, (db) => db.insert(certificateRevocations).values({ code: r.code, cause: 'mistaken', reason: 'Data pelatihan keliru: jam pelajaran tercatat dua kali.', replacedBy: null, revokedBy: other.id, revokedAt: new Date() }));
	await page.goto('/cek-sertifikat'); await shoot(page, 'cek');
	await page.goto(`/sertifikat/${c.code}`); await shoot(page, 'sah');
	await page.goto(`/sertifikat/${r.code}`); await shoot(page, 'cabut');
	await page.goto('/cek-sertifikat');
	await page.getByLabel('Berkas sertifikat').setInputFiles({ name: 'k.json', mimeType: 'application/json', buffer: Buffer.from(c.credential.replace(holder.name, holder.name + 'x').replace('"creditsEarned":12', '"creditsEarned":72')) });
	await page.getByRole('button', { name: 'Periksa berkas' }).click();
	await shoot(page, 'beda');
	await signIn(page, holder);
	await page.goto('/sertifikat-saya'); await shoot(page, 'saya');
});
