import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPaper } from '../../../../tests/support/paper-text.ts';
import { printable } from '../../format/printable.ts';
import { stretchesOf } from './stretches.ts';
import { closeSheet, openSheet, write } from './sheet.ts';

const names = [
	'Siti Rahmawati',
	'Muḥammad al-Bāqir',
	'ʿAbd ar-Raḥmān aṣ-Ṣiddīq',
	'Qurʼani Nuruʼaini',
	'Jumʻah Saʿdiyyah',
	'Ḥasan aẓ-Ẓāhirī',
	'Khadījah bint Khuwaylid',
	'Šarīf Hidāyatullāh',
	'Ġazālī Ǧamāl',
	'Ibn Ḫaldūn',
	'Maṣlaḥat ʾUmmah',
	'Ḏū an-Nūn al-Miṣrī',
	'Aḥmad Ẕākir',
	'Rāden Ajĕng Kartini',
	'I Gusti Ngurah Rai',
	'Ni Luh Putu Ayu',
	'Ida Bagus Mañjuśrī',
	'Śrī Kṛṣṇa Dvaipāyana',
	'Andi Mappanyukki’',
	'La Ode Muhammad Zamrun F.',
	'Yohanes Tekège',
	'Ferdinánd Nêmbé',
	'Théo L. Sambuaga',
	'Nguyễn Thị Ánh',
	'Đặng Văn Lâm',
	'Oeï Tiong Ham',
	'Müller-Sïtohang',
	'D’Artagnan Z. Ñahak',
	'M. Łukasz Čermák',
	'S̱alma H̱adijah',
	'Ir. H. Joko, S.T., M.T.',
	'X Æ Ø'
];

const style = { size: 12, weight: 600, colour: '#16202E' } as const;

async function paperOf(lines: readonly string[]): Promise<Uint8Array> {
	const sheet = openSheet({
		title: 'Nama',
		subject: 'Nama',
		on: '2026-11-25',
		layout: 'portrait',
		margin: { side: 40, top: 40, bottom: 40 }
	});
	for (const line of lines) write(sheet, line, style);
	return closeSheet(sheet);
}

const composed = (text: string) => text.normalize('NFC').trim();

test('names as they are written in Indonesia come back from paper letter for letter', async () => {
	const { pages } = readPaper(await paperOf(names));
	const said = pages.join('\n').split('\n').filter(Boolean).map(composed);
	expect(said).toEqual(names.map(composed));
});

test('Poppler, where there is one, reads the same names', async () => {
	const pdf = await paperOf(names);
	expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-');
	const folder = mkdtempSync(join(tmpdir(), 'names-'));
	try {
		const file = join(folder, 'names.pdf');
		writeFileSync(file, pdf);
		const text = textBy(file);
		if (text === null) return;
		expect(text.split('\n').map(composed).filter(Boolean)).toEqual(names.map(composed));
	} finally {
		rmSync(folder, { recursive: true });
	}
});

function textBy(file: string): string | null {
	try {
		return execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' });
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
		throw error;
	}
}

describe('what is read of a character does not depend on how it is drawn', () => {
	test.each([
		['a letter the typeface has', 'ḥ', 'plain', null],
		['one it has in two parts', 'ạ', 'plain', 'ạ'],
		['a sign with a twin', 'ʼ', 'plain', 'ʼ'],
		['a letter with a mark below that it lacks', 'ẕ', 'bar-below', 'ẕ'],
		['another writing', '中', 'box', '中'],
		['a picture of several characters', '👩‍👩‍👧', 'box', '👩‍👩‍👧']
	])('%s', (_, character, drawn, says) => {
		expect(stretchesOf(character, 400)).toMatchObject([{ drawn, says }]);
	});
});

test('nothing that is printable vanishes', () => {
	const unit = fc.oneof(fc.integer({ min: 0, max: 0x24f }), fc.integer({ min: 0, max: 0x10ffff }));
	fc.assert(
		fc.property(fc.array(unit, { maxLength: 20 }), (units) => {
			const printed = printable(String.fromCodePoint(...units));
			const said = stretchesOf(printed, 400).map((stretch) => stretch.says ?? stretch.text);
			expect(said.join('')).toBe(printed);
			expect(printable(printed)).toBe(printed);
		})
	);
});
