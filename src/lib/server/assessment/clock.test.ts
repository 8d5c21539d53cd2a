import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isLate, latestEnd, lengthOf, tick, timeLeft, type Clock } from './clock.ts';

const startedAt = new Date('2026-11-23T02:00:00Z');
const at = (second: number) => new Date(startedAt.getTime() + second * 1000);
/** Ten minutes. */
const limits = { startedAt, limit: 600_000 };

/** Seconds an attempt took, by its signs of life in the order they came. */
const spentIn = (seconds: readonly number[], by = limits) =>
	(seconds.reduce<Clock | null>((clock, second) => tick(clock, at(second), by), null)?.spent ?? 0) /
	1000;

test.each<[string, number[], number]>([
	['nobody came', [], 0],
	['a page was opened', [0], 0],
	['it was heard of every twenty seconds', [0, 20, 40, 60], 60],
	['a page that nobody looks at is heard of once a minute', [0, 61, 122], 122],
	['a longer silence does not count', [0, 91], 0],
	['the line was down for eight minutes', [0, 20, 500, 520], 40],
	['all pauses together are as long as the limit', [0, 300, 600, 900, 1200], 600],
	['the line was down for an hour', [0, 20, 3620], 3020],
	['its page was first heard of much later', [1500], 900],
	['two tabs count once', [0, 5, 20, 25, 40], 40],
	['two signs come at the same moment', [0, 20, 20, 40], 40],
	['saved without JavaScript every five minutes', [0, 300, 600], 0]
])('when %s', (_when, beats, seconds) => {
	expect(spentIn(beats)).toBe(seconds);
});

describe('whatever signs of life come', () => {
	const gaps = (max: number) =>
		fc.array(fc.integer({ min: 0, max }), { minLength: 1, maxLength: 40 });
	const minutes = fc.integer({ min: 1, max: 20 });
	const sums = (steps: readonly number[]) => {
		let total = 0;
		return [0, ...steps.map((step) => (total += step))];
	};
	const by = (length: number) => ({ startedAt, limit: length * 60_000 });

	test('who is always connected has the time that was promised, to the second', () => {
		fc.assert(
			fc.property(gaps(90), minutes, (steps, length) => {
				const beats = sums(steps);
				expect(spentIn(beats, by(length))).toBe(beats.at(-1));
			})
		);
	});

	test('nobody has less than was promised, nor more than twice as much', () => {
		fc.assert(
			fc.property(gaps(900), minutes, (steps, length) => {
				const beats = sums(steps);
				const passed = beats.at(-1)!;
				const spent = spentIn(beats, by(length));
				const limit = length * 60;
				if (passed < limit) expect(spent).toBeLessThan(limit);
				if (passed >= 2 * limit) expect(spent).toBeGreaterThanOrEqual(limit);
			})
		);
	});

	test('another sign in between never gives time back', () => {
		fc.assert(
			fc.property(gaps(900), minutes, fc.nat(40_000), (steps, length, extra) => {
				const beats = sums(steps);
				const more = [...beats, extra % (beats.at(-1)! + 1)].sort((a, b) => a - b);
				expect(spentIn(more, by(length))).toBeGreaterThanOrEqual(spentIn(beats, by(length)));
			})
		);
	});
});

test('a sign that comes late changes nothing', () => {
	const clock = { spent: 20_000, beatAt: at(100) };
	expect(tick(clock, at(95), limits)).toEqual(clock);
});

test('a paper come back to after years is over, and no number grows beyond measure', () => {
	expect(spentIn([0, 20, 10 * 365 * 86_400])).toBeLessThan(2_000_000);
});

test.each([
	[10, 1, 0, 600_000, false],
	[10, 1.5, 600_000, 300_000, false],
	[10, 1, 600_000, 0, false],
	[10, 1, 690_000, 0, false],
	[10, 1, 690_001, 0, true]
])('of %i minutes times %d, %i ms spent, %i are left', (minutes, factor, spent, left, late) => {
	const limit = lengthOf(minutes, factor);
	expect([timeLeft(limit, spent), isLate(limit, spent)]).toEqual([left, late]);
});

test('more time lengthens the pauses as well', () => {
	expect(latestEnd({ startedAt, limit: lengthOf(10, 1.5) })).toEqual(at(30 * 60));
});
