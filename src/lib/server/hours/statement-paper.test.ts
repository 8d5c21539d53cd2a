import { expect, test } from 'vitest';
import { readPaper } from '../../../../tests/support/paper-text.ts';
import { statementPdf, type Statement } from './statement-paper.ts';

const entry = {
	on: '2026-03-12',
	activity: 'Dasar SPBE',
	form: 'E-learning',
	organiser: 'Kementerian Contoh',
	jp: 10,
	evidence: '00123/SPBE-101/KEM/XI/2026'
};

const statement: Statement = {
	holder: { name: 'Siti Rahmawati', titleBefore: '', titleAfter: 'S.Sos.' },
	number: '198609262015052901',
	post: 'Pranata Komputer Ahli Muda',
	unit: 'Bidang Aplikasi Informatika',
	agency: 'Dinas Komunikasi dan Informatika Kabupaten Contoh',
	period: { name: 'Tahun 2026', from: '2026-01-01', until: '2026-12-31' },
	entries: [
		entry,
		{ ...entry, on: '2026-09-30', activity: 'Bimbingan teknis arsip', jp: 4.5, evidence: null },
		{ ...entry, on: '2026-10-01', activity: 'Pembatalan: Bimbingan teknis arsip', jp: -0.5 }
	],
	rule: { text: 'Paling sedikit 20 JP setahun (PNS)', source: 'PP 11/2017', least: 20, most: null },
	remark: null,
	printedOn: '2026-11-22'
};

const read = async (given: Statement, fullNumber = false) =>
	readPaper(await statementPdf(given, { fullNumber }));

test('a statement says whose it is, each entry, the sum and where it stands', async () => {
	const { pages, catalogue, elements, metadata } = await read(statement);
	for (const said of [
		'RIWAYAT JP\nTahun 2026 (1 Januari s.d. 31 Desember 2026)\n',
		'Siti Rahmawati, S.Sos.',
		'12 Maret 2026\nDasar SPBE\nE-learning\nKementerian Contoh\n10\n',
		'00123/SPBE-101/KEM/XI/2026',
		'Bimbingan teknis arsip\nE-learning\nKementerian Contoh\n4,5\ntidak ada\n',
		'Jumlah\n14\n',
		'14 dari 20 JP. Kurang 6 JP.',
		'Ketentuan\nPaling sedikit 20 JP setahun (PNS)\nDasar\nPP 11/2017\n',
		'dibuat oleh sistem Widyapraja',
		'bukan sertifikat',
		'Dibuat 22 November 2026',
		'‹Halaman 1 dari 1›'
	]) {
		expect(pages[0]).toContain(said);
	}
	expect(catalogue).toContain('/Lang (id-ID)');
	expect(metadata).toContain('<pdfaid:part>3</pdfaid:part>');
	expect(elements).toEqual(expect.arrayContaining(['H1', 'Table', 'TH', 'TD']));
});

test('the number is masked unless it is asked for', async () => {
	const masked = (await read(statement)).pages.join('');
	expect(masked).toContain('•••••••••••••••901');
	expect(masked.replace(/\s/g, '')).not.toContain('19860926');
	expect((await read(statement, true)).pages[0]).toContain('19860926 201505 2 901');
});

test.each([
	['asked for and reached', { least: 10, most: null }, '14 dari 10 JP. Ketentuan terpenuhi.'],
	['within the most', { least: null, most: 24 }, '14 dari paling banyak 24 JP.'],
	['beyond the most', { least: null, most: 12 }, '14 dari paling banyak 12 JP. Lebih 2 JP.']
])('a sum that is %s is said so', async (_, bounds, words) => {
	const { pages } = await read({
		...statement,
		rule: { text: 'Ketentuan', source: 'PP', ...bounds }
	});
	expect(pages[0]).toContain(words);
});

test('without entries, number and rule it still says something', async () => {
	const { pages } = await read({ ...statement, entries: [], number: null, rule: null });
	expect(pages[0]).toContain('Belum ada JP yang tercatat pada masa ini.');
	expect(pages[0]).toContain('0 JP tercatat.');
});

test('many entries go on overleaf, none is lost, the pages are numbered', async () => {
	const entries = Array.from({ length: 80 }, (_, index) => ({
		...entry,
		activity: `Kegiatan nomor ${index + 1}.`
	}));
	const { pages } = await read({ ...statement, entries });
	expect(pages.length).toBeGreaterThan(3);
	const all = pages.join('\n');
	for (const { activity } of entries) expect(all).toContain(activity);
	expect(pages[1]).toContain('‹Kegiatan›');
	expect(pages.at(-1)).toContain(`‹Halaman ${pages.length} dari ${pages.length}›`);
	expect(all).toContain('Jumlah\n800\n');
});

test('the same statement has the same bytes', async () => {
	const [once, twice] = [
		await statementPdf(statement, { fullNumber: true }),
		await statementPdf(statement, { fullNumber: true })
	];
	expect(Buffer.from(once).equals(twice)).toBe(true);
});
