import * as v from 'valibot';
import type { HourRule } from '../hours/rules.ts';
import { isRealDay } from './day.ts';
import { readText, type Mistake } from './form.ts';
import { parseOwn } from './submission.ts';
import { readJp } from './ledger-lines.ts';

const chosen = v.object({
	employeeKind: v.picklist(['pns', 'cpns', 'pppk', 'pppk-paruh-waktu', 'non-asn']),
	basis: v.picklist(['calendar-year', 'contract-year'])
});

/** A rule for JP from its form, or what is to be mended. Refuses with `event-malformed` what our own page never sends. */
export function readRule(form: FormData, words: Record<'boundMistake' | 'fromMistake', string>) {
	const line = (name: string) => readText(form, name).trim();
	const typed = {
		...parseOwn(chosen, { employeeKind: line('employeeKind'), basis: line('basis') }),
		minimum: line('minimum'),
		maximum: line('maximum'),
		fromOn: line('fromOn'),
		source: line('source')
	};
	const mistakes: Mistake[] = [];
	const bound = (field: 'minimum' | 'maximum'): number | null => {
		if (typed[field] === '') return null;
		const jp = readJp(typed[field]);
		if (!jp) mistakes.push({ field, message: words.boundMistake });
		return jp;
	};
	const rule: HourRule = { ...typed, minimum: bound('minimum'), maximum: bound('maximum') };
	if (!isRealDay(typed.fromOn)) mistakes.push({ field: 'fromOn', message: words.fromMistake });
	return { typed, rule: mistakes.length === 0 ? rule : null, mistakes };
}
