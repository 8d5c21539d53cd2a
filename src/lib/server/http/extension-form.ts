import * as v from 'valibot';
import { FACTORS, REASONS, type HeldExtension } from '../assessment/extensions.ts';
import { Refusal } from '../refusal.ts';
import { readText } from './form.ts';
import { parseOwn } from './submission.ts';

const extension = v.object({
	factor: v.pipe(v.string(), v.transform(Number), v.picklist(FACTORS)),
	reason: v.picklist(REASONS)
});

/**
 * More time from its form. Refuses `extension-reason` while none is chosen, and with `event-malformed` what our own
 * pages never send.
 */
export function readExtension(
	form: FormData
): { email: string } & Pick<HeldExtension, 'factor' | 'reason'> {
	if (form.get('reason') === '') throw new Refusal('invalid', 'extension-reason');
	const chosen = { factor: form.get('factor'), reason: form.get('reason') };
	return { email: readText(form, 'email'), ...parseOwn(extension, chosen) };
}
