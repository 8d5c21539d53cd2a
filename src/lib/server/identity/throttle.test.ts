import { expect, test } from 'vitest';
import { closedUntil } from './throttle.ts';

const allowance = { failures: 3, window: 15 * 60_000 };
const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 9, minute));

test.each([
	['nothing happened', [], 30, null],
	['the allowance is not used up', [29, 28], 30, null],
	['it is used up', [30, 29, 28], 30, 45],
	['it was used up slowly within the window', [30, 20, 15], 30, 45],
	['it was used up over more than the window', [30, 20, 14], 30, null],
	['the window has passed', [15, 14, 13], 30, null],
	['one more failure after the door opened again', [31, 15, 14, 13], 31, null],
	['older failures stand behind', [30, 29, 28, 1, 0], 40, 45]
])('%s', (_, minutes, now, until) => {
	expect(closedUntil(minutes.map(at), allowance, at(now))).toEqual(
		until === null ? null : at(until)
	);
});
