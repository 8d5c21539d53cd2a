import { formatMoment, type Language } from '../../format/dates.ts';
import type { Messages } from '../../messages/catalogue.ts';

/** A test that waits for time or for people; `until` when that is over, where it is known. */
export interface Wait {
	id: string;
	title: string;
	state: string;
	until: Date | null;
}

/** What a test waits for, in a sentence. */
export function waitWords({ title, state, until }: Wait, m: Messages, language: Language): string {
	const words = m.learning.waits;
	const moment = until && formatMoment(until, language);
	if (state === 'waiting') return words.waiting(title, moment);
	return state === 'used-up' ? words['used-up'](title, moment) : words.marking(title);
}
