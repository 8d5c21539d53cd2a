import { describe, expect, test } from 'vitest';
import { aCourse, aLesson, exampleTexts, registry } from '../../../../tests/support/courses.ts';
import { checkCourse } from './check.ts';
import type { Problem } from './course.ts';
import { readCompetencies } from './competencies.ts';
import { readRegistry } from './regulations.ts';

const lesson = '01-dasar/01-gejala-silo.md';
const on = '2026-11-21';
type Changes = Parameters<typeof aCourse>[0];

function check(changes: Changes = {}): Problem[] {
	return checkCourse('data-1', aCourse(changes), registry, on).problems;
}

const inLesson = (body: string) => ({ [lesson]: aLesson(body) });
const course = (from: string, to: string) => ({
	'course.md': exampleTexts['course.md']!.replace(from, to)
});
describe('checking a course', () => {
	test('finds nothing in a course that is well made', () => {
		expect(check()).toEqual([]);
	});

	test('lets a reason above a block silence a rule there and nowhere else', () => {
		const body =
			'<!-- periksa:abaikan revoked-instrument contoh sejarah -->\n[UU 1/2010](reg:uu-1-2010)\n\n[UU 1/2010](reg:uu-1-2010)';
		const found = check(inLesson(body)).map(({ rule, line }) => `${rule}:${line}`);
		expect(found).toEqual(['revoked-instrument:10']);
	});

	test('accepts a revoked instrument that is cited as history', () => {
		expect(check(inLesson('[UU 1/2010](reg:uu-1-2010 "history")'))).toEqual([]);
	});

	test('asks to look again at an instrument last checked over a year ago', () => {
		const { problems } = checkCourse('data-1', aCourse(), registry, '2028-01-01');
		expect(problems.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual([
			'stale-regulation warning'
		]);
	});

	test('suggests the word that was probably meant', () => {
		const messages = [
			[course('summary:', 'sumary:'), '"summary"'],
			[inLesson(':::warnig\nx\n:::'), '":::warning"'],
			[inLesson('[[data indk]]'), '[[data induk]]'],
			[inLesson('[UU](reg:uu-1-2021)'), '"uu-1-2020"'],
			[inLesson('![Kotak.](assets/sillo.svg)'), '"assets/silo.svg"']
		] as const;
		for (const [changes, guess] of messages) {
			expect(
				check(changes)
					.map(({ message }) => message)
					.join('\n')
			).toContain(`Maksud Anda ${guess}?`);
		}
	});
});

describe('the registry of competencies', () => {
	const entry =
		'- id: kerja-sama\n  name: Kerja Sama\n  kind: manajerial\n  order: 2\n  levels:\n    1: Ikut.\n';
	const read = (text: string) =>
		readCompetencies(
			{ path: 'competencies.yaml', bytes: Buffer.from(text) },
			registry.regulations
		).findings.map(({ rule, line }) => `${rule}:${line}`);

	test.each([
		['a competency written twice', entry + entry, 'duplicate-id:7'],
		['a kind that is none', entry.replace('manajerial', 'umum'), 'bad-field:3'],
		['a ladder without levels', entry.replace('    1: Ikut.\n', ''), 'missing-field:5'],
		['a level that is no number', entry.replace('1:', 'satu:'), 'bad-field:6'],
		['an unknown field', `${entry}  nama: x\n`, 'unknown-field:7'],
		['an instrument it does not know', `${entry}  regulation: uu-9-1999\n`, 'unknown-regulation:1']
	])('tells of %s', (_what, text, expected) => {
		expect(read(text)).toEqual([expected]);
	});

	test('is read without a word when it is well made', () => {
		expect(read(`${entry}  regulation: uu-1-2020\n`)).toEqual([]);
	});
});

describe('the registry of regulations', () => {
	const entry =
		'- id: uu-1-2020\n  kind: uu\n  number: "1"\n  year: 2020\n  title: UU\n  short: UU\n  status: berlaku\n  source: x\n  lastChecked: 2026-01-01\n';
	const read = (text: string) =>
		readRegistry({ path: 'regulations.yaml', bytes: Buffer.from(text) }).findings.map(
			({ rule, line }) => `${rule}:${line}`
		);

	test.each([
		['an unknown field', `${entry}  statuss: x\n`, 'unknown-field:10'],
		['an instrument written twice', entry + entry, 'duplicate-id:10'],
		[
			'a revocation without the instrument that revokes',
			entry.replace('berlaku', 'dicabut'),
			'missing-field:1'
		],
		[
			'an amendment by an instrument it does not hold',
			`${entry}  amendedBy: [uu-2-2020]\n`,
			'unknown-regulation:1'
		],
		['a day that is none', entry.replace('2026-01-01', '2026-13-01'), 'bad-field:9']
	])('tells of %s', (_what, text, expected) => {
		expect(read(text)).toEqual([expected]);
	});

	test('is read without a word when it is well made', () => {
		expect(read(entry)).toEqual([]);
	});

	test('writes sums as people do: a decimal comma, and no more digits than were meant', () => {
		const module = exampleTexts['01-dasar/module.md']!.replace('jp: 1', 'jp: 0.7');
		expect(check({ '01-dasar/module.md': module }).map(({ message }) => message)).toEqual([
			'Menit materi dan kuis berjumlah 45, yaitu 143 % dari 0,7 JP (31,5 menit). Sesuaikan menit atau JP agar berada pada 80–120 %.',
			'JP modul dan tugas berjumlah 0,7, sedangkan JP pelatihan 1. Samakan jumlahnya.'
		]);
	});
});
