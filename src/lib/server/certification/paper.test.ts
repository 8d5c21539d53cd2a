import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
	certificate,
	hostileCertificate,
	longCertificate,
	shortCertificate,
	wideCertificate
} from '../../../../tests/support/printed-certificates.ts';
import { readPaper } from '../../../../tests/support/paper-text.ts';
import { inflate } from '../paper/inflate.ts';
import type { CertificateFacts } from './facts.ts';
import { certificatePdf } from './paper.ts';
import { readShown } from './shown.ts';

const credential = JSON.stringify({ name: 'Siti “Rahmawati”', proof: 'é'.repeat(3000) }, null, 2);
const verifyUrl = 'https://widyapraja.contoh.go.id/sertifikat/k7Qm2x9tVb4WzN8pLc3';

const make = (facts: CertificateFacts) => certificatePdf(facts, { credential, verifyUrl });

const made = new Map<CertificateFacts, Promise<Uint8Array>>();
function pdfOf(facts: CertificateFacts): Promise<Uint8Array> {
	const pdf = made.get(facts) ?? make(facts);
	made.set(facts, pdf);
	return pdf;
}
const read = async (facts: CertificateFacts) => readPaper(await pdfOf(facts));

/** All kinds, hostile ones included. */
const kinds = {
	usual: certificate,
	short: shortCertificate,
	long: longCertificate,
	'of twelve modules': wideCertificate,
	hostile: hostileCertificate
};

test('the front says the facts, in the order they are read', async () => {
	const { pages } = await read(certificate);
	expect(pages[0]!.trim().split('\n').filter(Boolean)).toEqual([
		'Kementerian Contoh Republik Indonesia',
		'bersama Universitas Contoh Nusantara',
		'SERTIFIKAT',
		'Nomor 00123/SPBE-101/KEM/XI/2026',
		'diberikan kepada',
		'Dr. Ir. Siti Rahmawati, S.Sos., M.A.P.',
		'NIP 19860926 201505 2 901',
		'Pranata Komputer Ahli Muda',
		'Bidang Aplikasi Informatika',
		'Dinas Komunikasi dan Informatika Kabupaten Contoh',
		'yang telah menyelesaikan pelatihan',
		'Dasar SPBE & Pemerintah Digital',
		'Kode SPBE-101 · Edisi 2026.1',
		'Waktu',
		'23 s.d. 25 November 2026',
		'Lama',
		'10 (sepuluh) Jam Pelajaran',
		'Bentuk',
		'Pelatihan nonklasikal, e-learning',
		'Kualifikasi',
		'Memuaskan',
		'Periksa keaslian sertifikat ini',
		'https://widyapraja.contoh.go.id/sertifikat/k7Qm2x9tVb4WzN8pLc3',
		'Berlaku sampai 25 November 2028',
		'Kode QR menuju halaman pemeriksaan. Kekuatan hukum sertifikat ini ditentukan oleh tanda tangan elektronik pada berkas PDF.',
		'Diterbitkan secara elektronik, 25 November 2026',
		'Kepala Pusat Pengembangan Kompetensi Aparatur',
		'Tempat tanda tangan elektronik (TTE) BSrE',
		'Drs. Bambang Contoh, M.Si.'
	]);
});

test('the annex says modules, evidence, law, release and how to verify', async () => {
	const { pages } = await read(certificate);
	const annex = pages.slice(1).join('\n');
	for (const said of [
		...certificate.modules.map(({ title }) => title),
		'Membaca peta rencana SPBE dan menemukan layanan yang belum terhubung.',
		'Jumlah\n10\n',
		'Integritas, tingkat 2',
		'Bukti pembelajaran ini mendukung penilaian, dan tidak menggantikan uji kompetensi.',
		'Universitas Contoh Nusantara',
		'Perpres 95/2018 (berlaku dengan perubahan)',
		'UU 27/2022 (berlaku)',
		certificate.course.releaseId,
		'https://widyapraja.contoh.go.id/sertifikat/verifikator.html'
	]) {
		expect(annex).toContain(said);
	}
	expect(annex).not.toContain('Menyusun anggaran arsitektur.');
});

test('without score, end or number nothing is said of them', async () => {
	const { pages } = await read(shortCertificate);
	expect(pages[0]).not.toMatch(/Kualifikasi|NIP|bersama/);
	expect(pages[0]).toContain('Berlaku tanpa batas waktu');
	expect(pages[1]).not.toMatch(/Dasar hukum|Kompetensi/);
});

test('the score itself is nowhere, only its band', async () => {
	const { pages } = await read(certificate);
	expect(pages.join('\n')).not.toMatch(/86[.,]5/);
});

test('the number stands on the front alone, not in what is told about the file', async () => {
	const { pages, info, metadata } = await read(certificate);
	const elsewhere = [...pages.slice(1), info, metadata].join('\n').replace(/\s/g, '');
	expect(elsewhere).not.toContain('198609262015052901');
});

test('a long table goes on overleaf, and its head is repeated as decoration', async () => {
	const { pages } = await read(wideCertificate);
	expect(pages.length).toBeGreaterThan(2);
	expect(pages[1]).toContain('\nMata Pelatihan\n');
	expect(pages[2]).toContain('‹Mata Pelatihan›');
	const all = pages.join('\n');
	for (const { title } of wideCertificate.modules) expect(all).toContain(title);
});

test('what the front has to cut stands in the annex in full', async () => {
	const { pages } = await read(hostileCertificate);
	expect(pages[0]).toContain('…');
	const annex = pages
		.slice(1)
		.join('')
		.replace(/\s|‹[^›]*›/g, '');
	expect(annex).toContain('W'.repeat(1000));
	expect(annex).toContain('X'.repeat(300));
});

test('the longest names that offices have are not cut', async () => {
	const { pages } = await read(longCertificate);
	expect(pages[0]).not.toContain('…');
	const { holder, course, employment, organiser, signatory } = longCertificate;
	for (const said of [
		holder.name,
		course.title,
		employment.agency!,
		organiser.name,
		signatory.post
	]) {
		expect(pages[0]).toContain(said);
	}
});

describe.each(Object.entries(kinds))('a certificate that is %s', (_, facts) => {
	test('has the same bytes whenever it is made', async () => {
		expect(Buffer.from(await pdfOf(facts)).equals(await make(facts))).toBe(true);
	});

	test('gives the credential back byte for byte', async () => {
		expect(readShown(await pdfOf(facts), inflate).credential).toBe(credential);
	});

	test('is tagged, in Indonesian, titled and marked for archives', async () => {
		const { catalogue, elements, metadata, info } = await read(facts);
		expect(catalogue).toMatch(/\/Lang \(id-ID\)/);
		expect(catalogue).toMatch(/\/MarkInfo .*\n\/StructTreeRoot /);
		expect(catalogue).toMatch(/\/AF \[\d+ 0 R\]/);
		expect(catalogue).toMatch(/\/OutputIntents \[/);
		expect(elements).toEqual(
			expect.arrayContaining(['H1', 'H2', 'P', 'Figure', 'Link', 'Table', 'TR', 'TH', 'TD'])
		);
		expect(metadata).toContain('<pdfaid:part>3</pdfaid:part>');
		expect(metadata).not.toMatch(/&(?!amp;|lt;|gt;)/);
		expect(info).toContain(`Title: Sertifikat ${facts.number}`);
	});
});

const poppler = ['pdfinfo', 'pdftotext'].every((name) => {
	try {
		execFileSync('sh', ['-c', `command -v ${name}`]);
		return true;
	} catch {
		return false;
	}
});

test('Poppler, where there is one, opens it and reads what our reader reads', async () => {
	const pdf = await pdfOf(longCertificate);
	const squeezed = (text: string) => text.replace(/\s+/g, ' ');
	expect(squeezed(readPaper(pdf).pages[0]!)).toContain(longCertificate.course.title);
	if (!poppler) return;
	const folder = mkdtempSync(join(tmpdir(), 'paper-'));
	try {
		const file = join(folder, 'sertifikat.pdf');
		writeFileSync(file, pdf);
		const about = execFileSync('pdfinfo', [file], { encoding: 'utf8' });
		expect(about).toMatch(/Tagged: +yes/);
		expect(about).toMatch(/Pages: +2\n/);
		expect(about).toMatch(/841\.89 x 595\.28/);
		const text = squeezed(execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' }));
		for (const said of [
			'SERTIFIKAT',
			longCertificate.holder.name,
			longCertificate.course.title,
			verifyUrl
		]) {
			expect(text).toContain(said);
		}
	} finally {
		rmSync(folder, { recursive: true });
	}
});

test('a certificate takes at most 150 ms of processor time once the fonts are read', async () => {
	await make(certificate);
	const times: number[] = [];
	for (let round = 0; round < 9; round++) {
		const from = process.cpuUsage();
		await make(certificate);
		const { user, system } = process.cpuUsage(from);
		times.push((user + system) / 1000);
	}
	expect(times.toSorted((a, b) => a - b)[4]).toBeLessThan(150);
});
