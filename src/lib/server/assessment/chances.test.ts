import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extraAttempts, grantedBySilenceAt, stateOf } from './chances.ts';

const DAY = 86_400_000;

describe('a request that nobody answers is granted after five working days', () => {
	test.each([
		['Monday morning', '2026-11-23T02:00:00Z', '2026-11-30T17:00:00Z'],
		['Friday evening', '2026-11-27T10:00:00Z', '2026-12-04T17:00:00Z'],
		['Saturday', '2026-11-28T02:00:00Z', '2026-12-04T17:00:00Z'],
		['Sunday, late', '2026-11-29T16:59:59Z', '2026-12-04T17:00:00Z'],
		['Monday, just begun in Jakarta', '2026-11-29T17:00:00Z', '2026-12-07T17:00:00Z'],
		['the end of the year', '2026-12-31T02:00:00Z', '2027-01-07T17:00:00Z']
	])('made on %s', (_when, made, due) => {
		expect(grantedBySilenceAt(new Date(made)).toISOString()).toBe(new Date(due).toISOString());
	});

	test('never before five days nor later than eight, and never earlier for a later request', () => {
		const moment = fc.date({
			min: new Date('2026-01-01T00:00:00Z'),
			max: new Date('2030-01-01T00:00:00Z'),
			noInvalidDate: true
		});
		fc.assert(
			fc.property(moment, fc.nat(10 * DAY), (made, later) => {
				const due = grantedBySilenceAt(made);
				const days = (due.getTime() - made.getTime()) / DAY;
				expect(days).toBeGreaterThan(5);
				expect(days).toBeLessThanOrEqual(8);
				const next = grantedBySilenceAt(new Date(made.getTime() + later));
				expect(next.getTime()).toBeGreaterThanOrEqual(due.getTime());
			})
		);
	});
});

const made = new Date('2026-11-23T02:00:00Z');
const due = new Date('2026-11-30T17:00:00Z');
const soon = new Date(due.getTime() - 1);

test.each([
	[null, soon, 'waiting'],
	[null, due, 'granted'],
	[true, soon, 'granted'],
	[false, due, 'refused']
] as const)('decided %s: at %s it is %s', (granted, now, expected) => {
	const decision = granted === null ? null : { granted, reason: null };
	expect(stateOf({ requestedAt: made, decision }, now)).toBe(expected);
});

test('every granted request adds one attempt', () => {
	const request = (granted: boolean | null) => ({
		...{ id: 'x', requestedAt: made },
		decision: granted === null ? null : { granted, reason: null }
	});
	const requests = [request(true), request(false), request(null)];
	expect([extraAttempts(requests, soon), extraAttempts(requests, due)]).toEqual([1, 2]);
});
