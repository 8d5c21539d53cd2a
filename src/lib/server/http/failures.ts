import type { Messages } from '../../messages/catalogue.ts';
import { Refusal, type RefusalReason } from '../refusal.ts';

const STATUS: Record<RefusalReason, number> = {
	invalid: 422,
	forbidden: 403,
	'not-found': 404,
	conflict: 409
};

/** A refusal's HTTP status. */
export function statusOf(refusal: Refusal): number {
	return STATUS[refusal.reason];
}

/** A refusal in the reader's language. */
export function wordsOf(refusal: Refusal, m: Messages): string {
	return m.failures.codes[refusal.code]?.(refusal.params) ?? m.failures.titles[refusal.reason];
}

/** Title and remedy for a status that no refusal of ours explains. */
export function explainStatus(status: number, m: Messages): { message: string; remedy: string } {
	const { titles, remedies } = m.failures;
	if (status === 404) return { message: titles['not-found'], remedy: remedies['not-found'] };
	if (status === 413) return { message: m.failures.tooLarge, remedy: remedies.invalid };
	if (status === 405) return { message: m.failures.methodNotAllowed, remedy: remedies.conflict };
	if (status === 415) return { message: m.failures.notAForm, remedy: remedies.conflict };
	if (status === 403) return { message: m.failures.crossSite, remedy: remedies.conflict };
	if (status < 500) return { message: titles.invalid, remedy: remedies.invalid };
	return { message: titles.fault, remedy: remedies.fault };
}
