import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { LARGEST_ATTACHMENT, LARGEST_PAPER, readAttachment } from './attached.ts';
import { inflate } from './inflate.ts';
import { attach, closeSheet, openSheet, write } from './sheet.ts';

const words = '{"a":"é ) endstream endobj 3 0 obj << \\\\"}';
let paper: Buffer;

beforeAll(async () => {
	const sheet = openSheet({
		title: 'Contoh',
		subject: 'Contoh',
		on: '2026-11-25',
		layout: 'portrait',
		margin: { side: 50, top: 50, bottom: 50 }
	});
	write(sheet, 'Isi', { size: 12, weight: 400, colour: '#000000' });
	attach(sheet, {
		name: 'a.json',
		type: 'application/json',
		description: 'x',
		text: words,
		on: '2026-11-25'
	});
	paper = Buffer.from(await closeSheet(sheet));
});

const found = (pdf: Uint8Array | string, name = 'a.json') => {
	const bytes = typeof pdf === 'string' ? Buffer.from(pdf, 'latin1') : pdf;
	const content = readAttachment(bytes, name, inflate);
	return typeof content === 'string' ? null : Buffer.from(content).toString('utf8');
};

/** A PDF by hand, with an attachment that says `text`. */
const byHand = (text: string, { filter = '', data = text } = {}) =>
	`%PDF-1.7\n1 0 obj\n<< /Type /Filespec /UF (a.json) /EF << /F 2 0 R >> >>\nendobj\n` +
	`2 0 obj\n<< /Type /EmbeddedFile ${filter} >>\nstream\n${data}\nendstream\nendobj\n`;

describe('an attachment', () => {
	test('comes back as it was', () => {
		expect(found(paper)).toBe(words);
	});

	test('comes back from a paper that was signed or noted on afterwards', () => {
		expect(
			found(Buffer.concat([paper, Buffer.from('\n90 0 obj\n<< /Type /Sig >>\nendobj\n%%EOF\n')]))
		).toBe(words);
	});

	test('comes back from a paper that lost its table of contents', () => {
		expect(found(paper.subarray(0, paper.lastIndexOf('xref\n')))).toBe(words);
	});

	test('comes back uncompressed, without a true length', () => {
		expect(found(byHand('isi'))?.trimEnd()).toBe('isi');
		expect(found(byHand('isi', { filter: '/Length 999' }))?.trimEnd()).toBe('isi');
	});

	test('comes back where its record is compressed into another object and written in UTF-16', () => {
		const record = '<</UF <FEFF0061002E006A0073006F006E> /EF <</F 2 0 R>> /Type /Filespec>>';
		const packed = deflateSync(`1 0 ${record}`).toString('latin1');
		expect(
			found(
				`%PDF-1.7\n5 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream\nendobj\n` +
					'2 0 obj\n<< /Type /EmbeddedFile /Length 3 >>\nstream\nisi\nendstream\nendobj\n'
			)
		).toBe('isi');
	});

	test('is the last of its name', () => {
		expect(found(byHand('lama') + byHand('baru'))?.trimEnd()).toBe('baru');
	});
});

describe('nothing comes back from', () => {
	test.each([
		['no bytes', ''],
		['another kind of file', 'PK\u0003\u0004'],
		['a PDF without attachments', '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n'],
		[
			'a record without a file',
			'%PDF-1.7\n1 0 obj\n<< /UF (a.json) /EF << /F 9 0 R >> >>\nendobj\n'
		],
		[
			'a record that is its own file',
			'%PDF-1.7\n1 0 obj\n<< /UF (a.json) /EF << /F 1 0 R >> >>\nendobj\n'
		],
		['damaged compression', byHand('xxx', { filter: '/Filter /FlateDecode' })],
		['a filter of another kind', byHand('xxx', { filter: '/Filter /DCTDecode' })],
		['deep nesting', `%PDF-1.7\n1 0 obj\n${'<< /A '.repeat(100_000)}`],
		['objects that never end', `%PDF-1.7\n${'1 0 obj << '.repeat(300_000)}`],
		['streams that never end', `%PDF-1.7\n${'1 0 obj <<>> stream\n'.repeat(200_000)}`],
		['strings that never end', `%PDF-1.7\n${'1 0 obj ('.repeat(300_000)}`]
	])('%s', (_, pdf) => {
		const from = performance.now();
		expect(found(pdf)).toBeNull();
		expect(performance.now() - from).toBeLessThan(5000);
	});

	test('another name', () => {
		expect(found(paper, 'b.json')).toBeNull();
	});

	test('more bytes than a paper has', () => {
		expect(found(Buffer.concat([paper, Buffer.alloc(LARGEST_PAPER)]))).toBeNull();
	});

	test('an attachment that inflates beyond measure', () => {
		const bomb = deflateSync(Buffer.alloc(LARGEST_ATTACHMENT + 1)).toString('latin1');
		expect(found(byHand('', { filter: '/Filter /FlateDecode', data: bomb }))).toBeNull();
	});
});

test('no damage makes it throw', () => {
	fc.assert(
		fc.property(
			fc.array(fc.record({ at: fc.nat(), byte: fc.integer({ min: 0, max: 255 }) }), {
				maxLength: 40
			}),
			fc.nat(),
			(changes, cut) => {
				const damaged = Buffer.from(paper.subarray(0, 1 + (cut % paper.length)));
				for (const { at, byte } of changes) damaged[at % damaged.length] = byte;
				expect(() => found(damaged)).not.toThrow();
			}
		),
		{ numRuns: 200 }
	);
});

test('no bytes make it throw', () => {
	const token = fc.constantFrom(
		'1 0 obj',
		'<<',
		'>>',
		'[',
		']',
		'(',
		')',
		'/EF',
		'/UF',
		'/F',
		'2 0 R',
		'stream\n',
		'endstream',
		'endobj',
		'/Type /ObjStm',
		'/First 9',
		'<FE',
		'%',
		'\\',
		'/Filter /FlateDecode',
		'/Length 5'
	);
	fc.assert(
		fc.property(fc.array(token, { maxLength: 60 }), (tokens) => {
			expect(() => found(`%PDF-1.7\n${tokens.join(' ')}`)).not.toThrow();
		}),
		{ numRuns: 500 }
	);
});
