import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalisedGain, requirementsOf } from './requirements.ts';

const course = {
	modules: [
		{ id: 'm1', lessons: [{ id: 'a' }, { id: 'b' }] },
		{ id: 'm2', lessons: [{ id: 'c' }] }
	],
	tests: [
		{ id: 'tes-awal', kind: 'pretest' as const, moduleId: null },
		{ id: 'm1', kind: 'quiz' as const, moduleId: 'm1' },
		{ id: 'tes-akhir', kind: 'posttest' as const, moduleId: null }
	],
	survey: true
};
const done = (lessons: string[], tests: string[] = [], survey = false) => ({
	lessons: new Set(lessons),
	tests: new Set(tests),
	survey
});

describe('what a course still asks', () => {
	test.each([
		['everything', done([]), [], ['a', 'b', 'm1', 'c', 'tes-akhir', 'survey']],
		['a quiz beside complete lessons', done(['a', 'b']), [], ['m1', 'c', 'tes-akhir', 'survey']],
		[
			'nothing of a module once its quiz is passed',
			done(['a', 'b'], ['m1']),
			['m1'],
			['c', 'tes-akhir', 'survey']
		],
		[
			'a module without a quiz: its lessons',
			done(['c']),
			['m2'],
			['a', 'b', 'm1', 'tes-akhir', 'survey']
		],
		['only the survey', done(['a', 'b', 'c'], ['m1', 'tes-akhir']), ['m1', 'm2'], ['survey']],
		['nothing', done(['a', 'b', 'c'], ['m1', 'tes-akhir'], true), ['m1', 'm2'], []]
	])('%s', (_what, facts, complete, missing) => {
		const found = requirementsOf(course, facts);
		expect(found.complete).toEqual(complete);
		expect(found.missing.map((one) => ('id' in one ? one.id : one.kind))).toEqual(missing);
	});

	test('the test before the course is asked of nobody, and a survey only where it is declared', () => {
		const facts = done(['a', 'b', 'c'], ['m1', 'tes-akhir']);
		expect(requirementsOf({ ...course, survey: false }, facts).missing).toEqual([]);
	});

	test('doing more never asks for more', () => {
		const parts = fc.record({
			lessons: fc.subarray(['a', 'b', 'c']),
			tests: fc.subarray(['m1', 'tes-akhir', 'tes-awal']),
			survey: fc.boolean()
		});
		fc.assert(
			fc.property(parts, parts, (one, other) => {
				const both = done(
					[...one.lessons, ...other.lessons],
					[...one.tests, ...other.tests],
					one.survey || other.survey
				);
				const before = requirementsOf(course, done(one.lessons, one.tests, one.survey));
				const after = requirementsOf(course, both);
				expect(before.missing).toEqual(expect.arrayContaining(after.missing));
				expect(after.complete).toEqual(expect.arrayContaining(before.complete));
			})
		);
	});
});

test.each([
	[40, 85, 0.75],
	[0, 100, 1],
	[50, 50, 0],
	[50, 25, -0.5],
	[100, 100, null]
])('from %d to %d the gain is %s', (before, after, gain) => {
	expect(normalisedGain(before, after)).toBe(gain);
});
