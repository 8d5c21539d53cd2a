import { spawnSync } from 'node:child_process';
import {
	chmodSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { aCourse, aLesson, aQuestion } from '../../tests/support/courses.ts';
import { rules } from '#lib/server/catalog/check.ts';

const folder = mkdtempSync(join(tmpdir(), 'widyapraja-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

function courseFolder(name: string, lesson: string): string {
	const root = join(folder, name);
	for (const { path, bytes } of aCourse({ '01-dasar/01-gejala-silo.md': lesson })) {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), bytes);
	}
	return root;
}

const run = (...words: string[]) => {
	const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/courses.ts', ...words], {
		encoding: 'utf8'
	});
	return { status, stdout, stderr };
};

describe('npm run courses -- check', { timeout: 60_000 }, () => {
	test('says nothing but a summary of a course that is well made, and ends with 0', () => {
		expect(run('check', courseFolder('baik', aLesson('Isi.')))).toEqual({
			status: 0,
			stdout: '1 pelatihan diperiksa: 0 kesalahan, 0 masalah soal, 0 peringatan.\n',
			stderr: ''
		});
	});

	test('names file, line, column and rule of each problem, and ends with 1', () => {
		const root = courseFolder('rusak', aLesson('Lihat [situs](javascript:alert).'));
		const { status, stdout } = run('check', root);
		expect(stdout).toContain(
			`${join(root, '01-dasar/01-gejala-silo.md')}:7:7 unsafe-link Alamat "javascript:alert" tidak dapat dipakai.`
		);
		expect(status).toBe(1);
	});

	test('knows texts that Notepad named ….md.txt, the course file itself among them', () => {
		const root = courseFolder('notepad', aLesson('Isi.'));
		renameSync(join(root, 'course.md'), join(root, 'course.md.txt'));
		const said =
			`${join(root, 'course.md.txt')}:1:1 asset-type ` +
			'Nama ini berakhir .md.txt. Ganti menjadi course.md.';
		for (const path of [root, dirname(root)]) {
			const { status, stdout } = run('check', path);
			expect(stdout).toContain(said);
			expect(status).toBe(1);
		}
		rmSync(root, { recursive: true });
	});

	test('writes the same as JSON for machines', () => {
		const root = courseFolder('mesin', aLesson('![](assets/silo.svg)'));
		const { status, stdout } = run('check', root, '--json');
		expect(JSON.parse(stdout)).toMatchObject([
			{ rule: 'alt-text', severity: 'error', line: 7, column: 1 }
		]);
		expect(Object.keys(JSON.parse(stdout)[0]).sort()).toEqual([
			'column',
			'file',
			'fixable',
			'line',
			'message',
			'remedy',
			'rule',
			'severity'
		]);
		expect(status).toBe(1);
	});

	test('ends with 0 on warnings, and leaves them out when asked to', () => {
		const root = courseFolder('panjang', aLesson(`Kami ${'terus '.repeat(30)}belajar.`));
		const loud = run('check', root);
		expect(loud.stdout).toContain('sentence-length');
		expect(loud.status).toBe(0);
		expect(run('check', root, '--quiet').stdout).toBe(
			'1 pelatihan diperiksa: 0 kesalahan, 0 masalah soal, 1 peringatan.\n'
		);
	});

	test('tells of one rule only, and of a rule that does not exist', () => {
		const root = courseFolder('satu', aLesson('![](assets/silo.svg) [x](javascript:a)'));
		const { stdout } = run('check', root, '--only', 'alt-text');
		expect(stdout).toContain('alt-text');
		expect(stdout).not.toContain('unsafe-link');
		expect(run('check', root, '--only', 'alt-txt')).toMatchObject({
			status: 2,
			stderr: 'Aturan "alt-txt" tidak dikenal. Maksud Anda "alt-text"?\n'
		});
	});

	test('says in one line what it is used for, or which folder is missing', () => {
		expect(run('cek')).toMatchObject({
			status: 2,
			stdout: '',
			stderr: expect.stringMatching(/^Pakai: .*\n$/)
		});
		expect(run('check', '--salah')).toMatchObject({ status: 2 });
		expect(run('check', join(folder, 'hilang'))).toMatchObject({
			status: 2,
			stderr: expect.stringMatching(/hilang tidak ada\..*\n$/)
		});
	});
});

describe('npm run courses -- check --fix', { timeout: 60_000 }, () => {
	const lesson = '01-dasar/01-gejala-silo.md';
	const messy = aLesson(`Data.\n${aQuestion('x').replace('#x ', '')}`);

	test('says what it would write, then writes it, then has nothing to write', () => {
		const root = courseFolder('rapi', messy);
		const file = join(root, lesson);
		chmodSync(file, 0o640);
		const before = readFileSync(file, 'utf8');

		expect(run('check', root, '--fix', '--dry-run').stdout).toContain(
			`${file}:8:12 akan diperbaiki: pengenal "gejala-silo-1" ditulis\n`
		);
		expect(readFileSync(file, 'utf8')).toBe(before);

		const { status, stdout } = run('check', root, '--fix');
		expect(stdout).toContain(`${file}:8:1 diperbaiki: baris kosong sebelum blok\n`);
		expect(status).toBe(0);
		expect(readFileSync(file, 'utf8')).toContain('\nid: gejala-silo\n');
		expect(readFileSync(file, 'utf8')).toContain('Data.\n\n:::question{#gejala-silo-1 objective');
		expect(statSync(file).mode & 0o777).toBe(0o640);
		expect(readdirSync(join(root, '01-dasar')).filter((name) => name.startsWith('.'))).toEqual([]);

		expect(run('check', root, '--fix').stdout).toMatch(/^0 hal diperbaiki\.\n/);
	});

	test('writes through no link', () => {
		const root = courseFolder('tautan', messy);
		const file = join(root, lesson);
		const aside = join(root, '01-dasar/02-lain.md');
		renameSync(file, aside);
		symlinkSync('02-lain.md', file);
		const { stdout } = run('check', root, '--fix');
		expect(stdout).toContain(`${file} tidak diubah: berupa tautan`);
		expect(statSync(file).ino).toBe(statSync(aside).ino);
	});
});

describe('npm run courses -- rules', { timeout: 60_000 }, () => {
	test('explains every rule', () => {
		const { stdout, status } = run('rules');
		for (const [id, { finds, remedy, why }] of Object.entries(rules))
			for (const text of [`${id} (`, finds, remedy, why]) expect(stdout).toContain(text);
		expect(status).toBe(0);
	});
});
