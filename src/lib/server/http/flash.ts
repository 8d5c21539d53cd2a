import type { Cookies, RequestEvent } from '@sveltejs/kit';

const FLASH_COOKIE = 'kabar';
/** Long enough for a slow line, short enough not to surprise anybody. */
const SECONDS = 30;

/** What can be said on the next page. Kept in a cookie: an address could be made up by anybody. */
export type Flash =
	| 'password-recovered'
	| 'link-sent'
	| 'password'
	| 'session'
	| 'sessions'
	| 'language'
	| 'granted'
	| 'withdrawn'
	| 'closed'
	| 'reopened'
	| 'note-added'
	| 'note-changed'
	| 'note-deleted'
	| 'answers-saved'
	| 'mark-saved'
	| 'work-settled'
	| 'work-returned'
	| 'draft-saved'
	| 'work-given-up'
	| 'chance-decided'
	| 'duty-given'
	| 'duty-ended'
	| 'time-extended'
	| 'time-ended'
	| 'hours-sent'
	| 'hours-withdrawn'
	| 'hours-approved'
	| 'hours-returned'
	| 'hours-reversed'
	| 'hours-mended'
	| 'hour-rule-set'
	| 'contract-recorded'
	| 'contract-struck'
	| 'keys-mended'
	| 'mending-undone'
	| 'certificate-confirmed'
	| 'score-shared'
	| 'score-withdrawn'
	| 'held-sent'
	| 'held-withdrawn'
	| 'certificate-revoked'
	| 'certificate-replaced'
	| 'certificate-restored'
	| 'signatory-set'
	| 'name-corrected';

/** Leaves word for the page that comes next. */
export function leaveFlash(
	{ cookies, url }: Pick<RequestEvent, 'cookies' | 'url'>,
	flash: Flash
): void {
	cookies.set(FLASH_COOKIE, flash, { maxAge: SECONDS, secure: url.protocol === 'https:' });
}

/** The word left, if it is one of those this page has sentences for; it is said once. */
export function takeFlash<Known extends Flash>(
	cookies: Cookies,
	known: readonly Known[]
): Known | null {
	const left = cookies.get(FLASH_COOKIE);
	const flash = known.find((one) => one === left) ?? null;
	if (flash) cookies.delete(FLASH_COOKIE);
	return flash;
}
