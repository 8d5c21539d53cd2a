import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import {
	aCourse,
	aLesson,
	exampleTexts,
	picture,
	registry
} from '../../../../tests/support/courses.ts';
import { checkCourse } from './check.ts';
import { limits } from './contents.ts';
import type { SourceFile } from './course.ts';
import { watchFolders } from './folder-watch.ts';
import { checkSource, readLibrary } from './library.ts';
import { readRegistry } from './regulations.ts';
import { readCourseFolder } from './source.ts';
import { decodeText } from './text.ts';

const lesson = '01-dasar/01-gejala-silo.md';
const on = '2026-11-21';
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
		const started = performance.now();
		const problems = check(aCourse(changes));
		expect(performance.now() - started).toBeLessThan(2000);
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

describe('a folder on disk', () => {
	const made: string[] = [];
	afterEach(async () => {
		for (const folder of made.splice(0)) await rm(folder, { recursive: true });
	});

	async function aFolder(): Promise<string> {
		const root = await mkdtemp(join(tmpdir(), 'widyapraja-courses-'));
		made.push(root);
		for (const { path, bytes } of aCourse()) {
			await mkdir(join(root, 'data-1', path, '..'), { recursive: true });
			await writeFile(join(root, 'data-1', path), bytes);
		}
		return root;
	}

	test('is read in order, without hidden files', async () => {
		const root = await aFolder();
		await writeFile(join(root, 'data-1', '.DS_Store'), 'x');
		const { courseId, files } = await readCourseFolder(join(root, 'data-1'));
		expect(courseId).toBe('data-1');
		expect(files.map(({ path }) => path)).toEqual(Object.keys(exampleTexts).sort());
	});

	test('is refused a link that leads out of it, or nowhere, or to a folder', async () => {
		const root = await aFolder();
		await symlink('/etc/passwd', join(root, 'data-1', 'sandi.md'));
		await symlink('tidak-ada', join(root, 'data-1', 'putus.md'));
		await symlink('..', join(root, 'data-1', '01-dasar', 'putar'));
		const { files, findings } = await readCourseFolder(join(root, 'data-1'));
		expect(
			findings.map(({ file, rule, message }) => `${file} ${rule} ${message.split('.')[0]}`)
		).toEqual([
			'01-dasar/putar file-link Tautan ke folder tidak diikuti',
			'putus.md file-link Tautan berkas ini tidak menunjuk apa pun',
			'sandi.md file-link Tautan berkas ini keluar dari folder pelatihan'
		]);
		expect(files.some(({ path }) => path.endsWith('sandi.md') || path.split('/').length > 6)).toBe(
			false
		);
	});

	test('over the size of a course is told of, and what does not fit is not read', async () => {
		const root = await aFolder();
		const count = 3 + limits.course / limits.clip;
		for (let at = 0; at < count; at++) {
			const clip = join(root, 'data-1', '01-dasar', `${at}.mp4`);
			await writeFile(clip, '');
			await truncate(clip, limits.clip);
		}
		const { files, findings } = await readCourseFolder(join(root, 'data-1'));
		expect(findings).toMatchObject([{ file: 'course.md', rule: 'file-size' }]);
		const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
		expect(bytes).toBeLessThanOrEqual(limits.course);
		expect(files.some(({ path }) => path === 'course.md')).toBe(true);
	});

	test('is read without making up the bytes of what is over the limit', async () => {
		const root = await aFolder();
		for (const name of ['besar-1.mp4', 'besar-2.mp4']) {
			await writeFile(join(root, 'data-1', '01-dasar', name), '');
			await truncate(join(root, 'data-1', '01-dasar', name), limits.clip + 1);
		}
		const { files } = await readCourseFolder(join(root, 'data-1'));
		const [one, two] = files.filter(({ path }) => path.endsWith('.mp4'));
		expect(one?.bytes.buffer).toBe(two?.bytes.buffer);
	});

	test('whose folders link to one another is read and watched as fast as any', async () => {
		const root = await aFolder();
		const names = Array.from({ length: 8 }, (_, at) => join(root, 'data-1', `s${at}`));
		for (const name of names) await mkdir(name);
		for (const from of names)
			for (const to of names) if (to !== from) await symlink(to, join(from, basename(to)));
		const began = performance.now();
		const { findings } = await readCourseFolder(join(root, 'data-1'));
		expect(findings).toHaveLength(56);
		const stop = await watchFolders([root], () => Promise.resolve());
		await stop();
		expect(performance.now() - began).toBeLessThan(5000);
	});

	test('is not read deeper than a course ever is', async () => {
		const root = await aFolder();
		const deep = Array<string>(9).fill('a').join('/');
		await mkdir(join(root, 'data-1', deep), { recursive: true });
		const { findings } = await readCourseFolder(join(root, 'data-1'));
		expect(findings.map(({ file, rule }) => `${file} ${rule}`)).toEqual([
			'a/a/a/a/a/a/a/a file-size'
		]);
	});

	test('over the size limit is named without being read', async () => {
		const root = await aFolder();
		await writeFile(join(root, 'data-1', '01-dasar', '02-besar.md'), megabytes(5, 'kata '));
		const { courses } = await readLibrary([root]);
		const { problems } = checkSource(courses[0]!, registry, on);
		expect(problems.map(({ file, rule }) => `${file} ${rule}`)).toEqual([
			`${join(root, 'data-1', '01-dasar', '02-besar.md')} file-size`
		]);
	});

	test.each([
		['without', null, 'Berkas "course.md" belum ada. Buat berkasnya.'],
		[
			'misspelt',
			'Course.md',
			'Berkas "course.md" belum ada. Ganti nama "Course.md" menjadi "course.md".'
		]
	])(
		'a folder with modules, its course.md %s, is reported beside the others',
		async (_how, name, told) => {
			const root = await aFolder();
			const other = join(root, 'lupa');
			await mkdir(join(other, '01-dasar'), { recursive: true });
			await writeFile(join(other, '01-dasar', 'module.md'), '---\ntitle: Dasar\n---\n');
			if (name) await writeFile(join(other, name), exampleTexts['course.md']!);
			await mkdir(join(root, 'gambar', 'lama'), { recursive: true });
			for (const paths of [[root], [join(root, 'data-1'), other]]) {
				const { courses } = await readLibrary(paths);
				expect(courses.map(({ courseId }) => courseId)).toEqual(['data-1', 'lupa']);
				expect(checkSource(courses[1]!, registry, on).problems).toContainEqual({
					...{ file: join(other, 'course.md'), line: 1, column: 1 },
					...{ rule: 'missing-file', severity: 'error', message: told }
				});
			}
		}
	);

	test('a course asked for beforehand is looked for beside it, also when it is checked alone', async () => {
		const root = await aFolder();
		await mkdir(join(root, 'data-2'));
		await writeFile(join(root, 'data-2', 'course.md'), exampleTexts['course.md']!);
		const own = exampleTexts['course.md']!.replace(
			'jp: 1',
			'jp: 1\nprerequisites: [data-2, data-3]'
		);
		await writeFile(join(root, 'data-1', 'course.md'), own);
		for (const path of [root, join(root, 'data-1')]) {
			const library = await readLibrary([path]);
			const { problems } = checkSource(library.courses[0]!, library.registry, on);
			const told = problems.filter(({ rule }) => rule === 'unknown-prerequisite');
			expect(told.map(({ message }) => message)).toEqual([
				'Pelatihan "data-3" tidak ada di folder pelatihan yang diperiksa. Maksud Anda "data-2"?'
			]);
		}
	});
});

test('an empty registry is told to be a list', () => {
	for (const text of ['', '# kosong\n', 'uu-1: x\n']) {
		const { findings } = readRegistry({ path: 'regulations.yaml', bytes: Buffer.from(text) });
		expect(findings.map(({ rule, message }) => `${rule} ${message}`)).toEqual([
			'bad-field Berkas ini harus berupa daftar; awali tiap butir dengan "- id: …".'
		]);
	}
});
