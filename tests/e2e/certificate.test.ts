import type { Page } from '@playwright/test';
import { redrawn } from '../support/redrawn-paper.ts';
import { expectAccessible, expectRoomWhenZoomed } from './support/access.ts';
import { aCertificate, anAward, issueAll } from './support/certificates.ts';
import { aCivilServant, signIn } from './support/people.ts';
import { expect, test } from './support/story.ts';

const CHECK = '/cek-sertifikat';

/** Sends a file through the form of the checking page. */
async function upload(page: Page, name: string, bytes: Uint8Array | string): Promise<void> {
	await page.goto(CHECK);
	const mimeType = name.endsWith('.pdf') ? 'application/pdf' : 'application/json';
	await page
		.getByLabel('Berkas sertifikat')
		.setInputFiles({ name, mimeType, buffer: Buffer.from(bytes) });
	await page.getByRole('button', { name: 'Periksa berkas' }).click();
}

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });
		const look = (page: Page) => (javaScriptEnabled ? expectAccessible(page) : Promise.resolve());

		test('a holder confirms name and titles, gets the certificate and shares it', async ({
			page,
			house,
			baseURL
		}) => {
			const holder = await aCivilServant(house);
			await signIn(page, holder);
			await page.goto('/sertifikat-saya');
			await expect(page.getByText('Belum ada sertifikat')).toBeVisible();
			await look(page);

			const { code } = await anAward(house, holder);
			await page.goto('/sertifikat-saya');
			await page.getByLabel('Gelar di depan nama').fill('Dr.');
			await page.getByLabel('Nama tanpa gelar').fill('Orang Lain');
			const confirm = page.getByRole('button', { name: /^Nama dan gelar sudah benar/ });
			const preview = page.getByRole('button', { name: /^Lihat dulu/ });
			await preview.click();
			await expect(page.getByRole('alert')).toContainText('Nama berbeda dari nama Anda');
			await expect(page.getByLabel('Gelar di depan nama')).toHaveValue('Dr.');
			await look(page);
			await page.getByLabel('Nama tanpa gelar').fill(holder.name);
			await preview.click();
			await expect(page.getByText(`Dr. ${holder.name}`)).toBeVisible();
			await look(page);
			await page.getByRole('button', { name: 'Ubah' }).click();
			await expect(page.getByLabel('Gelar di depan nama')).toHaveValue('Dr.');
			await page.getByLabel('Gelar di belakang nama').fill('M.TI.');
			await preview.click();
			await expect(page.getByText(`Dr. ${holder.name}, M.TI.`)).toBeVisible();
			await confirm.click();
			await expect(page.getByText('Sedang disiapkan', { exact: true })).toBeVisible();
			await page.goto(`/sertifikat/${code}`);
			await expect(page.getByText('Sertifikat ini sedang disiapkan.')).toBeVisible();
			await expect(page.getByRole('main')).not.toContainText(holder.name);
			await look(page);

			await issueAll(house, baseURL!);
			await page.goto('/sertifikat-saya');
			await expect(page.getByText('Berlaku', { exact: true })).toBeVisible();
			await look(page);
			const pdf = await page.request.get(`/sertifikat-saya/${code}/sertifikat.pdf`);
			expect(pdf.headers()['content-type']).toBe('application/pdf');
			expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');

			await page.getByRole('button', { name: /^Bagikan kualifikasi/ }).click();
			await expect(page.getByText('Kualifikasi sekarang terlihat')).toBeVisible();
			await page.goto(`/sertifikat/${code}`);
			await expect(page.getByText('Memuaskan (dibagikan oleh')).toBeVisible();
			await page.goto('/sertifikat-saya');
			await page.getByRole('button', { name: /^Tarik kembali/ }).click();
			await page.goto(`/sertifikat/${code}`);
			await expect(page.getByText('dibagikan oleh')).toHaveCount(0);
		});

		test('a stranger checks a certificate by number, by code and by file', async ({
			page,
			house,
			baseURL
		}) => {
			const holder = await aCivilServant(house);
			const { code, number, credential, pdf } = await aCertificate(house, baseURL!, holder);

			await page.goto(CHECK);
			await look(page);
			await page.getByLabel('Nomor sertifikat').fill(number);
			await page.getByLabel('Nama pemegang').fill('Bukan Namanya');
			await page.getByRole('button', { name: 'Cari sertifikat' }).click();
			await expect(page.getByRole('alert')).toContainText('Tidak ada sertifikat dengan nomor');
			await expect(page.getByLabel('Nomor sertifikat')).toHaveValue(number);
			await look(page);
			await page.getByLabel('Nama pemegang').fill(holder.name.toUpperCase());
			await page.getByRole('button', { name: 'Cari sertifikat' }).click();
			await expect(page).toHaveURL(`/sertifikat/${code}#isi`);
			await expect(page.getByText('terdaftar dan masih berlaku')).toBeVisible();
			await expect(page.getByText(`Dr. ${holder.name}, S.Sos.`)).toBeVisible();
			expect(await page.content()).not.toContain(holder.number);
			await look(page);

			await page.goto(CHECK);
			await page.getByLabel('Alamat atau kode').fill(`${baseURL}/sertifikat/${code}`);
			await page.getByRole('button', { name: 'Buka sertifikat' }).click();
			await expect(page).toHaveURL(`/sertifikat/${code}#isi`);

			await upload(page, 'sertifikat.pdf', pdf);
			await expect(page.getByText('Dokumen ini asli')).toBeVisible();
			await look(page);
			const changed = credential.replace(holder.name, `${holder.name}x`);
			await upload(page, 'kredensial.json', changed);
			await expect(page.getByText('Dokumen ini telah diubah.')).toBeVisible();
			const row = page.getByRole('row', { name: /^Nama pemegang/ });
			await expect(row.getByRole('cell')).toHaveText([
				`Dr. ${holder.name}, S.Sos.`,
				`Dr. ${holder.name}x, S.Sos.`
			]);
			await look(page);
			const repainted = Buffer.from(pdf);
			repainted[repainted.indexOf('%PDF-') + 5]! ^= 1;
			await upload(page, 'sertifikat.pdf', repainted);
			await expect(page.getByText('Berkas PDF ini telah diubah sesudah terbit.')).toBeVisible();
			await upload(page, 'sertifikat.pdf', redrawn(pdf, 'Orang Lain, 72 JP'));
			await expect(page.getByText('jangan percaya yang tercetak')).toBeVisible();
			await expect(page.getByText('Dokumen ini asli')).toHaveCount(0);
			await look(page);
			await upload(page, 'gambar.json', '\x89PNG');
			await expect(page.getByRole('alert')).toContainText('bukan PDF dan bukan kredensial JSON');
			await upload(page, 'besar.pdf', Buffer.alloc(5_000_001, '%PDF-'));
			await expect(page.getByRole('alert')).toContainText('lebih besar dari 5 MB');
		});
	});
}

test('whoever has the public link gets neither hash nor salt of the number, in any form of answer', async ({
	request,
	house,
	baseURL
}) => {
	const holder = await aCivilServant(house);
	const { code, credential } = await aCertificate(house, baseURL!, holder);
	const issued = JSON.parse(credential) as {
		'@context': string[];
		proof: object[];
		credentialSubject: { identifier: { salt?: string; identityHash: string }[] };
	};
	const { salt, identityHash } = issued.credentialSubject.identifier[1]!;
	const madeUp = JSON.stringify({
		...{ '@context': issued['@context'], proof: issued.proof },
		...{ id: `${baseURL!}/sertifikat/${code}`, issuer: 'https://orang.lain' },
		type: ['VerifiableCredential', 'AchievementCredential'],
		credentialSubject: { type: ['AchievementSubject'] }
	});
	for (const accept of ['text/html', 'application/json']) {
		const sent = await request.post(`${CHECK}?/document`, {
			multipart: {
				document: { name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(madeUp) }
			},
			headers: { origin: baseURL!, accept }
		});
		const text = await sent.text();
		expect(text, accept).toContain(holder.name);
		for (const secret of [salt!, identityHash, identityHash.replace('sha256$', ''), holder.number])
			expect(text.includes(secret), accept).toBe(false);
	}
});

test.describe('a photo of the QR code', () => {
	/** A browser that reads QR codes in pictures, as phones have; this machine's has none. It reads what `says`. */
	const canRead = (page: Page, says: string[]) =>
		page.addInitScript((codes) => {
			class BarcodeDetector {
				static getSupportedFormats = () => Promise.resolve(['qr_code']);
				detect = () => Promise.resolve(codes.map((rawValue) => ({ rawValue })));
			}
			Object.assign(globalThis, { BarcodeDetector });
		}, says);
	const photo = {
		name: 'foto.png',
		mimeType: 'image/png',
		buffer: Buffer.from(
			'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
			'base64'
		)
	};
	const chooser = (page: Page) => page.getByLabel('Foto atau pindaian kode QR');

	test('is read on the device, and only what it says is sent', async ({ page, house, baseURL }) => {
		const { code } = await aCertificate(house, baseURL!, await aCivilServant(house));
		const address = `${baseURL!}/sertifikat/${code}`;
		await canRead(page, ['https://iklan.example/', address]);
		const sent: string[] = [];
		page.on('request', (request) => {
			if (request.method() === 'POST') sent.push(request.postData() ?? '');
		});
		await page.goto(CHECK);
		await expectAccessible(page);
		await chooser(page).setInputFiles(photo);
		await expect(page).toHaveURL(`/sertifikat/${code}#isi`);
		expect(sent).toEqual([new URLSearchParams({ code: address }).toString()]);
	});

	test('without a code in it says what to do, and so does one that is no picture', async ({
		page
	}) => {
		await canRead(page, []);
		await page.goto(CHECK);
		for (const file of [photo, { ...photo, buffer: Buffer.from('bukan gambar') }]) {
			await chooser(page).setInputFiles(file);
			await expect(page.getByRole('status')).toContainText('Tidak ada kode QR yang terbaca');
		}
	});

	test('is not asked for by a browser that cannot read it, which says what to do', async ({
		page
	}) => {
		await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'BarcodeDetector'));
		await page.goto(CHECK);
		await expect(page.getByText('Peramban ini tidak dapat membaca gambar')).toBeVisible();
		await expect(chooser(page)).toBeHidden();
	});
});

test('nobody else gets the paper, and unknown codes are unknown alike', async ({
	page,
	house,
	baseURL
}) => {
	const { code } = await aCertificate(house, baseURL!, await aCivilServant(house));
	const asked = await page.request.get(`/sertifikat-saya/${code}/sertifikat.pdf`, {
		maxRedirects: 0
	});
	expect(asked.status()).toBe(303);
	await signIn(page, await aCivilServant(house));
	for (const path of [
		`/sertifikat-saya/${code}/sertifikat.pdf`,
		`/sertifikat/${'0'.repeat(26)}`,
		`/sertifikat-saya/${code}/kredensial.json`,
		`/sertifikat/${code}/kredensial.json`,
		'/sertifikat/apa-saja'
	])
		expect((await page.request.get(path)).status(), path).toBe(404);
	await page.goto(`/sertifikat/${code.toLowerCase()}`);
	await expect(page).toHaveURL(`/sertifikat/${code}`);
	await expectRoomWhenZoomed(page, [`/sertifikat/${code}`, CHECK, '/sertifikat-saya']);
});
