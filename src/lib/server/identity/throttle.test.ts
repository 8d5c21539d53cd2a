import { expect, test } from 'vitest';
import { closedUntil, networkOf } from './throttle.ts';

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

test.each([
	['10.1.2.3', '10.1.2.3'],
	['::ffff:10.1.2.3', '10.1.2.3'],
	['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
	['2001:DB8:1:0002::9', '2001:db8:1:2'],
	['2001:db8::1', '2001:db8:0:0'],
	['::1', '0:0:0:0']
])('the network of %s is %s', (address, network) => {
	expect(networkOf(address)).toBe(network);
});
