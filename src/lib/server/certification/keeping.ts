import type { AwardState } from './award-state.ts';

/** What those who keep certificates do with one. */
export type KeepingAct = 'revoke' | 'replace' | 'restore';

/**
 * What may be done with a certificate: one that counts is revoked, and while it holds replaced; one that was revoked, or
 * void, is restored, unless it would have expired or another follows it already. What was replaced is as its replacement
 * is. `today` is `YYYY-MM-DD` in Asia/Jakarta.
 */
export function actsOn(
	{
		state,
		validUntil,
		followed
	}: { state: AwardState; validUntil: string | null; followed: boolean },
	today: string
): KeepingAct[] {
	switch (state) {
		case 'valid':
			return ['revoke', 'replace'];
		case 'expired':
		case 'preparing':
		case 'awaiting-confirmation':
			return ['revoke'];
		case 'revoked':
		case 'void':
			return followed || (validUntil !== null && validUntil < today) ? [] : ['restore'];
		case 'replaced':
			return [];
	}
}
