import { describe, expect, test } from 'vitest';
import { aCourse, aLesson, aQuestion, registry } from '../../../../tests/support/courses.ts';
import type { Preview } from '../catalog/preview.ts';
import { previewCourse } from '../catalog/previewed-course.ts';
import { forgetTries, readPreviewedLesson, statesIn, tryCheck, tryDone } from './preview-lesson.ts';

const course = (lesson?: string) =>
	previewCourse(
		{
			courseId: 'data-terpadu',
			folder: 'x',
			files: aCourse(lesson === undefined ? {} : { '01-dasar/01-gejala-silo.md': lesson }),
			findings: []
		},
		registry,
		'2026-11-22',
		new Map()
	);

const aPreview = (): Preview => ({
	single: true,
	version: () => '1',
	courses: () => [],
	problems: () => [],
	listen: () => () => {},
	closed: new AbortController().signal,
	close: async () => {}
});

const optionOf = (shown: ReturnType<typeof course>, text: string) =>
	shown
		.lesson('gejala-silo')!
		.questions.flatMap(({ answer }) => ('options' in answer ? answer.options : []))
		.find((option) => option.text === text)!.id;

describe('checks tried by the author', () => {
	test('are judged as a learner’s, with the rationale of what was chosen', () => {
		const preview = aPreview();
		const shown = course();
		const wrong = optionOf(shown, 'Tiga kali');
		tryCheck(preview, shown, 'gejala-silo', { questionId: 'silo-1', choice: [wrong] });
		const { answers, states } = readPreviewedLesson(preview, shown, 'gejala-silo')!;
		expect(answers.get('silo-1')).toMatchObject({
			chosen: [wrong],
			correct: false,
			tries: 1,
			rationales: [{ option: wrong, correct: false, html: expect.stringContaining('pengulangan') }]
		});
		expect(states).toEqual({ 'gejala-silo': 'in-progress' });
		const right = optionOf(shown, 'Satu kali');
		tryCheck(preview, shown, 'gejala-silo', { questionId: 'silo-1', choice: [right] });
		expect(statesIn(preview, shown)).toEqual({ 'gejala-silo': 'done' });
		expect(readPreviewedLesson(aPreview(), shown, 'gejala-silo')?.answers.size).toBe(0);
	});

	test('are judged anew when the key is mended, and dropped when their option is gone', () => {
		const preview = aPreview();
		const wrong = optionOf(course(), 'Tiga kali');
		tryCheck(preview, course(), 'gejala-silo', { questionId: 'silo-1', choice: [wrong] });
		const mended = course(
			aLesson().replace('[x] Satu', '[ ] Satu').replace('[ ] Tiga', '[x] Tiga')
		);
		expect(
			readPreviewedLesson(preview, mended, 'gejala-silo')?.answers.get('silo-1')?.correct
		).toBe(true);
		const other = course(aLesson().replace('Tiga kali', 'Empat kali'));
		expect(readPreviewedLesson(preview, other, 'gejala-silo')?.answers.size).toBe(0);
	});

	test('are refused for what a learner is refused, and forgotten on demand', () => {
		const preview = aPreview();
		const shown = course();
		const send = (questionId: string, choice: string[]) => () =>
			tryCheck(preview, shown, 'gejala-silo', { questionId, choice });
		expect(send('silo-1', [])).toThrow(expect.objectContaining({ code: 'choice-missing' }));
		expect(send('silo-1', ['x'])).toThrow(expect.objectContaining({ code: 'choice-unknown' }));
		expect(send('lain', ['x'])).toThrow(expect.objectContaining({ code: 'check-unknown' }));
		expect(() => tryDone(preview, shown, 'lain')).toThrow(
			expect.objectContaining({ code: 'lesson-unknown' })
		);
		send('silo-1', [optionOf(shown, 'Satu kali')])();
		forgetTries(preview, shown, 'gejala-silo');
		expect(statesIn(preview, shown)).toEqual({});
	});

	test('a lesson without checks is done when the author says so', () => {
		const preview = aPreview();
		const shown = course(aLesson().replace(aQuestion('silo-1'), ''));
		tryDone(preview, shown, 'gejala-silo');
		expect(statesIn(preview, shown)).toEqual({ 'gejala-silo': 'done' });
	});

	test('of every kind carry their key in words, and typed answers are judged too', () => {
		const preview = aPreview();
		const shown = course(
			aLesson(
				':::question{#angka objective=m1-1 level=C2 kind=numeric}\nBerapa?\n\n= 2,5 ± 0,1\n:::\n\n' +
					':::scenario{#kasus title="Pagi"}\nSebuah kasus.\n\n' +
					':::question{#kata objective=m1-1 level=C2 kind=short}\nApa?\n\n= data induk | induk data\n:::\n:::\n'
			)
		);
		const { keys } = readPreviewedLesson(preview, shown, 'gejala-silo')!;
		expect(keys.map(({ id, right }) => [id, ...right])).toEqual([
			['angka', '2,5 ± 0,1'],
			['kata', 'data induk', 'induk data'],
			['silo-1', 'Satu kali']
		]);
		tryCheck(preview, shown, 'gejala-silo', {
			questionId: 'kata',
			choice: [],
			typed: 'Data Induk'
		});
		expect(readPreviewedLesson(preview, shown, 'gejala-silo')?.answers.get('kata')).toMatchObject({
			correct: true,
			typed: 'Data Induk'
		});
	});
});
