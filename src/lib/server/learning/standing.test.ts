import { expect, test } from 'vitest';
import { nextTest, outlineStanding } from './standing.ts';

const lessons = [{ id: 'satu' }, { id: 'dua' }, { id: 'tiga' }];
const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 8, minute));
const progress = (
	lessonId: string,
	minute: number,
	done: boolean,
	place: string | null = null
) => ({
	lessonId,
	lastAt: at(minute),
	place,
	completedAt: done ? at(minute) : null
});

test('a course not begun goes on at its first lesson', () => {
	expect(outlineStanding(lessons, [])).toEqual({
		states: { satu: 'not-started', dua: 'not-started', tiga: 'not-started' },
		done: 0,
		all: 3,
		lastAt: null,
		next: { lesson: { id: 'satu' }, place: null, begun: false }
	});
});

test('it goes on where the learner was last, at the place reached', () => {
	const standing = outlineStanding(lessons, [
		progress('dua', 9, false, 'bagian-2'),
		progress('satu', 5, false)
	]);
	expect(standing.next).toEqual({ lesson: { id: 'dua' }, place: 'bagian-2', begun: true });
});

test('after a finished lesson it goes on at the first open one', () => {
	const standing = outlineStanding(lessons, [progress('dua', 9, true)]);
	expect(standing).toMatchObject({
		done: 1,
		lastAt: at(9),
		next: { lesson: { id: 'satu' }, begun: false }
	});
});

test('a finished course goes nowhere', () => {
	const all = lessons.map(({ id }, minute) => progress(id, minute, true));
	expect(outlineStanding(lessons, all)).toMatchObject({ done: 3, next: null });
});

test('progress in a lesson that the edition lacks is not counted', () => {
	expect(outlineStanding(lessons, [progress('hapus', 9, true)])).toMatchObject({
		done: 0,
		lastAt: null
	});
});

type TestState = 'not-started' | 'in-progress' | 'done';

test.each<[string, [boolean, boolean], [TestState, TestState, TestState], string | null]>([
	[
		'lessons of its module are open',
		[false, false],
		['not-started', 'not-started', 'not-started'],
		null
	],
	['its module is read', [true, false], ['not-started', 'not-started', 'not-started'], 'kuis-a'],
	[
		'it was begun and lessons are open',
		[true, false],
		['in-progress', 'not-started', 'not-started'],
		null
	],
	[
		'it was begun and all is read',
		[true, true],
		['in-progress', 'not-started', 'not-started'],
		'kuis-a'
	],
	['the quizzes are done', [true, true], ['done', 'done', 'not-started'], 'akhir'],
	['all is done', [true, true], ['done', 'done', 'done'], null]
])('when %s, read %j, the next test is named', (_when, read, [a, b, end], expected) => {
	const modules = ['a', 'b'].map((id) => ({ id, lessons: [{ id: `${id}1` }] }));
	const tests = [
		{ id: 'awal', kind: 'pretest', moduleId: null, state: 'not-started' } as const,
		{ id: 'kuis-a', kind: 'quiz', moduleId: 'a', state: a } as const,
		{ id: 'kuis-b', kind: 'quiz', moduleId: 'b', state: b } as const,
		{ id: 'akhir', kind: 'posttest', moduleId: null, state: end } as const
	];
	const states = Object.fromEntries(
		read.map((done, at) => [
			at === 0 ? 'a1' : 'b1',
			done ? ('done' as const) : ('in-progress' as const)
		])
	);
	expect(nextTest(modules, tests, states)?.id ?? null).toBe(expected);
});
