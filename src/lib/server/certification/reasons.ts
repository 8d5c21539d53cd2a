/** Why a certificate or a key is not to be trusted any more, or was replaced. */
export const REASON = { most: 500, missing: 'revocation-reason', long: 'revocation-reason' };
