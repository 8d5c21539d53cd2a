import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { aCourse, aLesson } from '../../tests/support/courses.ts';

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

describe('npm run courses -- check', () => {
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

	test('writes the same as JSON for machines', () => {
		const root = courseFolder('mesin', aLesson('![](assets/silo.svg)'));
		const { status, stdout } = run('check', root, '--json');
		expect(JSON.parse(stdout)).toMatchObject([
			{ rule: 'alt-text', severity: 'error', line: 7, column: 1 }
		]);
		expect(status).toBe(1);
	});

	test('says in one line what it is used for, or which folder is missing', () => {
		expect(run('cek')).toMatchObject({
			status: 1,
			stdout: '',
			stderr: expect.stringMatching(/^Pakai: .*\n$/)
		});
		expect(run('check', join(folder, 'hilang'))).toMatchObject({
			status: 1,
			stderr: expect.stringMatching(/hilang tidak ada\..*\n$/)
		});
	});
});
