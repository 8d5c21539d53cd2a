import { TRIAL } from '$app/env/private';
import { messagesIn } from '#lib/messages/catalogue.ts';
import { serverRendered } from '#lib/server-rendered.ts';
import { can } from '#lib/server/access/policy.ts';

// Pages are plain HTML: they work without JavaScript and cost no client runtime (CONTRIBUTING, decision 2).
export const csr = false;

const texts = { id: serverRendered(messagesIn('id')), en: serverRendered(messagesIn('en')) };

export function load({ locals, url }) {
	const { signedIn, display, language } = locals;
	return {
		m: texts[language],
		language,
		display: serverRendered(display),
		trial: TRIAL === '1',
		origin: url.origin,
		path: url.pathname,
		here: url.pathname + url.search,
		person:
			signedIn &&
			serverRendered({
				id: signedIn.actor.personId,
				name: signedIn.person.name,
				administers: can(signedIn.actor, 'person:find')
			})
	};
}
