import { randomUUID } from 'node:crypto';
import type { EventEmitter } from 'node:events';
import { error as refuse, redirect } from '@sveltejs/kit';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';
import { messagesIn } from '#lib/messages/catalogue.ts';
import { verifySeparation } from '#lib/server/db/migrate.ts';
import {
	chooseLanguage,
	DISPLAY_COOKIE,
	LANGUAGE_COOKIE,
	parseDisplay
} from '#lib/server/http/display.ts';
import { inviting, issuing } from '#lib/server/http/certificates.ts';
import { isTooLarge } from '#lib/server/http/body-limit.ts';
import { carriesForm, isUnreadableForm } from '#lib/server/http/form.ts';
import { explainStatus, statusOf, wordsOf } from '#lib/server/http/failures.ts';
import { log } from '#lib/server/http/log.ts';
import { transport } from '#lib/server/http/mail.ts';
import { answerPage } from '#lib/server/http/page.ts';
import { leftPreview } from '#lib/server/http/left-preview.ts';
import { pool } from '#lib/server/http/pool.ts';
import { keepToPreview } from '#lib/server/http/preview.ts';
import { typedIn } from '#lib/server/http/unsent.ts';
import { memory, readSession } from '#lib/server/http/session-cookie.ts';
import { PRIVACY_EDITION } from '#lib/server/identity/privacy-notice.ts';
import { hearOfChanges } from '#lib/server/identity/session-memory.ts';
import { keepHouse } from '#lib/server/journeys/keep-house.ts';
import { Refusal } from '#lib/server/refusal.ts';

export const init: ServerInit = async () => {
	// A preview has no database, no people and no house to keep.
	if (leftPreview) return;
	await verifySeparation(pool);
	await hearOfChanges(pool, memory);
	const stopHouse = keepHouse(pool, transport, (error) => log.error({ error }, 'housekeeping'), [
		issuing,
		inviting
	]);
	const announcements: EventEmitter = process;
	announcements.once('sveltekit:shutdown', (_reason, wait?: (end: Promise<void>) => void) =>
		wait?.(Promise.all([stopHouse(), pool.$client.end({ timeout: 1 })]).then(() => {}))
	);
};

/** Pages a person may open before they have read the privacy notice. */
const BEFORE_NOTICE = new Set(['/pemberitahuan-privasi', '/keluar', '/tampilan', '/health']);

export const handle: Handle = async ({ event, resolve }) => {
	const { locals, cookies, url } = event;
	const startedAt = performance.now();
	locals.requestId = randomUUID();
	locals.signedIn = leftPreview ? null : await readSession(event);
	locals.display = parseDisplay(cookies.get(DISPLAY_COOKIE));
	locals.language = chooseLanguage(
		cookies.get(LANGUAGE_COOKIE),
		locals.signedIn?.person.language ?? null
	);
	locals.m = messagesIn(locals.language);

	if (leftPreview) keepToPreview(event);
	if (event.request.method === 'POST' && event.route.id && !carriesForm(event.request)) refuse(415);
	if (isTooLarge(event)) refuse(413);

	const signedOut = event.request.method === 'POST' && !locals.signedIn;
	if (signedOut && event.route.id && !event.route.id.startsWith('/(public)'))
		locals.unsent = await typedIn(event);

	const noticeOwed = locals.signedIn && locals.signedIn.person.privacyEdition !== PRIVACY_EDITION;
	if (noticeOwed && event.route.id && !BEFORE_NOTICE.has(url.pathname)) {
		const back = event.request.method === 'GET' ? url.pathname + url.search : '/';
		redirect(303, `/pemberitahuan-privasi?lanjut=${encodeURIComponent(back)}`);
	}

	const response = await answerPage(event, resolve);
	// What the person changed about themselves, their next page must know, however soon it is asked for.
	if (event.request.method === 'POST' && locals.signedIn) memory.forget(locals.signedIn.person.id);
	response.headers.set('x-request-id', locals.requestId);
	log.info(
		{
			id: locals.requestId,
			method: event.request.method,
			route: event.route.id,
			status: response.status,
			ms: Math.round(performance.now() - startedAt)
		},
		'request'
	);
	return response;
};

export const handleError: HandleServerError = ({ kind, error, event }) => {
	const { m, requestId } = event.locals;
	if (error instanceof Refusal) {
		return {
			status: statusOf(error),
			message: wordsOf(error, m),
			remedy: m.failures.remedies[error.reason]
		};
	}
	if (kind !== 'unknown') return explainStatus(error.status, m);
	if (isUnreadableForm(error)) return { status: 422, ...explainStatus(422, m) };
	// Whoever left before the form was read through is no fault of ours.
	if (event.request.signal.aborted) return { status: 400, ...explainStatus(400, m) };
	log.error({ id: requestId, route: event.route.id, error }, 'fault');
	return { ...explainStatus(500, m), id: requestId };
};
