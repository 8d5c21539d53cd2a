import type { Messages } from '../../messages/catalogue.ts';
import { Refusal } from '../refusal.ts';
import { wordsOf } from './failures.ts';
import { LONGEST_LINE, type Mistake } from './form.ts';

/** Lines that are longer than what is kept of one: told at their field, not cut. */
export function tooLong(typed: object, m: Messages): Mistake[] {
	const refusal = new Refusal('invalid', 'text-long', { most: LONGEST_LINE });
	return Object.entries(typed)
		.filter(([, line]) => typeof line === 'string' && line.length > LONGEST_LINE)
		.map(([field]) => ({ field, message: wordsOf(refusal, m) }));
}

/** `7,5` or `7.5`; null for what is no number with at most two decimals. */
export function readJp(typed: string): number | null {
	return /^\d{1,4}(?:[.,]\d{1,2})?$/.test(typed) ? Number(typed.replace(',', '.')) : null;
}
