import { expect, test } from 'vitest';
import { addressOn, nextOn, wayThrough, type TestStop } from './walk.ts';

const modules = ['a', 'b'].map((id) => ({
	id,
	lessons: [{ id: `${id}1`, title: `Materi ${id}` }]
}));
const tests: TestStop[] = [
	{ id: 'tes-awal', title: 'Tes Awal', kind: 'pretest', moduleId: null },
	{ id: 'a', title: 'Kuis A', kind: 'quiz', moduleId: 'a' },
	{ id: 'tes-akhir', title: 'Tes Akhir', kind: 'posttest', moduleId: null }
];
const way = wayThrough(modules, tests);

test.each([
	[{ test: 'tes-awal' }, '/kuis/../a1'],
	[{ lesson: 'a1' }, '/kuis/a'],
	// A quiz may be called as a lesson is.
	[{ test: 'a' }, '/kuis/../b1'],
	[{ lesson: 'b1' }, '/kuis/tes-akhir'],
	[{ test: 'tes-akhir' }, null],
	[{ lesson: 'lain' }, null]
])('after %j comes %s', (here, expected) => {
	const next = nextOn(way, here);
	const address = next && addressOn('/belajar/x', next);
	expect(address).toBe(expected && new URL(`/belajar/x${expected}`, 'http://x').pathname);
});
