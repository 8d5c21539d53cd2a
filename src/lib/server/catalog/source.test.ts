import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { aCourse, exampleTexts, registry } from '../../../../tests/support/courses.ts';
import { limits } from './contents.ts';
import { watchFolders } from './folder-watch.ts';
import { checkSource, readLibrary } from './library.ts';
import { readCourseFolder } from './source.ts';

const on = '2026-11-21';

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
		const { courseId, files } = readCourseFolder(join(root, 'data-1'));
		expect(courseId).toBe('data-1');
		expect(files.map(({ path }) => path)).toEqual(Object.keys(exampleTexts).sort());
	});

	test('is refused a link that leads out of it, or nowhere, or to a folder', async () => {
		const root = await aFolder();
		await symlink('/etc/passwd', join(root, 'data-1', 'sandi.md'));
		await symlink('tidak-ada', join(root, 'data-1', 'putus.md'));
		await symlink('..', join(root, 'data-1', '01-dasar', 'putar'));
		const { files, findings } = readCourseFolder(join(root, 'data-1'));
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
		const { files, findings } = readCourseFolder(join(root, 'data-1'));
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
		const { files } = readCourseFolder(join(root, 'data-1'));
		const [one, two] = files.filter(({ path }) => path.endsWith('.mp4'));
		expect(one?.bytes.buffer).toBe(two?.bytes.buffer);
	});

	test('whose folders link to one another is neither read nor watched through them', async () => {
		const root = await aFolder();
		const names = Array.from({ length: 8 }, (_, at) => join(root, 'data-1', `s${at}`));
		for (const name of names) await mkdir(name);
		for (const from of names)
			for (const to of names) if (to !== from) await symlink(to, join(from, basename(to)));
		const { findings } = readCourseFolder(join(root, 'data-1'));
		expect(findings).toHaveLength(56);
		// Through them there are 100,000 ways: this would outlast the test.
		const stop = await watchFolders([root], () => Promise.resolve());
		await stop();
	});

	test('is not read deeper than a course ever is', async () => {
		const root = await aFolder();
		const deep = Array<string>(9).fill('a').join('/');
		await mkdir(join(root, 'data-1', deep), { recursive: true });
		const { findings } = readCourseFolder(join(root, 'data-1'));
		expect(findings.map(({ file, rule }) => `${file} ${rule}`)).toEqual([
			'a/a/a/a/a/a/a/a file-size'
		]);
	});

	test('over the size limit is named without being read', async () => {
		const root = await aFolder();
		await writeFile(join(root, 'data-1', '01-dasar', '02-besar.md'), 'kata '.repeat(1_000_000));
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
