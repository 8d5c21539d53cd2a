import { expect, test } from 'vitest';
import { admission, type Admission, type PastAttempt } from './criteria.ts';
import type { Criteria } from './tables.ts';

const now = new Date('2026-11-22T08:00:00Z');
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const sent = (hours: number, passed: boolean | null = false): PastAttempt => ({
	...{ submittedAt: hoursAgo(hours), pending: false, passed }
});
const open: PastAttempt = { submittedAt: null, pending: false, passed: null };
const criteria = (changes: Partial<Criteria> = {}): Criteria => ({
	...{ passMark: 70, attempts: 3, waitHours: 24 },
	...changes
});

test.each<[string, Criteria, PastAttempt[], Admission]>([
	['nobody has begun', criteria(), [], { state: 'ready', left: 3 }],
	['nobody counts', criteria({ attempts: null }), [sent(30)], { state: 'ready', left: null }],
	['one is open', criteria(), [sent(30), open], { state: 'open' }],
	['the last was sent long ago', criteria(), [sent(30)], { state: 'ready', left: 2 }],
	['it is just over', criteria(), [sent(24)], { state: 'ready', left: 2 }],
	[
		'it is not over yet',
		criteria(),
		[sent(60), sent(23)],
		{ state: 'waiting', until: new Date(now.getTime() + 3_600_000), left: 1 }
	],
	['there is no waiting time', criteria({ waitHours: 0 }), [sent(0)], { state: 'ready', left: 2 }],
	['all are used', criteria(), [sent(90), sent(60), sent(30)], { state: 'used-up' }],
	['one was passed', criteria(), [sent(60, true), sent(30)], { state: 'passed' }],
	['the last of all was passed', criteria({ attempts: 1 }), [sent(1, true)], { state: 'passed' }],
	[
		'one waits for a person',
		criteria(),
		[{ ...sent(60), pending: true, passed: null }],
		{ state: 'marking' }
	],
	[
		'a test without a mark was taken',
		criteria({ attempts: 1 }),
		[sent(1, null)],
		{ state: 'used-up' }
	]
])('when %s', (_when, judgedBy, past, expected) => {
	expect(admission(judgedBy, past, now)).toEqual(expected);
});

test('a further chance is one more attempt, after the same wait', () => {
	const used = [sent(90), sent(60), sent(23)];
	expect(admission(criteria(), used, now, 1)).toMatchObject({ state: 'waiting', left: 1 });
	expect(admission(criteria({ waitHours: 0 }), used, now, 1)).toEqual({ state: 'ready', left: 1 });
});
