import type { KeepingAct } from '../certification/keeping.ts';
import { CAUSES, readable } from '../certification/revocations.ts';
import type { Decision } from '../journeys/keep-certificates.ts';
import { Refusal } from '../refusal.ts';
import { readLines, readText } from './form.ts';

/** The last part of the address under which something is done with a certificate. */
export type KeepingAddress = 'cabut' | 'ganti' | 'pulihkan';

/** Where each act is done. */
export const ACT_ADDRESSES: Record<KeepingAct, KeepingAddress> = {
	revoke: 'cabut',
	replace: 'ganti',
	restore: 'pulihkan'
};

/** What is done under an address. */
export function actAt(address: KeepingAddress): KeepingAct {
	const acts = Object.keys(ACT_ADDRESSES) as KeepingAct[];
	return acts.find((act) => ACT_ADDRESSES[act] === address) ?? 'revoke';
}

/** What stands in the form, to be shown again. */
export function typedDecision(form: FormData): { cause: string; reason: string } {
	return { cause: readText(form, 'cause'), reason: readLines(form, 'reason') };
}

/** A decision from its form. Refuses `revocation-cause`, `revocation-reason` and `revocation-number`. */
export function readDecision(form: FormData, act: KeepingAct): Decision {
	const typed = typedDecision(form);
	const reason = readable(typed.reason);
	if (act !== 'revoke') return { act, reason };
	const cause = CAUSES.find((known) => known === typed.cause);
	if (!cause) throw new Refusal('invalid', 'revocation-cause');
	return { act, cause, reason };
}

/** Where in the form a refusal belongs. */
export function decisionField(code: string): string | null {
	if (code === 'revocation-cause') return 'cause';
	return code.startsWith('revocation-') ? 'reason' : null;
}
