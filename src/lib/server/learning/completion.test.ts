import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clampClaim, deriveLesson, type LearningFact } from './completion.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 8, minute));
let counter = 0;
const fact = (
	kind: LearningFact['kind'],
	minute: number,
	more: Partial<LearningFact> = {}
): LearningFact => ({
	id: `fact-${counter++}`,
	kind,
	questionId: null,
	choice: null,
	typed: null,
	correct: null,
	place: null,
	claimedAt: at(minute),
	...more
});
const answered = (questionId: string, correct: boolean, minute: number): LearningFact =>
	fact('check-answered', minute, { questionId, correct, choice: [correct ? 'right' : 'wrong'] });

describe('a lesson', () => {
	test('nothing happened: there is no state', () => {
		expect(deriveLesson([], ['a'])).toBeNull();
	});

	test('with checks is complete when each was right once, at the last of these moments', () => {
		const facts = [answered('a', false, 1), answered('a', true, 5), answered('b', true, 3)];
		expect(deriveLesson(facts.slice(0, 2), ['a', 'b'])?.completedAt).toBeNull();
		expect(deriveLesson(facts, ['a', 'b'])?.completedAt).toEqual(at(5));
	});

	test('stays complete when a check is answered wrong afterwards', () => {
		const state = deriveLesson([answered('a', true, 1), answered('a', false, 2)], ['a']);
		expect(state?.completedAt).toEqual(at(1));
		expect(state?.checks[0]).toMatchObject({ tries: 2, lastCorrect: false, firstCorrectAt: at(1) });
	});

	test('with checks is not completed by a declaration', () => {
		expect(deriveLesson([fact('lesson-declared', 1)], ['a'])?.completedAt).toBeNull();
	});

	test('without checks is complete when the learner first says so', () => {
		const facts = [fact('lesson-declared', 9), fact('lesson-declared', 4)];
		expect(deriveLesson(facts, [])?.completedAt).toEqual(at(4));
	});

	test('is never completed by opening or scrolling', () => {
		const facts = [fact('lesson-opened', 1), fact('place-reached', 600, { place: 'akhir' })];
		expect(deriveLesson(facts, [])?.completedAt).toBeNull();
	});

	test('is resumed at the last place reached, and opening it again does not forget the place', () => {
		const facts = [
			fact('place-reached', 2, { place: 'bagian-2' }),
			answered('a', true, 3),
			fact('place-reached', 4, { place: 'bagian-3' }),
			fact('lesson-opened', 5)
		];
		expect(deriveLesson(facts, ['a'])).toMatchObject({ place: 'bagian-3', lastAt: at(5) });
	});
});

const someFact = fc
	.record({
		id: fc.uuid(),
		kind: fc.constantFrom(
			'lesson-opened' as const,
			'check-answered' as const,
			'lesson-declared' as const,
			'place-reached' as const
		),
		question: fc.constantFrom('a', 'b', 'c'),
		correct: fc.boolean(),
		place: fc.constantFrom('bagian-1', 'bagian-2'),
		minute: fc.integer({ min: 0, max: 5 })
	})
	.map(({ id, kind, question, correct, place, minute }): LearningFact => {
		const isAnswer = kind === 'check-answered';
		return {
			id,
			kind,
			questionId: isAnswer ? question : null,
			choice: isAnswer ? [correct ? 'right' : 'wrong'] : null,
			typed: isAnswer && question === 'c' ? `${id} diketik` : null,
			correct: isAnswer ? correct : null,
			place: kind === 'place-reached' ? place : null,
			claimedAt: at(minute)
		};
	});

test('any interleaving, repetition and delay of the same facts gives the same state', () => {
	const history = fc.uniqueArray(someFact, { selector: (f) => f.id, minLength: 1, maxLength: 30 });
	const delivery = history.chain((facts) =>
		fc.record({
			facts: fc.constant(facts),
			arrived: fc
				.tuple(
					fc.shuffledSubarray(facts, { minLength: facts.length }),
					fc.array(fc.constantFrom(...facts), { maxLength: 10 })
				)
				.chain(([all, again]) =>
					fc.shuffledSubarray([...all, ...again], { minLength: all.length + again.length })
				)
		})
	);
	fc.assert(
		fc.property(delivery, ({ facts, arrived }) => {
			expect(deriveLesson(arrived, ['a', 'b'])).toEqual(deriveLesson(facts, ['a', 'b']));
		}),
		{ numRuns: 500 }
	);
});

test('more facts never undo a completion', () => {
	fc.assert(
		fc.property(fc.array(someFact), fc.array(someFact), (before, later) => {
			fc.pre(new Set([...before, ...later].map((f) => f.id)).size === before.length + later.length);
			const done = deriveLesson(before, ['a', 'b'])?.completedAt;
			fc.pre(done != null);
			const after = deriveLesson([...before, ...later], ['a', 'b'])?.completedAt;
			expect(after).not.toBeNull();
			expect(after!.getTime()).toBeLessThanOrEqual(done!.getTime());
		})
	);
});

test.each([
	['the device’s clock', at(5), at(5)],
	['the enrolment for a clock that is behind', at(-100), at(0)],
	['the receipt for a clock that is ahead', at(99), at(10)],
	['the receipt when there is no clock', null, at(10)],
	['the receipt for a broken clock', new Date(NaN), at(10)]
])('a fact is dated by %s', (_, claimed, expected) => {
	expect(clampClaim(claimed, at(0), at(10))).toEqual(expected);
});
