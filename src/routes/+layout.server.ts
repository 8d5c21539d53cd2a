import { TRIAL } from '$app/env/private';
import { messagesIn } from '#lib/messages/catalogue.ts';
import { serverRendered } from '#lib/server-rendered.ts';
import { leftPreview } from '#lib/server/http/left-preview.ts';
import { can, type Actor } from '#lib/server/access/policy.ts';

// Pages are plain HTML: they work without JavaScript and cost no client runtime (CONTRIBUTING, decision 2).
export const csr = false;

export function load({ locals, url }) {
	const { signedIn, display, language } = locals;
	return serverRendered({
		m: messagesIn(language),
		language,
		display,
		trial: TRIAL === '1',
		previewing: leftPreview !== null,
		origin: url.origin,
		path: url.pathname,
		here: url.pathname + url.search,
		person: signedIn && {
			id: signedIn.actor.personId,
			name: signedIn.person.name,
			reviews: can(signedIn.actor, 'items:review'),
			confirmsHours: can(signedIn.actor, 'hours:confirm'),
			administers: can(signedIn.actor, 'person:find') || can(signedIn.actor, 'regulation:survey'),
			/** How much of administration is theirs. */
			office: officeOf(signedIn.actor),
			keepsCertificates: can(signedIn.actor, 'certificate:keep'),
			marks: can(signedIn.actor, 'work:mark') || can(signedIn.actor, 'duty:give')
		}
	});
}

function officeOf(actor: Actor): 'all' | 'find' | 'law' {
	if (can(actor, 'account:close')) return 'all';
	return can(actor, 'person:find') ? 'find' : 'law';
}
