import { cp, mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect } from 'vitest';
import { ensureBuilt } from '../../src/cli/build.mjs';
import { serverOf, test as base } from '../support/app.ts';

const LESSON = '01-dari-spbe-ke-pemerintah-digital/01-di-mana-posisi-kita.md';
const PAGE = '/pratinjau/spbe-101/di-mana-posisi-kita';

// What a build says is not the command's own word.
beforeAll(() => ensureBuilt(process.cwd()), 120_000);

/** A copy of a course that a test may spoil, in a folder of courses outside the checkout. */
const test = base.extend('courses', async ({}, { onCleanup }) => {
	const folder = await mkdtemp(join(tmpdir(), 'widyapraja-pratinjau-'));
	onCleanup(() => rm(folder, { recursive: true }));
	await cp('courses', folder, { recursive: true });
	return folder;
});

/** What a page that stays open hears: names of states, one after the other. */
async function hear(address: string) {
	const leaving = new AbortController();
	const answer = await fetch(`${address}/pratinjau/perubahan`, { signal: leaving.signal });
	const words = answer.body!.pipeThrough(new TextDecoderStream())[Symbol.asyncIterator]();
	return {
		type: answer.headers.get('content-type'),
		async next(): Promise<string | null> {
			const { value, done } = await words.next();
			return done ? null : (/^data: (\S+)$/m.exec(value)?.[1] ?? '');
		},
		leave: () => leaving.abort()
	};
}

async function textOf(address: string): Promise<string> {
	const answer = await fetch(address);
	expect(answer.status, address).toBe(200);
	return answer.text();
}

describe('npm run courses -- preview', () => {
	test('says its address and nothing else, and starts no database', async ({
		courses,
		dataDir,
		preview
	}) => {
		const app = preview(join(courses, 'spbe-101'));
		const address = await app.ready();
		expect(app.said()).toBe(`${address}\n`);
		expect(address).toMatch(/^http:\/\/127\.0\.0\.1:31\d\d$/);
		expect(await textOf(address)).toContain('SPBE dan Pemerintah Digital');
		expect(serverOf(dataDir)).toBeNull();
		const second = preview(courses);
		expect(await second.ready()).not.toBe(address);
		expect(await textOf(await second.ready())).toContain('/pratinjau/spbe-101');
	});

	test('a save reaches the open page with what the checks now say, however the editor writes', async ({
		courses,
		preview
	}) => {
		const app = preview(join(courses, 'spbe-101'));
		const address = await app.ready();
		const file = join(courses, 'spbe-101', LESSON);
		const source = await readFile(file, 'utf8');
		const page = await hear(address);
		expect(page.type).toBe('text/event-stream');
		const first = await page.next();
		expect(await textOf(address + PAGE)).toContain(`data-version="${first}"`);

		await writeFile(file, `${source}\n[klik di sini](https://contoh.go.id) untuk bukti.\n`);
		const second = await page.next();
		expect(second).not.toBe(first);
		const changed = await textOf(address + PAGE);
		expect(changed).toContain('untuk bukti.');
		expect(changed).toContain('<code>link-text</code>');
		const line = source.split('\n').length + 1;
		expect(changed).toContain(`${PAGE}#baris-${line}`);
		expect(changed).toMatch(new RegExp(`<p id="baris-${line}">\\s*<a[^>]*>klik di sini`));

		await writeFile(`${file}.baru`, source);
		await rename(`${file}.baru`, file);
		await page.next();
		expect(await textOf(address + PAGE)).not.toContain('untuk bukti.');
		page.leave();
	});

	test('a broken file shows what is wrong with it, and its place is kept until it is mended', async ({
		courses,
		preview
	}) => {
		const app = preview(join(courses, 'spbe-101'));
		const address = await app.ready();
		const file = join(courses, 'spbe-101', LESSON);
		const source = await readFile(file);
		const page = await hear(address);
		await page.next();
		const broken: [Buffer | string, string][] = [
			['---\ntitle: Terpotong', 'front-matter'],
			[Buffer.concat([source.subarray(0, 200), Buffer.from([0xff, 0xfe])]), 'file-encoding'],
			['', 'front-matter']
		];
		for (const [content, rule] of broken) {
			await writeFile(file, content);
			await page.next();
			const shown = await textOf(address + PAGE);
			expect(shown).toContain('01-di-mana-posisi-kita.md belum dapat ditampilkan');
			expect(shown).toContain(`<code>${rule}</code>`);
			expect(shown, 'the outline still has the others').toContain('Tiga pola yang harus berubah');
		}
		const course = join(courses, 'spbe-101');
		await writeFile(join(course, 'course.md'), 'bukan apa-apa');
		await page.next();
		expect(await textOf(`${address}/pratinjau/spbe-101`)).toContain(
			'course.md belum dapat ditampilkan'
		);
		await rename(course, `${course}-pergi`);
		await page.next();
		expect(await textOf(address + PAGE)).toContain('Folder ini tidak dapat dibaca');
		await rename(`${course}-pergi`, course);
		await writeFile(file, source);
		await writeFile(
			join(course, 'course.md'),
			await readFile('courses/spbe-101/course.md', 'utf8')
		);
		while (!(await textOf(address + PAGE)).includes('Tidak ada masalah')) await page.next();
		expect(await textOf(address + PAGE)).not.toContain('belum dapat ditampilkan');
		page.leave();
	});

	test('nothing outside the folder is shown, and no other address is open', async ({
		courses,
		preview
	}) => {
		const secret = join(courses, 'rahasia.md');
		await writeFile(secret, '---\ntitle: Rahasia\nobjectives: [a1-1]\n---\n\nIsi rahasia.\n');
		const module = join(courses, 'spbe-101/01-dari-spbe-ke-pemerintah-digital');
		await symlink(secret, join(module, '09-rahasia.md'));
		const address = await preview(join(courses, 'spbe-101')).ready();
		const course = await textOf(`${address}/pratinjau/spbe-101`);
		expect(course).toContain('<code>file-link</code>');
		expect(course).not.toContain('Isi rahasia');
		for (const path of [
			'/masuk',
			'/admin',
			'/profil',
			'/health',
			'/lupa-sandi',
			'/pratinjau/lain',
			'/pratinjau/..%2f..%2frahasia',
			`/berkas/${'a'.repeat(64)}/rahasia.md`
		])
			expect((await fetch(address + path)).status, path).toBe(404);
		const figure = /\/berkas\/[0-9a-f]{64}\/[^"]+/.exec(await textOf(address + PAGE))?.[0];
		const answer = await fetch(address + figure);
		expect(answer.headers.get('content-type')).toBe('image/svg+xml');
		const lesson = await fetch(`${address}/belajar/spbe-101/di-mana-posisi-kita`);
		expect(lesson.url).toBe(address + PAGE);
	});

	test('Ctrl-C ends it at once, open pages or not', async ({ courses, preview }) => {
		const app = preview(courses);
		const address = await app.ready();
		const pages = await Promise.all([hear(address), hear(address), hear(address)]);
		await Promise.all(pages.map((page) => page.next()));
		app.signalGroup('SIGINT');
		const { code, took } = await app.end();
		expect(code).toBe(0);
		expect(took).toBeLessThan(2000);
		expect(app.complaints()).toEqual([]);
		expect(await pages[0]!.next()).toBeNull();
	});

	test('a folder that is missing or holds no course is named, with exit code 2', async ({
		courses,
		preview
	}) => {
		const empty = join(courses, 'kosong');
		await mkdir(empty);
		for (const [folder, line] of [
			[join(courses, 'hilang'), /hilang tidak ada/],
			[empty, /Tidak ada pelatihan di .*kosong/]
		] as const) {
			const app = preview(folder);
			const { code } = await app.end();
			expect(code).toBe(2);
			expect(app.complaints()).toEqual([expect.stringMatching(line)]);
		}
	});
});

test('the ordinary application has no preview', async ({ courses, start }) => {
	const address = await start({
		PREVIEW_FOLDER: join(courses, 'spbe-101'),
		PREVIEW: '1'
	}).ready();
	for (const path of [
		'/pratinjau',
		'/pratinjau/spbe-101',
		PAGE,
		'/pratinjau/spbe-101/glosarium',
		'/pratinjau/perubahan'
	])
		expect((await fetch(address + path)).status, path).toBe(404);
	const answer = await fetch(`${address}${PAGE}?/answer`, {
		method: 'POST',
		headers: { origin: address },
		body: new URLSearchParams({ question: 'x', option: 'y' })
	});
	expect(answer.status).toBe(404);
});
