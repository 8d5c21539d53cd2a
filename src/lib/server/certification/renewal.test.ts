import { expect, test } from 'vitest';
import { renewableFrom } from './renewal.ts';

test.each([
	['holds for years', { issuedOn: '2026-11-22', validUntil: '2029-11-21' }, null, '2029-08-23'],
	['holds for a year', { issuedOn: '2026-11-22', validUntil: '2027-11-22' }, null, '2027-08-24'],
	['holds for a month', { issuedOn: '2026-11-01', validUntil: '2026-12-01' }, null, '2026-11-16'],
	['does not expire', { issuedOn: '2026-11-22', validUntil: null }, null, null],
	['was revoked', { issuedOn: '2026-11-22', validUntil: null }, '2027-01-05', '2027-01-05'],
	[
		'was revoked late',
		{ issuedOn: '2026-11-22', validUntil: '2027-11-22' },
		'2027-10-05',
		'2027-10-05'
	]
])('a certificate that %s', (_what, facts, revokedOn, from) => {
	expect(renewableFrom(facts, revokedOn)).toBe(from);
});
