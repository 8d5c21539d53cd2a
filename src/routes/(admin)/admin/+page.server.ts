import { can, demand } from '#lib/server/access/policy.ts';
import { requireSignedIn } from '#lib/server/http/visit.ts';

export function load(event) {
	const { actor } = requireSignedIn(event);
	demand(actor, 'person:find');
	return { seesHealth: can(actor, 'platform:administer') };
}
