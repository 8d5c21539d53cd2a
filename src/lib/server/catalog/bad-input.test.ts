import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	aCourse,
	aLesson,
	exampleTexts,
	picture,
	registry
} from '../../../../tests/support/courses.ts';
import { processorTime } from '../../../../tests/support/processor-time.ts';
import { checkCourse } from './check.ts';
import { limits } from './contents.ts';
import type { Problem, SourceFile } from './course.ts';
import { readLibrary } from './library.ts';
import { readRegistry } from './regulations.ts';
import { decodeText } from './text.ts';

const lesson = '01-dasar/01-gejala-silo.md';
const on = '2026-11-21';
const library = await readLibrary(['courses']);
const check = (files: readonly SourceFile[]) => checkCourse('data-1', files, registry, on).problems;
const megabytes = (count: number, text: string) =>
	Buffer.from(text.repeat(Math.ceil((count * 1_000_000) / text.length)));

const front = (yaml: string) => ({ [lesson]: `---\n${yaml}\n---\n\nIsi.\n` });

describe('bad input', () => {
	test.each<[what: string, changes: Record<string, string | Uint8Array | null>, told: string]>([
		['a lesson of 5 MB', { [lesson]: megabytes(5, 'kata ') }, `${lesson}:1 file-size`],
		[
			'a lesson of 1.9 MB of brackets',
			{
				[lesson]: Buffer.concat([
					Buffer.from('---\ntitle: x\nobjectives: [m1-1]\n---\n'),
					megabytes(1.9, '[')
				])
			},
			`${lesson}:5 file-size`
		],
		[
			'a glossary of 1.9 MB of terms',
			{ 'glossary.md': megabytes(1.9, 'istilah\n\n') },
			'glossary.md:1 glossary'
		],
		[
			'a course.md of 1.9 MB of YAML',
			{
				'course.md': Buffer.concat([
					Buffer.from('---\n'),
					megabytes(1.9, 'a: b\n'),
					Buffer.from('---\n')
				])
			},
			'course.md:2 front-matter'
		],
		[
			'invalid UTF-8',
			{
				[lesson]: Buffer.concat([
					Buffer.from('---\ntitle: x\n---\n\nbaik\n'),
					Buffer.from([0xc3, 0x28])
				])
			},
			`${lesson}:6 file-encoding`
		],
		[
			'UTF-16',
			{ [lesson]: Buffer.from('\uFEFF---\ntitle: x', 'utf16le') },
			`${lesson}:1 file-encoding`
		],
		['a file of zero bytes', { [lesson]: '' }, `${lesson}:1 front-matter`],
		['a file of null bytes', { [lesson]: new Uint8Array(5000) }, `${lesson}:1 front-matter`],
		['front matter that is a list', front('- a\n- b'), `${lesson}:2 bad-field`],
		['front matter that is a word', front('judul'), `${lesson}:2 bad-field`],
		['a tab as indent', front('title: a\nobjectives:\n\t- m1-1'), `${lesson}:4 front-matter`],
		[
			'a bomb of aliases',
			front(
				`a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
					.split('')
					.map((name, at) => `${name}: &${name} [${`*${'abcdefgh'[at]},`.repeat(9)}]`)
					.join('\n')}`
			),
			`${lesson}:2 front-matter`
		],
		['brackets 10,000 deep', front(`title: ${'['.repeat(10_000)}`), `${lesson}:2 front-matter`],
		[
			'a key named __proto__',
			front('title: a\nobjectives: [m1-1]\n__proto__: x'),
			`${lesson}:4 unknown-field`
		],
		[
			'a key named constructor',
			front('title: a\nobjectives: [m1-1]\nconstructor: x'),
			`${lesson}:4 unknown-field`
		],
		['duplicate ids', { '01-dasar/02-lain.md': aLesson() }, '01-dasar/02-lain.md:15 duplicate-id'],
		['a missing asset', { '01-dasar/assets/silo.svg': null }, `${lesson}:11 missing-asset`],
		[
			'a picture that is none',
			{ '01-dasar/assets/silo.svg': 'bukan gambar' },
			`${lesson}:11 image-size`
		],
		[
			'a truncated PNG',
			{
				'01-dasar/assets/x.png': Buffer.from([0x89, 0x50, 0x4e, 0x47]),
				[lesson]: aLesson('![Alur kerja.](assets/x.png)')
			},
			`${lesson}:7 image-size`
		]
	])('%s is one clear problem at its place', (_what, changes, told) => {
		let problems: Problem[] = [];
		expect(processorTime(() => (problems = check(aCourse(changes))))).toBeLessThan(2000);
		expect(problems.map(({ file, line, rule }) => `${file}:${line} ${rule}`)).toContain(told);
	});

	test('2,500 files are refused by number', () => {
		const many = Array.from({ length: 2500 }, (_, at): SourceFile => ({
			path: `01-dasar/assets/${at}.svg`,
			bytes: Buffer.from('<svg/>')
		}));
		expect(check([...aCourse(), ...many]).map(({ rule }) => rule)).toContain('file-size');
	});

	test.each([
		['composed and decomposed', ['01-dasar/assets/\u00e9.svg', '01-dasar/assets/e\u0301.svg']],
		['capital and small', ['01-dasar/assets/a.svg', '01-dasar/assets/A.svg']],
		['in folders', ['01-dasar/assets/a.svg', '01-dasar/Assets/b.svg', '01-dasar/Assets/c.svg']]
	])('names that are one name on some machines are told once: %s', (_what, paths) => {
		const more = Object.fromEntries(paths.map((path) => [path, picture]));
		const found = check(aCourse(more)).filter(({ rule }) => rule === 'file-name');
		expect(found).toHaveLength(1);
		expect(paths.map((path) => path.normalize('NFC'))).toContain(found[0]?.file);
	});

	test('more bytes than a course may have are refused, wherever they come from', () => {
		const clip = new Uint8Array(limits.clip);
		const many = Array.from({ length: 1 + limits.course / limits.clip }, (_, at) => ({
			...{ path: `01-dasar/assets/${at}.mp4`, bytes: clip }
		}));
		const found = check([...aCourse(), ...many]).filter(({ rule }) => rule === 'file-size');
		expect(found).toMatchObject([{ file: 'course.md' }]);
		expect(found[0]?.message).toContain('200 MB');
	});

	test('nothing that a file can hold makes the checker throw', () => {
		const text = fc.string({
			unit: fc.constantFrom(
				...':::{}[]()#-|`*_<>!^"= \n\tax1',
				'---\n',
				':::question{#q}\n',
				'- [x] a\n',
				'[^a]',
				'<!--',
				'\uFEFF',
				'\u0000'
			)
		});
		fc.assert(
			fc.property(
				fc.constantFrom(...Object.keys(exampleTexts)),
				text,
				fc.boolean(),
				(path, noise, appended) => {
					const content = appended ? `${exampleTexts[path]}\n${noise}` : noise;
					expect(Array.isArray(check(aCourse({ [path]: content })))).toBe(true);
				}
			),
			{ numRuns: 300 }
		);
	});

	test('the first wrong byte is found where a decoder finds it', () => {
		const byte = fc.oneof(
			fc.integer({ min: 0, max: 255 }),
			fc.constantFrom(0xc3, 0xa9, 0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x98, 0x80, 0xed, 0xa0)
		);
		fc.assert(
			fc.property(
				fc.uint8Array({ maxLength: 0 }),
				fc.array(byte, { maxLength: 12 }),
				(_none, numbers) => {
					const bytes = Uint8Array.from(numbers);
					const decoded = decodeText(bytes);
					if (decoded.ok) return;
					const valid = new TextDecoder('utf-8', { fatal: true });
					expect(() => valid.decode(bytes.subarray(0, decoded.offset))).not.toThrow();
					expect(decoded.offset).toBeLessThan(bytes.length);
				}
			)
		);
	});
});

test('what cannot be read is told of alone, and no other file is blamed for what it held', () => {
	const { courses, registry } = library;
	const { courseId, files } = courses.find((course) => course.courseId === 'panduan-kontributor')!;
	const damages = [
		(text: string) => Buffer.concat([Buffer.from(text), Buffer.from([0xff])]),
		(text: string) => Buffer.from(text.replace(/^title:/m, 'titel:')),
		(text: string) => Buffer.from(text.replace(/^---$/m, '----'))
	];
	for (const damaged of files.filter(({ path }) => path.endsWith('.md'))) {
		for (const damage of damages) {
			const bytes = damage(Buffer.from(damaged.bytes).toString());
			const others = files.filter((file) => file !== damaged);
			const { problems } = checkCourse(courseId, [...others, { ...damaged, bytes }], registry, on);
			const told = new Set(problems.map(({ file }) => file));
			if (bytes.length !== damaged.bytes.length) expect([...told]).toEqual([damaged.path]);
		}
	}
});

test('an empty registry is told to be a list', () => {
	for (const text of ['', '# kosong\n', 'uu-1: x\n']) {
		const { findings } = readRegistry({ path: 'regulations.yaml', bytes: Buffer.from(text) });
		expect(findings.map(({ rule, message }) => `${rule} ${message}`)).toEqual([
			'bad-field Berkas ini harus berupa daftar; awali tiap butir dengan "- id: …".'
		]);
	}
});
