import { can, demand } from '#lib/server/access/policy.ts';
import { requireSignedIn } from '#lib/server/http/visit.ts';

export function load(event) {
	const { actor } = requireSignedIn(event);
	const seesLaw = can(actor, 'regulation:survey');
	const keepsCertificates = can(actor, 'certificate:keep');
	if (!seesLaw && !keepsCertificates) demand(actor, 'person:find');
	return {
		seesPeople: can(actor, 'person:find'),
		changesPeople: can(actor, 'account:close'),
		seesLaw,
		keepsCertificates,
		setsSignatories: can(actor, 'signatory:set'),
		seesHealth: can(actor, 'platform:administer')
	};
}
