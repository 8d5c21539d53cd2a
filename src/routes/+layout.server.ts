import { TRIAL } from '$app/env/private';
import { ServerRendered } from '#lib/server-rendered.ts';
import { can } from '#lib/server/access/policy.ts';

export function load({ locals, url }) {
	const { signedIn, display, language } = locals;
	return {
		frame: new ServerRendered({
			language,
			display,
			trial: TRIAL === '1',
			origin: url.origin,
			path: url.pathname,
			here: url.pathname + url.search,
			person: signedIn && {
				id: signedIn.actor.personId,
				name: signedIn.person.name,
				administers: can(signedIn.actor, 'person:find')
			}
		})
	};
}
