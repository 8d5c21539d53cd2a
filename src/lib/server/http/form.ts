import { fail } from '@sveltejs/kit';
import type { Messages } from '../../messages/catalogue.ts';
import { Refusal } from '../refusal.ts';
import { statusOf, wordsOf } from './failures.ts';

/** Longest line a form takes unless it says otherwise (characters). */
export const LONGEST_LINE = 300;

/**
 * A line of text from a form, without control characters (the database takes no NUL); empty when missing or a file.
 * Refuses (`text-long`) more than `most` characters: what was typed is never cut. Browsers keep to `maxlength`.
 */
export function readText(form: FormData, name: string, most = LONGEST_LINE): string {
	const line = readLine(form, name);
	if (line.length > most) throw new Refusal('invalid', 'text-long', { most });
	return line;
}

/** The same of any length, for forms that say themselves what is too long and keep what was typed. */
export function readLine(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === 'string' ? value.replace(/\p{Cc}/gu, '') : '';
}

/** Text of several lines, whole, so that nothing typed is lost: line ends as LF, without other control characters. */
export function readLines(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === 'string'
		? value.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '')
		: '';
}

/** A form's own mistake, told beside its fields: `field` is the id of the one to mend. */
export interface Mistake {
	field: string | null;
	message: string;
}

/** Answers a form with its mistakes; `kept` is what was typed and may be shown again, never a password. */
export function failForm<Kept extends Record<string, unknown>>(mistakes: Mistake[], kept: Kept) {
	return fail(422, { mistakes, ...kept });
}

/**
 * Answers a form that a rule said no to: the refusal's words, at the field that `fields` names for its code. A refusal
 * of permission or of a foreign id is the page's affair and thrown on, as is everything that is not a refusal.
 */
export function refuseForm<Kept extends Record<string, unknown>>(
	error: unknown,
	m: Messages,
	kept: Kept,
	fields: (code: string) => string | null = () => null
) {
	if (!(error instanceof Refusal)) throw error;
	if (error.reason === 'forbidden' || error.reason === 'not-found') throw error;
	const mistake: Mistake = { field: fields(error.code), message: wordsOf(error, m) };
	return fail(statusOf(error), { mistakes: [mistake], ...kept });
}

/** Whether a request says that it carries a form; nothing else is ever sent to us. */
export function carriesForm(request: Request): boolean {
	const type = request.headers.get('content-type') ?? '';
	return /^(application\/x-www-form-urlencoded|multipart\/form-data)\s*(;|$)/i.test(type);
}

/** Whether this was thrown by `formData()` because the body is not the form it claims to be. */
export function isUnreadableForm(error: unknown): boolean {
	return error instanceof TypeError && /FormData|form data/i.test(error.message);
}
