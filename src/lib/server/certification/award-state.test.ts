import { expect, test } from 'vitest';
import { isDelayed, stateOf, type AwardState, type Standing } from './award-state.ts';

const [confirmedAt, issuedAt] = [new Date('2026-11-22'), new Date('2026-11-23')];
const earned = { confirmedAt: null, issuedAt: null, validUntil: null, revocation: null };
const issued = { ...earned, confirmedAt, issuedAt };

test.for<[string, Standing, AwardState]>([
	['earned', earned, 'awaiting-confirmation'],
	['confirmed', { ...earned, confirmedAt }, 'preparing'],
	['issued', issued, 'valid'],
	['on its last day', { ...issued, validUntil: '2027-01-01' }, 'valid'],
	['the day after', { ...issued, validUntil: '2026-12-31' }, 'expired'],
	['revoked', { ...issued, revocation: { cause: 'mistaken' } }, 'revoked'],
	[
		'revoked and out of date',
		{ ...issued, validUntil: '2026-12-31', revocation: { cause: 'fraudulent' } },
		'revoked'
	],
	['replaced', { ...issued, revocation: { cause: 'replaced' } }, 'replaced'],
	['replaced before it was issued', { ...earned, revocation: { cause: 'replaced' } }, 'replaced'],
	['withdrawn before it was issued', { ...earned, revocation: { cause: 'void' } }, 'void']
])('a certificate that is %s', ([, standing, state]) => {
	expect(stateOf(standing, '2027-01-01')).toBe(state);
});

test.each([
	['just confirmed', { confirmedAt, issuedAt: null }, '2026-11-22T00:15:00Z', false],
	[
		'waiting longer than issuing takes',
		{ confirmedAt, issuedAt: null },
		'2026-11-22T00:15:01Z',
		true
	],
	['issued at last', { confirmedAt, issuedAt }, '2026-12-01', false],
	['not confirmed', { confirmedAt: null, issuedAt: null }, '2026-12-01', false]
])('one %s is delayed or not', (_what, standing, now, delayed) => {
	expect(isDelayed(standing, new Date(now))).toBe(delayed);
});
