import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { revoke } from '#lib/server/certification/revocations.ts';
import { SYSTEM, withScope } from '#lib/server/db/scope.ts';
import { expectAccessible } from './support/access.ts';
import { aCertificate } from './support/certificates.ts';
import { aCivilServant } from './support/people.ts';
import { expect, test } from './support/story.ts';

async function give(page: Page, name: string, bytes: Uint8Array | string): Promise<void> {
	const mimeType = name.endsWith('.pdf') ? 'application/pdf' : 'application/json';
	await page
		.getByLabel('Berkas sertifikat')
		.setInputFiles({ name, mimeType, buffer: Buffer.from(bytes) });
}

for (const origin of ['the server', 'disk'])
	test(`the verifier, opened from ${origin}, judges certificates with the network off`, async ({
		page,
		context,
		house,
		baseURL
	}, info) => {
		const holder = await aCivilServant(house);
		const { code, credential, pdf } = await aCertificate(house, baseURL!, holder);
		const answer = await page.request.get('/sertifikat/verifikator.html');
		const list = await (await page.request.get('/sertifikat/status/KEM-1')).text();
		const file = info.outputPath('verifikator.html');
		writeFileSync(file, await answer.body());
		await page.goto(origin === 'disk' ? pathToFileURL(file).href : '/sertifikat/verifikator.html');
		await context.setOffline(true);
		const result = page.getByRole('status');

		await give(page, 'sertifikat.pdf', pdf);
		await expect(result).toContainText('Tanda tangannya asli');
		await expect(result).toContainText('Yang tercetak pada PDF tidak diperiksa');
		await expect(result).toContainText(`Dr. ${holder.name}, S.Sos.`);
		await expect(result).toContainText('Pencabutan tidak diperiksa');
		await expect(result.getByRole('link')).toHaveAttribute('href', `${baseURL}/cek-sertifikat`);
		await expect(result).toContainText(/mutakhir sampai \d+ \S+ \d{4} pukul \d\d\.\d\d WIB/);
		await expect(result).not.toContainText(holder.number);
		await expectAccessible(page);
		await give(page, 'kredensial.json', credential);
		await expect(result).toContainText('Tanda tangannya asli');

		await give(page, 'kredensial.json', credential.replace(holder.name, `${holder.name}x`));
		await expect(result).toContainText('telah diubah');
		await expect(result).not.toContainText(holder.name);
		await expectAccessible(page);
		await give(page, 'lain.json', credential.replace(/z6Mk[^"]{44}/, `z6Mk${'h'.repeat(44)}`));
		await expect(result).toContainText('Penerbitnya tidak dikenal');
		for (const [name, bytes, why] of [
			['gambar.json', '\x89PNG', 'bukan PDF dan bukan kredensial JSON'],
			['cetak.pdf', '%PDF-1.7\n%%EOF', 'tidak membawa kredensial'],
			['rusak.pdf', pdf.subarray(0, 200), 'tidak membawa kredensial'],
			['kosong.json', '', 'Pilih berkas'],
			['lain.json', '{"a":1}', 'bukan kredensial sertifikat'],
			['dua.json', credential.replace('"name":', '"name":"x","name":'), 'dua kali'],
			['daftar.json', list, 'bukan sertifikat; mungkin daftar pencabutan']
		] as const) {
			await give(page, name, bytes);
			await expect(result, name).toContainText(why);
		}

		const { id: personId } = await aCivilServant(house, { role: 'platform-admin' });
		const everywhere = {
			role: 'platform-admin',
			agencyId: null,
			unitId: null,
			endsOn: null
		} as const;
		await withScope(house.pool, SYSTEM, (db) =>
			revoke(db, { personId, grants: [everywhere] }, code, { cause: 'mistaken', reason: 'Keliru.' })
		);
		await give(page, 'kredensial.json', credential);
		await expect(result).toContainText('Tanda tangannya asli');
		await expect(result).toContainText('Pencabutan tidak diperiksa');
		await expect(result).not.toContainText('dicabut pada');
	});
