import { expect, test } from 'vitest';
import { actsOn } from './keeping.ts';

const today = '2026-11-22';

test.for([
	['valid', null, false, 'revoke replace'],
	['expired', '2026-11-21', false, 'revoke'],
	['preparing', null, false, 'revoke'],
	['awaiting-confirmation', null, false, 'revoke'],
	['replaced', null, true, ''],
	['revoked', null, false, 'restore'],
	['revoked', today, false, 'restore'],
	['revoked', '2026-11-21', false, ''],
	['revoked', null, true, ''],
	['void', null, false, 'restore'],
	['void', null, true, '']
] as const)(
	'of one that is %s (until %s, followed: %s): %s',
	([state, validUntil, followed, acts]) => {
		expect(actsOn({ state, validUntil, followed }, today).join(' ')).toBe(acts);
	}
);
