import { describe, expect, test } from 'vitest';
import {
	aCourse,
	aLesson,
	aQuestion,
	exampleTexts,
	picture,
	registry
} from '../../../../tests/support/courses.ts';
import { checkCourse, rules } from './check.ts';
import type { Problem } from './course.ts';
import { readRegistry } from './regulations.ts';

const lesson = '01-dasar/01-gejala-silo.md';
const on = '2026-11-21';
type Changes = Parameters<typeof aCourse>[0];

function check(changes: Changes = {}): Problem[] {
	return checkCourse('data-1', aCourse(changes), registry, on).problems;
}

const inLesson = (body: string) => ({ [lesson]: aLesson(body) });
const asked = (options: string) => ({
	[lesson]: aLesson('', { check: 'lain-1' }) + '\n' + aQuestion('soal-x', options)
});
const course = (from: string, to: string) => ({
	'course.md': exampleTexts['course.md']!.replace(from, to)
});
const module = (from: string, to: string) => ({
	'01-dasar/module.md': exampleTexts['01-dasar/module.md']!.replace(from, to)
});

/** A breach of each rule, and the place it must be told at. Lines of a lesson's body begin at 7. */
const breaches: [rule: string, changes: Changes, place: string][] = [
	[
		'file-encoding',
		{ [lesson]: Buffer.from([...Buffer.from('---\ntitle: a\n'), 0xff, 0xfe]) },
		`${lesson}:3:1`
	],
	['file-size', { [lesson]: new Uint8Array(2_000_001).fill(97) }, `${lesson}:1:1`],
	[
		'file-size',
		{ '01-dasar/assets/besar.png': new Uint8Array(1_000_001) },
		'01-dasar/assets/besar.png:1:1'
	],
	[
		'file-name',
		{ '01-dasar/02-Materi Dua.md': aLesson('', { check: 'dua-1' }) },
		'01-dasar/02-Materi Dua.md:1:1'
	],
	['asset-type', { '01-dasar/assets/skrip.js': 'x' }, '01-dasar/assets/skrip.js:1:1'],
	['missing-file', { '01-dasar/module.md': null }, '01-dasar/module.md:1:1'],
	['missing-file', { 'course.md': null }, 'course.md:1:1'],
	['stray-file', { 'catatan.md': 'x' }, 'catatan.md:1:1'],
	['front-matter', { [lesson]: 'Tanpa keterangan.' }, `${lesson}:1:1`],
	['front-matter', { [lesson]: '---\ntitle: a\nisi' }, `${lesson}:1:1`],
	['front-matter', course('code: DATA-1', 'code: "DATA-1'), 'course.md:3:14'],
	['front-matter', course('code: DATA-1', 'title: DATA-1'), 'course.md:3:1'],
	['unknown-field', course('jp: 1', 'jp: 1\npengarang: Ani'), 'course.md:10:1'],
	['missing-field', course('code: DATA-1\n', ''), 'course.md:2:1'],
	['missing-title', { [lesson]: aLesson().replace('title: Gejala silo\n', '') }, `${lesson}:2:1`],
	['bad-field', course('jp: 1', 'jp: banyak'), 'course.md:9:1'],
	['bad-field', course('providers: [Contoh]', 'providers: Contoh'), 'course.md:10:1'],
	['bad-field', course('edition: "2026.1"', 'edition: dua'), 'course.md:4:1'],
	['unknown-directive', inLesson(':::notes\nx\n:::'), `${lesson}:7:1`],
	['directive-unclosed', inLesson(':::note\nx'), `${lesson}:7:1`],
	['directive-attributes', inLesson(':::note{judul=x}\nx\n:::'), `${lesson}:7:1`],
	['directive-attributes', inLesson(':::note Judul\nx\n:::'), `${lesson}:7:1`],
	['directive-stray', inLesson('x\n\n:::'), `${lesson}:9:1`],
	['question-nested', inLesson(`::::note\n${aQuestion('dalam-1')}::::`), `${lesson}:8:1`],
	['nesting', inLesson(`${'> '.repeat(70)}x`), `${lesson}:7:1`],
	['footnote', inLesson('Kata.[^x]'), `${lesson}:7:6`],
	['footnote', inLesson('Kata.\n\n[^y]: Tak dirujuk.'), `${lesson}:9:1`],
	['footnote', inLesson('Kata.[^y]\n\n[^y]: Satu.\n\n[^y]: Dua.'), `${lesson}:11:1`],
	['glossary', { 'glossary.md': `${exampleTexts['glossary.md']}\nsilo\n` }, 'glossary.md:4:1'],
	['duplicate-id', { [lesson]: aLesson(aQuestion('silo-1')) }, `${lesson}:23:1`],
	[
		'duplicate-id',
		{ '01-dasar/02-gejala-silo.md': aLesson('', { check: 'dua-1' }) },
		'01-dasar/02-gejala-silo.md:2:1'
	],
	[
		'duplicate-id',
		module('    level: C2', '    level: C2\n  - id: m1-1\n    text: Lagi.\n    level: C1'),
		'01-dasar/module.md:8:5'
	],
	[
		'duplicate-id',
		{ 'glossary.md': `${exampleTexts['glossary.md']}\nData Induk\n: Lagi.\n` },
		'glossary.md:4:1'
	],
	['broken-link', inLesson('Lihat [materi lain](02-lain.md).'), `${lesson}:7:7`],
	['broken-link', inLesson('Lihat [bagian lain](#lain).'), `${lesson}:7:7`],
	['broken-link', inLesson('Lihat [berkas luar](../../../etc/passwd).'), `${lesson}:7:7`],
	['unsafe-link', inLesson('Lihat [situs](javascript:alert).'), `${lesson}:7:7`],
	['missing-asset', inLesson('![Peta.](assets/peta.svg)'), `${lesson}:7:1`],
	['missing-asset', inLesson('![Peta.](https://situs.contoh/peta.png)'), `${lesson}:7:1`],
	['unknown-term', inLesson('Ada [[data indux]].'), `${lesson}:7:5`],
	['heading-order', inLesson('# Judul'), `${lesson}:7:1`],
	['heading-order', inLesson('## Judul\n\n#### Anak'), `${lesson}:9:1`],
	[
		'empty-lesson',
		{ '01-dasar/02-kosong.md': '---\ntitle: Kosong\nobjectives: [m1-1]\n---\n' },
		'01-dasar/02-kosong.md:5:1'
	],
	[
		'empty-module',
		{ '02-kosong/module.md': exampleTexts['01-dasar/module.md']!.replaceAll('m1-1', 'm2-1') },
		'02-kosong/module.md:1:1'
	],
	['empty-module', { '01-dasar/module.md': null, [lesson]: null }, 'course.md:1:1'],
	[
		'unknown-objective',
		{ [lesson]: aLesson().replace('[m1-1]', '[m1-1, m1-9]') },
		`${lesson}:3:20`
	],
	[
		'unknown-objective',
		{ [lesson]: aLesson().replace('objective=m1-1', 'objective=m1-7') },
		`${lesson}:15:1`
	],
	[
		'jp-sum',
		{ [lesson]: aLesson().replace('minutes: 45', 'minutes: 90') },
		'01-dasar/module.md:3:1'
	],
	[
		'jp-sum',
		{ ...module('jp: 1', 'jp: 2'), [lesson]: aLesson().replace('minutes: 45', 'minutes: 90') },
		'course.md:9:1'
	],
	['page-budget', inLesson('**kata** '.repeat(4000)), `${lesson}:6:1`],
	['file-size', inLesson('kata '.repeat(40_001)), `${lesson}:6:1`],
	[
		'question-kind',
		{ [lesson]: aLesson().replace('level=C2', 'level=C2 kind=esai') },
		`${lesson}:15:1`
	],
	[
		'question-pool',
		{ [lesson]: aLesson().replace('level=C2', 'level=C2 pool=umum') },
		`${lesson}:15:1`
	],
	[
		'essay-check',
		{
			[lesson]:
				aLesson() +
				':::question{#uraian-1 objective=m1-1 kind=essay}\nJelaskan.\n\n:::rubric\n| Kriteria | Bobot | Baik |\n| --- | --- | --- |\n| Isi | 100 | Lengkap |\n:::\n:::\n'
		},
		`${lesson}:23:1`
	],
	['question-id', { [lesson]: aLesson().replace('#silo-1 ', '') }, `${lesson}:15:1`],
	[
		'question-prompt',
		{ [lesson]: aLesson().replace('Berapa kali data dicatat?\n', '') },
		`${lesson}:15:1`
	],
	['question-options', asked('- [x] Satu\n  > Ya.\n'), `${lesson}:24:1`],
	['question-options', asked('Satu\n'), `${lesson}:24:1`],
	['right-answer', asked('- [ ] Satu\n  > Ya.\n- [ ] Dua\n  > Bukan.\n'), `${lesson}:24:1`],
	['right-answer', asked('- [x] Satu\n  > Ya.\n- [x] Dua\n  > Bukan.\n'), `${lesson}:24:1`],
	[
		'true-false',
		{
			[lesson]: aLesson()
				.replace('level=C2', 'kind=true-false')
				.replace('- [ ] Tiga', '- [ ] Dua\n  > Bukan.\n- [ ] Tiga')
		},
		`${lesson}:15:1`
	],
	['identical-options', asked('- [x] Satu\n  > Ya.\n- [ ] satu.\n  > Bukan.\n'), `${lesson}:29:1`],
	['missing-rationale', asked('- [x] Satu\n  > Ya.\n- [ ] Dua\n'), `${lesson}:29:1`],
	[
		'item-without-objective',
		{ [lesson]: aLesson().replace('objective=m1-1 ', '') },
		`${lesson}:15:1`
	],
	[
		'objective-without-item',
		module('    level: C2', '    level: C2\n  - id: m1-2\n    text: Lagi.\n    level: C1'),
		'01-dasar/module.md:8:5'
	],
	[
		'objective-elsewhere',
		{
			...module('    level: C2', '    level: C2\n  - id: m1-2\n    text: Lagi.\n    level: C1'),
			[lesson]: aLesson(aQuestion('lain-1').replace('m1-1', 'm1-2'))
		},
		`${lesson}:7:1`
	],
	['alt-text', inLesson('![](assets/silo.svg)'), `${lesson}:7:1`],
	['alt-text', inLesson('![Gambar 1](assets/silo.svg)'), `${lesson}:7:1`],
	[
		'image-size',
		{
			...inLesson('![Peta alur.](assets/peta.svg)'),
			'01-dasar/assets/peta.svg': '<svg xmlns="http://www.w3.org/2000/svg"></svg>'
		},
		`${lesson}:7:1`
	],
	['link-text', inLesson('[klik di sini](https://contoh.go.id)'), `${lesson}:7:1`],
	['table-header', inLesson('| A | |\n| --- | --- |\n| 1 | 2 |'), `${lesson}:7:1`],
	[
		'active-image',
		{ '01-dasar/assets/silo.svg': picture.replace('<rect', '<script>x()</script><rect') },
		'01-dasar/assets/silo.svg:1:1'
	],
	[
		'active-image',
		{ '01-dasar/assets/silo.svg': picture.replace('<rect', '<rect onload="x()"') },
		'01-dasar/assets/silo.svg:1:1'
	],
	['unknown-regulation', inLesson('[UU](reg:uu-9-9999)'), `${lesson}:7:1`],
	[
		'unknown-regulation',
		{ [lesson]: aLesson().replace('minutes: 45', 'minutes: 45\nlegal:\n  - uu-1-2021') },
		`${lesson}:6:5`
	],
	['revoked-instrument', inLesson('[UU 1/2010](reg:uu-1-2010)'), `${lesson}:7:1`],
	['article-form', inLesson('[Pasal](reg:uu-1-2020#ayat-49)'), `${lesson}:7:1`],
	['hidden-character', inLesson('Data \u202Eterbalik.'), `${lesson}:7:6`],
	['lesson-length', { [lesson]: aLesson('', { words: 100 }) }, `${lesson}:6:1`],
	['lesson-length', { [lesson]: aLesson('', { words: 1300 }) }, `${lesson}:6:1`],
	['sentence-length', inLesson(`Kami ${'terus '.repeat(30)}belajar.`), `${lesson}:7:1`],
	[
		'missing-workplace',
		{ [lesson]: aLesson().replace(':::workplace', ':::note') },
		`${lesson}:6:1`
	],
	['suppression', inLesson('<!-- periksa:abaikan alt-txt alasan -->\nKata.'), `${lesson}:7:1`],
	[
		'suppression',
		inLesson('<!-- periksa:abaikan alt-text -->\n![](assets/silo.svg)'),
		`${lesson}:7:1`
	],
	[
		'suppression',
		inLesson('<!-- periksa:abaikan unsafe-link alasan -->\n[x](javascript:a)'),
		`${lesson}:7:1`
	],
	[
		'suppression-unused',
		inLesson('<!-- periksa:abaikan alt-text alasan -->\nKata.'),
		`${lesson}:7:1`
	]
];

describe('checking a course', () => {
	test('finds nothing in a course that is well made', () => {
		expect(check()).toEqual([]);
	});

	test.each(breaches)('tells of %s at its place', (rule, changes, place) => {
		const found = check(changes).filter((problem) => problem.rule === rule);
		expect(found.map(({ file, line, column }) => `${file}:${line}:${column}`)).toContain(place);
		for (const { message, severity } of found) {
			expect(message).toMatch(/^\S.*[.?]$/s);
			expect(severity).toBe(rules[rule]?.severity);
		}
	});

	test.each(breaches.filter(([rule, , place]) => rules[rule]?.suppressible && /\.md:/.test(place)))(
		'lets a reason in the front matter silence %s',
		(rule, changes, place) => {
			const file = place.split(':')[0]!;
			const files = aCourse(changes).map((source) =>
				source.path === file
					? {
							...source,
							bytes: Buffer.from(
								Buffer.from(source.bytes)
									.toString()
									.replace('---\n', `---\n# periksa:abaikan ${rule} contoh untuk uji\n`)
							)
						}
					: source
			);
			const { problems } = checkCourse('data-1', files, registry, on);
			expect(
				problems.filter(
					(problem) =>
						problem.file === file &&
						[rule, 'suppression', 'suppression-unused'].includes(problem.rule)
				)
			).toEqual([]);
		}
	);

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

	test('every rule has a breach here', () => {
		const elsewhere = ['edition-taken', 'file-link', 'stale-regulation'];
		const covered = new Set([...breaches.map(([rule]) => rule), ...elsewhere]);
		expect(Object.keys(rules).filter((rule) => !covered.has(rule))).toEqual([]);
	});

	test('every breach names a rule of the table', () => {
		for (const { rule } of breaches.flatMap(([, changes]) => check(changes)))
			expect(rules).toHaveProperty(rule);
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
});
