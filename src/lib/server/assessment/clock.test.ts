import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spentTime, tick, timeLeft } from './clock.ts';

const start = new Date('2026-11-23T02:00:00Z').getTime();
const at = (...seconds: number[]) => seconds.map((second) => new Date(start + second * 1000));

test.each<[string, number[], number]>([
	['nobody came', [], 0],
	['a page was opened', [0], 0],
	['it was heard of every twenty seconds', [0, 20, 40, 60], 60],
	['a page that nobody looks at is heard of once a minute', [0, 61, 122], 122],
	['a longer silence does not count', [0, 91], 0],
	['the line was down for ten minutes', [0, 20, 620, 640], 40],
	['two tabs count once', [0, 5, 20, 25, 40], 40],
	['two signs come at the same moment', [0, 20, 20, 40], 40],
	['saved without JavaScript every five minutes', [0, 300, 600, 900], 0]
])('when %s', (_when, beats, seconds) => {
	expect(spentTime(at(...beats))).toBe(seconds * 1000);
});

test('is never more than what passed, nor less for another sign in between', () => {
	const gaps = fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 1, maxLength: 30 });
	fc.assert(
		fc.property(gaps, fc.nat(1000), (steps, extra) => {
			let total = 0;
			const beats = [0, ...steps.map((step) => (total += step))];
			const spent = spentTime(at(...beats));
			expect(spent).toBeLessThanOrEqual(total * 1000);
			const more = [...beats, extra % (total + 1)].sort((a, b) => a - b);
			expect(spentTime(at(...more))).toBeGreaterThanOrEqual(spent);
		})
	);
});

test('a sign that comes late changes nothing', () => {
	const clock = { spent: 20_000, beatAt: new Date(start) };
	expect(tick(clock, new Date(start - 5000))).toEqual(clock);
});

test.each([
	[10, 1, 0, 600_000],
	[10, 1.5, 600_000, 300_000],
	[10, 1, 600_000, 0],
	[10, 1, 700_000, 0]
])('of %i minutes times %d, %i ms spent, %i are left', (limit, factor, spent, left) => {
	expect(timeLeft(limit, factor, spent)).toBe(left);
});
