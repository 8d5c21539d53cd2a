/** Why a certificate counts no longer; `void` where it was never issued. */
export type Cause = 'mistaken' | 'fraudulent' | 'requested' | 'replaced' | 'void';

/** What decides how a certificate stands. */
export interface Standing {
	confirmedAt: Date | null;
	issuedAt: Date | null;
	/** Last day it holds, `YYYY-MM-DD`; null where it does not expire. */
	validUntil: string | null;
	revocation: { cause: Cause } | null;
}

/** `preparing` is “sedang disiapkan”; `void` was never issued. */
export type AwardState =
	'awaiting-confirmation' | 'preparing' | 'valid' | 'expired' | 'revoked' | 'replaced' | 'void';

/** How a certificate stands on a day (`YYYY-MM-DD`, Asia/Jakarta). What was revoked stays so when it expires. */
export function stateOf(
	{ confirmedAt, issuedAt, validUntil, revocation }: Standing,
	today: string
): AwardState {
	if (revocation?.cause === 'replaced') return 'replaced';
	if (revocation) return issuedAt ? 'revoked' : 'void';
	if (issuedAt) return validUntil !== null && validUntil < today ? 'expired' : 'valid';
	return confirmedAt ? 'preparing' : 'awaiting-confirmation';
}

/** Longest that issuing takes while nothing is amiss (milliseconds). */
const PATIENCE = 15 * 60_000;

/** Whether what was confirmed waits for longer than issuing takes. */
export function isDelayed(
	{ confirmedAt, issuedAt }: Pick<Standing, 'confirmedAt' | 'issuedAt'>,
	now: Date
): boolean {
	return !issuedAt && confirmedAt !== null && now.getTime() - confirmedAt.getTime() > PATIENCE;
}
