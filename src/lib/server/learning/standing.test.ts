import { expect, test } from 'vitest';
import { outlineStanding } from './standing.ts';

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
