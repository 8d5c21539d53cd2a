import { describe, expect, test } from 'vitest';
import { aCourse, aLesson, exampleTexts, registry } from '../../../../tests/support/courses.ts';
import type { SourceFile } from './course.ts';
import { previewCourse } from './previewed-course.ts';

const LESSON = '01-dasar/01-gejala-silo.md';
const none: ReadonlyMap<string, Uint8Array> = new Map();

const preview = (files: SourceFile[], earlier = none) =>
	previewCourse(
		{ courseId: 'data-terpadu', folder: 'x', files, findings: [] },
		registry,
		'2026-11-22',
		earlier
	);

describe('a course as its author sees it', () => {
	test('is the learner’s: outline, lesson, glossary, figures, and no remark where all is well', () => {
		const shown = preview(aCourse());
		expect(shown.remarks).toEqual([]);
		expect(shown.readable).toBe(true);
		expect(shown.outline.modules[0]?.lessons.map(({ title }) => title)).toEqual(['Gejala silo']);
		expect(shown.glossary).toEqual([
			{ id: 'data-induk', term: 'data induk', html: expect.stringContaining('Data rujukan') }
		]);
		const lesson = shown.lesson('gejala-silo')!;
		expect(lesson.view.segments.map(({ kind }) => kind)).toEqual(['html', 'check']);
		expect(lesson.view.regulations.map(({ text }) => text)).toEqual(['berlaku']);
		expect(lesson.keys.get('silo-1')?.correct).toHaveLength(1);
		const figure = /\/berkas\/([0-9a-f]{64})\/silo\.svg/.exec(JSON.stringify(lesson.view))?.[1];
		expect(shown.asset(figure ?? '')?.mediaType).toBe('image/svg+xml');
		expect(shown.lesson('lain')).toBeNull();
	});

	test('weighs a lesson as learners get it, without the marks of the preview', () => {
		const lesson = preview(aCourse()).lesson('gejala-silo')!;
		const html = lesson.view.segments.map((part) => (part.kind === 'html' ? part.html : ''));
		expect(html.join('')).toContain('id="baris-');
		expect(lesson.weight.text).toBe(lesson.view.bytes);
		expect(lesson.weight.text).toBeLessThan(Buffer.byteLength(html.join('')) + 200);
		expect(lesson.weight.whole).toBeGreaterThan(lesson.weight.text);
	});

	test('every remark gives its reason, and the block concerned where a page shows it', () => {
		const shown = preview(
			aCourse({
				[LESSON]: aLesson('## Bagian\n\n[klik di sini](https://contoh.go.id)'),
				'01-dasar/assets/huruf.ttf': 'x',
				'glossary.md': 'data induk\n: Rujukan.\n\ntanpa arti\n'
			})
		);
		const told = shown.remarks.map(({ file, rule, href, why }) => [file, rule, href, why !== '']);
		expect(told).toContainEqual([
			LESSON,
			'link-text',
			'/pratinjau/data-terpadu/gejala-silo#baris-9',
			true
		]);
		expect(told).toContainEqual(['01-dasar/assets/huruf.ttf', 'asset-type', null, true]);
		expect(told).toContainEqual([
			'glossary.md',
			'glossary',
			'/pratinjau/data-terpadu/glosarium#istilah-data-induk',
			true
		]);
	});

	test('a module’s own text is shown below its title, and remarks lead to its blocks', () => {
		const shown = preview(
			aCourse({
				'01-dasar/module.md': `${exampleTexts['01-dasar/module.md']!}
## Bekal

[[data induk]] dan [klik di sini](https://contoh.go.id).
`
			})
		);
		const [module] = shown.outline.modules;
		expect(module?.introduction).toContain('Modul pertama, tentang data induk.');
		expect(module?.introduction).toMatch(/<h4 id="dasar--[^"]+">Bekal<\/h4>/);
		expect(module?.introduction).toContain('/pratinjau/data-terpadu/glosarium#istilah-data-induk');
		const { href } = shown.remarks.find(({ rule }) => rule === 'link-text')!;
		expect(href).toMatch(/^\/pratinjau\/data-terpadu#dasar--baris-\d+$/);
		expect(module?.introduction).toContain(`id="${href!.split('#')[1]!}"`);
	});

	test('headings of the course’s own text are part of it', () => {
		const text = `${exampleTexts['course.md']!}\n## Untuk siapa\n\nSemua.\n`;
		expect(preview(aCourse({ 'course.md': text })).outline.introduction).toContain('Untuk siapa');
	});

	test('the instruments a lesson rests on are named with their state', () => {
		const text = aLesson().replace('minutes: 45', 'minutes: 45\nlegal: [uu-1-2010, uu-1-2020]');
		const { view } = preview(aCourse({ [LESSON]: text })).lesson('gejala-silo')!;
		expect(view.legal.map(({ short, status }) => `${short} ${status}`)).toEqual([
			'UU-1-2010 dicabut',
			'UU-1-2020 berlaku'
		]);
	});

	test.each([
		['a lesson', { [LESSON]: '---\ntitle: [\n---\n' }, LESSON],
		['a lesson that is not UTF-8', { [LESSON]: new Uint8Array([0xff, 0xfe]) }, LESSON],
		['a module', { '01-dasar/module.md': 'kosong' }, '01-dasar/module.md'],
		['a module without its file', { '01-dasar/module.md': null }, '01-dasar/module.md'],
		['the course', { 'course.md': '---\ntitle: Terpotong' }, 'course.md'],
		['the course without its file', { 'course.md': null }, 'course.md']
	] as const)(
		'%s that cannot be read keeps its place, by its last text or by its name',
		(_what, change, file) => {
			const before = preview(aCourse());
			for (const shown of [preview(aCourse(change), before.texts), preview(aCourse(change))]) {
				expect(shown.remarks.map((remark) => remark.file)).toContain(file);
				expect(shown.readable).toBe(file !== 'course.md');
				expect(shown.outline.modules[0]?.lessons).toHaveLength(1);
				expect(shown.lesson('gejala-silo')?.readable).toBe(file !== LESSON);
			}
			const { outline, texts } = preview(aCourse(change), before.texts);
			expect(outline.title).toBe('Data terpadu');
			expect(outline.modules[0]?.lessons[0]?.title).toBe('Gejala silo');
			expect([...texts.keys()].sort(), 'for the state after this one').toEqual(
				[...before.texts.keys()].sort()
			);
		}
	);

	test('an empty folder, or one of another kind, is shown with what it lacks', () => {
		for (const files of [[], [{ path: 'a/b/c.md', bytes: Buffer.from('x') }]]) {
			const shown = preview(files);
			expect(shown.readable).toBe(false);
			expect(shown.remarks[0]?.rule).toBe('missing-file');
		}
	});
});
