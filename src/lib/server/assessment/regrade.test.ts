import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { KeyedItem } from '../catalog/keyed-items.ts';
import type { AnswerKey } from '../catalog/keys.ts';
import type { Given } from './grading.ts';
import {
	countShifts,
	effectOf,
	keyChanges,
	keyReleases,
	regrade,
	sameKey,
	type Ruling
} from './regrade.ts';
import { pointsFor, resultOf, type Result } from './scoring.ts';
import { answerableOf } from './stock.ts';

const options = ['a', 'b', 'c', 'd'].map((id) => ({ id, text: id.toUpperCase() }));

const single = (right: string, changes: Partial<KeyedItem> = {}): KeyedItem => ({
	kind: 'single',
	prompt: 'Mana yang benar?',
	scenarioText: null,
	options,
	key: { correct: [right], detail: null },
	...changes
});
const typed = (detail: NonNullable<AnswerKey['detail']>): KeyedItem => ({
	kind: detail.kind as 'numeric',
	prompt: 'Berapa?',
	scenarioText: null,
	options: [],
	key: { correct: [], detail }
});
const worth = (a: number, b: number) => typed({ kind: 'situational', worth: { a, b, c: 0, d: 0 } });

describe('what became of a key', () => {
	test.each<[string, KeyedItem, KeyedItem, 'mended' | 'reworded' | null]>([
		['another right option', single('a'), single('b'), 'mended'],
		['the same right option', single('a'), single('a'), null],
		[
			'options in another order, and the prompt in other letters',
			single('a'),
			single('b', { options: options.toReversed(), prompt: 'Mana  yang BENAR?' }),
			'mended'
		],
		['another prompt', single('a'), single('b', { prompt: 'Mana yang salah?' }), 'reworded'],
		[
			'another case',
			single('a', { scenarioText: 'Anggarannya Rp100 juta.' }),
			single('b', { scenarioText: 'Anggarannya Rp200 juta.' }),
			'reworded'
		],
		['other options', single('a'), single('b', { options: options.slice(1) }), 'reworded'],
		[
			'a second right option, which makes it another kind',
			single('a'),
			single('a', { kind: 'multiple', key: { correct: ['a', 'b'], detail: null } }),
			'reworded'
		],
		['another prompt and the same key', single('a'), single('a', { prompt: 'Lain' }), null],
		[
			'a wider tolerance',
			typed({ kind: 'numeric', value: 3, tolerance: 0 }),
			typed({ kind: 'numeric', value: 3, tolerance: 1 }),
			'mended'
		],
		[
			'one more accepted answer',
			typed({ kind: 'short', accepted: ['satu'] }),
			typed({ kind: 'short', accepted: ['satu', 'esa'] }),
			'mended'
		],
		[
			'accepted answers in another order',
			typed({ kind: 'short', accepted: ['esa', 'satu'] }),
			typed({ kind: 'short', accepted: ['satu', 'esa'] }),
			null
		],
		['another worth', worth(2, 1), worth(1, 2), 'mended'],
		[
			'the rubric of an essay, which a person judges by',
			{ ...single('a'), kind: 'essay' },
			{ ...single('b'), kind: 'essay' },
			null
		]
	])('%s', (_what, before, after, expected) => {
		const changes = keyChanges(new Map([['q', before]]), new Map([['q', after]]));
		const none = { mended: [], reworded: [] };
		expect(changes).toEqual(expected ? { ...none, [expected]: ['q'] } : none);
	});

	test('a question that is new or given up has none', () => {
		expect(keyChanges(new Map([['q', single('a')]]), new Map([['r', single('b')]]))).toEqual({
			mended: [],
			reworded: []
		});
	});
});

describe('what judging again does', () => {
	const result = (score: number | null, passed: boolean | null): Result => ({
		items: [],
		score,
		passed
	});
	test.each([
		['a pass that was none', 70, result(60, false), result(70, true), 'passes'],
		['a pass that stays', 70, result(70, true), result(60, true), 'keeps'],
		['a better pass', 70, result(70, true), result(80, true), 'none'],
		['still no pass', 70, result(50, false), result(60, false), 'none'],
		['no mark to reach', null, result(50, null), result(60, null), 'none'],
		['an essay that waits', 70, result(null, null), result(null, null), 'none']
	] as const)('%s', (_what, mark, before, after, effect) => {
		expect(effectOf(mark, before, after)).toBe(effect);
	});

	describe('is counted by test, score and effect', () => {
		const passes = { testId: 't', from: 60, to: 70, effect: 'passes' as const };
		const waits = { testId: 't', from: null, to: null, effect: 'none' as const };
		const of = <Shift extends object>(shift: Shift, people: number, attempts = 1) =>
			Array.from({ length: people }, (_, at) => ({ ...shift, personId: `p${at}` })).flatMap((one) =>
				Array.from({ length: attempts }, () => one)
			);

		test('of five people and more', () => {
			expect(countShifts([...of(passes, 5), ...of(waits, 6)])).toEqual([
				{ ...waits, attempts: 6, few: false },
				{ ...passes, attempts: 5, few: false }
			]);
		});

		test('of fewer together, without their scores, however many attempts they made', () => {
			const found = [
				...of(passes, 4, 3),
				...of({ ...passes, to: 80 }, 1),
				...of({ ...passes, to: 90 }, 5),
				...of(waits, 1)
			];
			expect(countShifts(found)).toEqual([
				{ ...passes, to: 90, attempts: 5, few: false },
				{ ...passes, from: null, to: null, attempts: 13, few: true },
				{ ...waits, attempts: 1, few: true }
			]);
			expect(
				countShifts(found, { each: true }).map(({ attempts, few }) => [attempts, few])
			).toEqual([
				[1, false],
				[12, false],
				[1, false],
				[5, false]
			]);
		});

		test('never tells a score that fewer than five people share, and loses nobody', () => {
			const one = fc.record({
				testId: fc.constantFrom('a', 'b'),
				from: fc.constantFrom(null, 40, 60),
				to: fc.constantFrom(60, 80),
				effect: fc.constantFrom('passes' as const, 'none' as const),
				personId: fc.constantFrom(...'abcdefghij')
			});
			fc.assert(
				fc.property(fc.array(one, { maxLength: 80 }), (found) => {
					const shifts = countShifts(found);
					expect(shifts.reduce((sum, { attempts }) => sum + attempts, 0)).toBe(found.length);
					for (const { few, attempts: _, ...shift } of shifts) {
						const people = found.filter((other) =>
							Object.entries(shift).every(
								([name, value]) => other[name as keyof typeof other] === value
							)
						);
						if (!few)
							expect(new Set(people.map(({ personId }) => personId)).size).toBeGreaterThanOrEqual(
								5
							);
						else expect([shift.from, shift.to]).toEqual([null, null]);
					}
				})
			);
		});
	});
});

test('what was typed and is erased keeps what it had, and is not asked again', () => {
	const history = [resultOf([{ questionId: 'q', objective: null, points: 1 }], 50)];
	const keys = (release: string): AnswerKey => ({
		correct: [],
		detail: { kind: 'short', accepted: [release] }
	});
	const keyOf = () => 'r2';
	const attempt = { releaseId: 'r1', passMark: 50, history };
	const again = regrade(attempt, keyOf, keys, () => null)!;
	expect(again).toMatchObject({ score: 100, items: [{ points: 1, keyOf: 'r2' }] });
	const judged = { ...attempt, history: [...history, again] };
	expect(regrade(judged, keyOf, keys, () => null)).toBeNull();
});

/** A course of questions with a key in each of its releases, attempts at it, and what is decided in which order. */
const KINDS = ['single', 'multiple', 'situational', 'numeric', 'essay'] as const;
const QUESTIONS = ['q0', 'q1', 'q2', 'q3', 'q4', 'q5'];
const RELEASES = ['r1', 'r2', 'r3', 'r4'];
const ids = options.map(({ id }) => id);

const keyFor = (kind: (typeof KINDS)[number]): fc.Arbitrary<AnswerKey> => {
	const typedKey = fc
		.integer({ min: 0, max: 3 })
		.map((value) => ({ correct: [], detail: { kind: 'numeric' as const, value, tolerance: 0 } }));
	switch (kind) {
		case 'single':
			return fc.constantFrom(...ids).map((id) => ({ correct: [id], detail: null }));
		case 'multiple':
			return fc
				.subarray(ids, { minLength: 1, maxLength: 3 })
				.map((correct) => ({ correct, detail: null }));
		case 'situational':
			return fc.shuffledSubarray(ids, { minLength: 4 }).map(([best = '', good = '', ...rest]) => ({
				correct: [best],
				detail: {
					kind: 'situational',
					worth: Object.fromEntries([[best, 2], [good, 1], ...rest.map((id) => [id, 0])])
				}
			}));
		default:
			return typedKey;
	}
};

const course = fc.record({
	kinds: fc.tuple(...QUESTIONS.map(() => fc.constantFrom(...KINDS))),
	seed: fc.infiniteStream(fc.nat(1000))
});

const decision = fc.oneof(
	fc.record({ act: fc.constant('mend' as const), to: fc.integer({ min: 1, max: 3 }) }),
	fc.record({ act: fc.constant('undo' as const), which: fc.nat(10) }),
	fc.record({ act: fc.constant('send' as const), which: fc.nat(20) }),
	fc.record({ act: fc.constant('mark' as const), which: fc.nat(20) })
);

const story = course.chain(({ kinds }) =>
	fc.record({
		kinds: fc.constant(kinds),
		keys: fc.tuple(...RELEASES.map(() => fc.tuple(...kinds.map((kind) => keyFor(kind))))),
		sitters: fc.array(
			fc.record({
				release: fc.constantFrom(...RELEASES),
				asked: fc.subarray(QUESTIONS, { minLength: 1 }),
				chosen: fc.array(fc.constantFrom(...ids), { minLength: 6, maxLength: 6 }),
				number: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 6, maxLength: 6 }),
				passMark: fc.constantFrom(null, 40, 70)
			}),
			{ minLength: 1, maxLength: 6 }
		),
		decisions: fc.array(decision, { maxLength: 10 })
	})
);

type Story = typeof story extends fc.Arbitrary<infer Value> ? Value : never;

/** The course as the rules see it: who answered what, what stands decided, and every judgement so far. */
class House {
	readonly told: Story;
	readonly histories: Result[][];
	standing: { id: number; rulings: Ruling[] }[] = [];
	constructor(told: Story) {
		this.told = told;
		this.histories = told.sitters.map(() => []);
	}
	key = (release: string, question: string): AnswerKey =>
		this.told.keys[RELEASES.indexOf(release)]![QUESTIONS.indexOf(question)]!;
	kind = (question: string) => this.told.kinds[QUESTIONS.indexOf(question)]!;
	get rulings(): Ruling[] {
		return this.standing.flatMap(({ rulings }) => rulings);
	}
	earned(sitter: number, question: string, by: string): number | null {
		const { chosen, number } = this.told.sitters[sitter]!;
		const at = QUESTIONS.indexOf(question);
		const typed = { numeric: String(number[at]), essay: 'Uraian.' };
		const kind = this.kind(question);
		const given: Given =
			kind === 'numeric' || kind === 'essay'
				? { choice: [], typed: typed[kind] }
				: { choice: [chosen[at]!] };
		const answerable = answerableOf({ kind: this.kind(question), options });
		return pointsFor(answerable, this.key(by, question), given);
	}
	send(sitter: number): void {
		const { release, asked, passMark } = this.told.sitters[sitter]!;
		if (this.histories[sitter]!.length > 0) return;
		const keyOf = keyReleases(this.rulings);
		const items = asked.map((questionId) => {
			const by = keyOf(release, questionId);
			const points = this.earned(sitter, questionId, by);
			return { questionId, objective: null, points, ...(by !== release && { keyOf: by }) };
		});
		this.histories[sitter]!.push(resultOf(items, passMark));
	}
	mark(sitter: number): void {
		const last = this.histories[sitter]!.at(-1);
		if (!last) return;
		const items = last.items.map((item) =>
			item.points === null ? { ...item, points: 0.5 } : item
		);
		const result = resultOf(items, this.told.sitters[sitter]!.passMark);
		this.histories[sitter]!.push({ ...result, passed: last.passed || result.passed });
	}
	again(sitter: number): Result | null {
		const { release: releaseId, passMark } = this.told.sitters[sitter]!;
		const history = this.histories[sitter]!;
		return regrade({ releaseId, passMark, history }, keyReleases(this.rulings), this.key, (q, by) =>
			this.earned(sitter, q, by)
		);
	}
	settle(): number[] {
		return this.histories.flatMap((history, sitter) => {
			const result = this.again(sitter);
			if (result) history.push(result);
			return result ? [sitter] : [];
		});
	}
	mend(to: number): void {
		const keyOf = keyReleases(this.rulings);
		const asked = QUESTIONS.filter((question) => this.kind(question) !== 'essay');
		const before = RELEASES.slice(0, to);
		const wrong = asked.filter((question) =>
			before.some(
				(release) =>
					!sameKey(this.key(keyOf(release, question), question), this.key(RELEASES[to]!, question))
			)
		);
		const rulings = before.flatMap((releaseId) =>
			wrong.map((questionId) => ({
				...{ releaseId, questionId, keyOf: RELEASES[to]! },
				ordinal: to + 1
			}))
		);
		this.standing.push({ id: this.standing.length, rulings });
	}
	undo(which: number): void {
		this.standing = this.standing.filter((_one, at) => at !== which % this.standing.length);
	}
	act(one: Story['decisions'][number]): void {
		const sitters = this.told.sitters.length;
		if (one.act === 'mend') this.mend(one.to);
		else if (one.act === 'undo') this.undo(one.which);
		else if (one.act === 'send') this.send(one.which % sitters);
		else this.mark(one.which % sitters);
		if (one.act === 'mend' || one.act === 'undo') this.settle();
	}
}

/** What a result says, without by which release's key it came to be. */
const said = (result: Result | undefined) =>
	result && {
		score: result.score,
		points: result.items.map(({ questionId, points }) => [questionId, points])
	};

describe('whatever is decided, sent and marked in whatever order', () => {
	const holds = (law: (house: House, told: Story) => void) =>
		fc.assert(
			fc.property(story, (told) => {
				const house = new House(told);
				told.sitters.forEach((_, sitter) => sitter % 2 === 0 && house.send(sitter));
				law(house, told);
			}),
			{ numRuns: 300 }
		);

	test('every score is what the keys in force give, and marks of a person stay', () => {
		holds((house, told) => {
			told.decisions.forEach((one) => house.act(one));
			const keyOf = keyReleases(house.rulings);
			house.histories.forEach((history, sitter) => {
				const last = history.at(-1);
				const { release } = told.sitters[sitter]!;
				for (const { questionId, points } of last?.items ?? []) {
					if (house.kind(questionId) === 'essay') {
						const marked = told.decisions.some(
							({ act, ...rest }) =>
								act === 'mark' && (rest as { which: number }).which % told.sitters.length === sitter
						);
						if (!marked) expect(points).toBeNull();
						continue;
					}
					expect(points).toBe(house.earned(sitter, questionId, keyOf(release, questionId)));
				}
			});
		});
	});

	test('a decision and its undoing restore every score, and judging again twice does nothing', () => {
		holds((house, told) => {
			told.decisions.forEach((one) => house.act(one));
			const before = house.histories.map((history) => said(history.at(-1)));
			house.mend(3);
			house.settle();
			expect(house.settle()).toEqual([]);
			house.undo(house.standing.length - 1);
			house.settle();
			expect(house.histories.map((history) => said(history.at(-1)))).toEqual(before);
			expect(house.settle()).toEqual([]);
		});
	});

	test('only attempts that were asked a question whose key is another are touched', () => {
		holds((house, told) => {
			told.decisions.forEach((one) => house.act(one));
			const keyOf = keyReleases(house.rulings);
			house.mend(3);
			const now = keyReleases(house.rulings);
			const affected = told.sitters.flatMap(({ release, asked }, sitter) => {
				const other = asked.some(
					(question) =>
						!sameKey(
							house.key(keyOf(release, question), question),
							house.key(now(release, question), question)
						)
				);
				return other && house.histories[sitter]!.length > 0 ? [sitter] : [];
			});
			expect(house.settle()).toEqual(affected);
		});
	});

	test('no pass is taken away', () => {
		holds((house, told) => {
			told.decisions.forEach((one) => house.act(one));
			for (const history of house.histories) {
				const first = history.findIndex(({ passed }) => passed);
				if (first >= 0) expect(history.slice(first).every(({ passed }) => passed)).toBe(true);
			}
		});
	});

	test('the order of decisions makes no difference for the key that counts', () => {
		fc.assert(
			fc.property(story, fc.nat(), (told, turn) => {
				const house = new House(told);
				told.decisions.forEach((one) => house.act(one));
				const { rulings } = house;
				const turned = [
					...rulings.slice(turn % (rulings.length || 1)),
					...rulings.slice(0, turn % (rulings.length || 1))
				].reverse();
				for (const release of RELEASES)
					for (const question of QUESTIONS)
						expect(keyReleases(turned)(release, question)).toBe(
							keyReleases(rulings)(release, question)
						);
			})
		);
	});

	test('two decisions carried out in either order end in the same scores', () => {
		holds((house, told) => {
			const [first, second] = [house, new House(told)];
			told.sitters.forEach((_, sitter) => second.send(sitter));
			told.sitters.forEach((_, sitter) => first.send(sitter));
			for (const [one, order] of [
				[first, [2, 3]],
				[second, [3, 2]]
			] as const)
				for (const to of order) {
					one.mend(to);
					one.settle();
				}
			expect(first.histories.map((history) => said(history.at(-1)))).toEqual(
				second.histories.map((history) => said(history.at(-1)))
			);
		});
	});
});
