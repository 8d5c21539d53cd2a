import { listKeys } from '#lib/server/certification/keys.ts';
import { VERIFIER_POLICY, verifierPage } from '#lib/server/http/verifier-page.ts';
import { inScope } from '#lib/server/http/visit.ts';

/** One file that verifies certificates without us; made anew with the keys of today. */
export async function GET({ locals, url }) {
	const keys = await inScope(locals, listKeys);
	return new Response(verifierPage(keys, new Date(), url.origin, locals.language, locals.m), {
		headers: {
			'content-type': 'text/html; charset=utf-8',
			'content-security-policy': VERIFIER_POLICY,
			'cache-control': 'private, no-cache'
		}
	});
}
