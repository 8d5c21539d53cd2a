import type { Messages } from '../../messages/catalogue.ts';
import { readText, type Mistake } from './form.ts';

/** A new password typed twice; whether it is good enough is the rule's affair. */
export function readNewPassword(
	form: FormData,
	m: Messages
): { password: string; mistakes: Mistake[] } {
	const password = readText(form, 'password', 1000);
	const same = password === readText(form, 'repeat', 1000);
	const mistakes = same ? [] : [{ field: 'repeat', message: m.account.recovery.repeatDiffers }];
	return { password, mistakes };
}
