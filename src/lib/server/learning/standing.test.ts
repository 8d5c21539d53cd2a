import { expect, test } from 'vitest';
import { nextTest, outlineStanding, stateBy, type TestStateName } from './standing.ts';

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

test.each<
	[string, [boolean, boolean], [TestStateName, TestStateName, TestStateName], string | null]
>([
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
	['it waits to be marked', [true, true], ['marking', 'done', 'not-started'], 'akhir'],
	['it waits for time', [true, true], ['waiting', 'not-started', 'not-started'], 'kuis-b'],
	['no attempts are left', [true, true], ['used-up', 'done', 'in-progress'], 'akhir'],
	['all that is left waits', [true, true], ['marking', 'done', 'used-up'], null],
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

const [soon, silence] = [at(30), at(40)];

test.each([
	[{ state: 'open' }, 'in-progress', null],
	[{ state: 'ready', left: 2 }, 'in-progress', null],
	[{ state: 'waiting', until: soon, left: 1 }, 'waiting', soon],
	[{ state: 'marking' }, 'marking', null],
	[{ state: 'used-up' }, 'used-up', silence],
	[{ state: 'passed' }, 'done', null]
] as const)('a test begun whose next attempt is %j is shown as %s', (admission, state, until) => {
	expect(stateBy(admission, silence)).toEqual({ state, until });
});
